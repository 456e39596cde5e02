import { expect, test } from 'vitest';
import type { Lease } from '../../src/domain/delivery.ts';
import {
  type FeedClaim,
  type FeedStore,
  FIRST_INTERVAL_MS,
  LONGEST_WAIT_MS,
  MOST_ITEMS_KEPT,
  type NewFeed,
  type PollFailure,
  type PollSuccess,
  type SeenItem,
} from '../../src/domain/feed.ts';
import { readArticle } from '../archive/articles.ts';
import type { ArchiveUnderTest } from './archive.ts';

type Begin = () => Promise<ArchiveUnderTest>;

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2031-05-09T07:00:00Z');

const harbour: NewFeed = {
  ...{ url: 'https://harbour.example/feed', title: 'Harbour Gazette', site: 'https://harbour.example/' },
  ...{ addedAt: NOW, nextAt: NOW },
};
const islands: NewFeed = { url: 'https://islands.example/rss', addedAt: NOW, nextAt: NOW + 1 };
const unpolled = { paused: false, interval: FIRST_INTERVAL_MS, failures: 0, seen: 0, taken: 0 };

const lease = (owner: string, now = NOW, milliseconds = 10_000): Lease => ({ owner, now, milliseconds });

const item = (key: string, more: Partial<SeenItem> = {}): SeenItem => ({
  ...{ key, digest: `${key}1`, state: 'taken', article: `article ${key}`, tries: 0, seenAt: NOW },
  ...more,
});
const unread = (key: string, state: 'waiting' | 'refused', more: Partial<SeenItem> = {}): SeenItem => {
  const { article: _, ...rest } = item(key, { state, reason: 'it is dated 5 hours ahead', tries: 2, ...more });
  return rest;
};

const success = (more: Partial<PollSuccess> = {}): PollSuccess => ({
  ...{ kind: 'success', at: NOW, nextAt: NOW + HOUR, interval: HOUR, fresh: 0 },
  ...more,
});
const failure = (more: Partial<PollFailure> = {}): PollFailure => ({
  ...{ kind: 'failure', at: NOW, nextAt: NOW + HOUR, interval: HOUR, reason: 'the server does not answer' },
  ...more,
});

/** A new archive with these feeds, and the first of them in somebody's hands. */
async function held(begin: Begin, ...others: NewFeed[]): Promise<{ feeds: FeedStore; claim: FeedClaim }> {
  const { feeds } = (await begin()).archive;
  for (const feed of [harbour, ...others]) await feeds.add(feed);
  return { feeds, claim: await claimed(feeds, harbour.url) };
}

async function claimed(feeds: FeedStore, url: string, by: Lease = lease('one')): Promise<FeedClaim> {
  const claim = await feeds.claim(url, by);
  if (claim === undefined) throw new Error(`${url} is not free`);
  return claim;
}

async function polled(feeds: FeedStore, outcome: PollSuccess | PollFailure, items: readonly SeenItem[] = []) {
  const claim = await claimed(feeds, harbour.url);
  expect(await feeds.note(claim, items)).toBe(true);
  expect(await feeds.settle(claim, outcome)).toBe(true);
  return feeds.get(harbour.url);
}

async function expectLost(feeds: FeedStore, claim: FeedClaim): Promise<void> {
  expect(await feeds.renew(claim, lease(claim.owner))).toBe(false);
  expect(await feeds.note(claim, [item('late')])).toBe(false);
  expect(await feeds.settle(claim, success())).toBe(false);
}

const dueNames = async (feeds: FeedStore, now: number, limit = 9) =>
  (await feeds.due(now, lease('looks'), limit)).map(({ url }) => url);

/** What every archive must do with feeds and what was seen of them. */
export function feedsContract(begin: Begin): void {
  keeping(begin);
  timing(begin);
  claiming(begin);
  settling(begin);
  moving(begin);
  noting(begin);
  forgetting(begin);
  sharing(begin);
}

