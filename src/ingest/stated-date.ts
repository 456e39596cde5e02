import type { IsoDate } from '../domain/article.ts';
import { monthOf, plainCalendarWords, WEEKDAYS } from './calendar-words.ts';
import { BARE_LABEL, PARTS, PUBLISHED_LABEL, UPDATED_LABEL } from './date-labels.ts';

/** A date that a line of a page states, and what it says of it. */
export interface StatedDate {
  readonly date: IsoDate;
  readonly basis: 'published' | 'updated' | 'alone';
}

/** Which of two numbers parted by a slash is the day, where a page's language or country tells. */
export type NumberOrder = 'day first' | 'month first';

const DAY_MS = 86_400_000;
/** No newspaper text of an archive is older; years below are placeholders of broken software. */
const FIRST_YEAR = 1900;
const LONGEST_DATE_LINE = 160;
/** Words beside a date that leave a line a date line: a name, an agency, a place. */
const MOST_OTHER_WORDS = 5;

const CLOCK =
  /(?:(?<!\p{L})(?:at|um|à|a las|às|alle|ore|om|kl\.?|saat|pukul|lúc|la ora|o|в|u|v)\s+|\s?(?:오전|오후|上午|下午|午前|午後|الساعة|ساعت)\s*)?(?<![\d.])\d{1,2}(?:[:h：]\d{2}|[.]\d{2}(?=\s*(?:[ap]\.?m|uhr|[A-Z]{2,4}\b)|(?<=kl\.?\s[\d.]{4,5})))(?:[:：]\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?m\b\.?|uhr|hrs?\b|h\b|Z\b|[صم](?!\p{L})|πμ|μμ|น\.|wib\b|wita\b)?|\b\d{1,2}\s*[ap]\.?m\b\.?|\b\d{1,2}h\d{0,2}\b/giu;
const ZONE =
  /\((?:[\w :+/.-]{1,40})\)|\b(?:GMT|UTC)\s*[+-]?\d{0,2}:?\d{0,2}|\b[A-Z]{2,4}T\b|\bMSK\b|\bEat\b|(?<=\s)[+-]\d{2}:?\d{2}\b/gu;
/** Words that stand behind a year, month or day and say nothing more. */
const CALENDAR_NOUNS =
  /(?<=\d\.?)\s*(?:года|год|року|г\.|р\.|год\.|m\.|gada|g\.|έτος|năm|м\.)(?![\p{L}\d])|(?<=\d)\s*d\.?(?=\s*$)/giu;
