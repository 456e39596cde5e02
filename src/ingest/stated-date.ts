import type { IsoDate } from '../domain/article.ts';
import { MONTHS, WEEKDAYS } from './calendar-words.ts';

/** A date that a line of a page states, and what it says of it. */
export interface StatedDate {
  readonly date: IsoDate;
  readonly basis: 'published' | 'updated' | 'alone';
}

const DAY_MS = 86_400_000;
/** No newspaper text of an archive is older; years below are placeholders of broken software. */
const FIRST_YEAR = 1900;
const LONGEST_DATE_LINE = 160;
/** Words beside a date that leave a line a date line: a name, an agency, a place. */
const MOST_OTHER_WORDS = 5;

const PUBLISHED =
  /^(?:first |originally |article |date )?(?:published|posted|publish(?:ed)? date|publication date|released|created|(?:veröffentlicht|erstellt|erschienen)(?: am)?|publié(?: le)?|publicado(?: el| em)?|pubblicato(?: il)?|gepubliceerd(?: op)?|yayınlanma(?: tarihi)?|опубликовано)(?: on| at|:|\b)/iu;
/** Says that a date follows, but not of what: the page or an entry of a chronology. */
const BARE_LABEL = /^(?:date|datum|fecha|data|tarih|дата|vom|issued)\b\s*:?/iu;
const UPDATED =
  /^(?:last |article )?(?:updated?|modified|edited|changed|aktualisiert(?: am)?|mis à jour(?: le)?|modifié(?: le)?|actualizado(?: el)?|atualizado(?: em)?|aggiornato(?: il)?|bijgewerkt(?: op)?|güncellenme(?: tarihi)?|обновлено)(?: on| at|:|\b)/iu;
/** Where one line states several dates. */
const PARTS = /\s*[|•·‖;]\s*|\s+(?=\(?(?:last )?(?:updated|modified)\b)|\s[–—-]\s(?=\p{L})|\s*\/\/\s*/iu;

const CLOCK =
  /(?:\b(?:at|um|à|a las|às|alle|om|kl\.?|saat)\s+)?\b\d{1,2}(?:[:h]\d{2}|\.\d{2}(?=\s*(?:[ap]\.?m|uhr|[A-Z]{2,4}\b)))(?::\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?m\b\.?|uhr|hrs?\b|Z\b)?|\b\d{1,2}\s*[ap]\.?m\b\.?/giu;
const ZONE =
  /\((?:[\w :+/.-]{1,40})\)|\b(?:GMT|UTC)\s*[+-]?\d{0,2}:?\d{0,2}|\b[A-Z]{2,4}T\b|\bMSK\b|\bEat\b|[+-]\d{2}:?\d{2}\b/gu;
const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:$|[T\s].{0,40}$)/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:$|T?\d{2,6}Z?$)/u;
const CJK = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/u;
const NUMERIC = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/u;
const ORDINAL = '(?:st|nd|rd|th|er|\\.|º|ª)?';
const WORD = '(\\p{L}{3,12})\\.?';
const DAY_FIRST = new RegExp(`^(\\d{1,2})${ORDINAL}[ /-](?:de |of )?${WORD}(?: de| del)?[ /-](\\d{4})$`, 'u');
const MONTH_FIRST = new RegExp(`^${WORD}[ /-](\\d{1,2})${ORDINAL}[ /-](\\d{4})$`, 'u');
const YEAR_FIRST = new RegExp(`^(\\d{4})[ /-]${WORD}[ /-](\\d{1,2})$`, 'u');
const DATELINE =
  /^\p{Lu}[\p{L}\s.'’,/-]{1,60}?(?:[,\s(]\s*|\s\([^)]{2,40}\)\s*)(\p{L}{3,9}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s\p{L}{3,9}\.?,?\s\d{4})\)?\s*(?:\([^)]{2,40}\)\s*)?[-–—:]/u;
const AMONG_WORDS =
  /(?<![\p{L}\d.])(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}(?:st|nd|rd|th|\.)?\s(?:de\s)?\p{L}{3,10}\.?,?\s(?:de\s)?\d{4}|\p{L}{3,10}\.?\s\d{1,2},?\s\d{4})(?![\p{L}\d])/gu;
