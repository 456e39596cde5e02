import { expect, test, vi } from 'vitest';
import type { DocumentReader } from '../../src/domain/reading.ts';
import { DetenteError } from '../../src/errors.ts';
import { Poller } from '../../src/polling/poller.ts';
import { FeedServer, sends, sendsTagged, textOf } from './feed-server.ts';
import { DAY, HOUR, MINUTE, NOW } from './items.ts';
import { PollingUnderTest } from './polling-under-test.ts';

const when = (milliseconds: number) => new Date(NOW + milliseconds).toUTCString();

async function begin(options: Parameters<typeof PollingUnderTest.begin>[1] = {}) {
  const server = await FeedServer.forTest();
  const polling = await PollingUnderTest.begin([server.host], options);
  return { server, polling };
}

test('what a feed names is in the archive, with its day, its outlet and its address', async () => {
  const { server, polling } = await begin();
  const url = server.publish(
    '/feed',
    [
      { name: 'a', date: when(-HOUR) },
      { name: 'b', date: when(-DAY) },
    ],
    'Narvik Post',
  );
  const outcome = await polling.poll(url);
  expect(outcome).toMatchObject({ kind: 'success', fresh: 2, title: 'Narvik Post', site: server.url('/') });
  const [first] = (await polling.articles()).filter(({ title }) => title.endsWith('a'));
  expect(first).toMatchObject({
    ...{ title: 'Norway offers Sweden talks, report a', url: server.url('/story/a') },
    ...{ publishedAt: '2031-05-09', dateBasis: 'stated', outlet: 'Narvik Post', language: 'en', version: 1 },
  });
  expect(await polling.titles()).toHaveLength(2);
  expect(await polling.feed(url)).toMatchObject({ seen: 2, taken: 2, failures: 0, title: 'Narvik Post' });
});

test('a feed that was polled is asked for changes only, and left alone while there are none', async () => {
  const { server, polling } = await begin();
  const url = server.publish('/feed', [{ name: 'a' }]);
  server.on('/feed', sendsTagged(server.rss([{ name: 'a' }]), 'application/rss+xml', '"one"'));
  await polling.poll(url);
  const feed = await polling.feed(url);
  expect(feed).toMatchObject({ etag: '"one"', interval: 30 * MINUTE });
  await polling.pass(30 * MINUTE);
  expect(server.headers.get('/feed')).toMatchObject({ 'if-none-match': '"one"' });
  expect(await polling.feed(url)).toMatchObject({ etag: '"one"', interval: 45 * MINUTE, failures: 0 });
  expect([server.times('/feed'), server.times('/story/a')]).toEqual([2, 1]);
});

test('a tick polls what is due and nothing else', async () => {
  const { server, polling } = await begin();
  const url = server.publish('/feed', [{ name: 'a' }]);
  await polling.add(url);
  await polling.pass(0);
  await polling.pass(MINUTE);
  expect(server.times('/feed')).toBe(1);
  await polling.pass(30 * MINUTE);
  expect(server.times('/feed')).toBe(2);
});

test('more pages than one poll reads come with the next polls, the newest first and each once', async () => {
  const { server, polling } = await begin({ pages: 3 });
  const stories = [...'abcdefgh'].map((name, at) => ({ name, date: when(-HOUR * (8 - at)) }));
  const url = server.publish('/feed', stories);
  server.on('/feed', sendsTagged(server.rss(stories), 'application/rss+xml', '"one"'));
  await polling.poll(url);
  expect((await polling.titles()).map((title) => title.at(-1))).toEqual(['f', 'g', 'h']);
  await polling.pass(2 * MINUTE);
  await polling.pass(2 * MINUTE);
  expect(await polling.titles()).toHaveLength(8);
  expect(stories.map(({ name }) => server.times(`/story/${name}`))).toEqual(Array(8).fill(1));
  expect(await polling.feed(url)).toMatchObject({ seen: 8, taken: 8, etag: '"one"' });
  await polling.pass(2 * MINUTE);
  expect(server.times('/feed')).toBe(3);
});

test('an item with a new date, another teaser or title is the same article', async () => {
  const { server, polling } = await begin();
  const url = server.publish('/feed', [{ name: 'a', date: when(-HOUR) }]);
  await polling.poll(url);
  for (const change of [{ date: when(2 * HOUR) }, { teaser: 'Another one.' }, { title: 'Norway offers talks' }]) {
    server.publish('/feed', [{ name: 'a', date: when(-HOUR), ...change }]);
    await polling.pass(5 * HOUR);
  }
  const articles = await polling.articles();
  expect(articles.map(({ version }) => version)).toEqual([1]);
  expect(server.times('/story/a')).toBe(4);
  expect(await polling.feed(url)).toMatchObject({ seen: 1, taken: 1 });
});

