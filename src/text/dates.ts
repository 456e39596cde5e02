import type { IsoDate } from '../domain/article.ts';
import { formatDay } from '../domain/day.ts';
import type { EventDate } from '../domain/event.ts';
import type { TimeExpression } from '../domain/mention.ts';
import { addDays, isoDate, lastDayOf, partsOf, weekdayOf } from './calendar.ts';

export { findTimes, type TimeFound } from './times.ts';

const UNKNOWN: EventDate = { from: null, to: null, precision: 'unknown' };
/** How far ahead of its article a day without a year may lie: announcements of next month's talks. */
const AHEAD_DAYS = 31;

/**
 * The date of a time expression, counted from the article's date; `acts` gives the dates of other acts of the article
 * by their position, for 'after-act'. Precision 'unknown' where nothing can be told.
 */
export function resolveTime(
  expression: TimeExpression,
  articleDate: IsoDate | undefined,
  acts?: ReadonlyMap<number, EventDate>,
): EventDate {
  switch (expression.kind) {
    case 'day':
      return day(expression.date);
    case 'month-day':
      return articleDate === undefined ? UNKNOWN : nearestMonthDay(expression.month, expression.day, articleDate);
    case 'month':
      return monthOf(expression.year, expression.month, articleDate);
    case 'year':
      return { from: `${expression.year}-01-01`, to: `${expression.year}-12-31`, precision: 'interval' };
    case 'weekday':
      return articleDate === undefined ? UNKNOWN : day(weekdayNear(expression, articleDate));
    case 'offset':
      return articleDate === undefined ? UNKNOWN : day(addDays(articleDate, expression.days));
    case 'after-act':
      return afterAct(acts?.get(expression.actAt), expression.days) ?? unstated(articleDate);
    case 'since': {
      const { from } = resolveTime(expression.from, articleDate, acts);
      return from === null ? unstated(articleDate) : { from, to: null, precision: 'interval' };
    }
    case 'until': {
      const { to } = resolveTime(expression.to, articleDate, acts);
      return to === null ? unstated(articleDate) : { from: null, to, precision: 'interval' };
    }
    case 'within':
      return articleDate === undefined ? UNKNOWN : daysBefore(articleDate, expression.days);
    case 'unstated':
      return unstated(articleDate);
  }
}

function day(date: IsoDate): EventDate {
  return { from: date, to: date, precision: 'day' };
}

/** "The second within three days": the first fell on one of the two days before. */
function daysBefore(articleDate: IsoDate, days: number): EventDate {
  const [from, to] = [addDays(articleDate, 1 - days), addDays(articleDate, -1)];
  return { from, to, precision: from === to ? 'day' : 'interval' };
}

function unstated(articleDate: IsoDate | undefined): EventDate {
  return articleDate === undefined ? UNKNOWN : { from: null, to: articleDate, precision: 'interval' };
}

/** The latest such day not more than a month ahead; 29 February may lie years back. */
function nearestMonthDay(month: number, dayOfMonth: number, articleDate: IsoDate): EventDate {
  const latest = addDays(articleDate, AHEAD_DAYS);
  const { year } = partsOf(latest);
  for (let back = 0; back <= 8; back += 1) {
    const date = isoDate(year - back, month, dayOfMonth);
    if (date !== undefined && date <= latest) return day(date);
  }
  return UNKNOWN;
}

/** A month without a year is the latest that has begun. */
function monthOf(stated: number | undefined, month: number, articleDate: IsoDate | undefined): EventDate {
  const year = stated ?? (articleDate === undefined ? undefined : yearOfMonth(month, articleDate));
  const from = year === undefined ? undefined : isoDate(year, month, 1);
  if (year === undefined || from === undefined) return UNKNOWN;
  return { from, to: lastDayOf(year, month), precision: 'month' };
}

function yearOfMonth(month: number, articleDate: IsoDate): number {
  const article = partsOf(articleDate);
  return month <= article.month ? article.year : article.year - 1;
}

/**
 * The nearest such day up to the article's own, or from it on where the clause looks ahead. With `weeks`, the day of
 * the week (Monday to Sunday) that many weeks before or behind.
 */
function weekdayNear(expression: TimeExpression & { readonly kind: 'weekday' }, articleDate: IsoDate): IsoDate {
  const { weekday, direction, weeks } = expression;
  const today = weekdayOf(articleDate);
  if (weeks !== undefined) {
    const monday = addDays(articleDate, -((today + 6) % 7));
    return addDays(monday, ((weekday + 6) % 7) + (direction === 'past' ? -7 : 7) * weeks);
  }
  return direction === 'past'
    ? addDays(articleDate, -((today - weekday + 7) % 7))
    : addDays(articleDate, (weekday - today + 7) % 7);
}

function afterAct(act: EventDate | undefined, days: number): EventDate | undefined {
  if (act === undefined || act.precision === 'unknown') return undefined;
  const from = act.from === null ? null : addDays(act.from, days);
  const to = act.to === null ? null : addDays(act.to, days);
  return { from, to, precision: act.precision === 'month' ? 'interval' : act.precision };
}

/**
 * "19 January 2024", "between 16 and 19 January 2024", "by 19 January 2024" (open to the past), "since 7 October 2023"
 * (open to the future), "January 2024", "2023" (a whole year), "at an unknown date".
 */
export function formatEventDate(date: EventDate): string {
  const { from, to, precision } = date;
  if (precision === 'unknown' || (from === null && to === null)) return 'at an unknown date';
  if (from === null) return `by ${formatDay(to ?? '')}`;
  if (to === null) return `since ${formatDay(from)}`;
  if (precision === 'month') return formatDay(from).replace(/^\d+ /, '');
  if (from === to) return formatDay(from);
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  return `between ${startOf(from, to)} and ${formatDay(to)}`;
}

/** The first day without what it shares with the last. */
function startOf(from: IsoDate, to: IsoDate): string {
  const written = formatDay(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return written.split(' ', 1)[0] ?? written;
  return from.slice(0, 4) === to.slice(0, 4) ? written.replace(/ \d{4}$/, '') : written;
}

/** ISO 8601 as `detente.brief/1` has it: a day, `YYYY-MM`, `A/B`, `A/..`; null where the beginning is not known. */
export function eventDateIso(date: EventDate): string | null {
  const { from, to, precision } = date;
  if (from === null || precision === 'unknown') return null;
  if (precision === 'month') return from.slice(0, 7);
  if (to === null) return `${from}/..`;
  return from === to ? from : `${from}/${to}`;
}
