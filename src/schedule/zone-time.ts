import type { IsoDate } from '../domain/article.ts';

const DAY_MS = 86_400_000;

/** One for each zone: making one takes as long as 200 answers of it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The date that calendars in a zone show at an instant, which is in milliseconds since 1970.
 * @throws RangeError for a zone that is none, or an instant that is none
 */
export function localDate(zone: string, at: number): IsoDate {
  return new Date(at + offsetAt(zone, at)).toISOString().slice(0, 10);
}

/**
 * The first instant, in milliseconds since 1970, at which clocks in a zone show this date and time (`HH:MM`) or a later
 * one. Of a time that comes twice in autumn that is the first; for a time that spring leaves out, the instant of the
 * change: 02:30 where clocks go from 02:00 to 03:00 is 03:00. So it is for a date that a zone leaves out. A later date
 * never has an earlier instant.
 * @throws RangeError for a zone that is none
 */
export function instantOf(zone: string, date: IsoDate, time: string): number {
  const shown = Date.parse(`${date}T${time}:00Z`);
  // no zone is a day away from UTC, and none changes twice within four days (1970 to 2040)
  const before = offsetAt(zone, shown - DAY_MS);
  const early = shown - before;
  if (offsetAt(zone, early) === before) return early;
  const after = offsetAt(zone, shown + DAY_MS);
  const late = shown - after;
  return offsetAt(zone, late) === after ? late : changeBetween(zone, late, early);
}

/** The first instant with another offset than `from`, which lies before it; `to` does not. */
function changeBetween(zone: string, from: number, to: number): number {
  const before = offsetAt(zone, from);
  let [same, other] = [from, to];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(zone, middle) === before) same = middle;
    else other = middle;
  }
  return other;
}

/** Milliseconds by which clocks in a zone are ahead of UTC. */
function offsetAt(zone: string, at: number): number {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    // the year is one field where the default would be three
    formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
    formatters.set(zone, formatter);
  }
  // "2024, GMT+05:30", "2024, GMT", "1930, GMT-00:44:30"
  const [, offset = 'none'] = formatter.format(at).split('GMT');
  const [hours = 0, minutes = 0, seconds = 0] = offset.slice(1).split(':').map(Number);
  const size = ((hours * 60 + minutes) * 60 + seconds) * 1_000;
  return offset.startsWith('-') ? -size : size;
}
