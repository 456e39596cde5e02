import type { SeenItem } from '../../src/domain/feed.ts';
import type { FeedItem } from '../../src/domain/reading.ts';
import { digestOf } from '../../src/polling/judge.ts';

export const NOW = Date.parse('2031-05-09T07:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** So many words of an invented report. */
export function words(count: number): string {
  const said = 'Norway offered Sweden talks about the port of Narvik on Thursday.'.split(' ');
  return Array.from({ length: count }, (_, at) => said[at % said.length]).join(' ');
}

export function itemOf(changes: Partial<FeedItem> = {}): FeedItem {
  return {
    ...{ key: 'one', link: 'https://news.example/one', title: 'Norway offers talks', summary: 'A teaser.' },
    ...{ publishedAt: at(-HOUR), publishedOn: at(-HOUR).slice(0, 10) },
    ...changes,
  };
}

/** An instant so many milliseconds after now. */
export function at(milliseconds: number): string {
  return new Date(NOW + milliseconds).toISOString();
}

export function seenOf(item: FeedItem, changes: Partial<SeenItem> = {}): SeenItem {
  return {
    key: item.key,
    digest: digestOf(item),
    state: 'taken',
    article: 'a1',
    tries: 0,
    seenAt: NOW - HOUR,
    ...changes,
  };
}
