import type { BriefDefinition } from '../src/index.ts';

/** The daily brief: whether a crisis is cooling, what is new, what moved it, and what nobody reports. */
export const definition: BriefDefinition = {
  name: 'de-escalation',
  title: 'Daily de-escalation brief',
  windowDays: 7,
  maxWords: 350,
  maxStandingWords: 200,
  sections: [
    { id: 'new', heading: 'New since the last edition', limit: 5 },
    { id: 'calm', heading: 'Steps toward calm', limit: 6 },
    { id: 'away', heading: 'Steps away from calm', limit: 6 },
    { id: 'channels', heading: 'Offers and channels', limit: 5 },
    { id: 'disagree', heading: 'Sources disagree', limit: 4 },
    { id: 'next', heading: 'What is next', limit: 4 },
    { id: 'unknown', heading: 'Not known', limit: 6 },
  ],
};
