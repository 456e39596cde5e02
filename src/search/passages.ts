import type { Archive, PassageHit, Scope } from '../domain/archive.ts';
import type { Article, ArticleId } from '../domain/article.ts';
import { searchTerms } from './query.ts';
import { boosted, spread } from './rank.ts';

export interface SearchOptions {
  /** Hits at most. */
  readonly limit: number;
  readonly scope?: Scope;
}

/** Enough that a boost can lift a passage into the hits, and that the limit on one article does not use them up. */
const FETCHED_PER_HIT = 5;
const FETCHED_AT_LEAST = 100;

/**
 * The passages that best match a query's words, best first: BM25, an outlet or a date that the query names counting
 * more; at most three of one article, none overlapping another. The same archive and query always give the same hits.
 */
export async function searchPassages(
  archive: Pick<Archive, 'passages' | 'articles'>,
  query: string,
  options: SearchOptions,
): Promise<PassageHit[]> {
  const terms = searchTerms(query);
  const { limit, scope = {} } = options;
  if (terms.length === 0 || !(limit >= 1)) return [];
  const articles = new Map<ArticleId, Article | undefined>();
  for (let depth = Math.max(FETCHED_AT_LEAST, FETCHED_PER_HIT * limit); ; depth *= 4) {
    const found = await archive.passages.find({ terms, limit: depth, scope });
    for (const { articleId } of found)
      if (!articles.has(articleId)) articles.set(articleId, await archive.articles.get(articleId));
    const hits = spread(boosted(found, articles, query), limit);
    if (hits.length >= limit || found.length < depth) return hits;
  }
}
