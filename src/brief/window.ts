import type { IsoDate } from '../domain/article.ts';
import { addDays } from '../text/calendar.ts';

/** The first day of the window of so many days that ends with an edition. */
export function windowStart(date: IsoDate, days: number): IsoDate {
  return addDays(date, 1 - days);
}