function keeping(begin: Begin): void {
  test('feeds come back in the order they were taken up, each address once', async () => {
    const { feeds } = (await begin()).archive;
    const slow = { ...islands, url: 'https://a.example/', interval: DAY };
    for (const feed of [harbour, islands, slow]) expect(await feeds.add(feed)).toBe(true);
    expect(await feeds.add({ ...harbour, title: 'Another name' })).toBe(false);
    const kept = [harbour, islands, slow].map((feed) => ({ ...unpolled, ...feed }));
    expect(await feeds.list()).toEqual(kept);
    expect(await feeds.get(islands.url)).toEqual(kept[1]);
    expect(await feeds.get('https://nowhere.example/')).toBeUndefined();
  });

  test('a feed is removed once, with what was seen of it; its articles stay', async () => {
    const { archive } = await begin();
    await archive.articles.put([readArticle({ id: 'article a', text: 'Envoys met.' })]);
    const { feeds } = archive;
    await feeds.add(harbour);
    await polled(feeds, success(), [item('a')]);
    expect(await feeds.remove(islands.url)).toBe(false);
    expect(await feeds.remove(harbour.url)).toBe(true);
    expect(await feeds.remove(harbour.url)).toBe(false);
    await feeds.add(harbour);
    expect(await feeds.seen(harbour.url, ['a'])).toEqual(new Map());
    expect(await feeds.get(harbour.url)).toEqual({ ...harbour, ...unpolled });
    expect(await archive.articles.get('article a')).toBeDefined();
  });

  test('who polls a feed while it is removed and taken up again has lost it', async () => {
    const { feeds, claim } = await held(begin);
    await feeds.remove(harbour.url);
    await expectLost(feeds, claim);
    await feeds.add({ ...harbour, addedAt: NOW + 1 });
    await claimed(feeds, harbour.url);
    await expectLost(feeds, claim);
  });

  test('a workspace that is purged leaves the feeds', async () => {
    const { archive } = await begin();
    await archive.feeds.add(harbour);
    await archive.desk.purge('slack', 'default');
    expect(await archive.feeds.list()).toHaveLength(1);
  });
}

function timing(begin: Begin): void {
  test('due is whose time has come, the longest due first, up to the limit', async () => {
    const { feeds } = (await begin()).archive;
    for (const feed of [islands, harbour, { ...islands, url: 'https://later.example/', nextAt: NOW + 9 }])
      await feeds.add(feed);
    expect(await dueNames(feeds, NOW - 1)).toEqual([]);
    expect(await dueNames(feeds, NOW + 8)).toEqual([harbour.url, islands.url]);
    expect(await dueNames(feeds, NOW + 8, 1)).toEqual([harbour.url]);
  });

  test('a time further ahead than any poll is put off was set by a clock that was wrong: it is due', async () => {
    const { feeds } = (await begin()).archive;
    await feeds.add({ ...harbour, nextAt: NOW + LONGEST_WAIT_MS + 1 });
    await feeds.add({ ...islands, nextAt: NOW + LONGEST_WAIT_MS });
    expect(await dueNames(feeds, NOW)).toEqual([harbour.url]);
    expect(await feeds.claim(harbour.url, lease('one'), NOW)).toBeDefined();
  });

  test('what somebody holds or is paused is not due', async () => {
    const { feeds } = await held(begin, islands);
    expect(await dueNames(feeds, NOW + HOUR)).toEqual([islands.url]);
    expect(await feeds.pause(islands.url, true, NOW)).toBe(true);
    expect(await dueNames(feeds, NOW + HOUR)).toEqual([]);
    expect(await feeds.claim(islands.url, lease('two'))).toBeUndefined();
    expect((await feeds.get(islands.url))?.paused).toBe(true);
  });

  test('a feed that is no longer paused is polled from then on; one that never was keeps its time', async () => {
    const { feeds } = (await begin()).archive;
    await feeds.add({ ...harbour, nextAt: NOW + DAY });
    await feeds.pause(harbour.url, false, NOW);
    expect((await feeds.get(harbour.url))?.nextAt).toBe(NOW + DAY);
    await feeds.pause(harbour.url, true, NOW);
    await feeds.pause(harbour.url, false, NOW + HOUR);
    expect(await feeds.get(harbour.url)).toMatchObject({ paused: false, nextAt: NOW + HOUR });
    expect(await feeds.pause('https://nowhere.example/', true, NOW)).toBe(false);
  });

  test('before a brief, feeds that work and were not just polled are brought forward', async () => {
    const { feeds } = (await begin()).archive;
    const at = (name: string) => `https://${name}.example/`;
    const outcomes = {
      old: success(),
      broken: failure(),
      fresh: success({ at: NOW + HOUR }),
      ahead: success({ at: NOW + DAY }),
    };
    for (const [name, outcome] of Object.entries(outcomes)) {
      await feeds.add({ ...harbour, url: at(name) });
      await feeds.settle(await claimed(feeds, at(name)), { ...outcome, nextAt: NOW + 5 * HOUR });
    }
    await feeds.add({ ...harbour, url: at('paused'), nextAt: NOW + 5 * HOUR });
    await feeds.pause(at('paused'), true, NOW);
    await feeds.add({ ...harbour, url: at('new'), nextAt: NOW + 5 * HOUR });
    await feeds.add({ ...harbour, url: at('overdue') });
    await feeds.hasten(NOW + HOUR, NOW + 2 * HOUR);
    expect(await dueNames(feeds, NOW + 2 * HOUR)).toEqual(['overdue', 'old', 'ahead', 'new'].map(at));
  });
}

