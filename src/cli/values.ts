import { InvalidArgumentError } from 'commander';
import { clockFrom } from '../clock.ts';
import { everyDay, isDay, isZone, type Weekday } from '../domain/day.ts';
import { reasonOf } from '../errors.ts';
import { parseTime } from '../schedule/time-of-day.ts';
import { parseZone } from '../schedule/zone-name.ts';

export type Format = 'text' | 'markdown' | 'json';

const formats: readonly string[] = ['text', 'markdown', 'json'];

export function parseFormat(value: string): Format {
  if (!formats.includes(value)) throw new InvalidArgumentError(`Give one of ${formats.join(', ')}.`);
  return value as Format;
}

export function parseDay(value: string): string {
  if (!isDay(value)) throw new InvalidArgumentError('Give a day of the calendar as YYYY-MM-DD, such as 2024-01-19.');
  return value;
}

export function parseZoneName(value: string): string {
  if (!isZone(value)) throw new InvalidArgumentError('Give an IANA time zone, such as UTC or Europe/Paris.');
  return value;
}

/** A clock is made of it to hear what is wrong with it: what an instant is stands in one place. */
export function parseInstant(value: string): string {
  try {
    clockFrom(value);
  } catch (error) {
    throw new InvalidArgumentError(`${reasonOf(error)}.`);
  }
  return value;
}

const mostHits = 1000;

export function parseLimit(value: string): number {
  const limit = Number(value);
  if (!/^\d+$/.test(value) || limit < 1 || limit > mostHits)
    throw new InvalidArgumentError(`Give a whole number from 1 to ${mostHits}.`);
  return limit;
}

/** More would be a crawl of somebody's site for a look. */
const mostPages = 50;

export function parsePages(value: string): number {
  const pages = Number(value);
  if (!/^\d+$/.test(value) || pages > mostPages)
    throw new InvalidArgumentError(`Give a whole number from 0 to ${mostPages}.`);
  return pages;
}

export function parseSpeed(value: string): number {
  const speed = Number(value);
  if (!(Number.isFinite(speed) && speed > 0)) throw new InvalidArgumentError('Give a number above 0, such as 60.');
  return speed;
}

export function parseScheduleTime(value: string): string {
  return takenBy(parseTime, value);
}

export function parseScheduleZone(value: string): string {
  return takenBy(parseZone, value);
}

function takenBy(parse: (value: string) => string, value: string): string {
  try {
    return parse(value);
  } catch (error) {
    throw new InvalidArgumentError(reasonOf(error));
  }
}

/** `mon-fri`, `sat,sun`, `daily`; a range may go over the weekend. */
export function parseDays(value: string): readonly Weekday[] {
  if (value === 'daily') return everyDay;
  const named = new Set(value.toLowerCase().split(',').flatMap(daysOf));
  return everyDay.filter((day) => named.has(day));
}

function daysOf(part: string): Weekday[] {
  const [first = '', last = first, ...rest] = part.trim().split('-');
  const [from, to] = [everyDay.indexOf(first as Weekday), everyDay.indexOf(last as Weekday)];
  if (from < 0 || to < 0 || rest.length > 0)
    throw new InvalidArgumentError(`Give days as mon-fri or sat,sun, of ${everyDay.join(', ')}, or daily.`);
  return everyDay.filter((_, at) => (from <= to ? at >= from && at <= to : at >= from || at <= to));
}
