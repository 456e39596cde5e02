import type { Direction, Tension } from '../domain/brief.ts';
import type { Event } from '../domain/event.ts';
import { lastDay } from '../events/last-day.ts';

/** A change of the index below this is no direction. */
const STEADY = 2;

/** Which way a situation moves on a day, from the index and the day's events. */
export function directionOf(tension: Tension | undefined, recent: readonly Event[]): Direction {
  if (tension === undefined || recent.length === 0) return 'quiet';
  const change = tension.change ?? 0;
  if (change <= -STEADY) return 'easing';
  if (change >= STEADY) return 'escalating';
  const stances = new Set(tension.movers.map((mover) => recent.find((event) => event.id === mover.event)?.stance));
  return stances.has('escalation') && stances.has('de-escalation') ? 'mixed' : 'unchanged';
}

/** The event that decides a direction: the foremost of those that moved the index its way, else the foremost of all. */
export function decisiveEvent(
  direction: Direction,
  tension: Tension | undefined,
  recent: readonly Event[],
  importance: (event: Event) => number,
): Event | undefined {
  const sign = direction === 'easing' ? -1 : direction === 'escalating' ? 1 : 0;
  const moving = tension?.movers.filter((mover) => sign === 0 || Math.sign(mover.change) === sign) ?? [];
  const moved = moving.flatMap((mover) => recent.find((event) => event.id === mover.event) ?? []);
  return foremost(moved, importance) ?? foremost(recent, importance);
}

/** The most important; of equals the later one. */
function foremost(events: readonly Event[], importance: (event: Event) => number): Event | undefined {
  return events.toSorted(
    (one, other) => importance(other) - importance(one) || (lastDay(one) < lastDay(other) ? 1 : -1),
  )[0];
}
