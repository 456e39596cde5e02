import type { Archive } from '../domain/archive.ts';
import type { SeenItem } from '../domain/feed.ts';
import type { TriedItem } from '../domain/feed-desk.ts';
import { present } from '../domain/present.ts';
import type { FeedItem, ReadFeed } from '../domain/reading.ts';
import { nameOf } from '../ingest/identity.ts';
import { wordCount } from '../ingest/lines.ts';
import { type Drafted, drafted, type FeedOfItem, type PageBehind } from './draft.ts';
import type { FindingParts } from './found-feed.ts';
import { judge } from './judge.ts';
import { newestFirst } from './order.ts';
import { lookBehind } from './page.ts';

export interface TrialParts extends FindingParts {
  readonly archive: Archive;
  readonly retentionDays?: number | undefined;
}

type Verdict = Pick<TriedItem, 'verdict' | 'reason' | 'words'>;

/** What would become of the items of a feed, in its order. Stores nothing. @param pages that are read behind the newest */
export async function triedItems(
  url: string,
  read: ReadFeed,
  pages: number,
  parts: TrialParts,
): Promise<readonly TriedItem[]> {
  const { archive, signal } = parts;
  const seen = await archive.feeds.seen(
    url,
    read.items.map(({ key }) => key),
  );
  const feed = { url, title: read.title };
  const verdicts = new Map<string, Verdict>();
  let left = pages;
  for (const { item, before } of newestFirst(read.items.map((of) => ({ item: of, before: seen.get(of.key) })))) {
    const told = await byFeed(item, before, parts);
    const isRead = told === undefined && left > 0 && item.link !== undefined && !signal?.aborted;
    if (isRead) left -= 1;
    verdicts.set(item.key, told ?? (isRead ? await byPage(item, feed, parts) : unread(item, feed, parts)));
  }
  return read.items.map((item) => ({
    ...present({ title: item.title, link: item.link, publishedAt: item.publishedAt }),
    ...(verdicts.get(item.key) as Verdict),
  }));
}

/** Undefined where only its page can tell. */
async function byFeed(item: FeedItem, before: SeenItem | undefined, parts: TrialParts): Promise<Verdict | undefined> {
  if (before?.state === 'taken') return { verdict: 'known' };
  const verdict = judge(item, before, parts);
  if (verdict.kind === 'refused' || verdict.kind === 'waiting')
    return { verdict: verdict.kind, reason: verdict.reason };
  if (before !== undefined && verdict.kind !== 'open')
    return { verdict: before.state as 'refused' | 'waiting', ...present({ reason: before.reason }) };
  if (item.link === undefined) return undefined;
  const standing = await parts.archive.articles.standing({ url: item.link, contentHash: '' });
  if (standing.kind === 'removed') return { verdict: 'refused', reason: `removed before: ${standing.reason}` };
  return standing.kind === 'changed' ? { verdict: 'known' } : undefined;
}

async function byPage(item: FeedItem, feed: FeedOfItem, parts: TrialParts): Promise<Verdict> {
  const look = await lookBehind(item.link ?? '', { ...parts, step: (_, work) => work });
  if (look.kind === 'aborted') return unread(item, feed, parts);
  if (look.kind === 'passing') return { verdict: 'waiting', reason: look.fault };
  return asDrafted(drafted(item, look.page, feed, parts), parts);
}

async function asDrafted(made: Drafted, { archive }: TrialParts): Promise<Verdict> {
  if (made.kind !== 'draft') return { verdict: made.kind, reason: made.reason };
  const words = wordCount(made.draft.text);
  const standing = await archive.articles.standing(nameOf(made.draft));
  if (standing.kind === 'removed') return { verdict: 'refused', reason: `removed before: ${standing.reason}`, words };
  return { verdict: standing.kind === 'known' ? 'known' : 'new', words };
}

/** Its page may tell otherwise. */
function unread(item: FeedItem, feed: FeedOfItem, parts: TrialParts): Verdict {
  if (item.link !== undefined) return { verdict: 'new' };
  const nothing: PageBehind | undefined = undefined;
  const made = drafted(item, nothing, feed, parts);
  if (made.kind !== 'draft') return { verdict: made.kind, reason: made.reason };
  return { verdict: 'new', words: wordCount(made.draft.text) };
}
