import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Archive } from '../../src/domain/archive.ts';
import type { FeedClaim, FeedStore, ItemState } from '../../src/domain/feed.ts';

/** Two pollers, each with a connection of its own, do these things to two feeds in any order. */
const LEASE = 10;
const poller = fc.constantFrom(0, 1);
const feed = fc.constantFrom(0, 1);
/** With the last claim that the poller had on the feed, or the one before. */
const age = fc.constantFrom(0, 0, 0, 1);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('claim' as const), poller, feed }) },
  fc.record({ does: fc.constantFrom('renew' as const, 'settle' as const), poller, feed, age }),
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('note' as const),
      ...{ poller, feed, age },
      items: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('taken', 'waiting', 'refused')), {
        maxLength: 4,
      }),
    }),
  },
  fc.record({ does: fc.constant('wait' as const), milliseconds: fc.integer({ min: 1, max: LEASE }) }),
  fc.record({ does: fc.constantFrom('pause' as const, 'resume' as const, 'take up anew' as const), feed }),
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;
type Use = Extract<Step, { age: number }>;

/** What is true of a feed, by the laws of the port alone. */
interface Truth {
  readonly url: string;
  paused: boolean;
  holder?: { readonly claim: FeedClaim; until: number };
  readonly items: Map<string, ItemState>;
  takenUp: number;
}

let archives: readonly Archive[] = [];
let runs = 0;
const folder = mkdtempSync(join(tmpdir(), 'detente-'));
beforeAll(async () => {
  const path = join(folder, 'archive.sqlite');
  archives = [await openSqliteArchive(path), await openSqliteArchive(path)];
});
afterAll(async () => {
  for (const archive of archives) await archive.close();
  rmSync(folder, { recursive: true });
});

test('in whatever order two pollers do what they do, no feed is held by two, and every count is exact', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
      runs += 1;
      const run = new Run(archives.map(({ feeds }) => feeds));
      await run.begin();
      for (const one of steps) await run.take(one);
      await run.expectCounts();
    }),
    { seed: 20_310_509, numRuns: 300 },
  );
}, 60_000);

class Run {
  readonly #stores: readonly FeedStore[];
  readonly #feeds: Truth[] = [0, 1].map((at) => ({
    ...{ url: `https://run${runs}.example/${at}`, paused: false, items: new Map(), takenUp: 0 },
  }));
  /** The claims of each poller on each feed, lost or not, the last first. */
  readonly #claims = new Map<string, FeedClaim[]>();
  #now = 1_000;

  constructor(stores: readonly FeedStore[]) {
    this.#stores = stores;
  }

  async begin(): Promise<void> {
    for (const { url } of this.#feeds) await this.#store(0).add({ url, addedAt: 0, nextAt: 0 });
  }

  async take(one: Step): Promise<void> {
    if (one.does === 'wait') this.#now += one.milliseconds;
    else if (!('poller' in one)) await this.#change(one.does, this.#feed(one.feed));
    else if (one.does === 'claim') await this.#claim(one.poller, this.#feed(one.feed));
    else await this.#use(one, this.#feed(one.feed));
  }

  async expectCounts(): Promise<void> {
    for (const { url, items } of this.#feeds) {
      const taken = [...items.values()].filter((state) => state === 'taken').length;
      expect(await this.#store(1).get(url)).toMatchObject({ seen: items.size, taken });
    }
  }

  async #change(does: 'pause' | 'resume' | 'take up anew', truth: Truth): Promise<void> {
    if (does !== 'take up anew') {
      truth.paused = does === 'pause';
      await this.#store(0).pause(truth.url, truth.paused, 0);
      return;
    }
    await this.#store(0).remove(truth.url);
    truth.takenUp += 1;
    await this.#store(1).add({ url: truth.url, addedAt: truth.takenUp, nextAt: 0 });
    truth.paused = false;
    truth.items.clear();
    delete truth.holder;
  }

  async #claim(by: number, truth: Truth): Promise<void> {
    const isFree = truth.holder === undefined || truth.holder.until <= this.#now;
    const claim = await this.#store(by).claim(truth.url, this.#lease(by));
    expect(claim !== undefined).toBe(isFree && !truth.paused);
    if (claim === undefined) return;
    truth.holder = { claim, until: this.#now + LEASE };
    const name = `${by} ${truth.url}`;
    this.#claims.set(name, [claim, ...(this.#claims.get(name) ?? [])]);
  }

  async #use(one: Use, truth: Truth): Promise<void> {
    const claim = this.#claims.get(`${one.poller} ${truth.url}`)?.[one.age];
    if (claim === undefined) return;
    // one whose time is over but that nobody has taken since is still its holder
    const isHolder = truth.holder?.claim === claim;
    expect(await this.#done(one, claim)).toBe(isHolder);
    if (!isHolder || truth.holder === undefined) return;
    if (one.does === 'renew') truth.holder.until = this.#now + LEASE;
    if (one.does === 'settle') delete truth.holder;
    if ('items' in one) for (const [key, state] of one.items) truth.items.set(key, state as ItemState);
  }

  #done(one: Use, claim: FeedClaim): Promise<boolean> {
    const store = this.#store(one.poller);
    if (one.does === 'renew') return store.renew(claim, this.#lease(one.poller));
    if (!('items' in one)) return store.settle(claim, { kind: 'success', at: 0, nextAt: 0, interval: 1, fresh: 0 });
    const noted = one.items.map(([key, state]) => ({
      ...{ key, digest: key, state: state as ItemState, tries: 0, seenAt: this.#now },
    }));
    return store.note(claim, noted);
  }

  #lease(by: number) {
    return { owner: `poller ${by}`, now: this.#now, milliseconds: LEASE };
  }

  #store(at: number): FeedStore {
    return this.#stores[at] as FeedStore;
  }

  #feed(at: number): Truth {
    return this.#feeds[at] as Truth;
  }
}