function claiming(begin: Begin): void {
  test('one holder at a time, who need not wait for anything once it is settled', async () => {
    const { feeds, claim } = await held(begin);
    expect(claim).toEqual({ feed: { ...harbour, ...unpolled }, owner: 'one', fence: expect.any(Number) });
    for (const owner of ['two', 'one']) expect(await feeds.claim(harbour.url, lease(owner))).toBeUndefined();
    expect(await feeds.settle(claim, success())).toBe(true);
    await expectLost(feeds, claim);
    expect((await claimed(feeds, harbour.url, lease('two'))).fence).toBeGreaterThan(claim.fence);
  });

  test('what another has polled since it was found due is not polled again at once', async () => {
    const { feeds, claim } = await held(begin);
    await feeds.settle(claim, success({ nextAt: NOW + HOUR }));
    expect(await feeds.claim(harbour.url, lease('two'), NOW + HOUR - 1)).toBeUndefined();
    expect(await feeds.claim(harbour.url, lease('two'), NOW + HOUR)).toBeDefined();
  });

  test('a lease that ran out is free, and its holder can do nothing any more', async () => {
    const { feeds, claim: slow } = await held(begin);
    expect(await feeds.claim(harbour.url, lease('early', NOW + 9_999))).toBeUndefined();
    const next = await claimed(feeds, harbour.url, lease('next', NOW + 10_000));
    await expectLost(feeds, slow);
    expect(await feeds.seen(harbour.url, ['late'])).toEqual(new Map());
    expect((await feeds.get(harbour.url))?.polledAt).toBeUndefined();
    expect(await feeds.settle(next, success())).toBe(true);
  });

  test('a lease that ends too far ahead was taken before the clock was put back: it is free', async () => {
    const { feeds } = (await begin()).archive;
    await feeds.add(harbour);
    const before = await claimed(feeds, harbour.url, lease('before', NOW + HOUR));
    expect(await dueNames(feeds, NOW)).toEqual([harbour.url]);
    await claimed(feeds, harbour.url, lease('after'));
    await expectLost(feeds, before);
  });

  test('a claim is renewed', async () => {
    const { feeds, claim } = await held(begin);
    expect(await feeds.renew(claim, lease('one', NOW + 8_000))).toBe(true);
    expect(await feeds.claim(harbour.url, lease('two', NOW + 12_000))).toBeUndefined();
    expect(await feeds.claim(harbour.url, lease('two', NOW + 18_000))).toBeDefined();
  });

  test('the same fence in the hands of another is no claim', async () => {
    const { feeds, claim } = await held(begin);
    for (const owner of ['another', 'two']) await expectLost(feeds, { ...claim, owner });
    expect(await feeds.settle(claim, success())).toBe(true);
  });
}

