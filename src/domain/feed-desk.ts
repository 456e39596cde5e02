import type { IsoInstant } from './article.ts';
import type { Feed, FeedUrl } from './feed.ts';
import type { FoundFeed } from './reading.ts';

/** An item of a feed, and what would become of it. */
export interface TriedItem {
  readonly title?: string;
  readonly link?: string;
  readonly publishedAt?: IsoInstant;
  /** `new` would be taken in, `known` is in the archive, `refused` never will be as it is, `waiting` is looked at again. */
  readonly verdict: 'new' | 'known' | 'refused' | 'waiting';
  /** Why it is not new, in plain words. */
  readonly reason?: string;
  /** Of the article's text, where it was read. */
  readonly words?: number;
}

/** What an address turned out to be. */
export type FeedTrial =
  | {
      readonly kind: 'feed';
      readonly url: FeedUrl;
      readonly title?: string;
      readonly site?: string;
      readonly items: readonly TriedItem[];
      /** Items that it holds: more than `items` where it holds more than are read. */
      readonly total: number;
    }
  /** A page that names several feeds: one of them is to be chosen. */
  | { readonly kind: 'choice'; readonly feeds: readonly FoundFeed[] }
  | { readonly kind: 'failed'; readonly reason: string };

export type FeedAdding =
  | {
      readonly kind: 'added' | 'known';
      readonly feed: Feed;
      /** What it held when it was tried; absent where it was not. */
      readonly found?: Extract<FeedTrial, { kind: 'feed' }>;
    }
  | Extract<FeedTrial, { kind: 'choice' | 'failed' }>;

/** What users do with feeds, in a chat or on the command line. */
export interface FeedDesk {
  list(): Promise<readonly Feed[]>;
  /**
   * Fetches and reads an address, and the feed that it names where it is a page. Stores nothing.
   * @param pages how many articles behind the items are fetched too; the others are judged by what the feed says
   */
  try(address: string, pages: number, signal?: AbortSignal): Promise<FeedTrial>;
  /** Tries it, and takes the feed up where it is one. Tells what was found, by what the feed says alone. */
  add(address: string, signal?: AbortSignal): Promise<FeedAdding>;
  /** @param name its address, or its title where only one has it. Undefined where there is none. */
  find(name: string): Promise<Feed | undefined>;
  remove(url: FeedUrl): Promise<boolean>;
  pause(url: FeedUrl, paused: boolean): Promise<boolean>;
}
