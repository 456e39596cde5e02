import type { ArticleStore, ReadArticle } from '../domain/archive.ts';
import type { Article, ArticleId, OriginId } from '../domain/article.ts';
import { COPY, originsAmong } from './compilations.ts';
import { containment, fingerprint, shingles } from './near-duplicates.ts';

/** Sampled hashes that two articles must share to be compared at all. */
const SHARED_HASHES = 4;
/** Articles that an article is compared with in vain: so many share phrases only, or were written to keep us busy. */
const MOST_UNLIKE = 32;

/** Articles that hang together through copies and parts, of which each is compared with each: more are taken for one. */
const LARGEST_FAMILY = 24;

/**
 * Gives near-copies one origin, named by the smallest id among them, so that the order in which they came in does not
 * show. An article is compared with one copy of each text, however many there are of it. Where one is only a part of
 * another, all that hangs together with them is looked at anew: it may be a compilation, which must not unite its parts.
 */
export async function groupOrigins(articles: ArticleStore, batch: readonly ReadArticle[]): Promise<void> {
  for (const { article, fingerprint: hashes } of batch) {
    const shared = Math.min(SHARED_HASHES, Math.max(1, Math.floor(hashes.length / 2)));
    const candidates = (await articles.similar(hashes, shared)).filter((id) => id !== article.id);
    const like = candidates.length === 0 ? [] : await originsLike(articles, article.text, candidates);
    const family = like.some(({ isPart }) => isPart) ? await familyOf(articles, article) : undefined;
    const origins = like.map(({ origin }) => origin);
    if (family !== undefined) await settle(articles, family);
    else if (origins.length > 0) await unite(articles, article, origins);
  }
}

interface LikeOrigin {
  readonly origin: OriginId;
  /** The article and its copy are of such lengths that one is a part of the other. */
  readonly isPart: boolean;
}

async function originsLike(
  articles: ArticleStore,
  text: string,
  candidates: readonly ArticleId[],
): Promise<readonly LikeOrigin[]> {
  const originOf = new Map((await articles.outlines(candidates)).map(({ id, origin }) => [id, origin]));
  const own = shingles(text);
  const found = new Map<OriginId, LikeOrigin>();
  let unlike = 0;
  for (const id of candidates) {
    const origin = originOf.get(id);
    if (origin === undefined || found.has(origin)) continue;
    const other = shingles((await articles.get(id))?.text ?? '');
    const larger = Math.max(own.size, other.size);
    if (containment(own, other) >= COPY)
      found.set(origin, { origin, isPart: own.intersection(other).size < COPY * larger });
    else if (++unlike === MOST_UNLIKE) break;
  }
  return [...found.values()];
}

/** All articles that copies and parts lead to from this one, and what shares an origin with them; undefined: too many. */
async function familyOf(articles: ArticleStore, article: Article): Promise<readonly Article[] | undefined> {
  const outline = Map.groupBy(await articles.outline(), ({ origin }) => origin);
  // what came before in the batch may have given it another origin
  const family = new Map([[article.id, (await articles.get(article.id)) ?? article]]);
  for (const { text, origin } of family.values()) {
    const kin = (outline.get(origin) ?? []).map(({ id }) => id);
    const near = await nearIn(articles, text, family);
    for (const one of [...near, ...(await read(articles, kin, family))]) family.set(one.id, one);
    if (family.size > LARGEST_FAMILY) return undefined;
  }
  return [...family.values()];
}

type Family = ReadonlyMap<ArticleId, Article>;

async function nearIn(articles: ArticleStore, text: string, family: Family): Promise<Article[]> {
  // a short part shares few hashes with the long text that holds it
  const candidates = await articles.similar(fingerprint(text), 1);
  const own = shingles(text);
  const near: Article[] = [];
  let unlike = 0;
  for (const id of candidates) {
    if (unlike === MOST_UNLIKE || near.length > LARGEST_FAMILY) break;
    const [other] = await read(articles, [id], family);
    if (other === undefined) continue;
    if (containment(own, shingles(other.text)) >= COPY) near.push(other);
    else unlike += 1;
  }
  return near;
}

/** Those that are not in the family yet. */
async function read(articles: ArticleStore, ids: readonly ArticleId[], family: Family): Promise<Article[]> {
  const others = ids.filter((id) => !family.has(id)).slice(0, LARGEST_FAMILY);
  return (await Promise.all(others.map((id) => articles.get(id)))).filter((one) => one !== undefined);
}

async function settle(articles: ArticleStore, family: readonly Article[]): Promise<void> {
  const origins = originsAmong(family);
  for (const { id, origin } of family) {
    const now = origins.get(id) ?? id;
    if (now !== origin) await articles.derive(id, { origin: now });
  }
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
