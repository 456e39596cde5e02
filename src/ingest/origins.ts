import type { ArticleStore, ReadArticle } from '../domain/archive.ts';
import type { ArticleId } from '../domain/article.ts';
import { likeness } from './near-duplicates.ts';

/** Two articles that share this much of the shorter one's wording are copies of one text. */
const COPY = 0.6;
/** Sampled hashes that two articles must share to be compared at all. */
const SHARED_HASHES = 4;

/**
 * Gives near-copies one origin, named by the smallest id among them, so that the order in which they came in does not
 * show. Work is in proportion to the new articles and their likes.
 */
export async function groupOrigins(articles: ArticleStore, batch: readonly ReadArticle[]): Promise<void> {
  for (const { article, fingerprint } of batch) {
    const shared = Math.min(SHARED_HASHES, Math.max(1, Math.floor(fingerprint.length / 2)));
    const candidates = (await articles.similar(fingerprint, shared)).filter((id) => id !== article.id);
    const copies = await copiesOf(articles, article.text, candidates);
    if (copies.length > 0) await unite(articles, [article.id, ...copies]);
  }
}

async function copiesOf(articles: ArticleStore, text: string, candidates: readonly ArticleId[]): Promise<ArticleId[]> {
  const copies: ArticleId[] = [];
  for (const id of candidates) {
    const other = await articles.get(id);
    if (other !== undefined && likeness(text, other.text) >= COPY) copies.push(id);
  }
  return copies;
}

/** All members of the groups that these articles belong to get one origin. */
async function unite(articles: ArticleStore, ids: readonly ArticleId[]): Promise<void> {
  const outlines = await articles.outline();
  const origins = new Set(outlines.filter((article) => ids.includes(article.id)).map((article) => article.origin));
  const members = outlines.filter((article) => origins.has(article.origin));
  const origin = members.map((article) => article.id).sort()[0];
  for (const member of members)
    if (origin !== undefined && member.origin !== origin) await articles.derive(member.id, { origin });
}
