import type { Event } from '../domain/event.ts';
import type { Situation } from '../domain/situation.ts';
import { isMaterial } from '../events/codes.ts';
import { statesOf } from '../events/signature.ts';
import { weightOf } from '../events/tension.ts';

/**
 * What a reader must not miss, greatest first: deeds, then what the parties do together, then threats, what outsiders
 * offer or ask and the weightiest word of each side, then other words of one side; within each what was agreed before what
 * was talked about, words about the quarrel before words about working together, what has a day before what has none, then by weight in the situation and by the number of origins.
 * @param events among which the weightiest word of each side is looked for
 */
export function importanceIn(situation: Situation, events: readonly Event[]): (event: Event) => number {
  const voices = voicesIn(situation, events);
  return (event) => scoreOf(event, situation) + (voices.has(event.id) ? 100 : 0);
}

/** CAMEO: intent to yield or de-escalate, to settle, to accept mediation, to mediate. */
const ABOUT_THE_QUARREL = /^03(5|7|8|9)/;

function scoreOf(event: Event, situation: Situation): number {
  return (
    rankOf(event, situation) * 100 +
    (event.type === 'AGREE' ? 30 : 0) +
    (ABOUT_THE_QUARREL.test(event.cameo ?? '') ? 25 : 0) +
    (event.date.precision === 'day' ? 20 : 0) +
    weightOf(event, situation.parties) +
    Math.min(event.origins, 5) / 10
  );
}

/** Each side is heard: of what one party alone says in either direction, the weightiest. */
function voicesIn(situation: Situation, events: readonly Event[]): Set<string> {
  const alone = events.filter((event) => rankOf(event, situation) === 1 && partiesIn(event, situation).length === 1);
  const sides = Map.groupBy(alone, (event) => [...partiesIn(event, situation), event.stance].join('|'));
  const first = (own: readonly Event[]) =>
    own.toSorted(
      (one, other) => scoreOf(other, situation) - scoreOf(one, situation) || (one.id < other.id ? -1 : 1),
    )[0];
  return new Set([...sides.values()].flatMap((own) => first(own)?.id ?? []));
}

function partiesIn(event: Event, { parties }: Situation): string[] {
  return statesOf(event.actors).filter((state) => parties.includes(state));
}

/** A call or a message that no report puts on a day. */
const PASSING = /^(phone|speak|messages|letter)$/;

function rankOf(event: Event, situation: Situation): number {
  const acting = partiesIn(event, situation);
  const standing = event.status === 'planned' ? -1 : 0;
  if (isMaterial(event.type)) return 4 + standing;
  if (acting.length > 1 && PASSING.test(event.sense ?? '') && event.date.precision !== 'day') return 1 + standing;
  if (acting.length > 1) return 3 + standing;
  if (acting.length === 0 || event.type === 'THREATEN') return 2 + standing;
  return 1 + standing;
}
