import type { IsoDate } from '../../domain/article.ts';
import type { EventDate } from '../../domain/event.ts';
import { addDays, lastDayOf, partsOf, weekdayOf } from '../../text/calendar.ts';
import { findTimes, resolveTime } from '../../text/dates.ts';
import { numberOf } from '../../text/numbers.ts';

/** "between 5 and 9 May": the month stands behind the second day only. */
const SHARED_MONTH =
  /\b(between|from) (\d{1,2}) (and|to|until|till) (\d{1,2}) ((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)/gi;

/**
 * The days that a question is about, counted from the day on which it is asked: "on Friday", "19 January", "last week",
 * "between 3 and 8 March", "before 5 May", "since Thursday"; `undefined` where it names none.
 */
export function dateAsked(text: string, today: IsoDate): EventDate | undefined {
  const days = findTimes(text.replace(SHARED_MONTH, '$1 $2 $5 $3 $4 $5')).flatMap(({ start, expression }) => {
    const date = resolveTime(expression, today);
    return date.precision === 'unknown' || expression.kind === 'unstated' ? [] : [{ start, date }];
  });
  const [first, second] = days;
  if (first === undefined) return spanAsked(text, today);
  const before = text.slice(Math.max(0, first.start - 12), first.start).toLowerCase();
  if (second !== undefined && /\b(between|from)\b/i.test(before)) return span(first.date.from, second.date.to);
  if (/\b(before|until|till|up to)\s*$/.test(before))
    return span(null, first.date.from && addDays(first.date.from, /before/.test(before) ? -1 : 0));
  if (/\bby\s*$/.test(before)) return span(null, first.date.to);
  if (/\bafter\s*$/.test(before)) return span(first.date.to && addDays(first.date.to, 1), null);
  if (/\bsince\s*$/.test(before)) return span(first.date.from, null);
  return first.date;
}

function span(from: IsoDate | null, to: IsoDate | null): EventDate {
  return { from, to, precision: 'interval' };
}

/** How far back "recently" reaches: our own reading of it. */
const RECENT_DAYS = 60;
/** Further back than any archive: the calendar ends before "the past 99999999999 days" do. */
const LONGEST_DAYS = 36_525;

/**
 * "last week" is the one before this, Monday to Sunday; "the past three days" end today; "the 2031 elections" are of that
 * year.
 */
function spanAsked(text: string, today: IsoDate): EventDate | undefined {
  const [, which = '', number, unit = ''] =
    /\b(last|past|previous|this|the)\s+(?:(\w+)\s+)?(day|week|month|year)s?\b/i.exec(text) ?? [];
  if (unit === '' || (which.toLowerCase() === 'the' && number === undefined))
    return /\b(recently|lately)\b/i.test(text) ? span(addDays(today, -RECENT_DAYS), today) : yearAsked(text);
  const count = number === undefined ? Number.NaN : numberOf(number);
  const each = { day: 1, week: 7, month: 30, year: 365 }[unit.toLowerCase()] ?? 1;
  if (!Number.isNaN(count)) return span(count * each > LONGEST_DAYS ? null : addDays(today, -count * each), today);
  if (number !== undefined) return undefined;
  if (unit.toLowerCase() === 'year') return yearOf(partsOf(today).year - (/this/i.test(which) ? 0 : 1));
  if (unit.toLowerCase() === 'month') return monthAround(today, which);
  if (unit.toLowerCase() === 'day') return undefined;
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  return /this/i.test(which) ? span(monday, today) : span(addDays(monday, -7), addDays(monday, -1));
}

function monthAround(today: IsoDate, which: string): EventDate {
  const first = `${today.slice(0, 7)}-01`;
  if (/this/i.test(which)) return span(first, today);
  const { year, month } = partsOf(addDays(first, -1));
  return span(`${addDays(first, -1).slice(0, 7)}-01`, lastDayOf(year, month));
}

/** A year without a word before it that makes it a time. */
function yearAsked(text: string): EventDate | undefined {
  const [year] = /(?<![\p{L}\p{N}-])(?:19|20)\d\d(?![\p{L}\p{N}-])/u.exec(text) ?? [];
  return year === undefined ? undefined : yearOf(Number(year));
}

function yearOf(year: number): EventDate {
  return span(`${year}-01-01`, `${year}-12-31`);
}
