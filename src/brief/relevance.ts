import type { EventOutline } from '../domain/event.ts';
import type { Situation } from '../domain/situation.ts';
import { stateIn } from '../events/signature.ts';

/**
 * Whether an event belongs to a situation: it stands between the parties; or a party acts or is acted on and no third
 * state is in it; or one of the sentences about it names another party too.
 */
export function belongsTo(event: EventOutline, situation: Situation): boolean {
  const states = new Set([...event.actors, ...event.targets].map(stateIn));
  const parties = situation.parties.filter((party) => states.has(party));
  if (parties.length > 1) return true;
  // a party's answer to a mediator is about the situation, whoever the mediator is
  if (parties.length > 0 && ANSWERS.has(event.sense ?? '')) return true;
  const others = [...states].filter((state) => !situation.parties.includes(state));
  return namesParties(event, situation, parties.length > 0 && others.length === 0 ? 1 : 2);
}

const ANSWERS = new Set(['acceptMediation', 'rejectMediation', 'welcomeOffer']);

function namesParties(event: EventOutline, situation: Situation, atLeast: number): boolean {
  return event.named.some((names) => situation.parties.filter((party) => names.includes(party)).length >= atLeast);
}