test('a page whose text has changed is a new version of its article', async () => {
  const { server, polling } = await begin();
  const url = server.publish('/feed', [{ name: 'a', teaser: 'One.' }]);
  await polling.poll(url);
  server.publish('/feed', [{ name: 'a', teaser: 'Two.', text: textOf('corrected') }]);
  await polling.pass(2 * HOUR);
  const articles = await polling.articles();
  expect(articles.map(({ version }) => version)).toEqual([2]);
  expect(await polling.feed(url)).toMatchObject({ seen: 1, taken: 1 });
});

test('a page is not read again because a feed touches its item within the hour', async () => {
  const { server, polling } = await begin();
  const url = server.publish('/feed', [{ name: 'a', teaser: 'One.' }]);
  await polling.poll(url);
  for (const teaser of ['Two.', 'Three.', 'Four.']) {
    server.publish('/feed', [{ name: 'a', teaser }]);
    polling.now += 10 * MINUTE;
    await polling.poll(url);
  }
  expect(server.times('/story/a')).toBe(1);
  await polling.pass(HOUR);
  expect(server.times('/story/a')).toBe(2);
});

test('a feed that touches its item every hour has the page read five times in a day, not twenty-five', async () => {
  const { server, polling } = await begin();
  const url = server.publish('/feed', [{ name: 'a', teaser: 'One.' }]);
  await polling.poll(url);
  for (let hour = 1; hour <= 24; hour += 1) {
    server.publish('/feed', [{ name: 'a', teaser: `Hour ${hour}.` }]);
    polling.now += HOUR;
    expect(await polling.poll(url)).toMatchObject({ kind: 'success', updated: 0 });
  }
  expect(server.times('/story/a')).toBe(5);
  server.publish('/feed', [{ name: 'a', teaser: 'Corrected.', text: textOf('corrected') }]);
  polling.now += DAY;
  expect(await polling.poll(url)).toMatchObject({ kind: 'success', fresh: 0, updated: 1 });
});

test('one text under two addresses is one article, and both items are taken', async () => {
  const { server, polling } = await begin();
  const [one, copy] = [
    { name: 'a', text: textOf('same') },
    { name: 'b', text: textOf('same') },
  ];
  const urls = [server.publish('/one', [one]), server.publish('/other', [copy])];
  for (const url of urls) await polling.poll(url);
  expect(await polling.articles()).toHaveLength(1);
  for (const url of urls) expect(await polling.feed(url)).toMatchObject({ seen: 1, taken: 1 });
});

test('what another feed has brought is not fetched once more', async () => {
  const { server, polling } = await begin();
  for (const path of ['/one', '/other']) await polling.poll(server.publish(path, [{ name: 'a' }]));
  expect(server.times('/story/a')).toBe(1);
  expect(await polling.feed(server.url('/other'))).toMatchObject({ seen: 1, taken: 1 });
});

test('an item that its feed names anew is the same article, and its changed text a new version', async () => {
  const { server, polling } = await begin();
  const link = server.url('/story/a');
  const url = server.publish('/feed', [{ name: 'a' }]);
  await polling.poll(url);
  server.on('/feed', sends(server.rss([{ name: 'a-2', link }]), 'application/rss+xml'));
  polling.now += 2 * HOUR;
  await polling.poll(url);
  expect((await polling.articles()).map(({ version }) => version)).toEqual([1]);
  server.page({ name: 'a', text: textOf('changed') });
  server.on('/feed', sends(server.rss([{ name: 'a-3', link }]), 'application/rss+xml'));
  polling.now += 2 * HOUR;
  await polling.poll(url);
  expect((await polling.articles()).map(({ version }) => version)).toEqual([2]);
  expect(await polling.feed(url)).toMatchObject({ seen: 3, taken: 3 });
});

test('what another feed has brought is not fetched once more for an item of days ago, however late', async () => {
  const { server, polling } = await begin();
  const story = { name: 'a', date: when(-2 * DAY) };
  await polling.poll(server.publish('/one', [story]));
  polling.now += 5 * HOUR;
  await polling.poll(server.publish('/other', [story]));
  expect(server.times('/story/a')).toBe(1);
});