const OTHER_DATE = String.raw`(?!.*(?:19|20)\d{2}[-/.年])`;
const ISO = new RegExp(
  String.raw`^(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})\.?(?:$|(?:[T\s(-]${OTHER_DATE}).{0,40}$)`,
  'u',
);
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:$|T?\d{2,6}Z?$|T\d{2}:?\d{2}.{0,16}$)/u;
const CJK = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/u;
const VIETNAMESE = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2})(?: năm)? (\d{4})$/iu;
const NUMERIC = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})\.?$/u;
const SHORT = /(?<![\d.,/:-])(\d{1,2})([./])(\d{1,2})\2(\d{2})(?![\d./-]|:\d)/gu;
const ORDINAL = '(?:st|nd|rd|th|er|\\.|º|ª|-?an)?';
const OF = "(?:de |di |of |d['’])?";
const WORD = "([\\p{L}\\p{M}'’](?:[\\p{L}\\p{M}'’.]{0,14}[\\p{L}\\p{M}])?)\\.?";
const DAY_FIRST = new RegExp(`^(?:the )?(\\d{1,2})${ORDINAL}[ /-]?${OF}${WORD}(?: de| del)?[ /-]?(\\d{4})$`, 'iu');
const MONTH_FIRST = new RegExp(`^${WORD}[ /-](\\d{1,2})${ORDINAL}[ /-](\\d{4})$`, 'u');
const YEAR_FIRST = new RegExp(`^(\\d{4})\\.?[ /-]${WORD}[ /-](\\d{1,2})\\.?$`, 'u');
const YEAR_DAY = new RegExp(`^(\\d{4})\\.?[ /-](\\d{1,2})\\.? ${WORD}$`, 'u');
const DATELINE =
  /^\p{Lu}[\p{L}\s.'’,/-]{1,60}?(?:[,\s(]\s*|\s\([^)]{2,40}\)\s*)(\p{L}{3,9}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s\p{L}{3,9}\.?,?\s\d{4})\)?\s*(?:\([^)]{2,40}\)\s*)?[-–—:]/u;
const NAME = String.raw`[\p{L}\p{M}’']{2,16}\.?`;
const AMONG_WORDS = new RegExp(
  String.raw`(?<![\p{L}\d.])(?:\d{4}-\d{2}-\d{2}|\d{4}[年년]\s*\d{1,2}[月월]\s*\d{1,2}[日일]|\d{4}[./]\d{2}[./]\d{2}|\d{1,2}([./])\d{1,2}\1\d{4}|\d{1,2}(?:st|nd|rd|th|\.|er|º)?\s(?:de\s|of\s|d['’])?${NAME},?\s(?:del?\s)?\d{4}|\d{1,2}-${NAME}-\d{4}|${NAME}\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{4}\.?\s${NAME}\s\d{1,2}\.)(?![\p{L}\d])`,
  'gu',
);
const URL_DAY = /[/=_-]((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=$|[/._-])/iu;
const URL_RUN = /[/_-]((?:19|20)\d{2})([01]\d)([0-3]\d)(?=$|[/_.-])/u;

/**
 * The calendar day that a metadata value states: ISO 8601, RFC 2822, `2022/11/27`, days with a month's name in some forty
 * languages, epoch in seconds or milliseconds. The day is the one written, in the writer's own zone; `03/04/2024` could
 * be two days and is none, unless `order` is known. A day more than one after `now` (epoch milliseconds) is refused.
 */
export function dateOfValue(value: string | number, now: number, order?: NumberOrder): IsoDate | undefined {
  if (typeof value === 'number' || /^\s*(?:\d{10}|\d{13})\s*$/u.test(value)) return dateOfEpoch(Number(value), now);
  const text = value.trim();
  if (text.length > LONGEST_DATE_LINE) return undefined;
  const plain = plainCalendarWords(text);
  return numericDay(plain, now) ?? wordedDay(plain, now, order);
}

/** The date of a line that says nothing but a date: "Published On: Jan 29, 2024", "Tuesday, 5 March 2024 10:30 IST". */
export function dateOfLine(line: string, now: number, order?: NumberOrder): StatedDate | undefined {
  if (line.length > LONGEST_DATE_LINE || !/\p{Nd}/u.test(line)) return undefined;
  const found = line.split(PARTS).map((part) => dateOfPart(part.replace(/^\(|\)$/gu, ''), now, order));
  const bare = line.replace(PUBLISHED_LABEL, '').replace(UPDATED_LABEL, '');
  const labelled = found.some((date) => date !== undefined && date.basis !== 'alone');
  if (found[0] === undefined && !labelled && dateOfValue(bare, now, order) === undefined) return undefined;
  return (
    found.find((date) => date?.basis === 'published') ??
    found.find((date) => date?.basis === 'alone') ??
    found.find((date) => date !== undefined)
  );
}

/** The one date of a line that says hardly more: "Agency, on 25.01.2022", "Harbour Desk • 2 March 2024". */
export function dateAmongWords(line: string, now: number, order?: NumberOrder): StatedDate | undefined {
  const plain = line.length > LONGEST_DATE_LINE ? '' : plainCalendarWords(line);
  const dates = datesAmongWords(plain, now, order);
  const rest =
    plain
      .replace(AMONG_WORDS, ' ')
      .replace(CLOCK, ' ')
      .match(/\p{L}{2,}/gu) ?? [];
  const date = dates.length === 1 && rest.length <= MOST_OTHER_WORDS ? dates[0] : undefined;
  return date === undefined ? undefined : { date, basis: UPDATED_LABEL.test(plain) ? 'updated' : 'alone' };
}

/** The days that stand in a text, in its order; what only looks like a date is left out. */
export function datesAmongWords(text: string, now: number, order?: NumberOrder): IsoDate[] {
  return [...plainCalendarWords(text).matchAll(AMONG_WORDS)]
    .map(([written]) => dateOfValue(written, now, order))
    .filter((date) => date !== undefined);
}

/**
 * The one day with the last two digits of its year in a line that says hardly more, as a page has it that has no room:
 * "Culture, 30.10.23". Only for lines that are marked as a date.
 */
export function dateOfShortLine(line: string, now: number): IsoDate | undefined {
  const plain = line.length > LONGEST_DATE_LINE ? '' : plainCalendarWords(line);
  const [first, second] = [...plain.matchAll(SHORT)];
  const words = plain.replace(CLOCK, ' ').match(/\p{L}{2,}/gu)?.length ?? 0;
  if (first === undefined || second !== undefined || words > MOST_OTHER_WORDS) return undefined;
  return calendarDay(2000 + Number(first[4]), Number(first[3]), Number(first[1]), now);
}

/** The date of a dateline at the head of a paragraph, where a year stands in it: "KHARTOUM, March 5, 2024 (Agency) -". */
export function dateOfDateline(paragraph: string, now: number): IsoDate | undefined {
  const date = DATELINE.exec(paragraph.slice(0, LONGEST_DATE_LINE))?.[1];
  return date === undefined ? undefined : dateOfValue(date, now);
}

/** The day in an address: `/2024/03/05/`, `/20240305/`, `/2024/mar/05/`, `-2024-03-05.html`. */
export function dateOfUrl(url: string, now: number): IsoDate | undefined {
  const path = url.slice(0, 2000);
  const [, year, month = '', day] = URL_DAY.exec(path) ?? URL_RUN.exec(path) ?? [];
  return calendarDay(Number(year), Number(month) || monthOf(month), Number(day), now);
}

/** The month in an address that holds no day, `YYYY-MM`: `/2024/03/talks`. */
export function monthOfUrl(url: string): string | undefined {
  const [, year, month] = /\/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])\//u.exec(url.slice(0, 2000)) ?? [];
  return month === undefined ? undefined : `${year}-${month}`;
}

