import { expect, test } from 'vitest';
import { ArchiveFeedDesk } from '../../src/polling/feed-desk.ts';
import { FeedServer, sends, textOf } from './feed-server.ts';
import { DAY, HOUR, NOW } from './items.ts';
import { PollingUnderTest } from './polling-under-test.ts';

const when = (milliseconds: number) => new Date(NOW + milliseconds).toUTCString();
const page = (head: string, body = '') => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const names = (...feeds: readonly string[]) =>
  page(
    feeds
      .map((href) => `<link rel="alternate" type="application/rss+xml" title="Feed ${href}" href="${href}">`)
      .join(''),
  );

async function begin() {
  const server = await FeedServer.forTest();
  const polling = await PollingUnderTest.begin([server.host]);
  const { archive, fetcher, reader, clock } = polling;
  return { server, polling, desk: new ArchiveFeedDesk({ archive, fetcher, reader, clock, retentionDays: 365 }) };
}

test('a feed is added by its address, tried before, and polled from then on', async () => {
  const { server, polling, desk } = await begin();
  const url = server.publish('/feed', [{ name: 'a', date: when(-HOUR) }], 'Narvik Post');
  const added = await desk.add(`<${server.host}/feed>`);
  expect(added).toMatchObject({
    kind: 'added',
    feed: { url, title: 'Narvik Post', site: server.url('/'), addedAt: NOW, nextAt: NOW, seen: 0 },
    found: { total: 1, items: [{ verdict: 'new', title: 'Norway offers Sweden talks, report a' }] },
  });
  expect(server.times('/story/a')).toBe(0);
  await polling.pass(0);
  expect(await polling.titles()).toHaveLength(1);
  expect(await desk.add(url)).toMatchObject({ kind: 'known', feed: { url, taken: 1 } });
  expect(server.times('/feed')).toBe(2);
});

test('a page that names one feed stands for it; of several one is to be chosen', async () => {
  const { server, desk } = await begin();
  const url = server.publish('/rss', [{ name: 'a' }]);
  server.on('/one', sends(names('/rss'), 'text/html'));
  expect(await desk.add(server.url('/one'))).toMatchObject({ kind: 'added', feed: { url } });
  server.on('/several', sends(names('/rss', '/other'), 'text/html'));
  expect(await desk.add(server.url('/several'))).toEqual({
    kind: 'choice',
    feeds: [
      { url, title: 'Feed /rss' },
      { url: server.url('/other'), title: 'Feed /other' },
    ],
  });
  expect(await desk.list()).toHaveLength(1);
});

test('a fragment that a page puts behind its feed makes no second feed of it', async () => {
  const { server, desk } = await begin();
  const url = server.publish('/rss', [{ name: 'a' }]);
  server.on('/one', sends(names('/rss#top'), 'text/html'));
  expect(await desk.add(server.url('/one'))).toMatchObject({ kind: 'added', feed: { url } });
  expect(await desk.add(url)).toMatchObject({ kind: 'known' });
});

test('a page that names no feed has one where feeds usually are', async () => {
  const { server, desk } = await begin();
  server.on('/', sends(page('<title>News</title>'), 'text/html'));
  server.publish('/feed.xml', [{ name: 'a' }]);
  expect(await desk.try(server.url('/'), 0)).toMatchObject({ kind: 'feed', url: server.url('/feed.xml'), total: 1 });
});

test.for([
  ['nonsense', 'this is no address of the web: write it as https://example.org/feed'],
  ['ftp://example.org/feed', 'this is no address of the web: write it as https://example.org/feed'],
] as const)('%s is not added: %s', async ([address, reason]) => {
  const { desk } = await begin();
  expect(await desk.add(address)).toEqual({ kind: 'failed', reason });
});

test('what is no feed is not added, and it is said why', async () => {
  const { server, desk } = await begin();
  server.on('/page', sends(page('<title>News</title>'), 'text/html'));
  server.on('/login', sends(page('<title>Log in</title>'), 'text/html'));
  server.on('/names', sends(names('/gone'), 'text/html'));
  server.on('/gone', sends('', 'text/plain', 410));
  const reasons = await Promise.all(
    ['/page', '/login', '/names', '/none'].map(async (path) => {
      const added = await desk.add(server.url(path));
      return added.kind === 'failed' ? added.reason : added.kind;
    }),
  );
  expect(reasons).toEqual([
    'this is a web page that names no feed, and none is where feeds usually are: look for "RSS" on the site',
    'this is a page to log in: only what anybody may read can be a source',
    `the page names the feed ${server.url('/gone')}, and it cannot be read: the server says that what was at this address is gone for good (410)`,
    'the server says that there is nothing at this address: look for its new one (404)',
  ]);
  expect(await desk.list()).toEqual([]);
});