test('a page without an article is not read at every poll because its feed names it anew each time', async () => {
  const { server, polling } = await begin();
  let polls = 0;
  const pages = ['a', 'b', 'c'];
  server.on('/feed', (request, response) => {
    polls += 1;
    const items = pages.map(
      (name) => `<item><guid isPermaLink="false">${name}${polls}</guid><link>${server.url(`/${name}`)}</link></item>`,
    );
    sends(`<rss version="2.0"><channel><title>F</title>${items.join('')}</channel></rss>`, 'text/xml')(
      request,
      response,
    );
  });
  for (const name of pages) server.on(`/${name}`, sends('<p>Short.</p>', 'text/html'));
  for (let poll = 0; poll < 4; poll += 1) {
    await polling.poll(server.url('/feed'));
    polling.now += 10 * MINUTE;
  }
  expect([polls, ...pages.map((name) => server.times(`/${name}`))]).toEqual([4, 1, 1, 1]);
  const reason = 'refused: the page holds one word, too few for an article, and the feed carries no text of it';
  expect(Object.values(await polling.reasons(server.url('/feed')))).toEqual(Array(12).fill(reason));
});

test('an article that was removed does not come back', async () => {
  const { server, polling } = await begin();
  const url = server.publish('/feed', [{ name: 'a' }]);
  await polling.poll(url);
  const [article] = await polling.articles();
  await polling.archive.articles.remove(article?.id ?? '', 'a hoax', '2031-05-09T08:00:00Z');
  for (const path of ['/feed', '/other']) {
    server.publish(path, [{ name: 'a', teaser: 'Changed.' }]);
    polling.now += 2 * HOUR;
    await polling.poll(server.url(path));
  }
  expect(await polling.articles()).toEqual([]);
  expect(await polling.reasons(server.url('/other'))).toEqual({ a: 'refused: removed before: a hoax' });
});

test('a false date ahead keeps an item out until it has come, and one of the past is the page’s, not the feed’s', async () => {
  const { server, polling } = await begin();
  const url = server.publish('/feed', [
    { name: 'ahead', date: when(5 * HOUR) },
    { name: 'never', date: when(4_000 * DAY) },
  ]);
  await polling.poll(url);
  expect(await polling.reasons(url)).toEqual({
    ahead: 'waiting: dated 5 hours ahead',
    never: 'waiting: dated 4000 days ahead',
  });
  expect(server.times('/story/ahead')).toBe(0);
  await polling.pass(4 * HOUR + MINUTE);
  expect((await polling.titles()).map((title) => title.split(' ').at(-1))).toEqual(['ahead']);
  server.on(
    '/story/dated',
    sends(
      `<html><head><meta property="article:published_time" content="2031-03-02T10:00:00Z"><title>Old talks</title></head><body><article><p>${textOf('old')}</p></article></body></html>`,
      'text/html',
    ),
  );
  server.on('/feed', sends(server.rss([{ name: 'dated', date: when(0) }]), 'application/rss+xml'));
  await polling.poll(url);
  const dated = (await polling.articles()).find(({ title }) => title === 'Old talks');
  expect(dated?.publishedAt).toBe('2031-03-02');
});

test('a page that does not answer is looked at again, less and less often, and given up with its reason', async () => {
  const { server, polling } = await begin();
  const url = server.publish('/feed', [{ name: 'a' }]);
  server.on('/story/a', sends('', 'text/plain', 500));
  await polling.poll(url);
  const fault = 'the page cannot be fetched: the server has a fault of its own: it may pass (500)';
  expect(await polling.reasons(url)).toEqual({ a: `waiting: ${fault}` });
  for (let passed = 0; passed < 60 * HOUR; passed += 15 * MINUTE) await polling.pass(15 * MINUTE);
  expect(server.times('/story/a')).toBe(8);
  expect(await polling.reasons(url)).toEqual({
    a: `refused: ${fault} (asked for 8 times), and the feed carries only 2 words of it`,
  });
  server.publish('/feed', [{ name: 'a', teaser: 'Changed.' }]);
  await polling.pass(DAY);
  expect(await polling.titles()).toHaveLength(1);
});

test('a feed that moved for good is known by its new address, with what was seen of it', async () => {
  const { server, polling } = await begin();
  const url = server.publish('/new', [{ name: 'a' }]);
  server.on('/old', (_, response) => response.writeHead(301, { location: '/new' }).end());
  await polling.poll(server.url('/old'));
  expect(await polling.archive.feeds.list()).toMatchObject([{ url, seen: 1, taken: 1 }]);
  await polling.pass(HOUR);
  expect([server.times('/old'), server.times('/new')]).toEqual([1, 2]);
  expect(polling.logger.lines).toContainEqual({
    ...{ level: 'info', message: 'a feed has moved for good' },
    ...{ feed: `${server.host}/old`, to: `${server.host}/new` },
  });
});

