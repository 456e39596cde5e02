import type { SeenItem } from '../domain/feed.ts';
import type { FeedItem } from '../domain/reading.ts';

/** An item whose page is to be read, and what is remembered of it. */
export interface OpenItem {
  readonly item: FeedItem;
  readonly before: SeenItem | undefined;
}

/** What was never looked at comes before what was, then the newest first; without dates in the feed's own order. */
export function newestFirst(open: readonly OpenItem[]): readonly OpenItem[] {
  return open.toSorted((one, other) => rank(one) - rank(other) || timeOf(other) - timeOf(one));
}

function rank({ before }: OpenItem): number {
  return before === undefined ? 0 : 1;
}

function timeOf({ item: { publishedAt } }: OpenItem): number {
  return publishedAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(publishedAt);
}