test('a trial shows what would become of each item, and stores nothing', async () => {
  const { server, polling, desk } = await begin();
  await polling.poll(server.publish('/other', [{ name: 'known' }]));
  const stories = [
    { name: 'old', date: when(-500 * DAY) },
    { name: 'known', date: when(-DAY) },
    { name: 'unread', date: when(-3 * HOUR) },
    { name: 'read', date: when(-HOUR) },
    { name: 'teaser', date: when(-2 * HOUR), text: 'Talks are on.' },
    { name: 'ahead', date: when(9 * HOUR) },
  ];
  const url = server.publish('/feed', stories);
  const before = await polling.articles();
  const trial = await desk.try(url, 2);
  const items = trial.kind === 'feed' ? trial.items : [];
  expect(items.map(({ link, verdict, reason, words }) => [link?.split('/').at(-1), verdict, reason, words])).toEqual([
    [
      'old',
      'refused',
      `dated ${new Date(NOW - 500 * DAY).toISOString().slice(0, 10)}, older than the 365 days that articles are kept`,
      undefined,
    ],
    ['known', 'known', undefined, undefined],
    ['unread', 'new', undefined, undefined],
    ['read', 'new', undefined, expect.any(Number)],
    [
      'teaser',
      'refused',
      expect.stringMatching(
        /^the page holds \d+ words, too few for an article, and the feed carries only 2 words of it$/,
      ),
      undefined,
    ],
    ['ahead', 'waiting', 'dated 9 hours ahead', undefined],
  ]);
  expect(items.find(({ link }) => link?.endsWith('/read'))?.words).toBeGreaterThan(60);
  expect(await polling.articles()).toEqual(before);
  expect((await desk.list()).map((feed) => feed.url)).toEqual([server.url('/other')]);
});

test('a trial says of a page that does not answer now that it is looked at again', async () => {
  const { server, desk } = await begin();
  const url = server.publish('/feed', [{ name: 'a' }]);
  server.on('/story/a', sends('', 'text/html', 503));
  expect(await desk.try(url, 1)).toMatchObject({
    items: [
      { verdict: 'waiting', reason: 'the page cannot be fetched: the server says that it cannot serve for now (503)' },
    ],
  });
});

test('a trial of a feed that is polled already says what became of its items', async () => {
  const { server, polling, desk } = await begin();
  const url = server.publish('/feed', [{ name: 'taken' }, { name: 'short', text: 'Talks.' }]);
  await polling.poll(url);
  expect(await desk.try(url, 5)).toMatchObject({ items: [{ verdict: 'known' }, { verdict: 'refused' }] });
  expect(server.times('/story/short')).toBe(1);
});

test('a feed is found by its address or by a title that only it has', async () => {
  const { server, polling, desk } = await begin();
  const [one] = [server.publish('/one', [{ name: 'a' }], 'Narvik Post')];
  for (const path of ['/one', '/two', '/three']) {
    if (path !== '/one') server.publish(path, [{ name: 'b', text: textOf('b') }], 'Same');
    await desk.add(server.url(path));
  }
  expect(await desk.find('narvik  POST')).toMatchObject({ url: one });
  expect(await desk.find(`${server.host}/one`)).toMatchObject({ url: one });
  for (const name of ['Same', 'Nobody', '']) expect(await desk.find(name)).toBeUndefined();
  expect(await desk.pause(one, true)).toBe(true);
  await polling.pass(DAY);
  expect(server.times('/one')).toBe(1);
  expect([await desk.remove(one), await desk.remove(one)]).toEqual([true, false]);
});

test('a feed that has moved for good is added under its new address', async () => {
  const { server, desk } = await begin();
  const url = server.publish('/new', [{ name: 'a' }]);
  server.on('/old', (_, response) => response.writeHead(308, { location: '/new' }).end());
  expect(await desk.add(server.url('/old'))).toMatchObject({ kind: 'added', feed: { url } });
  expect(await desk.add(server.url('/old'))).toMatchObject({ kind: 'known', feed: { url } });
});