test('a paused feed and one that is not there are not polled', async () => {
  const { server, polling } = await begin();
  const url = server.publish('/feed', [{ name: 'a' }]);
  await polling.add(url);
  await polling.archive.feeds.pause(url, true, NOW);
  expect(await polling.poller.pollNow(url)).toBeUndefined();
  expect(await polling.poller.pollNow(server.url('/none'))).toBeUndefined();
  await polling.pass(DAY);
  expect(server.times('/feed')).toBe(0);
});

test('feeds are polled once more within ten minutes before a brief', async () => {
  const slot = NOW + 3 * HOUR;
  const { server, polling } = await begin({ nextSlot: (now) => (now < slot ? slot : slot + DAY) });
  const idle = server.publish('/feed', [{ name: 'a' }]);
  server.on('/failing', sends('', 'text/plain', 500));
  await polling.add(server.url('/failing'));
  await polling.add(idle);
  for (let polls = 0; polls < 4; polls += 1) await polling.poll(idle);
  expect((await polling.feed(idle)).nextAt).toBeGreaterThan(NOW + 90 * MINUTE);
  await polling.poll(server.url('/failing'));
  const nextAt = (await polling.feed(server.url('/failing'))).nextAt;
  for (let at = 0; at < 3 * HOUR; at += MINUTE) {
    polling.now = NOW + at;
    await polling.pass(0);
  }
  const polledAt = (await polling.feed(idle)).polledAt ?? 0;
  expect(slot - polledAt).toBeLessThanOrEqual(10 * MINUTE);
  expect(slot - polledAt).toBeGreaterThan(0);
  expect(nextAt).toBe(NOW + 10 * MINUTE);
});

test('one line says that a feed cannot be read, and one that it can again; neither shows what stands behind a question mark', async () => {
  const { server, polling } = await begin();
  const url = `${server.url('/feed')}?key=secret`;
  server.on('/feed', sends('', 'text/plain', 404));
  for (let polls = 0; polls < 3; polls += 1) await polling.poll(url);
  server.publish('/feed', [{ name: 'a' }]);
  for (let polls = 0; polls < 2; polls += 1) await polling.poll(url);
  expect(polling.logger.lines.map(({ level, message, feed }) => [level, message, feed])).toEqual([
    ['warn', 'a feed cannot be read', `${server.host}/feed`],
    ['info', 'a feed can be read again', `${server.host}/feed`],
  ]);
  expect(JSON.stringify(polling.logger.lines)).not.toContain('secret');
});

test('a poller that is stopped begins nothing, and gives up what does not end', async () => {
  const { server, polling } = await begin();
  server.on('/hanging', () => {});
  await polling.add(server.url('/hanging'));
  await polling.poller.tick();
  await polling.poller.stop(100);
  expect(await polling.poller.pollNow(server.url('/hanging'))).toBeUndefined();
  expect(await polling.feed(server.url('/hanging'))).toMatchObject({ failures: 0 });
});

test('where a site wants its pages left alone, its feed is left alone for that time too, and counts as working', async () => {
  const { server, polling } = await begin();
  const url = server.publish('/feed', [{ name: 'a' }, { name: 'b' }]);
  server.on('/story/a', sends('', 'text/html', 429, { 'retry-after': '7200' }));
  expect(await polling.poll(url)).toMatchObject({ kind: 'success', nextAt: NOW + 2 * HOUR });
  expect(await polling.reasons(url)).toEqual({
    a: 'waiting: the page cannot be fetched: the server says that it is asked too often (429)',
  });
  server.publish('/feed', [{ name: 'a' }, { name: 'b' }]);
  for (let passed = 0; passed <= 4 * HOUR; passed += 15 * MINUTE) await polling.pass(15 * MINUTE);
  expect(await polling.titles()).toHaveLength(2);
  expect(await polling.feed(url)).toMatchObject({ failures: 0, seen: 2, taken: 2 });
});

test('a site that does not answer is not asked for one page after the other', async () => {
  const { server, polling } = await begin();
  const stories = [...'abcdefgh'].map((name) => ({ name }));
  const url = server.publish('/feed', stories);
  for (const { name } of stories) server.on(`/story/${name}`, (_, response) => response.destroy());
  const { nextAt } = (await polling.poll(url)) ?? {};
  expect(stories.filter(({ name }) => server.times(`/story/${name}`) > 0)).toHaveLength(3);
  expect(nextAt).toBe(NOW + 10 * MINUTE);
});

