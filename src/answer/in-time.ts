import type { IsoDate } from '../domain/article.ts';
import type { EventDate } from '../domain/event.ts';
import { overlap } from '../events/days.ts';
import { addDays } from '../text/calendar.ts';
import { findTimes, resolveTime } from '../text/dates.ts';

/** Days after which a report still tells of an act without its day: papers print the news of the day before. */
const REPORTED_WITHIN = 1;

/**
 * Whether a sentence can speak of the days that are asked about: by the days that it names, else by the day on which
 * its article was published. Any sentence can where no days are asked about.
 */
export function isInTime(asked: EventDate | undefined, quote: string, publishedAt: IsoDate | undefined): boolean {
  if (asked === undefined) return true;
  const named = findTimes(quote)
    .map(({ expression }) => expression)
    .filter(({ kind }) => kind !== 'unstated' && kind !== 'after-act')
    .map((expression) => resolveTime(expression, publishedAt))
    .filter(({ precision }) => precision !== 'unknown');
  if (named.length > 0) return named.some((date) => overlap(asked, date));
  return publishedAt !== undefined && overlap(asked, daysTold(publishedAt));
}

function daysTold(publishedAt: IsoDate): EventDate {
  return { from: addDays(publishedAt, -REPORTED_WITHIN), to: publishedAt, precision: 'interval' };
}
