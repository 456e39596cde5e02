import type { BriefDefinition } from '../src/index.ts';

/** The week in one page: steps away from calm first, since a weekly reader plans for them. */
export const definition: BriefDefinition = {
  name: 'weekly',
  title: 'Weekly de-escalation review',
  windowDays: 14,
  maxWords: 350,
  maxStandingWords: 200,
  sections: [
    { id: 'new', heading: 'New since the last review', limit: 5 },
    { id: 'away', heading: 'Steps away from calm', limit: 6 },
    { id: 'calm', heading: 'Steps toward calm', limit: 6 },
    { id: 'channels', heading: 'Offers and channels', limit: 5 },
    { id: 'disagree', heading: 'Sources disagree', limit: 4 },
    { id: 'next', heading: 'What is next', limit: 4 },
    { id: 'unknown', heading: 'Not known', limit: 6 },
  ],
};
