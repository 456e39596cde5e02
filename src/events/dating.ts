import type { Archive, ArticleOutline } from '../domain/archive.ts';
import type { DateBasis, IsoDate } from '../domain/article.ts';
import type { Mention } from '../domain/mention.ts';
import { dayCues } from './cues.ts';
import { anchorKey, anchorsOf, inferredDay } from './inference.ts';
import { datedByArticle } from './ledger.ts';

/**
 * Dates the articles that state no date, from what they say and from the articles that do state one. All of them are
 * dated anew from the stated ones alone, so that the order of ingest does not show; one that nothing holds on to any
 * more becomes unknown again.
 */
export async function inferDates(archive: Pick<Archive, 'articles' | 'mentions'>): Promise<void> {
  const outlines = await archive.articles.outline();
  const open = outlines.filter((article) => article.dateBasis !== 'stated');
  if (open.length === 0) return;
  const mentions = await mentionsBeside(archive, open);
  const byId = new Map(outlines.map((article) => [article.id, article]));
  const stated = mentions.filter((mention) => byId.get(mention.articleId)?.dateBasis === 'stated');
  const anchors = anchorsOf(datedByArticle(stated, (id) => byId.get(id) as ArticleOutline));
  for (const article of open) {
    const own = mentions.filter((mention) => mention.articleId === article.id);
    const cues = dayCues((await archive.articles.get(article.id)) ?? { text: '', bodyStart: 0 }, own);
    const day = inferredDay(own, cues, anchors);
    if (day !== article.publishedAt) await archive.articles.derive(article.id, derivedFrom(day));
  }
}

function derivedFrom(day: IsoDate | undefined): { publishedAt: IsoDate | null; dateBasis: DateBasis } {
  return day === undefined ? { publishedAt: null, dateBasis: 'unknown' } : { publishedAt: day, dateBasis: 'inferred' };
}

/** The mentions of the open articles, and all others that name an actor of an act of theirs. */
async function mentionsBeside(
  archive: Pick<Archive, 'mentions'>,
  open: readonly ArticleOutline[],
): Promise<readonly Mention[]> {
  const ids = new Set(open.map((article) => article.id));
  const all = await archive.mentions.find();
  const acts = all.filter((mention) => ids.has(mention.articleId) && anchorKey(mention) !== undefined);
  const actors = new Set(acts.flatMap((mention) => mention.actors));
  return all.filter(
    (mention) => ids.has(mention.articleId) || [...mention.actors, ...mention.targets].some((name) => actors.has(name)),
  );
}
