import { createHash } from 'node:crypto';
import type { ArticleDraft, IsoDate } from '../domain/article.ts';
import { present } from '../domain/present.ts';
import type { FeedItem } from '../domain/reading.ts';
import { draftOf } from '../ingest/draft.ts';
import { visibleText } from '../ingest/encoding.ts';
import { wordCount } from '../ingest/lines.ts';
import { type JudgedBy, MOST_AHEAD_MS } from './judge.ts';
import { dayOf, FEWEST_WORDS, neither, tooOld } from './reasons.ts';
import { isOneSite } from './site.ts';

/** The first zones to reach a day are so far ahead of UTC. */
const FIRST_ZONE_MS = 14 * 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** A page that shows less than this share of what its feed carries shows the beginning of it. */
const LEAST_SHARE = 1 / 2;

/** A feed as far as its articles are told by it. */
export interface FeedOfItem {
  readonly url: string;
  readonly title?: string | undefined;
}

/** The page behind an item: its article and where it was found, or why there is none, in words that begin with the page. */
export type PageBehind = { readonly draft: ArticleDraft; readonly found?: string } | { readonly fault: string };

export type Drafted =
  | {
      readonly kind: 'draft';
      readonly draft: ArticleDraft;
      /** Where its page was found. */
      readonly found?: string;
      /** The text is the feed's word, not that of the page under the address. */
      readonly isFeedsWord: boolean;
    }
  | { readonly kind: 'refused' | 'waiting'; readonly reason: string };

/**
 * The article of an item, out of its page and its feed. The page speaks first; where it has none, the feed's own text is
 * the article if it is one and the feed speaks for its own site: anybody can write a feed with links to others.
 * @param page undefined where the item has no link
 */
export function drafted(item: FeedItem, page: PageBehind | undefined, feed: FeedOfItem, by: JudgedBy): Drafted {
  const read = page !== undefined && 'draft' in page ? page.draft : undefined;
  const own = ownText(item, feed, read);
  const isWhole = read !== undefined && (own === undefined || wordCount(read.text) >= LEAST_SHARE * wordCount(own));
  const made = isWhole ? ofPage(read, item, feed) : ofFeed(item, own, feed, read);
  if (made === undefined) return { kind: 'refused', reason: faultOf(item, page, feed) };
  const fault = faultOfDay(made.publishedAt, by);
  const found = page !== undefined && 'draft' in page ? page.found : undefined;
  return fault ?? { kind: 'draft', draft: made, isFeedsWord: !isWhole, ...present({ found }) };
}

/** What a page does not say of itself is taken from its feed, where that is of the same site. */
function ofPage(page: ArticleDraft, item: FeedItem, feed: FeedOfItem): ArticleDraft {
  const { path: _, id: __, ...read } = page;
  if (!isItsOwn(item, feed, page)) return { ...present({ url: item.link }), ...read };
  const said = { author: item.author, publishedAt: dayIn(item), url: item.link };
  return { ...present(said), ...read, ...present({ outlet: outletOf(page, feed) }) };
}

/** A page that names no outlet is read as one of its host: what the feed calls itself says more. */
function outletOf({ outlet, url }: Partial<ArticleDraft>, { title }: FeedOfItem): string | undefined {
  const isHost = outlet !== undefined && (URL.parse(url ?? '')?.hostname ?? '').endsWith(outlet);
  return isHost ? (title ?? outlet) : (outlet ?? title);
}

/** An item without an address keeps its place by its feed and key: a changed text is a new version of it. */
function ofFeed(
  item: FeedItem,
  text: string | undefined,
  feed: FeedOfItem,
  page: ArticleDraft | undefined,
): ArticleDraft | undefined {
  if (text === undefined) return undefined;
  const made = draftOf({
    id: item.link === undefined ? idIn(feed, item) : undefined,
    title: item.title ?? page?.title,
    text,
    outlet: outletOf(page ?? {}, feed),
    author: page?.author ?? item.author,
    url: page?.url ?? item.link,
    publishedAt: page?.publishedAt ?? dayIn(item),
  });
  return 'draft' in made ? made.draft : undefined;
}

/** The text that the feed carries, where it may stand for the article. */
function ownText(item: FeedItem, feed: FeedOfItem, page: ArticleDraft | undefined): string | undefined {
  const { content } = item;
  if (content === undefined || wordCount(content) < FEWEST_WORDS) return undefined;
  return isItsOwn(item, feed, page) ? visibleText(content) : undefined;
}

/** Whether the feed speaks for the address that the article has: a link of its own may send readers on to others. */
function isItsOwn({ link }: FeedItem, feed: FeedOfItem, page: ArticleDraft | undefined): boolean {
  const address = page?.url ?? link;
  return address === undefined || isOneSite(feed.url, address);
}

function faultOf({ content, summary }: FeedItem, page: PageBehind | undefined, feed: FeedOfItem): string {
  const words = wordCount(content ?? summary ?? '');
  const fault = page !== undefined && 'fault' in page ? page.fault : 'it has no page';
  if (content === undefined || words < FEWEST_WORDS) return neither(fault, words);
  return `${fault}, and ${new URL(feed.url).hostname} does not speak for the site of its link`;
}

function idIn({ url }: FeedOfItem, { key }: FeedItem): string {
  return `f${createHash('sha256')
    .update(JSON.stringify([url, key]))
    .digest('hex')
    .slice(0, 16)}`;
}

/** The day that the feed states, as its newsroom writes it. */
function dayIn({ publishedOn, publishedAt }: FeedItem): IsoDate | undefined {
  return publishedOn ?? publishedAt?.slice(0, 10);
}

/** A page states a day without a zone: it lies ahead where it has begun in none an hour from now. */
function faultOfDay(day: IsoDate | undefined, { now, retentionDays }: JudgedBy): Drafted | undefined {
  if (day === undefined) return undefined;
  if (day > dayOf(now + FIRST_ZONE_MS + MOST_AHEAD_MS))
    return { kind: 'waiting', reason: `its page is dated ${day}, which lies ahead` };
  if (retentionDays !== undefined && day < dayOf(now - retentionDays * DAY_MS))
    return { kind: 'refused', reason: tooOld(day, retentionDays) };
  return undefined;
}
