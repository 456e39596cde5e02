import type { Archive, ArticleOutline, PassageHit, Scope } from '../domain/archive.ts';
import type { ArticleId } from '../domain/article.ts';
import type { SentenceEncoder } from '../domain/encoder.ts';
import { byMeaning } from './late-interaction.ts';
import { searchTerms, widenedTerms } from './query.ts';
import { bestFirst, boosted, spread } from './rank.ts';

export interface SearchOptions {
  /** Hits at most. */
  readonly limit: number;
  readonly scope?: Scope | undefined;
  /** Also by words that can stand for those of the query. */
  readonly widened?: boolean;
  /** With one, hits are found by such words and ranked by meaning too. */
  readonly encoder?: SentenceEncoder | undefined;
}

type Store = Pick<Archive, 'passages' | 'articles' | 'vectors'>;

/** Enough that a boost can lift a passage into the hits, and that the limit on one article does not use them up. */
const FETCHED_PER_HIT = 5;
const FETCHED_AT_LEAST = 100;
/** Candidates whose meaning is looked at: more of them found nothing more. */
const CANDIDATES = 64;

/**
 * The passages that best match a query, best first: BM25, an outlet or a date that the query names counting more. With
 * an encoder those that say one of its words in some way, by meaning. At most three of one article, none overlapping
 * another. The same archive and query always give the same hits.
 */
export async function searchPassages(archive: Store, query: string, options: SearchOptions): Promise<PassageHit[]> {
  const { limit, encoder } = options;
  const terms = searchTerms(query);
  if (terms.length === 0 || !(limit >= 1)) return [];
  const wide = encoder !== undefined || options.widened ? widenedTerms(query) : terms;
  if (encoder === undefined) return lexical(archive, query, wide, options);
  const candidates = await lexical(archive, query, wide, { ...options, limit: Math.max(limit, CANDIDATES) });
  return (await byMeaning(archive, encoder, query, candidates)).sort(bestFirst).slice(0, limit);
}

async function lexical(
  archive: Store,
  query: string,
  terms: readonly string[],
  { limit, scope = {} }: SearchOptions,
): Promise<PassageHit[]> {
  const articles = new Map<ArticleId, ArticleOutline>();
  for (let depth = Math.max(FETCHED_AT_LEAST, FETCHED_PER_HIT * limit); ; depth *= 4) {
    const found = await archive.passages.find({ terms, limit: depth, scope });
    const unknown = new Set(found.map(({ articleId }) => articleId).filter((id) => !articles.has(id)));
    for (const article of await archive.articles.outlines([...unknown])) articles.set(article.id, article);
    const hits = spread(boosted(found, articles, query), limit);
    if (hits.length >= limit || found.length < depth) return hits;
  }
}
