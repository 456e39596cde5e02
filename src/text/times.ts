import type { TimeExpression } from '../domain/mention.ts';
import { isoDate } from './calendar.ts';
import { numberOf } from './numbers.ts';

/** A time in a text: half-open offsets in UTF-16 code units, never overlapping, in order. */
export interface TimeFound {
  readonly start: number;
  readonly end: number;
  readonly expression: TimeExpression;
}

interface Rule {
  readonly pattern: RegExp;
  readonly read: (part: Readonly<Record<string, string | undefined>>, before: string) => TimeExpression | undefined;
}

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const MONTH =
  '(?<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)';
const DAY = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?';
const YEAR = '(?<year>(?:19|20)\\d{2})';
const WEEKDAY = '(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri)\\.)';
const NUMBER =
  '(?<number>[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|\\d{1,3})';
const PART = '(?: (?:morning|afternoon|evening|night))?';

const RULES: readonly Rule[] = [
  rule(`(?<year>[12]\\d{3})-(?<month>[01]\\d)-(?<day>[0-3]\\d)(?!\\d)`, ({ year, month, day }) =>
    dayOf(year, Number(month), day),
  ),
  rule(`(?<a>\\d{1,2})/(?<b>\\d{1,2})/${YEAR}`, ({ a, b, year }) => slashed(Number(a), Number(b), year)),
  rule(
    `(?:${WEEKDAY},? )?${MONTH} ${DAY}(?:(?:-|–| to | and )\\d{1,2})?(?!\\d|[.:]\\d|%)(?:,? ${YEAR})?(?!\\d)`,
    dayInMonth,
  ),
  rule(
    `(?:${WEEKDAY},? )?(?:the )?${DAY}(?:(?:-|–| to | and )\\d{1,2})? (?:of )?${MONTH}(?:,? ${YEAR})?(?!\\d)`,
    dayInMonth,
  ),
  rule(
    `(?<=\\b[Ii]n |[Ss]ince |[Uu]ntil |\\b[Bb]y |[Dd]uring |[Ll]ast |[Nn]ext |[Tt]his |[Ee]arly |[Ll]ate |[Mm]id-|[Ff]rom |\\bof |[Tt]hrough |[Bb]efore |[Aa]fter )${MONTH}(?! \\d)(?!\\w)`,
    ({ month }) => ({
      kind: 'month',
      month: monthNumber(month),
    }),
  ),
  rule(`${MONTH},? (?:of )?${YEAR}(?!\\d)`, ({ month, year }) => ({
    kind: 'month',
    year: Number(year),
    month: monthNumber(month),
  })),
  rule(
    `(?<=\\b[Ii]n (?:early |late |mid-)?|[Ss]ince (?:early |late |mid-)?|\\b[Ee]arly |\\b[Ll]ate |\\bmid-|\\bof |[Dd]uring |[Ff]rom |[Ll]ast in )${YEAR}(?![\\d,.]\\d|-?\\w| (?:people|fighters|troops|soldiers|militants|rounds|tons|tonnes|civilians))`,
    ({ year }) => ({
      kind: 'year',
      year: Number(year),
    }),
  ),
  rule(
    `(?:(?<next>(?:this coming|next|coming) )|(?<last>(?:this past|last|past) ))?(?:(?:early|late) (?:on )?)?(?<weekday>${WEEKDAY})${PART}(?: (?<week>last|next|this) week)?(?![\\w])`,
    weekday,
  ),
  rule(`(?:the )?day before yesterday`, () => offset(-2)),
  rule(`(?:the )?day after tomorrow`, () => offset(2)),
  rule(
    `(?<!\\b(?:USA|Russia|India|Pakistan|Africa|Turkey|Europe) )(?:[Ee]arlier |[Ll]ater )?(?:today|Today(?= [a-z]|,))|[Tt]onight|[Tt]his (?:morning|afternoon|evening)`,
    () => offset(0),
  ),
  rule(`(?:late |early |[Ee]arlier )?[Yy]esterday${PART}|[Ll]ast (?:night|evening)`, () => offset(-1)),
  rule(`[Tt]omorrow${PART}`, () => offset(1)),
  rule(`${NUMBER} days? ago`, ({ number }) => offset(-count(number))),
  rule(
    `(?:(?:${NUMBER.replace('?<number>', '?:')}|several|many|some|few|a few|a couple of) )?(?:days|weeks?|months?|years?) ago`,
    () => ({
      kind: 'unstated',
    }),
  ),
  rule(
    `(?:[Ii]n |[Oo]ver |[Dd]uring )?(?:the )?(?:[Ll]ast|[Pp]ast|recent|[Tt]his) (?:(?:few|two|three|four|several|couple of) )?(?:days|weeks?|months?|years?|decades?)`,
    () => ({
      kind: 'unstated',
    }),
  ),
  rule(`${NUMBER} days? (?<side>later|earlier)`, ({ number, side }) => beside(count(number), side === 'later')),
  rule(`${NUMBER} weeks? (?<side>later|earlier)`, ({ number, side }) => beside(7 * count(number), side === 'later')),
  rule(`[Tt]he (?:next|following) day`, () => beside(1, true)),
  rule(`[Tt]he previous day`, () => beside(1, false)),
];

