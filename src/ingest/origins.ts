import type { ArticleStore, ReadArticle } from '../domain/archive.ts';
import type { Article, ArticleId, OriginId } from '../domain/article.ts';
import { likeness } from './near-duplicates.ts';

/** Two articles that share this much of the shorter one's wording are copies of one text. */
const COPY = 0.6;
/** Sampled hashes that two articles must share to be compared at all. */
const SHARED_HASHES = 4;
/** Articles that an article is compared with in vain: so many share phrases only, or were written to keep us busy. */
const MOST_UNLIKE = 32;

/**
 * Gives near-copies one origin, named by the smallest id among them, so that the order in which they came in does not
 * show. An article is compared with one copy of each text, however many there are of it.
 */
export async function groupOrigins(articles: ArticleStore, batch: readonly ReadArticle[]): Promise<void> {
  for (const { article, fingerprint } of batch) {
    const shared = Math.min(SHARED_HASHES, Math.max(1, Math.floor(fingerprint.length / 2)));
    const candidates = (await articles.similar(fingerprint, shared)).filter((id) => id !== article.id);
    const origins = candidates.length === 0 ? [] : await originsLike(articles, article.text, candidates);
    if (origins.length > 0) await unite(articles, article, origins);
  }
}

async function originsLike(articles: ArticleStore, text: string, candidates: readonly ArticleId[]) {
  const originOf = new Map((await articles.outlines(candidates)).map(({ id, origin }) => [id, origin]));
  const found = new Set<OriginId>();
  let unlike = 0;
  for (const id of candidates) {
    const origin = originOf.get(id);
    if (origin === undefined || found.has(origin)) continue;
    const other = await articles.get(id);
    if (other !== undefined && likeness(text, other.text) >= COPY) found.add(origin);
    else if (++unlike === MOST_UNLIKE) break;
  }
  return [...found];
}

/** The article and all members of the groups of these origins get one. */
async function unite(articles: ArticleStore, article: Article, origins: readonly OriginId[]): Promise<void> {
  const [only = article.id] = origins;
  const isNew = article.version === 1 && origins.length === 1 && only < article.id;
  // whoever joins a group that has its name already changes nobody else's
  if (isNew) return articles.derive(article.id, { origin: only });
  const joined = new Set([article.id, ...origins]);
  const members = (await articles.outline()).filter(({ id, origin }) => id === article.id || joined.has(origin));
  const origin = members.map(({ id }) => id).sort()[0];
  for (const member of members)
    if (origin !== undefined && member.origin !== origin) await articles.derive(member.id, { origin });
}
