import type { IsoDate, IsoInstant } from '../domain/article.ts';
import { plainCalendarWords } from '../ingest/calendar-words.ts';
import { dateOfValue, type NumberOrder } from '../ingest/stated-date.ts';
import { zoneMinutes } from './zones.ts';

/** A time as a feed states it: the instant, and the day as its newsroom writes it. */
export interface StatedTime {
  readonly at: IsoInstant;
  readonly day: IsoDate;
  /** Whether the time was given in UTC: the newsroom's own day may be another one. */
  readonly inUtc: boolean;
}

/** Feeds are younger: what is older was filled in by software that had no date. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2200;
const LONGEST = 120;
/** The poller judges dates that lie ahead. */
const ANY_TIME = Date.UTC(LAST_YEAR, 0);
const CLOCK =
  /(?<![\d:.-])(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?!\d)\s*(?:([ap])\.?m\b\.?)?|(?<=\d{4},? )(\d{1,2})\.(\d{2})(?![.\d])/iu;
const ISO = /^(\d{4}-\d{1,2}-\d{1,2})(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(.*)$/iu;
const RUN = /^(\d{4})(\d{2})(\d{2})T?(\d{2})(\d{2})(\d{2})?\s*(.*)$/u;
const OFFSET = /(?:GMT|UTC)?\s*([+\-−])(\d{1,2}):?(\d{2})?(?!\d)/iu;
const ZONE_NAME = /(?<![\p{L}\d])([A-Z]{1,5})(?![\p{L}\d])/gu;
/** `05 Mar 24`, `Mar 5, 24`: years of two digits, which RFC 822 had. */
const SHORT_YEAR = /^(.{0,30}?\d{1,2}[\s-]+\p{L}{3,}\.?[\s-]+)(\d{2})(?!\d)/u;
const DAY_MS = 86_400_000;

/**
 * Reads a time as publishers write it: ISO 8601 and RFC 2822 with all that they get wrong (weekdays, zones by name or
 * none, years of two digits), months in other languages, seconds since 1970. Undefined where it holds no day, or one
 * that software without a date fills in (before 1990). Without a zone it counts as UTC, without a time as midnight.
 * @param language of the feed, which tells what a zone's name and the order of numbers mean
 */
export function timeOf(value: string | undefined, language?: string): StatedTime | undefined {
  const text = (value ?? '').replace(/\s+/gu, ' ').trim();
  if (text === '' || text.length > LONGEST) return undefined;
  const plain = plainCalendarWords(text);
  if (/^\d{9,10}$|^\d{13}$/u.test(plain)) return ofEpoch(Number(plain));
  return ofNumbers(plain, language) ?? ofWords(plain, language);
}

function ofEpoch(value: number): StatedTime | undefined {
  return stated(value < 1e11 ? value * 1000 : value, 0);
}

function ofNumbers(text: string, language: string | undefined): StatedTime | undefined {
  const [, year, month, date, ...clock] = RUN.exec(text) ?? [];
  const [, day, ...time] = ISO.exec(text) ?? [];
  const [hour, minute, second, zone = ''] = year === undefined ? time : clock;
  return on(dayOf(day ?? `${year}-${month}-${date}`, language), clockMs(hour, minute, second), zoneOf(zone, language));
}

function ofWords(text: string, language: string | undefined): StatedTime | undefined {
  const clock = CLOCK.exec(text);
  if (clock === null) return on(dayOf(text, language), 0, 0);
  const [hour, minute] = [clock[1] ?? clock[5], clock[2] ?? clock[6]];
  const after = text.slice(clock.index + clock[0].length);
  const bare = after
    .replace(OFFSET, ' ')
    .replace(ZONE_NAME, ' ')
    .replace(/\(.*\)/u, ' ');
  const day = dayOf(`${text.slice(0, clock.index)} ${bare}`.trim(), language);
  return on(day, clockMs(hour, minute, clock[3], clock[4]), zoneOf(after, language));
}

function dayOf(text: string, language: string | undefined): IsoDate | undefined {
  const full = text.replace(
    SHORT_YEAR,
    (_, head: string, year: string) => `${head}${Number(year) < 70 ? '20' : '19'}${year}`,
  );
  const order = orderOf(language);
  // a short name of a weekday may be that of a month too: "mar, 05 mars"
  return dateOfValue(full, ANY_TIME, order) ?? dateOfValue(full.replace(/^\p{L}+\.?,?\s+/u, ''), ANY_TIME, order);
}

/** English alone leaves open what `03/04/2024` is. */
function orderOf(language: string | undefined): NumberOrder | undefined {
  if (language === undefined || /^en$/iu.test(language)) return undefined;
  return /^en-us/iu.test(language) ? 'month first' : 'day first';
}

/** Milliseconds since midnight; a time that no clock shows counts as none. */
function clockMs(hour = '0', minute = '0', second = '0', half?: string): number {
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  if (h > 24 || m > 59 || s > 60) return 0;
  const hours = half === undefined ? h : (h % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return (hours * 3600 + m * 60 + Math.min(s, 59)) * 1000;
}

/** Minutes east of Greenwich. */
function zoneOf(text: string, language: string | undefined): number {
  const [, sign, hours, minutes = '0'] = OFFSET.exec(text) ?? [];
  if (hours !== undefined) {
    const total = Number(hours) * 60 + Number(minutes);
    return total > 14 * 60 ? 0 : sign === '+' ? total : -total;
  }
  const names = [...text.matchAll(ZONE_NAME)].map(([name]) => zoneMinutes(name, language));
  return names.find((zone) => zone !== undefined) ?? 0;
}

function on(day: IsoDate | undefined, clock: number, zone: number): StatedTime | undefined {
  return day === undefined ? undefined : stated(Date.parse(`${day}T00:00:00Z`) + clock - zone * 60_000, zone, day);
}

function stated(ms: number, zone: number, day?: IsoDate): StatedTime | undefined {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return undefined;
  const instant = date.toISOString();
  return { at: instant.replace('.000Z', 'Z'), day: day ?? instant.slice(0, 10), inUtc: zone === 0 };
}

/** The day of an address where it is the one beside: an instant in UTC may lie in the newsroom's next or last day. */
export function newsroomDay({ day, inUtc }: StatedTime, inAddress: IsoDate | undefined): IsoDate {
  if (!inUtc || inAddress === undefined) return day;
  return Math.abs(Date.parse(day) - Date.parse(inAddress)) <= DAY_MS ? inAddress : day;
}
