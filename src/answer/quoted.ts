import type { ArticleOutline } from '../domain/archive.ts';
import type { Statement } from '../domain/brief.ts';
import { type Citation, isNonEmpty } from '../domain/citation.ts';
import { formatDay } from '../domain/day.ts';

/** Words of an article as a statement: who prints them and when, and the words. */
export function quotedStatement(
  citations: readonly [Citation, ...Citation[]],
  outlines: ReadonlyMap<string, ArticleOutline>,
  attribution?: string,
): Statement {
  const [first] = citations;
  const origins = new Set(citations.map(({ articleId }) => outlines.get(articleId)?.origin ?? articleId)).size;
  return {
    text: `${printedBy(outlines.get(first.articleId))}: ${inQuotes(first.quote)}`,
    citations,
    origins,
    ...(attribution !== undefined && { attribution }),
  };
}

/** "National Herald, 19 January 2024"; what is not known is not said. */
export function printedBy(article: ArticleOutline | undefined): string {
  const day = article?.publishedAt === undefined ? undefined : formatDay(article.publishedAt);
  return [article?.outlet ?? 'One article', day].filter((part) => part !== undefined).join(', ');
}

/** A quote between quotation marks of its own, whatever marks it holds. */
export function inQuotes(quote: string): string {
  return /^[“"].*[”"]$/s.test(quote) ? quote : `“${quote}”`;
}

/** One citation an article, the first of each, `most` at most. */
export function oneEach(citations: readonly Citation[], most: number): readonly [Citation, ...Citation[]] | undefined {
  const first = new Map<string, Citation>();
  for (const citation of citations) if (!first.has(citation.articleId)) first.set(citation.articleId, citation);
  const kept = [...first.values()].slice(0, most);
  return isNonEmpty(kept) ? kept : undefined;
}
