import type { EventDate } from '../domain/event.ts';
import type { DatedMention } from '../domain/mention.ts';
import { addDays } from '../text/calendar.ts';
import { NO_DAY } from './place.ts';
import { EPISODE_DAYS } from './timeline.ts';

/** Days as strings that sort; `from > to` where there is none. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Sorts behind every day: what has no day meets only its like. */
const UNKNOWN = '~';
/** Sorts behind all of these. */
export const BEHIND_ALL = '~~';
/** A plan without a day is of the next days: what is done later was planned anew. */
const PLAN_DAYS = 14;

/** The days that a report allows: what is planned can be done from then on. */
export function daysOf({ mention, date, due }: DatedMention): Days {
  if (date.precision === 'unknown') return { from: UNKNOWN, to: UNKNOWN };
  const from = firstDay(date) ?? '';
  const to = date.to ?? NO_DAY;
  if (mention.status !== 'planned' || date.to === null) return { from, to };
  const until = addDays(date.to, PLAN_DAYS);
  return { from, to: due?.to != null && due.to > until ? due.to : until };
}

export function intersection(one: Days, other: Days): Days {
  return { from: one.from > other.from ? one.from : other.from, to: one.to < other.to ? one.to : other.to };
}

export function meets(one: Days, other: Days): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** Whether two dates share a day; an end that is not known is open. */
export function overlap(one: EventDate, other: EventDate): boolean {
  return (one.from ?? '') <= (other.to ?? '9999') && (other.from ?? '') <= (one.to ?? '9999');
}

/** What is only known to lie before a report lies in the report's episode. */
export function firstDay(date: EventDate): string | null {
  return date.from ?? (date.to === null ? null : addDays(date.to, -EPISODE_DAYS));
}
