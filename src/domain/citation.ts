import { DetenteError } from '../errors.ts';
import type { Article, ArticleId } from './article.ts';

export type NonEmpty<T> = readonly [T, ...T[]];

/** A part of an article's text: half-open offsets in UTF-16 code units, as `String.prototype.slice` takes them. */
export interface Passage {
  readonly articleId: ArticleId;
  readonly start: number;
  readonly end: number;
}

/** A passage with its words. Invariant: `article.text.slice(start, end) === quote`. */
export interface Citation extends Passage {
  readonly quote: string;
}

/**
 * The one way to make a citation.
 * @throws DetenteError `bad-span` when the span is empty or outside the text.
 */
export function cite(article: Pick<Article, 'id' | 'text'>, start: number, end: number): Citation {
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= article.text.length))
    throw new DetenteError('bad-span', `no span ${start}..${end} in article ${article.id}`);
  return { articleId: article.id, start, end, quote: article.text.slice(start, end) };
}

export function isNonEmpty<T>(list: readonly T[]): list is NonEmpty<T> {
  return list.length > 0;
}
