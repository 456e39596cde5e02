import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Lease } from '../domain/delivery.ts';
import {
  type Feed,
  type FeedClaim,
  type FeedStore,
  type FeedUrl,
  FIRST_INTERVAL_MS,
  type ItemState,
  LONGEST_WAIT_MS,
  MOST_ITEMS_KEPT,
  type NewFeed,
  type PollOutcome,
  type SeenItem,
} from '../domain/feed.ts';
import { present } from '../domain/present.ts';
import type { Connection } from './connection.ts';
import { feedItemStatements as items, feedStatements as sql } from './feed-statements.ts';
import { endOf, free } from './lease.ts';
import { ARTICLES } from './statements.ts';

/** Rows that are deleted in one transaction: others wait for milliseconds. */
const EXPIRED_AT_ONCE = 2_000;

/** Feeds, and a row for each item that was seen of one. A feed keeps its number when its address changes. */
export class SqliteFeedStore implements FeedStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async list(): Promise<readonly Feed[]> {
    return this.#connection.all<FeedRow>(sql.list, ARTICLES).map(feedOf);
  }

  async get(url: FeedUrl): Promise<Feed | undefined> {
    const row = this.#connection.get<FeedRow>(sql.get, ARTICLES, url);
    return row && feedOf(row);
  }

  async add({ url, title, site, addedAt, nextAt, interval = FIRST_INTERVAL_MS }: NewFeed): Promise<boolean> {
    return this.#changed(sql.add, ARTICLES, url, title ?? null, site ?? null, addedAt, nextAt, interval);
  }

  async remove(url: FeedUrl): Promise<boolean> {
    return this.#connection.writeAside(() => {
      this.#connection.run(items.remove, ARTICLES, url);
      return this.#connection.run(sql.remove, ARTICLES, url).changes > 0;
    });
  }

  async pause(url: FeedUrl, paused: boolean, at: number): Promise<boolean> {
    return this.#changed(sql.pause, Number(paused), at, ARTICLES, url);
  }

  async due(now: number, lease: Lease, limit: number): Promise<readonly Feed[]> {
    return this.#connection
      .all<FeedRow>(sql.due, ARTICLES, now, now + LONGEST_WAIT_MS, ...free(lease), limit)
      .map(feedOf);
  }

  async hasten(before: number, now: number): Promise<void> {
    this.#changed(sql.hasten, now, ARTICLES, before);
  }

  async claim(url: FeedUrl, lease: Lease, dueAt?: number): Promise<FeedClaim | undefined> {
    const { owner } = lease;
    const values = [owner, endOf(lease), ARTICLES, url, ...free(lease)];
    return this.#connection.writeAside(() => {
      const { changes } =
        dueAt === undefined
          ? this.#connection.run(sql.claim, ...values)
          : this.#connection.run(sql.claimDue, ...values, dueAt, dueAt + LONGEST_WAIT_MS);
      if (changes === 0) return undefined;
      const row = this.#connection.get<FeedRow & { readonly fence: number }>(sql.claimed, ARTICLES, url);
      return row && { feed: feedOf(row), owner, fence: row.fence };
    });
  }

  async renew(claim: FeedClaim, lease: Lease): Promise<boolean> {
    return this.#changed(sql.renew, endOf(lease), ...nameOf(claim));
  }

  async seen(url: FeedUrl, keys: readonly string[]): Promise<ReadonlyMap<string, SeenItem>> {
    return this.#connection.read(() => {
      const rows = keys.flatMap((key) => this.#connection.get<ItemRow>(items.of, ARTICLES, url, key) ?? []);
      return new Map(rows.map((row) => [row.item_key, itemOf(row)]));
    });
  }

  async note(claim: FeedClaim, noted: readonly SeenItem[]): Promise<boolean> {
    return this.#held(claim, (feed) => {
      let [fresh, taken] = [0, 0];
      for (const item of noted) {
        const before = this.#save(feed, item);
        if (before === undefined) fresh += 1;
        taken += Number(item.state === 'taken') - Number(before === 'taken');
      }
      const last = noted.reduce((latest, { seenAt }) => Math.max(latest, seenAt), 0);
      this.#connection.run(sql.count, fresh, taken, last, ARTICLES, feed);
      if (fresh > 0) this.#trim(feed);
    });
  }

  async settle(claim: FeedClaim, outcome: PollOutcome): Promise<boolean> {
    return this.#held(claim, (feed) => {
      const times = [outcome.at, outcome.nextAt, outcome.interval];
      if (outcome.kind === 'failure') this.#connection.run(sql.fail, ...times, outcome.reason, ARTICLES, feed);
      else {
        const { fresh, title, site, etag, lastModified } = outcome;
        const said = [title ?? null, site ?? null, etag ?? null, lastModified ?? null];
        this.#connection.run(sql.succeed, ...times, fresh, ...said, ARTICLES, feed);
      }
      if (outcome.movedTo !== undefined) this.#connection.run(sql.move, outcome.movedTo, ARTICLES, feed);
    });
  }

  async refused(url: FeedUrl, limit: number): Promise<readonly SeenItem[]> {
    return this.#connection.all<ItemRow>(items.refused, ARTICLES, url, limit).map(itemOf);
  }

  async expire(before: number): Promise<void> {
    const some = () => this.#connection.run(items.expire, ARTICLES, before, EXPIRED_AT_ONCE).changes;
    while (this.#connection.writeAside(some) === EXPIRED_AT_ONCE) await othersTurn();
  }

  /** Gives the state that was remembered. Belongs in a transaction. */
  #save(feed: number, { key, digest, state, reason, article, tries, seenAt }: SeenItem): ItemState | undefined {
    const before = this.#connection.get<{ state: ItemState }>(items.state, ARTICLES, feed, key)?.state;
    const rest = [digest, state, reason ?? null, article ?? null, tries, seenAt];
    this.#connection.run(items.save, ARTICLES, feed, key, ...rest);
    return before;
  }

  /** Belongs in a transaction. */
  #trim(feed: number): void {
    const { number } = this.#connection.get<{ number: number }>(items.number, ARTICLES, feed) ?? { number: 0 };
    if (number > MOST_ITEMS_KEPT) this.#connection.run(items.trim, ARTICLES, feed, number - MOST_ITEMS_KEPT);
  }

  /** @param work with the feed's number. False, and nothing is done, where the claim was lost. */
  #held(claim: FeedClaim, work: (feed: number) => void): boolean {
    return this.#connection.writeAside(() => {
      const row = this.#connection.get<{ id: number }>(sql.held, ...nameOf(claim));
      if (row !== undefined) work(row.id);
      return row !== undefined;
    });
  }

  #changed(statement: string, ...values: readonly (string | number | null)[]): boolean {
    return this.#connection.writeAside(() => this.#connection.run(statement, ...values).changes > 0);
  }
}

