import type { ArticleDraft, IsoInstant } from './article.ts';

/** What is said in a feed of one article. */
export interface FeedItem {
  /** Names it within its feed: its own id, else its address, else a digest of its words. */
  readonly key: string;
  /** Absolute, http or https. */
  readonly link?: string;
  /** What its link begins with (`mailto:`), where none leads to a web page. */
  readonly linkScheme?: string;
  /** Plain text, as are the summary and the content. */
  readonly title?: string;
  readonly summary?: string;
  /** The whole article, where the feed carries it: paragraphs parted by blank lines. */
  readonly content?: string;
  readonly author?: string;
  /** Absent where it states none, or none that can be true (before 1990). May lie ahead. */
  readonly publishedAt?: IsoInstant;
  readonly updatedAt?: IsoInstant;
  /** The day as its newsroom writes it, `YYYY-MM-DD`. */
  readonly publishedOn?: string;
}

export interface ReadFeed {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json';
  readonly title?: string;
  readonly site?: string;
  readonly language?: string;
  /** In the feed's order, no key twice. */
  readonly items: readonly FeedItem[];
  /** How many it holds: more than `items` where it holds more than are read. */
  readonly total: number;
  /** Minutes that it wants to be left alone (RSS `ttl`, `sy:updatePeriod`). */
  readonly quietMinutes?: number;
}

/** A feed that a page names. */
export interface FoundFeed {
  readonly url: string;
  readonly title?: string;
}

/** A document where a feed was looked for. */
export type FeedReading =
  | ({ readonly kind: 'feed' } & ReadFeed)
  /** A web page, and the feeds that it names. */
  | { readonly kind: 'page'; readonly title?: string; readonly feeds: readonly FoundFeed[] }
  | { readonly kind: 'rejected'; readonly reason: string };

/** A document where an article was looked for. */
export type PageReading =
  | { readonly kind: 'article'; readonly draft: ArticleDraft; readonly modifiedAt?: string }
  | { readonly kind: 'rejected'; readonly reason: string };

/** A document as it came. */
export interface RawDocument {
  readonly body: Uint8Array;
  /** Where it was found. */
  readonly url: string;
  /** `Content-Type`, with its charset. */
  readonly type?: string | undefined;
  /** Epoch milliseconds: dates are judged by it. */
  readonly now: number;
}

/** Reads documents that may be broken or hostile, away from whoever asks: one that takes too long is given up. */
export interface DocumentReader {
  feed(document: RawDocument): Promise<FeedReading>;
  page(document: RawDocument): Promise<PageReading>;
  close(): Promise<void>;
}
