import { expect, test } from 'vitest';
import { copies, type Rewording, rewordings } from './rewordings.ts';

const faithful = rewordings();
const all = [...faithful, ...copies()];

test('there are at least 330 rewordings of at least eleven kinds, 25 or more of each', () => {
  const kinds = Map.groupBy(faithful, ({ kind }) => kind);
  expect(faithful.length).toBeGreaterThanOrEqual(330);
  expect(kinds.size).toBeGreaterThanOrEqual(11);
  for (const [kind, entries] of kinds) expect(entries.length, kind).toBeGreaterThanOrEqual(25);
});

test('at least 300 rewordings are in other words than their quotes, and every copy is in the same', () => {
  expect(faithful.filter((entry) => !isWordForWord(entry)).length).toBeGreaterThanOrEqual(300);
  expect(copies().length).toBeGreaterThanOrEqual(55);
  expect(copies().filter((entry) => !isWordForWord(entry))).toEqual([]);
});

test('no claim is there twice', () => {
  const claims = all.map(({ claim }) => folded(claim));
  expect(claims.filter((claim, at) => claims.indexOf(claim) !== at)).toEqual([]);
});

test('every article has an outlet, a title and a day that the calendar knows', () => {
  for (const { article } of all) {
    expect(article.outlet.trim()).not.toBe('');
    expect(article.title.trim()).not.toBe('');
    expect(new Date(`${article.publishedAt}T00:00:00Z`).toISOString().slice(0, 10)).toBe(article.publishedAt);
  }
});

test('quotes have 12 to 40 words, claims at most 35, and both end as sentences do', () => {
  for (const { quotes, claim } of all) {
    expect(quotes.length).toBeGreaterThan(0);
    for (const quote of quotes) {
      expect(words(quote), quote).toBeGreaterThanOrEqual(12);
      expect(words(quote), quote).toBeLessThanOrEqual(40);
    }
    expect(words(claim), claim).toBeLessThanOrEqual(35);
    for (const sentence of [...quotes, claim]) expect(sentence).toMatch(/^["“\p{Lu}\d].*[.”"]$/u);
  }
});

test('the day that a claim names is the one its quote means, counted from the day of publication', () => {
  const dated = faithful.filter(({ kind }) => kind === 'relative-date');
  for (const entry of dated) {
    const days = daysNamed(entry);
    expect(days.length, entry.claim).toBeGreaterThan(0);
    for (const day of days) expect(entry.quotes.join(' '), entry.claim).toMatch(wordsFor(day, entry));
  }
});

const dayBeforeMonth = /\b(\d{1,2}) ([A-Z][a-z]+)\b/g;
const monthBeforeDay = /\b(January|March|December) (\d{1,2})\b/g;

function daysNamed({ article, claim }: Rewording): readonly Date[] {
  const year = article.publishedAt.slice(0, 4);
  return [
    ...[...claim.matchAll(dayBeforeMonth)].map(([, day, month]) => `${day} ${month} ${year} UTC`),
    ...[...claim.matchAll(monthBeforeDay)].map(([, month, day]) => `${day} ${month} ${year} UTC`),
  ]
    .map((written) => new Date(written))
    .filter((day) => !Number.isNaN(day.getTime()));
}

function wordsFor(day: Date, { article }: Rewording): RegExp {
  const away = (day.getTime() - Date.parse(article.publishedAt)) / 86_400_000;
  const weekday = day.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
  const near = new Map([
    [-1, 'yesterday'],
    [0, 'today'],
    [1, 'tomorrow'],
  ]).get(away);
  expect(Math.abs(away)).toBeLessThanOrEqual(6);
  return new RegExp(near === undefined ? weekday : `${near}|${weekday}`, 'i');
}

function isWordForWord({ quotes, claim }: Rewording): boolean {
  return quotes.some((quote) => folded(quote).includes(folded(claim).replace(/\.$/, '')));
}

function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

function words(text: string): number {
  return text.split(/\s+/).length;
}
