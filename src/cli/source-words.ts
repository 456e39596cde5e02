import { formatDay, formatInstant } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import type { FeedTrial, TriedItem } from '../domain/feed-desk.ts';
import { feedState } from '../domain/feed-health.ts';
import { stateWords } from '../outline/feeds.ts';
import { escapeMarkdown, oneLine } from './table.ts';
import type { Format } from './values.ts';

/**
 * A feed as data: `status` and the `source` commands give the same. What is not known is absent.
 * @param now by the clock of the schedules
 */
export function feedJson(feed: Feed, now: number) {
  const { url, title, site, paused, failures, reason, seen, taken } = feed;
  return {
    ...{ url, title, site, state: feedState(feed, now), paused },
    addedAt: iso(feed.addedAt),
    polledAt: iso(feed.polledAt),
    succeededAt: iso(feed.succeededAt),
    newsAt: iso(feed.newsAt),
    failures,
    failingSince: iso(feed.failingSince),
    reason,
    ...{ seen, taken, share: seen === 0 ? undefined : Number((taken / seen).toFixed(3)) },
    nextPollAt: paused ? undefined : iso(feed.nextAt),
  };
}

function iso(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}

/** The lines of a feed for a person: its name and address, then how it is. */
export function feedLines(format: Format, feed: Feed, now: number): readonly string[] {
  const { seen, taken, paused, nextAt, succeededAt, newsAt } = feed;
  const isToldSince = ['works', 'silent'].includes(feedState(feed, now));
  const facts = [
    foreign(format, stateWords(feed, now)),
    ...(succeededAt === undefined ? [] : [`last success ${moment(succeededAt)}`]),
    ...(newsAt === undefined || isToldSince ? [] : [`last new item ${moment(newsAt)}`]),
    ...(seen === 0 ? [] : [`${taken} of ${count(seen, 'item')} taken in (${Math.round((100 * taken) / seen)} %)`]),
    ...(paused ? [] : [`next poll ${nextAt <= now ? 'due now' : moment(nextAt)}`]),
  ];
  return [nameOf(format, feed), `  ${facts.join('; ')}`];
}

/** Title and address on a line; the address alone where it has no title. */
export function nameOf(format: Format, { title, url }: { readonly title?: string; readonly url: string }): string {
  const name = title === undefined ? '' : foreign(format, title);
  return name === '' ? oneLine(url) : `${name} · ${oneLine(url)}`;
}

type FoundFeedTrial = Extract<FeedTrial, { kind: 'feed' }>;

/** What a feed held when it was tried. */
export function foundWords({ items, total }: FoundFeedTrial): string {
  if (total === 0) return 'holds no items now';
  const latest = items
    .flatMap(({ publishedAt }) => publishedAt ?? [])
    .sort()
    .at(-1);
  const looked = items.length < total ? `, of which the first ${items.length} are read` : '';
  return `holds ${count(total, 'item')}${looked}${latest === undefined ? ', none with a date' : `, the latest of ${formatDay(latest.slice(0, 10))}`}`;
}

/** An item, what would become of it, and why it would not be taken in. */
export function itemLine(format: Format, { title, link, publishedAt, verdict, reason, words }: TriedItem): string {
  const name = foreign(format, title ?? link ?? 'an item without title and address');
  const about = [
    ...(publishedAt === undefined ? [] : [formatDay(publishedAt.slice(0, 10))]),
    ...(words === undefined ? [] : [count(words, 'word')]),
    ...(words === undefined && verdict === 'new' ? ['page not read'] : []),
  ];
  const facts = about.length === 0 ? '' : ` (${about.join(', ')})`;
  return `${verdict.padEnd(8)} ${name}${facts}${reason === undefined ? '' : `: ${foreign(format, reason)}`}`;
}

/** An address as it is typed in a shell: nothing in it is taken for anything but its letters. */
export function typed(address: string): string {
  return /^[\w.~:/%@+,=-]+$/.test(address) ? address : `'${address.replaceAll("'", String.raw`'\''`)}'`;
}

/** Words of a feed or an article: on one line, and in Markdown no link, mention or mark. */
export function foreign(format: Format, text: string): string {
  return format === 'markdown' ? escapeMarkdown(oneLine(text)) : oneLine(text);
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function moment(at: number): string {
  return formatInstant(new Date(at).toISOString(), 'UTC');
}
