import type { Event } from '../domain/event.ts';
import type { Situation } from '../domain/situation.ts';
import { isMaterial } from '../events/codes.ts';
import { statesOf } from '../events/signature.ts';
import { weightOf } from '../events/tension.ts';

/**
 * What a reader must not miss, greatest first: deeds, then what the parties do together, then threats and what outsiders
 * offer or ask, then one side's words; within each what was agreed before what was talked about, what has a day before
 * what has none, then by weight in the situation and by the number of origins.
 */
export function importanceIn(situation: Situation): (event: Event) => number {
  return (event) =>
    rankOf(event, situation) * 100 +
    (event.type === 'AGREE' ? 30 : 0) +
    (event.date.precision === 'day' ? 20 : 0) +
    weightOf(event, situation.parties) +
    Math.min(event.origins, 5) / 10;
}

function rankOf(event: Event, situation: Situation): number {
  const acting = statesOf(event.actors).filter((state) => situation.parties.includes(state));
  const standing = event.status === 'planned' ? -1 : 0;
  if (isMaterial(event.type)) return 4 + standing;
  if (acting.length > 1) return 3 + standing;
  if (acting.length === 0 || event.type === 'THREATEN') return 2 + standing;
  return 1 + standing;
}