/** A feed that was removed and taken up again begins its fences anew. */
function nameOf({ feed, owner, fence }: FeedClaim): [string, string, number, string, number] {
  return [ARTICLES, feed.url, feed.addedAt, owner, fence];
}

interface FeedRow {
  readonly url: FeedUrl;
  readonly title: string | null;
  readonly site: string | null;
  readonly added_at: number;
  readonly paused: number;
  readonly next_at: number;
  readonly poll_interval: number;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly polled_at: number | null;
  readonly succeeded_at: number | null;
  readonly news_at: number | null;
  readonly failures: number;
  readonly failing_since: number | null;
  readonly reason: string | null;
  readonly seen: number;
  readonly taken: number;
}

function feedOf(row: FeedRow): Feed {
  const { url, title, site, etag, last_modified: lastModified, polled_at: polledAt, succeeded_at: succeededAt } = row;
  const { news_at: newsAt, failing_since: failingSince, reason, failures, seen, taken } = row;
  return {
    ...{ url, addedAt: row.added_at, nextAt: row.next_at, paused: row.paused === 1, interval: row.poll_interval },
    ...{ failures, seen, taken },
    ...present({ title, site, etag, lastModified, polledAt, succeededAt, newsAt, failingSince, reason }),
  };
}

interface ItemRow {
  readonly item_key: string;
  readonly digest: string;
  readonly state: ItemState;
  readonly reason: string | null;
  readonly article_id: string | null;
  readonly tries: number;
  readonly seen_at: number;
}

function itemOf(row: ItemRow): SeenItem {
  const { item_key: key, digest, state, reason, article_id: article, tries, seen_at: seenAt } = row;
  return { key, digest, state, ...present({ reason, article }), tries, seenAt };
}