function settling(begin: Begin): void {
  test('a poll that went well says when, whether it brought anything, and what to ask by next time', async () => {
    const { feeds } = (await begin()).archive;
    await feeds.add(harbour);
    const told = { etag: '"a"', lastModified: 'Fri, 09 May 2031 06:00:00 GMT' };
    const named = { title: 'The Gazette', site: 'https://gazette.example/' };
    const first = await polled(feeds, success({ fresh: 2, ...told, ...named, interval: 7 }));
    const times = { nextAt: NOW + HOUR, polledAt: NOW, succeededAt: NOW, newsAt: NOW };
    expect(first).toEqual({ ...harbour, ...unpolled, ...named, ...told, ...times, interval: 7 });
    const second = await polled(feeds, success({ at: NOW + DAY, nextAt: NOW + 2 * DAY, interval: 9 }));
    const later = { nextAt: NOW + 2 * DAY, polledAt: NOW + DAY, succeededAt: NOW + DAY, newsAt: NOW };
    expect(second).toEqual({ ...harbour, ...unpolled, ...named, ...later, interval: 9 });
  });

  test('failures are counted since the last that went well, with the last reason', async () => {
    const { feeds } = (await begin()).archive;
    await feeds.add(harbour);
    await polled(feeds, success({ etag: '"a"' }));
    await polled(feeds, failure({ at: NOW + 1 }));
    const failing = await polled(feeds, failure({ at: NOW + 2, reason: 'it is no feed', interval: DAY }));
    const since = { failures: 2, failingSince: NOW + 1, reason: 'it is no feed' };
    expect(failing).toMatchObject({ ...since, polledAt: NOW + 2, succeededAt: NOW, interval: DAY, etag: '"a"' });
    const well = await polled(feeds, success({ at: NOW + 3 }));
    expect(well).toEqual({ ...harbour, ...unpolled, interval: HOUR, ...when(NOW + 3) });
  });

  test('a poll that was under way when its feed was paused ends, and the feed stays paused', async () => {
    const { feeds, claim } = await held(begin);
    await feeds.pause(harbour.url, true, NOW);
    expect(await feeds.settle(claim, success())).toBe(true);
    expect(await dueNames(feeds, NOW + DAY)).toEqual([]);
  });
}

const when = (at: number) => ({ nextAt: NOW + HOUR, polledAt: at, succeededAt: at });

function moving(begin: Begin): void {
  const elsewhere = 'https://gazette.example/feed';

  test('a feed that has moved keeps its place, its time and what was seen of it', async () => {
    const { feeds, claim } = await held(begin, islands);
    await feeds.note(claim, [item('a')]);
    await feeds.settle(claim, success({ fresh: 1, movedTo: elsewhere }));
    expect(await feeds.get(harbour.url)).toBeUndefined();
    expect((await feeds.list()).map(({ url }) => url)).toEqual([elsewhere, islands.url]);
    expect(await feeds.get(elsewhere)).toMatchObject({ seen: 1, newsAt: NOW });
    expect([...(await feeds.seen(elsewhere, ['a'])).values()]).toEqual([item('a')]);
    expect(await feeds.add(harbour)).toBe(true);
  });

  test('where another feed has that address already, it stays where it was', async () => {
    const { feeds, claim } = await held(begin, islands);
    expect(await feeds.settle(claim, failure({ movedTo: islands.url }))).toBe(true);
    expect((await feeds.list()).map(({ url, failures }) => [url, failures])).toEqual([
      [harbour.url, 1],
      [islands.url, 0],
    ]);
    const again = await claimed(feeds, harbour.url);
    expect(await feeds.settle(again, failure({ movedTo: harbour.url }))).toBe(true);
    expect((await feeds.get(harbour.url))?.failures).toBe(2);
  });
}

function noting(begin: Begin): void {
  test('items come back as they were last noted, of their feed alone', async () => {
    const { feeds, claim } = await held(begin, islands);
    const noted = [item('a'), unread('b', 'waiting'), unread('𝔠', 'refused'), item('a', { digest: 'a2' })];
    expect(await feeds.note(claim, noted)).toBe(true);
    expect(await feeds.seen(harbour.url, ['𝔠', 'a', 'b', 'nothing'])).toEqual(
      new Map([
        ['𝔠', noted[2]],
        ['a', noted[3]],
        ['b', noted[1]],
      ]),
    );
    expect(await feeds.seen(islands.url, ['a'])).toEqual(new Map());
    expect(await feeds.note(claim, [])).toBe(true);
  });

  test('an item counts once as seen and once as taken, however often it is noted', async () => {
    const { feeds, claim } = await held(begin);
    const counts = async () => {
      const { seen, taken } = (await feeds.get(harbour.url)) ?? {};
      return [seen, taken];
    };
    await feeds.note(claim, [unread('a', 'waiting'), unread('b', 'refused'), item('c'), item('c')]);
    expect(await counts()).toEqual([3, 1]);
    await feeds.note(claim, [item('a'), item('c')]);
    expect(await counts()).toEqual([3, 2]);
    await feeds.note(claim, [unread('a', 'refused'), item('d')]);
    expect(await counts()).toEqual([4, 2]);
    await feeds.note(claim, [item('a')]);
    expect(await counts()).toEqual([4, 3]);
  });

  test('the last of what was not taken comes first', async () => {
    const { feeds, claim } = await held(begin, islands);
    const [first, second, third] = [
      unread('first', 'refused'),
      unread('second', 'waiting', { seenAt: NOW + 1 }),
      unread('third', 'refused', { seenAt: NOW + 2 }),
    ];
    await feeds.note(claim, [second, first, third, item('taken', { seenAt: NOW + 3 })]);
    expect(await feeds.refused(harbour.url, 9)).toEqual([third, second, first]);
    expect(await feeds.refused(harbour.url, 1)).toEqual([third]);
    expect(await feeds.refused(islands.url, 9)).toEqual([]);
  });
}

