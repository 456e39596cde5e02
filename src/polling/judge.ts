import { createHash } from 'node:crypto';
import type { SeenItem } from '../domain/feed.ts';
import type { FeedItem } from '../domain/reading.ts';
import { wordCount } from '../ingest/lines.ts';
import { aheadOf, dayOf, FEWEST_WORDS, tooOld } from './reasons.ts';
import { REREAD_MS } from './recent-pages.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Clocks of newsrooms differ; a date that lies further ahead is a mistake or an attempt to stay on top. */
export const MOST_AHEAD_MS = 60 * MINUTE_MS;
/** A date so far ahead is no embargo: its feed is asked for changes again, not for the whole of it. */
const FORESEEABLE_MS = 7 * DAY_MS;
/** After the first time that a page was asked for in vain; then twice as long each time. */
const RETRY_MS = 15 * MINUTE_MS;
/** After so many times, about 32 hours, it is given up. */
export const MOST_TRIES = 8;
/** Feeds may touch an item every hour: after so many times that its page said the same it is read again once a day. */
export const MOST_VAIN = 5;
/** Written down again at times, so that what is in its feed still is not forgotten. */
export const REFRESH_MS = DAY_MS;

/** What becomes of an item by what its feed says of it, before anything is fetched. */
export type Verdict =
  | { readonly kind: 'unchanged' }
  /** It can be looked at again at `at`, and nothing of it is worth a look before. */
  | { readonly kind: 'later'; readonly at: number }
  | { readonly kind: 'refused'; readonly reason: string }
  /** @see FeedItem.publishedAt: it lies ahead. `at` is when it does not any more, where that is foreseeable. */
  | { readonly kind: 'waiting'; readonly reason: string; readonly at?: number }
  /** Its page has to be read, or what the feed carries of it where it has no link. */
  | { readonly kind: 'open' };

export interface JudgedBy {
  /** Milliseconds since 1970, by the clock of the schedules. */
  readonly now: number;
  /** Days that articles are kept. */
  readonly retentionDays?: number | undefined;
}

/** @param seen what is remembered of it */
export function judge(item: FeedItem, seen: SeenItem | undefined, by: JudgedBy): Verdict {
  const isChanged = seen !== undefined && seen.digest !== digestOf(item);
  if (seen !== undefined && !isChanged && seen.state !== 'waiting') return { kind: 'unchanged' };
  // what was taken stays taken, whatever date its newsroom gives it afterwards
  const told = seen?.state === 'taken' ? undefined : byWhatItSays(item, by);
  if (told !== undefined) return told;
  const at = seen === undefined ? by.now : Math.min(seen.seenAt, by.now) + pauseOf(seen);
  return at > by.now ? { kind: 'later', at } : { kind: 'open' };
}

/** Whether what is known of an item has to be written down: it says something else, or was written down long ago. */
export function isWorthNoting(seen: SeenItem | undefined, item: SeenItem): boolean {
  if (seen === undefined || item.seenAt - seen.seenAt > REFRESH_MS) return true;
  const told = ({ digest, state, reason, article, tries }: SeenItem) =>
    JSON.stringify([digest, state, reason, article, tries]);
  return told(seen) !== told(item);
}

/** Whether an item is of a day on which its page may still change, as far as its feed says. */
export function isFresh({ publishedAt, updatedAt }: FeedItem, now: number): boolean {
  const dates = [publishedAt, updatedAt].flatMap((date) => (date === undefined ? [] : [Date.parse(date)]));
  return dates.length === 0 || now - Math.max(...dates) < DAY_MS;
}

/** Another text once anything of an item has changed that its feed says of it. */
export function digestOf(item: FeedItem): string {
  const { title, link, summary, content, author, publishedAt, updatedAt, publishedOn } = item;
  const said = JSON.stringify([title, link, summary, content, author, publishedAt, updatedAt, publishedOn]);
  return createHash('sha256').update(said).digest('hex').slice(0, 32);
}

/** Milliseconds after it was last noted until its page may be read again. */
export function pauseOf({ state, tries }: Pick<SeenItem, 'state' | 'tries'>): number {
  if (state !== 'waiting') return Math.min(REREAD_MS * 2 ** tries, DAY_MS);
  return tries === 0 ? 0 : RETRY_MS * 2 ** (Math.min(tries, MOST_TRIES) - 1);
}

function byWhatItSays(item: FeedItem, { now, retentionDays }: JudgedBy): Verdict | undefined {
  const at = item.publishedAt === undefined ? undefined : Date.parse(item.publishedAt);
  if (at !== undefined && at > now + MOST_AHEAD_MS) {
    const from = at - MOST_AHEAD_MS;
    return { kind: 'waiting', reason: aheadOf(at - now), ...(from - now < FORESEEABLE_MS && { at: from }) };
  }
  if (at !== undefined && retentionDays !== undefined && at < now - retentionDays * DAY_MS)
    return { kind: 'refused', reason: tooOld(item.publishedOn ?? dayOf(at), retentionDays) };
  const reason = item.link === undefined ? faultWithoutLink(item) : faultOfLink(item.link);
  return reason === undefined ? undefined : { kind: 'refused', reason };
}

function faultWithoutLink({ content = '', linkScheme }: FeedItem): string | undefined {
  const words = wordCount(content);
  if (words >= FEWEST_WORDS) return undefined;
  const link = linkScheme === undefined ? 'it has no link' : leadsElsewhere(linkScheme);
  if (words > 0) return `${link}, and its text has only ${words} words`;
  return linkScheme === undefined ? `${link} and no text` : `${link}, and it has no text`;
}

function faultOfLink(link: string): string | undefined {
  const url = URL.parse(link);
  if (url === null) return 'its link is no address';
  return /^https?:$/.test(url.protocol) ? undefined : leadsElsewhere(url.protocol);
}

function leadsElsewhere(scheme: string): string {
  return `its link leads to no web page, but to ${scheme}`;
}
