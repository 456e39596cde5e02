import type { Direction, Tension } from '../domain/brief.ts';
import type { Event } from '../domain/event.ts';

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

/** The event that decides a direction: the day's largest mover in its sense, else the last weighty event. */
export function decisiveEvent(
  direction: Direction,
  tension: Tension | undefined,
  recent: readonly Event[],
  weight: (event: Event) => number,
): Event | undefined {
  const sign = direction === 'escalating' ? 1 : -1;
  const moving =
    tension?.movers.filter(
      (mover) => direction === 'mixed' || direction === 'unchanged' || Math.sign(mover.change) === sign,
    ) ?? [];
  const moved = moving.flatMap((mover) => recent.find((event) => event.id === mover.event) ?? []);
  const exact = moved.find((event) => event.date.precision === 'day');
  if (exact ?? moved[0]) return exact ?? moved[0];
  return [...recent].sort((one, other) => lastDay(other).localeCompare(lastDay(one)) || weight(other) - weight(one))[0];
}

function lastDay(event: Event): string {
  return event.date.to ?? event.date.from ?? '';
}