function dateOfPart(part: string, now: number, order?: NumberOrder): StatedDate | undefined {
  const updated = UPDATED_LABEL.test(part);
  const published = !updated && PUBLISHED_LABEL.test(part);
  const bare = part
    .replace(updated ? UPDATED_LABEL : PUBLISHED_LABEL, '')
    .replace(BARE_LABEL, '')
    .replace(/^[\s:：,–—-]+/u, '')
    .replace(/^(?:on|am|le|el|em|il|op)\s+/iu, '');
  const date = dateOfValue(bare, now, order);
  return date === undefined ? undefined : { date, basis: updated ? 'updated' : published ? 'published' : 'alone' };
}

function dateOfEpoch(value: number, now: number): IsoDate | undefined {
  const ms = value < 1e11 ? value * 1000 : value;
  if (!(ms > 1e11 && ms <= now + DAY_MS)) return undefined;
  return new Date(ms).toISOString().slice(0, 10);
}

function numericDay(text: string, now: number): IsoDate | undefined {
  const iso = ISO.exec(text);
  if (iso) return calendarDay(Number(iso[1]), Number(iso[3]), Number(iso[4]), now);
  const run = COMPACT.exec(text) ?? CJK.exec(text);
  return run ? calendarDay(Number(run[1]), Number(run[2]), Number(run[3]), now) : undefined;
}

function wordedDay(text: string, now: number, order?: NumberOrder): IsoDate | undefined {
  const bare = withoutClock(text);
  const day = (year = '', month = 0, of = ''): IsoDate | undefined =>
    calendarDay(yearOf(year, text), month, Number(of), now);
  const dayFirst = DAY_FIRST.exec(bare);
  if (dayFirst) return day(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(bare);
  if (monthFirst) return day(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const yearFirst = YEAR_FIRST.exec(bare);
  if (yearFirst) return day(yearFirst[1], monthOf(yearFirst[2]), yearFirst[3]);
  const yearDay = YEAR_DAY.exec(bare);
  if (yearDay) return day(yearDay[1], monthOf(yearDay[3]), yearDay[2]);
  const vietnamese = VIETNAMESE.exec(bare);
  if (vietnamese) return day(vietnamese[3], Number(vietnamese[2]), vietnamese[1]);
  const numeric = NUMERIC.exec(bare);
  return numeric ? ordered(numeric, now, order) : numericDay(bare, now);
}

/** Thailand counts 543 years more. */
function yearOf(year: string, text: string): number {
  return Number(year) > 2400 && /\p{sc=Thai}/u.test(text) ? Number(year) - 543 : Number(year);
}

/** Points part day from month in Europe alone; with slashes only a number over 12, or the page, tells which is the day. */
function ordered(parts: RegExpExecArray, now: number, order?: NumberOrder): IsoDate | undefined {
  const [first, second, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
  if (parts[2] === '.' || first > 12 || first === second) return calendarDay(year, second, first, now);
  if (second > 12 || order === 'month first') return calendarDay(year, first, second, now);
  return order === 'day first' ? calendarDay(year, second, first, now) : undefined;
}

function withoutClock(text: string): string {
  return text
    .replace(CLOCK, ' ')
    .replace(ZONE, ' ')
    .replace(CALENDAR_NOUNS, ' ')
    .replace(/[\p{L}\p{M}\u200C’]+\.?/gu, (word) => (WEEKDAYS.has(word.toLowerCase().replace('.', '')) ? ' ' : word))
    .replace(/[,|،、]+|\s[–—-]+(?=\s|$)|[（(]\s*[)）]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.:–—-]+|[\s.:–—-]+$/gu, '');
}

function calendarDay(year: number, month: number, day: number, now: number): IsoDate | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  const allowed = exists && year >= FIRST_YEAR && at.getTime() !== 0 && at.getTime() <= now + DAY_MS;
  return allowed ? at.toISOString().slice(0, 10) : undefined;
}
