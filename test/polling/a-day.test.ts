import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { DAY, HOUR, MINUTE, NOW } from './items.ts';
import { PollingUnderTest } from './polling-under-test.ts';
import { Town } from './town.ts';

/*
 * A day of many feeds by a clock that is set: one in ten is broken in some way, one in ten fails now and then, one in ten
 * touches its dates at every poll. Everything else is real: the servers, the fetcher, the reader's thread, the archive.
 */

const isLong = Boolean(process.env['DETENTE_LONG']);
const FEEDS = isLong ? 1_000 : 100;
const TICK = isLong ? 5 * MINUTE : 10 * MINUTE;
/** Of the heap, from the third hour to the end; it holds what the test itself remembers too. */
const MOST_GROWTH_MB = 24;

test(`${FEEDS} feeds in a day: none stalls, every failure has its reason, no item is missing and none comes twice`, {
  timeout: isLong ? 3_600_000 : 240_000,
}, async () => {
  let now = NOW;
  const town = await Town.build(FEEDS, () => now);
  const archive = await openSqliteArchive(isLong ? scratchFile() : ':memory:');
  const times = { firstByte: 250, total: 500 };
  const polling = await PollingUnderTest.begin(town.hosts, { archive, fetching: { times }, random: Math.random });
  await polling.add(...town.feeds.map(({ url }) => url));
  const begun = performance.now();
  let early = Number.NaN;
  for (; now < NOW + DAY; now += TICK) {
    polling.now = now;
    await polling.pass(0);
    const lease = { owner: 'test', now: Date.now(), milliseconds: 1 };
    expect(await archive.feeds.due(now, lease, 10)).toEqual([]);
    if (now === NOW + 3 * HOUR) early = heapMb();
  }
  const growth = heapMb() - early;
  const figures = await compared(polling, town, now - TICK);
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.info(JSON.stringify({ feeds: FEEDS, ...figures, requests: town.requests(), seconds, early, growth }));
  expect(growth).toBeLessThan(MOST_GROWTH_MB);
});

/** What was published against what is there. */
async function compared(polling: PollingUnderTest, town: Town, last: number) {
  const articles = await polling.articles();
  const urls = articles.map(({ url }) => url ?? '');
  expect(new Set(urls).size).toBe(urls.length);
  expect(articles.filter(({ version }) => version > 1)).toEqual([]);
  const stored = new Set(urls);
  let [published, failing] = [0, 0];
  for (const { url, broken, items } of town.feeds) {
    const feed = await polling.feed(url);
    const reasons = Object.values(await polling.reasons(url));
    expect([url, feed.failures > 0]).toEqual([url, feed.reason !== undefined]);
    expect(last - (feed.polledAt ?? 0)).toBeLessThanOrEqual(DAY / 2 + 2 * TICK + (broken === 'gone' ? DAY / 2 : 0));
    if (broken !== undefined) {
      failing += 1;
      expect([broken, feed.failures]).not.toEqual([broken, 0]);
      expect([broken, feed.reason]).not.toEqual([broken, '']);
      continue;
    }
    const due = [...items].filter(([, at]) => at <= (feed.succeededAt ?? 0)).map(([item]) => item);
    published += due.length;
    expect([url, due.filter((item) => !stored.has(item)).length <= reasons.length]).toEqual([url, true]);
    expect([url, feed.seen, feed.taken]).toEqual([url, due.length, due.length - reasons.length]);
    expect(reasons.filter((reason) => !reason.startsWith('waiting: the page cannot be fetched'))).toEqual([]);
  }
  expect(urls.length).toBeLessThanOrEqual(published);
  return { articles: urls.length, published, failing };
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapMb(): number {
  collect();
  return Math.round(process.memoryUsage().heapUsed / 1e5) / 10;
}

function scratchFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'detente-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'archive.sqlite');
}
