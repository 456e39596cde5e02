import type { DatedMention } from '../domain/mention.ts';
import { NO_DAY } from './place.ts';
import { firstDay } from './same-act.ts';

/** Days as strings that sort; `from > to` where there is none. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Sorts behind every day: what has no day meets only its like. */
const UNKNOWN = '~';
/** Sorts behind all of these. */
export const BEHIND_ALL = '~~';

/** The days that a report allows. */
export function daysOf({ date }: DatedMention): Days {
  if (date.precision === 'unknown') return { from: UNKNOWN, to: UNKNOWN };
  return { from: firstDay(date) ?? '', to: date.to ?? NO_DAY };
}

export function intersection(one: Days, other: Days): Days {
  return { from: one.from > other.from ? one.from : other.from, to: one.to < other.to ? one.to : other.to };
}

export function meets(one: Days, other: Days): boolean {
  return one.from <= other.to && other.from <= one.to;
}