function forgetting(begin: Begin): void {
  test('items that were last noted before are forgotten, however many, and count again when they come again', async () => {
    const { feeds, claim } = await held(begin);
    const old = Array.from({ length: 5_000 }, (_, at) => item(`${at}`));
    await feeds.note(claim, old);
    await feeds.note(claim, [item('0', { seenAt: NOW + DAY }), item('new', { seenAt: NOW + DAY })]);
    await feeds.expire(NOW);
    expect((await feeds.seen(harbour.url, ['0', '1', 'new'])).size).toBe(3);
    await feeds.expire(NOW + DAY);
    expect([...(await feeds.seen(harbour.url, [...old.map(({ key }) => key), 'new'])).keys()]).toEqual(['0', 'new']);
    expect(await feeds.get(harbour.url)).toMatchObject({ seen: 5_001, taken: 5_001 });
    await feeds.note(claim, [item('1')]);
    expect(await feeds.get(harbour.url)).toMatchObject({ seen: 5_002, taken: 5_002 });
  });

  test('a feed that names its items anew at every look fills no archive: those noted longest ago are forgotten', async () => {
    const { feeds, claim } = await held(begin, islands);
    const other = await claimed(feeds, islands.url);
    await feeds.note(other, [item('of another feed', { seenAt: NOW - DAY })]);
    await feeds.note(claim, [item('first')]);
    const looks = [1, 2, 3].map((look) =>
      Array.from({ length: MOST_ITEMS_KEPT / 2 }, (_, at) => item(`${look} ${at}`, { seenAt: NOW + look })),
    );
    for (const look of looks) expect(await feeds.note(claim, look)).toBe(true);
    const kept = await feeds.seen(harbour.url, ['first', ...looks.flat().map(({ key }) => key)]);
    expect([...kept.keys()]).toEqual(looks.slice(1).flatMap((look) => look.map(({ key }) => key)));
    expect((await feeds.seen(islands.url, ['of another feed'])).size).toBe(1);
  });

  test('what a feed that says nothing new holds is not forgotten', async () => {
    const { feeds, claim } = await held(begin, islands);
    await feeds.note(claim, [item('a')]);
    const other = await claimed(feeds, islands.url);
    await feeds.note(other, [item('b'), item('c', { seenAt: NOW + 9 * DAY })]);
    await feeds.expire(NOW + 5 * DAY);
    expect((await feeds.seen(harbour.url, ['a'])).size).toBe(1);
    expect([...(await feeds.seen(islands.url, ['b', 'c'])).keys()]).toEqual(['c']);
  });
}

function sharing(begin: Begin): void {
  test('of two connections that want a feed at once one gets it, and both see what it noted', async (context) => {
    const under = await begin();
    if (under.second === undefined) return context.skip('it has one connection');
    const [one, other] = [under.archive.feeds, (await under.second()).feeds];
    await one.add(harbour);
    expect(await other.add(harbour)).toBe(false);
    const claims = await Promise.all([one.claim(harbour.url, lease('one')), other.claim(harbour.url, lease('two'))]);
    const [claim, ...more] = claims.filter((each) => each !== undefined);
    if (claim === undefined) throw new Error('nobody got it');
    expect(more).toEqual([]);
    await one.note(claim, [item('a')]);
    expect((await other.seen(harbour.url, ['a'])).get('a')).toEqual(item('a'));
  });

  test('feeds, claims and items outlive a restart', async (context) => {
    const under = await begin();
    if (under.reopen === undefined) return context.skip('gone when closed');
    const { feeds } = under.archive;
    await feeds.add(harbour);
    const claim = await claimed(feeds, harbour.url);
    await feeds.note(claim, [item('a')]);
    const again = (await under.reopen()).feeds;
    expect((await again.seen(harbour.url, ['a'])).get('a')).toEqual(item('a'));
    expect(await again.claim(harbour.url, lease('two'))).toBeUndefined();
    expect(await again.settle(claim, success())).toBe(true);
  });
}
