import type { ArticleId } from './article.ts';
import type { Lease } from './delivery.ts';

/** A feed's address as the URL standard writes it; its name everywhere. */
export type FeedUrl = string;

/** Milliseconds between the polls of a feed of which nothing is known yet. */
export const FIRST_INTERVAL_MS = 30 * 60_000;

/** No poll is put off for longer: a time that lies further ahead was set before the clock was put back. */
export const LONGEST_WAIT_MS = 2 * 24 * 60 * 60_000;

/** Items that are remembered of a feed: twenty times what is read of one. Ids that change at every look must not fill the archive. */
export const MOST_ITEMS_KEPT = 10_000;

/** A feed as it is taken up: from then on it is polled. Times are milliseconds since 1970 by the clock of the schedules. */
export interface NewFeed {
  readonly url: FeedUrl;
  /** What it calls itself. */
  readonly title?: string;
  /** The web page that it belongs to. */
  readonly site?: string;
  readonly addedAt: number;
  /** The first poll is not before. */
  readonly nextAt: number;
  /** `FIRST_INTERVAL_MS` where it is not given. */
  readonly interval?: number;
}

/** A feed and how its polls went. */
export interface Feed extends NewFeed {
  readonly paused: boolean;
  /** Milliseconds between polls, as they turned out to be worth it. */
  readonly interval: number;
  /** What the server named its last answer by: it is asked for changes only. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly polledAt?: number;
  /** The last poll that went well, whether or not it brought anything. */
  readonly succeededAt?: number;
  /** The last poll that brought an item not seen before. */
  readonly newsAt?: number;
  /** Polls that failed since the last that went well. */
  readonly failures: number;
  /** Since when it fails; absent where the last poll went well. */
  readonly failingSince?: number;
  /** Why the last poll failed, in plain words. */
  readonly reason?: string;
  /** Items seen since it was taken up, and those of them that were taken; one that was forgotten counts again. */
  readonly seen: number;
  readonly taken: number;
}

/**
 * What became of an item: `taken` is in the archive; `refused` never will be as it is; `waiting` is looked at again at
 * the next poll.
 */
export type ItemState = 'taken' | 'refused' | 'waiting';

/** An item as it was last seen. */
export interface SeenItem {
  /** Names it within its feed: its own id, else its address, else its words. */
  readonly key: string;
  /** Another text once anything of it has changed. */
  readonly digest: string;
  readonly state: ItemState;
  /** Why it is not taken. */
  readonly reason?: string;
  readonly article?: ArticleId;
  /**
   * How often its page was asked for in vain: it is asked for less and less often. One that waits is given up in the end;
   * for one that was taken, a page that says the same as before counts too.
   */
  readonly tries: number;
  readonly seenAt: number;
}

/** The right to poll a feed, for a time. A holder that was too slow is told apart by its fence. */
export interface FeedClaim {
  readonly feed: Feed;
  readonly owner: string;
  readonly fence: number;
}

/** How a poll ended. */
export type PollOutcome = PollSuccess | PollFailure;

interface PollEnd {
  readonly at: number;
  /** At most `LONGEST_WAIT_MS` after `at`. */
  readonly nextAt: number;
  readonly interval: number;
  /** Where the feed has moved for good; unless another feed has that address already. */
  readonly movedTo?: FeedUrl;
}

export interface PollSuccess extends PollEnd {
  readonly kind: 'success';
  /** Items that were not seen before. */
  readonly fresh: number;
  /** Articles of items seen before of which a new version was taken in; 0 where it is absent. */
  readonly updated?: number;
  /** What it calls itself now; where it does not say, the last name stays, and so does the site. */
  readonly title?: string;
  readonly site?: string;
  /** What the server is to be asked by next time: after an answer without changes the same as before, else forgotten. */
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface PollFailure extends PollEnd {
  readonly kind: 'failure';
  readonly reason: string;
}

/**
 * The feeds of an archive, shared by all processes on it: each is polled by one of them at a time. They belong to the
 * archive, not to a platform: a backup has them with what was seen of them, a workspace that is purged leaves them.
 */
export interface FeedStore {
  /** In the order they were taken up. */
  list(): Promise<readonly Feed[]>;
  get(url: FeedUrl): Promise<Feed | undefined>;
  /** False where it is there already. */
  add(feed: NewFeed): Promise<boolean>;
  /** With what was seen of it; articles stay. False where there is none. */
  remove(url: FeedUrl): Promise<boolean>;
  /** A feed that is no longer paused is polled from `at` on. A poll that is under way goes on. False where there is none. */
  pause(url: FeedUrl, paused: boolean, at: number): Promise<boolean>;
  /** Those that are not paused, whose time has come and that nobody holds; the longest due first. */
  due(now: number, lease: Lease, limit: number): Promise<readonly Feed[]>;
  /** Brings polls forward to `now` of feeds that work, were last polled before `before` and are due after `now`. */
  hasten(before: number, now: number): Promise<void>;
  /**
   * Undefined where another holds it, it was paused or removed; with `dueAt` also where it is not due then, since another
   * has polled it meanwhile.
   */
  claim(url: FeedUrl, lease: Lease, dueAt?: number): Promise<FeedClaim | undefined>;
  /** False where it was lost: nothing may be written any more. */
  renew(claim: FeedClaim, lease: Lease): Promise<boolean>;
  /** What is remembered of these items of a feed, by key. */
  seen(url: FeedUrl, keys: readonly string[]): Promise<ReadonlyMap<string, SeenItem>>;
  /**
   * Remembers items, all or none, over what was remembered of them, and counts them. Of a feed of many items only those
   * need be noted that are new, have changed or were last noted more than a day ago. Of more than `MOST_ITEMS_KEPT` those
   * that were noted longest ago are forgotten. False where the claim was lost.
   */
  note(claim: FeedClaim, items: readonly SeenItem[]): Promise<boolean>;
  /** Ends the claim. False where it was lost before. */
  settle(claim: FeedClaim, outcome: PollOutcome): Promise<boolean>;
  /** The last of what was not taken, the latest first. */
  refused(url: FeedUrl, limit: number): Promise<readonly SeenItem[]>;
  /**
   * Forgets items that were last noted before, at least two days ago, of feeds of which something was noted since: what
   * is in a feed that does not change, or cannot be read, is in it still.
   */
  expire(before: number): Promise<void>;
}
