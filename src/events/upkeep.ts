import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Archive } from '../domain/archive.ts';
import type { IsoDate } from '../domain/article.ts';
import type { PlacedArticle, UnplacedArticle } from '../domain/ledger.ts';
import type { Mention } from '../domain/mention.ts';
import { isAffiliated, personsIn, withStates } from './affiliations.ts';
import { dayCues } from './cues.ts';
import { anchorDays, anchorKey, anchorsIn, inferredDay } from './inference.ts';
import { mergeBlock } from './merging.ts';
import { personKey } from './persons.ts';
import { blockOf, NO_DAY, orderKey } from './place.ts';
import { datedMentions } from './timeline.ts';

type Upkeep = Pick<Archive, 'articles' | 'ledger'>;

/** Articles placed in one transaction, for which whoever else uses this process waits. */
const ARTICLES = 32;
/** Blocks whose list is read at once. */
const BLOCKS = 256;

/**
 * Brings the ledger up to date with the stored articles: dates those that state no date, places their mentions and
 * merges the blocks they stand in. The result is that of merging all articles at once, in whatever order they came;
 * the work is in proportion to what changed. Two processes may do it at once.
 */
export async function settleLedger(archive: Upkeep): Promise<void> {
  for (;;) {
    const articles = await archive.ledger.unplaced(ARTICLES);
    const placed: PlacedArticle[] = [];
    for (const article of articles) {
      placed.push(await placedArticle(archive, article));
      await othersTurn();
    }
    if (placed.length > 0) await archive.ledger.place(placed);
    await mergeBlocks(archive);
    if (articles.length === 0) return;
  }
}

async function mergeBlocks({ ledger }: Upkeep): Promise<void> {
  for (;;) {
    const blocks = await ledger.unmerged(BLOCKS);
    if (blocks.length === 0) return;
    for (const block of blocks) {
      await mergeBlock(ledger, block);
      await othersTurn();
    }
  }
}

async function placedArticle(archive: Upkeep, article: UnplacedArticle): Promise<PlacedArticle> {
  const { id, mentions } = article;
  const publishedAt = article.stated ? article.publishedAt : await dayOf(archive, article);
  const day = publishedAt ?? NO_DAY;
  const body = mentions.flatMap((mention, ordinal) => (mention.headline ? [] : [{ mention, ordinal }]));
  const told = body.map(({ mention }) => mention);
  const persons = personsIn(told);
  const full = withStates(told, day, await seenPersons(archive, article, persons, day));
  const dated = datedMentions(full, publishedAt);
  return {
    id,
    marks: article.marks,
    placements: dated
      .map((one, at) => ({
        ordinal: (body[at] as { ordinal: number }).ordinal,
        dated: one,
        block: blockOf(one.mention),
        order: orderKey(one),
      }))
      .filter(isNoRepeat()),
    persons: persons.map((actor) => ({ actor, day, key: personKey(actor) })),
    anchors: article.stated ? anchorsIn(datedMentions(mentions, publishedAt)) : soughtAnchors(mentions),
  };
}

/** An article that tells an act in the same way again and again adds nothing after that many times. */
const REPEATS = 8;

/** Whether a report is no more than the eighth of its kind that an article gives: what a test of the reports in turn. */
function isNoRepeat(): (placement: PlacedArticle['placements'][number]) => boolean {
  const seen = new Map<string, number>();
  return ({ dated: { mention, date, due } }) => {
    const { span: _, at: __, ...act } = mention;
    const key = JSON.stringify([act, date, due]);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times <= REPEATS;
  };
}

/** Who acts for which state, as other articles and this one say it. */
async function seenPersons({ ledger }: Upkeep, { id }: UnplacedArticle, persons: readonly string[], day: string) {
  const own = persons.filter(isAffiliated).map((actor) => ({ actor, day }));
  const bare = persons.filter((actor) => !isAffiliated(actor));
  if (bare.length === 0) return own;
  return [...own, ...(await ledger.persons([...new Set(bare.map(personKey))], id))];
}

/** The day of an article that states none, from what it says about acts of known days; stored where it is a new one. */
async function dayOf(archive: Upkeep, { id, mentions, publishedAt }: UnplacedArticle): Promise<IsoDate | undefined> {
  const keys = [...new Set(mentions.flatMap((mention) => anchorKey(mention) ?? []))];
  const anchors = anchorDays(await archive.ledger.anchors(keys));
  const cues = dayCues((await archive.articles.get(id)) ?? { text: '', bodyStart: 0 }, mentions);
  const day = inferredDay(mentions, cues, anchors);
  if (day !== publishedAt)
    await archive.articles.derive(
      id,
      day === undefined ? { publishedAt: null, dateBasis: 'unknown' } : { publishedAt: day, dateBasis: 'inferred' },
    );
  return day;
}

function soughtAnchors(mentions: readonly Mention[]) {
  return [...new Set(mentions.flatMap((mention) => anchorKey(mention) ?? []))].map((key) => ({ key }));
}
