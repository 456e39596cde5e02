import type { Article, IsoDate } from '../domain/article.ts';
import { isStopWord, words } from '../text/words.ts';

/** A calendar day as a query names it, its year left out where the query leaves it out. */
interface NamedDay {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|' +
  'nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?:,?\\s+(\\d{4}))?';
const ISO = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g;
const DAY_FIRST = new RegExp(`\\b${DAY}\\s+(?:of\\s+)?${MONTH}${YEAR}\\b`, 'gi');
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s+(?:the\\s+)?${DAY}\\b${YEAR}\\b`, 'gi');

/** Tells whether an article was published on a day that the query names: "19 January", "January 19, 2024", "2024-01-19". */
export function namedDay(query: string): (publishedAt: IsoDate | undefined) => boolean {
  const days = [
    ...[...query.matchAll(ISO)].map(([, year, month, day]) => namedBy(day, Number(month), year)),
    ...[...query.matchAll(DAY_FIRST)].map(([, day, month, year]) => namedBy(day, monthOf(month), year)),
    ...[...query.matchAll(MONTH_FIRST)].map(([, month, day, year]) => namedBy(day, monthOf(month), year)),
  ];
  return (publishedAt) => {
    const [year, month, day] = (publishedAt ?? '').split('-').map(Number);
    return days.some((named) => named.day === day && named.month === month && (named.year ?? year) === year);
  };
}

/** Tells whether the query names an article's outlet, however it spaces the name: "Al Jazeera", "aljazeera.com". */
export function namedOutlet(query: string): (outlet: Article['outlet']) => boolean {
  const spoken = runsOf(words(query));
  const known = new Map<string, boolean>();
  return (outlet) => {
    if (outlet === undefined) return false;
    const named = known.get(outlet) ?? (isProper(outlet, query) && spoken.has(joined(outlet)));
    known.set(outlet, named);
    return named;
  };
}

/** Words of an outlet's longest name: "The New York Times International Edition". */
const LONGEST_NAME = 6;

/** Every run of neighbouring words, written as one. */
function runsOf(spoken: readonly string[]): ReadonlySet<string> {
  const runs = new Set<string>();
  for (let start = 0; start < spoken.length; start += 1)
    for (let end = start + 1; end <= Math.min(start + LONGEST_NAME, spoken.length); end += 1)
      runs.add(spoken.slice(start, end).join(''));
  return runs;
}

/** The name without "The", "www." and the ending of a host name. Empty for a name of stop words alone. */
function joined(outlet: string): string {
  const name = outlet
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/i, '')
    .replace(/^the\s+/i, '')
    .replace(/(?<=\S)(?:\.[a-z]{2,6}){1,2}(?:\/.*)?$/, '');
  const spoken = words(name);
  return spoken.every(isStopWord) ? '' : spoken.join('');
}

/** "Time" and "Sky" are words too: a name of one word must be written as a name where the query has capitals at all. */
function isProper(outlet: string, query: string): boolean {
  const name = joined(outlet);
  if (name === '') return false;
  const written = outlet.trim().split(/\s+/).length === 1 && !outlet.includes('.');
  return !written || !/\p{Lu}/u.test(query) || query.includes(outlet.trim());
}

function namedBy(day: string | undefined, month: number, year: string | undefined): NamedDay {
  return { day: Number(day), month, ...(year === undefined ? {} : { year: Number(year) }) };
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}