test('while the archive cannot be written, publishers are left in peace; then all goes on and nothing is missing', async () => {
  const { server, polling } = await begin();
  let machine = 0;
  const poller = new Poller({
    ...{ archive: polling.archive, fetcher: polling.fetcher, reader: polling.reader, clock: polling.clock },
    ...{ machineClock: { now: () => machine }, logger: polling.logger, leaseMs: 30_000 },
  });
  const url = server.publish('/feed', [{ name: 'a' }]);
  await polling.add(url);
  const { articles } = polling.archive;
  const put = articles.put.bind(articles);
  articles.put = () => Promise.reject(new DetenteError('archive-unusable', 'the disk is full'));
  const pass = async (milliseconds: number) => {
    machine += milliseconds;
    await poller.tick();
    await poller.settled();
  };
  for (let tick = 0; tick < 60; tick += 1) await pass(30_000);
  // after a minute, two, four, eight
  expect(server.times('/feed')).toBeLessThanOrEqual(5);
  expect(polling.logger.lines).toHaveLength(server.times('/feed'));
  articles.put = put;
  for (let tick = 0; tick < 60; tick += 1) await pass(30_000);
  expect(await polling.feed(url)).toMatchObject({ taken: 1, failures: 0 });
});

test('a fault of our own with one feed is its failure, and the others go on', async () => {
  const { server, polling } = await begin();
  const [bad, good] = [server.publish('/bad', [{ name: 'a' }]), server.publish('/good', [{ name: 'b' }])];
  const reader: DocumentReader = {
    ...{ page: (document) => polling.reader.page(document), close: async () => {} },
    feed: (document) =>
      document.url === bad ? Promise.reject(new TypeError('x is no function')) : polling.reader.feed(document),
  };
  const poller = new Poller({
    ...{ archive: polling.archive, fetcher: polling.fetcher, reader, clock: polling.clock, logger: polling.logger },
    ...{ machineClock: { now: () => Date.now() }, leaseMs: 30_000 },
  });
  await polling.add(bad, good);
  for (let ticks = 0; ticks < 3; ticks += 1) {
    await poller.tick();
    await poller.settled();
  }
  expect(await polling.feed(bad)).toMatchObject({
    failures: 1,
    reason: 'it could not be dealt with: x is no function',
  });
  expect(await polling.feed(good)).toMatchObject({ failures: 0, taken: 1 });
  expect(server.times('/bad')).toBe(1);
});

test('printings of one press statement by several feeds share one origin', async () => {
  const { server, polling } = await begin();
  for (const name of ['a', 'b', 'c'])
    await polling.poll(
      server.publish(`/${name}`, [{ name, text: `${textOf('one')}\n\nPrinted by the daily ${name}.` }]),
    );
  const articles = await polling.articles();
  expect(articles).toHaveLength(3);
  expect(new Set(articles.map(({ origin }) => origin)).size).toBe(1);
});

test('a process that sleeps through its lease in the middle of a poll changes nothing when it wakes', async () => {
  const { server, polling } = await begin();
  const url = server.publish('/feed', [{ name: 'a' }]);
  const answers: (() => void)[] = [];
  server.on('/feed', (request, response) => {
    const answer = sends(server.rss([{ name: 'a', teaser: `Answer ${answers.length}.` }]), 'application/rss+xml');
    answers.push(() => answer(request, response));
    if (answers.length > 1) answers[1]?.();
  });
  const pollerAt = (machine: number) =>
    new Poller({
      ...{ archive: polling.archive, fetcher: polling.fetcher, reader: polling.reader, clock: polling.clock },
      ...{ machineClock: { now: () => machine }, logger: polling.logger, leaseMs: 60_000 },
    });
  await polling.add(url);
  const asleep = pollerAt(0).pollNow(url);
  await vi.waitUntil(() => answers.length === 1);
  expect(await pollerAt(59_999).pollNow(url)).toBeUndefined();
  expect(await pollerAt(60_000).pollNow(url)).toMatchObject({ kind: 'success', fresh: 1 });
  const feed = await polling.feed(url);
  answers[0]?.();
  expect(await asleep).toBeUndefined();
  expect(await polling.feed(url)).toEqual(feed);
  expect((await polling.articles()).map(({ version }) => version)).toEqual([1]);
  expect(polling.logger.lines).toEqual([]);
});