/** "by Friday": right before the day; "struck by rockets on Friday" is over. */
const BY = /\bby (?:late |early )?$/i;

/** What makes a weekday lie ahead, if nothing is reported between it and the weekday. */
const AHEAD =
  /\b(?:will|would|shall|'ll|’ll|(?:is|are|was|were) (?:due|to|set|scheduled|expected|slated|going)|due|scheduled|set to|plans? to|planned for|expected|slated|ahead of|upcoming|until|before|starting|beginning)\b(?!.*\b(?:said|says|told|announced|reported|added|wrote|stated|after|following)\b).*$/i;

/**
 * The times that a text names. 'after-act' comes with `actAt` -1: which act "two days later" counts from is for the
 * reader of clauses to say. "Last week" and "months ago" are 'unstated': some day up to the article's.
 */
export function findTimes(text: string): TimeFound[] {
  const found: TimeFound[] = [];
  for (const { pattern, read } of RULES) {
    for (const match of text.matchAll(pattern)) {
      const before = clauseBefore(text, match.index);
      const expression = read(match.groups ?? {}, before);
      if (expression !== undefined)
        found.push(sinceThen(before, match.index, match.index + match[0].length, expression));
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(longestFirst());
}

/** Keeps a span unless an earlier or longer one covers its beginning. */
function longestFirst(): (time: TimeFound) => boolean {
  let end = 0;
  return (time) => {
    if (time.start < end) return false;
    end = time.end;
    return true;
  };
}

function clauseBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 120), at);
  return before.slice(Math.max(before.search(/[.!?;\n][^.!?;\n]*$/) + 1, 0));
}

function sinceThen(before: string, start: number, end: number, expression: TimeExpression): TimeFound {
  const since = /\b[Ss]ince (?:(?:early|late|at least) )?$/.exec(before);
  if (since === null) return { start, end, expression };
  return { start: start - since[0].length, end, expression: { kind: 'since', from: expression } };
}

function rule(source: string, read: Rule['read']): Rule {
  return { pattern: new RegExp(`(?<![\\w])(?:${source})`, 'gu'), read };
}

function dayInMonth({ year, month, day }: Readonly<Record<string, string | undefined>>): TimeExpression | undefined {
  const number = monthNumber(month);
  if (year !== undefined) return dayOf(year, number, day);
  const fits = isoDate(2024, number, Number(day)) !== undefined;
  return fits ? { kind: 'month-day', month: number, day: Number(day) } : undefined;
}

function dayOf(year: string | undefined, month: number, day: string | undefined): TimeExpression | undefined {
  const date = isoDate(Number(year), month, Number(day));
  return date === undefined ? undefined : { kind: 'day', date };
}

/** Only where one of the two can be no month: else nobody knows which is which. */
function slashed(a: number, b: number, year: string | undefined): TimeExpression | undefined {
  if (a > 12) return dayOf(year, b, String(a));
  if (b > 12 || a === b) return dayOf(year, a, String(b));
  return undefined;
}

function weekday(part: Readonly<Record<string, string | undefined>>, before: string): TimeExpression {
  const number = DAY_NAMES.indexOf((part['weekday'] ?? '').slice(0, 3).toLowerCase());
  const past = part['last'] !== undefined || part['week'] === 'last';
  const future =
    !past && (part['next'] !== undefined || part['week'] === 'next' || AHEAD.test(before) || BY.test(before));
  const weeks = part['week'] === 'last' || part['week'] === 'next' ? { weeks: 1 } : {};
  return { kind: 'weekday', weekday: number, direction: future ? 'future' : 'past', ...weeks };
}

function offset(days: number): TimeExpression {
  return { kind: 'offset', days };
}

function beside(days: number, later: boolean): TimeExpression {
  return { kind: 'after-act', days: later ? days : -days, actAt: -1 };
}

function monthNumber(name: string | undefined): number {
  return MONTH_NAMES.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function count(number: string | undefined): number {
  return numberOf(number ?? '');
}