const URL_DAY = /[/=_-]((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=$|[/._-])/iu;
const URL_RUN = /\/((?:19|20)\d{2})(\d{2})(\d{2})(?=\/)/u;

/**
 * The calendar day that a metadata value states: ISO 8601, RFC 2822, `2022/11/27`, days with a month's name, epoch in
 * seconds or milliseconds. The day is the one written, in the writer's own zone; `03/04/2024` could be two days and is
 * none. A day more than one after `now` (epoch milliseconds) is refused.
 */
export function dateOfValue(value: string | number, now: number): IsoDate | undefined {
  if (typeof value === 'number' || /^\s*(?:\d{10}|\d{13})\s*$/u.test(value)) return dateOfEpoch(Number(value), now);
  const text = value.trim();
  if (text.length > LONGEST_DATE_LINE) return undefined;
  return numericDay(text, now) ?? wordedDay(text, now);
}

/** The date of a line that says nothing but a date: "Published On: Jan 29, 2024", "Tuesday, 5 March 2024 10:30 IST". */
export function dateOfLine(line: string, now: number): StatedDate | undefined {
  if (line.length > LONGEST_DATE_LINE || !/\d/u.test(line)) return undefined;
  const found = line.split(PARTS).map((part) => dateOfPart(part.replace(/^\(|\)$/gu, ''), now));
  const bare = line.replace(PUBLISHED, '').replace(UPDATED, '');
  const labelled = found.some((date) => date !== undefined && date.basis !== 'alone');
  if (found[0] === undefined && !labelled && dateOfValue(bare, now) === undefined) return undefined;
  return (
    found.find((date) => date?.basis === 'published') ??
    found.find((date) => date?.basis === 'alone') ??
    found.find((date) => date !== undefined)
  );
}

/** The one date of a line that says hardly more: "Agency, on 25.01.2022", "Harbour Desk • 2 March 2024". */
export function dateAmongWords(line: string, now: number): StatedDate | undefined {
  const dates = line.length > LONGEST_DATE_LINE ? [] : [...line.matchAll(AMONG_WORDS)];
  const rest =
    line
      .replace(AMONG_WORDS, ' ')
      .replace(CLOCK, ' ')
      .match(/\p{L}{2,}/gu) ?? [];
  const date =
    dates.length === 1 && rest.length <= MOST_OTHER_WORDS ? dateOfValue(dates[0]?.[0] ?? '', now) : undefined;
  return date === undefined ? undefined : { date, basis: UPDATED.test(line) ? 'updated' : 'alone' };
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

function dateOfPart(part: string, now: number): StatedDate | undefined {
  const updated = UPDATED.test(part);
  const published = !updated && PUBLISHED.test(part);
  const bare = part
    .replace(updated ? UPDATED : PUBLISHED, '')
    .replace(BARE_LABEL, '')
    .replace(/^[\s:,–—-]+/u, '')
    .replace(/^(?:on|am|le|el|em|il|op)\s+/iu, '');
  const date = dateOfValue(bare, now);
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

function wordedDay(text: string, now: number): IsoDate | undefined {
  const bare = withoutClock(text);
  const dayFirst = DAY_FIRST.exec(bare);
  if (dayFirst) return calendarDay(Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]), now);
  const monthFirst = MONTH_FIRST.exec(bare);
  if (monthFirst) return calendarDay(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]), now);
  const yearFirst = YEAR_FIRST.exec(bare);
  if (yearFirst) return calendarDay(Number(yearFirst[1]), monthOf(yearFirst[2]), Number(yearFirst[3]), now);
  const numeric = NUMERIC.exec(bare);
  return numeric ? (europeanOrClear(numeric, now) ?? undefined) : numericDay(bare, now);
}

/** Points part day from month in Europe alone; with slashes only a number over 12 tells which is the day. */
function europeanOrClear(parts: RegExpExecArray, now: number): IsoDate | undefined {
  const [first, second, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
  if (parts[2] === '.' || first > 12 || first === second) return calendarDay(year, second, first, now);
  return second > 12 ? calendarDay(year, first, second, now) : undefined;
}

function withoutClock(text: string): string {
  return text
    .replace(CLOCK, ' ')
    .replace(ZONE, ' ')
    .replace(/\p{L}+\.?/gu, (word) => (WEEKDAYS.has(word.toLowerCase().replace('.', '')) ? ' ' : word))
    .replace(/[,|]+|\s[–—-]+(?=\s|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.:–—-]+|[\s.:–—-]+$/gu, '');
}

function monthOf(word = ''): number {
  return MONTHS.get(word.toLowerCase().replace('.', '')) ?? 0;
}

function calendarDay(year: number, month: number, day: number, now: number): IsoDate | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  const allowed = exists && year >= FIRST_YEAR && at.getTime() !== 0 && at.getTime() <= now + DAY_MS;
  return allowed ? at.toISOString().slice(0, 10) : undefined;
}
