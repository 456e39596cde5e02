import type { IsoDate } from '../domain/article.ts';
import { formatDay, formatDays } from '../domain/day.ts';
import { arabic } from './phrases/arabic.ts';
import { chinese } from './phrases/chinese.ts';
import { english } from './phrases/english.ts';
import { french } from './phrases/french.ts';
import { german } from './phrases/german.ts';
import { hebrew } from './phrases/hebrew.ts';
import { persian } from './phrases/persian.ts';
import type { Phrases } from './phrases/phrases.ts';
import { russian } from './phrases/russian.ts';
import { spanish } from './phrases/spanish.ts';
import { turkish } from './phrases/turkish.ts';
import { ukrainian } from './phrases/ukrainian.ts';
import { urdu } from './phrases/urdu.ts';

export type { Phrases } from './phrases/phrases.ts';
export { english };

const all = [arabic, chinese, french, german, hebrew, persian, russian, spanish, turkish, ukrainian, urdu];
const byLanguage: ReadonlyMap<string, Phrases> = new Map(all.map((phrases) => [phrases.language, phrases]));

/** The frame words of a reply in a language, which BCP 47 names; English where it has none. */
export function phrasesOf(language: string | undefined): Phrases {
  return (language === undefined ? undefined : byLanguage.get(language)) ?? english;
}

/** A phrase with its places filled. */
export function filled(phrase: string, values: Readonly<Record<string, string | number>>): string {
  return phrase.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

const forms = {
  plain: { dateStyle: 'long' },
  weekday: { dateStyle: 'full' },
  'without-year': { month: 'long', day: 'numeric' },
} as const;

/** A day in words: `formatDay` in English, else as the platform writes it, in the digits that citation marks have. */
export function dayWords(date: IsoDate, { language }: Phrases, form: keyof typeof forms = 'plain'): string {
  const day = dayOf(date);
  if (language === english.language || Number.isNaN(day.getTime())) return formatDay(date, form);
  return new Intl.DateTimeFormat(localeOf(language), { ...forms[form], timeZone: 'UTC' }).format(day);
}

/** Two days in the fewest words. */
export function daysWords(from: IsoDate, to: IsoDate, phrases: Phrases): string {
  const { language } = phrases;
  if (language === english.language) return formatDays(from, to);
  if (from === to) return dayWords(to, phrases);
  const form = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  const range = new Intl.DateTimeFormat(localeOf(language), form).formatRange(
    ...([from, to].map(dayOf) as [Date, Date]),
  );
  // Chinese has figures alone there
  return range.includes('/') ? `${dayWords(from, phrases)}–${dayWords(to, phrases)}` : range;
}

function dayOf(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** A number with one decimal, in the digits that citation marks have. */
export function decimalWords(value: number, { language }: Phrases): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false };
  return language === english.language
    ? value.toFixed(1)
    : new Intl.NumberFormat(localeOf(language), digits).format(value);
}

/** The words to put into a sentence: English ones into one that stays English, where its letters tell. */
export function phrasesWithin(text: string, phrases: Phrases): Phrases {
  return otherLetters.test(phrases.sources) && !otherLetters.test(text) ? english : phrases;
}

const otherLetters = /[^\p{Script=Latin}\P{L}]/u;

function localeOf(language: string): string {
  return `${language}-u-nu-latn-ca-gregory`;
}
