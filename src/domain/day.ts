import type { IsoDate, IsoInstant } from './article.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** A day in English words, `19 January 2024`; `Friday 19 January 2024` with its weekday. What is no day comes back as it is. */
export function formatDay(date: IsoDate, form: 'plain' | 'weekday' | 'without-year' = 'plain'): string {
  const [year, month, day] = date.split('-').map(Number);
  const name = months[(month ?? 0) - 1];
  if (name === undefined || !year || !day) return date;
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()];
  const short = `${day} ${name}`;
  return form === 'without-year' ? short : `${form === 'weekday' ? `${weekday} ` : ''}${short} ${year}`;
}

/** Two days in the fewest words that are still absolute: `16 to 19 January 2024`, `30 December 2023 to 2 January 2024`. */
export function formatDays(from: IsoDate, to: IsoDate): string {
  if (from === to) return formatDay(to);
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${formatDay(from)} to ${formatDay(to)}`;
  const start = formatDay(from, 'without-year');
  return `${from.slice(0, 7) === to.slice(0, 7) ? start.split(' ')[0] : start} to ${formatDay(to)}`;
}

/** Days of the week by their first three letters, the form that settings use. */
export const weekdayNames = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const;

export type Weekday = keyof typeof weekdayNames;

export const everyDay = Object.keys(weekdayNames) as readonly Weekday[];

export function weekdayOf(date: IsoDate): Weekday {
  const fromSunday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return everyDay[(fromSunday + 6) % 7] as Weekday;
}

/** Days of the week that are not among these, in their order. */
export function otherDays(days: readonly string[]): Weekday[] {
  return everyDay.filter((day) => !days.includes(day));
}

/** A day of the calendar, `2024-01-19`: `2024-02-30` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A time zone by its IANA name. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** So many days later, earlier where `days` is negative, in the calendar that has no zones. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day before, in the calendar that has no zones. */
export function dayBefore(date: IsoDate): IsoDate {
  return addDays(date, -1);
}

/**
 * An instant by a zone's clock and, where that differs, by UTC's: `30 January 2024 at 07:00 Asia/Karachi (02:00 UTC)`.
 * @param at ISO 8601
 */
export function formatInstant(at: IsoInstant, zone: string): string {
  const [date, time] = clockIn(zone, at);
  const [utcDate, utcTime] = clockIn('UTC', at);
  const day = `${formatDay(date)} at ${time} ${zone}`;
  if (date === utcDate && time === utcTime) return day;
  return `${day} (${date === utcDate ? '' : `${formatDay(utcDate, 'without-year')}, `}${utcTime} UTC)`;
}

/** The day that a zone's clocks show at an instant. */
export function dayAt(at: IsoInstant, zone: string): IsoDate {
  return clockIn(zone, at)[0];
}

/** What a zone's clock shows: the day and `HH:MM`. */
function clockIn(timeZone: string, at: IsoInstant): [IsoDate, string] {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(at),
  );
  return [shown.slice(0, 10), shown.slice(11, 16)];
}
