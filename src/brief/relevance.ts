import type { EventOutline } from '../domain/event.ts';
import type { Situation } from '../domain/situation.ts';
import { stateIn } from '../events/signature.ts';

/**
 * Whether an event belongs to a situation: it stands between the parties, or one of the reports of it names two of them,
 * in its sentence or, where nobody else has a part in it, as those whom the article is about.
 */
export function belongsTo(event: EventOutline, situation: Situation): boolean {
  const states = new Set([...event.actors, ...event.targets].map(stateIn));
  const parties = situation.parties.filter((party) => states.has(party));
  if (parties.length > 1) return true;
  // a party's answer to a mediator is about the situation, whoever the mediator is
  if (parties.length > 0 && ANSWERS.has(event.sense ?? '')) return true;
  return event.named.some((names) => situation.parties.filter((party) => names.includes(party)).length > 1);
}

const ANSWERS = new Set(['acceptMediation', 'rejectMediation', 'welcomeOffer']);
