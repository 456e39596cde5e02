import type { SQLInputValue } from 'node:sqlite';
import type { ArticleOutline } from '../domain/archive.ts';
import type { Article, DateBasis } from '../domain/article.ts';
import type { Citation } from '../domain/citation.ts';

/** A row of `article_version`. */
export interface ArticleRow {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly body_start: number;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly path: string | null;
  readonly published_at: string | null;
  readonly date_basis: DateBasis;
  readonly language: string;
  readonly origin: string;
}

export type OutlineRow = Omit<ArticleRow, 'text'>;

export function toArticle(row: ArticleRow): Article {
  return { ...toOutline(row), text: row.text };
}

export function toOutline(row: OutlineRow): ArticleOutline {
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    bodyStart: row.body_start,
    ...(row.outlet === null ? {} : { outlet: row.outlet }),
    ...(row.author === null ? {} : { author: row.author }),
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.path === null ? {} : { path: row.path }),
    ...(row.published_at === null ? {} : { publishedAt: row.published_at }),
    dateBasis: row.date_basis,
    language: row.language,
    origin: row.origin,
  };
}

/** The values of an article's row, in the order in which statements name its columns. */
export function articleValues(article: Article): SQLInputValue[] {
  return [
    article.id,
    article.version,
    article.title,
    article.bodyStart,
    article.outlet ?? null,
    article.author ?? null,
    article.url ?? null,
    article.path ?? null,
    article.publishedAt ?? null,
    article.dateBasis,
    article.language,
    article.origin,
    article.text,
  ];
}

/** Whether a version holds the words of a citation where it says. */
export function holds({ start, end, quote }: Citation): (row: ArticleRow) => boolean {
  return ({ text }) => quote !== '' && end - start === quote.length && start >= 0 && text.startsWith(quote, start);
}

/** Orders by code units, the same in every engine whatever its collation. */
export function compare<Value extends string | number>(left: Value, right: Value): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
