import type { IsoDate } from '../domain/article.ts';
import { words } from '../text/words.ts';

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** Text as the index holds it. Terms of a query go through the same, so that what reads alike meets. */
export function indexWords(text: string): string {
  return words(text).join(' ');
}

/** A date as people ask for it and as it is written: "19 january 2024 2024 01 19". Empty for no date. */
export function dateWords(date: IsoDate | undefined): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return '';
  return indexWords(`${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year} ${date}`);
}

/**
 * Any of the terms, as FTS5 takes it, each as often as it is given; empty where no term holds a letter or digit. Nothing
 * but letters and digits is left of a term, and it stands in quotes, so nothing in it can be an operator.
 * https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
export function matchExpression(terms: readonly string[]): string {
  const phrases = terms.map(indexWords).filter((phrase) => phrase !== '');
  return phrases.map((phrase) => `"${phrase}"`).join(' OR ');
}
