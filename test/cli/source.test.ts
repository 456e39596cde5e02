import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { addressOf } from '../../src/cli/source-adding.ts';
import { markSeen, readStarters } from '../../src/cli/starters.ts';
import { detente, startDetente, temporaryFolder } from './command-line.ts';
import { mediation, NewsServer, type Report, strikes } from './news-server.ts';
import { articlesShape, feedShape, statusShape } from './shapes.ts';
import { warmCommandLine } from './warm-command-line.ts';

const folder = temporaryFolder();
const line = warmCommandLine();
const NOW = ['--now', '2031-05-09T18:00:00Z'];
let count = 0;

/** Commands on an archive of their own, which may fetch from these servers of this machine. */
function desk(...servers: readonly NewsServer[]) {
  count += 1;
  const path = join(folder, `${count}.sqlite`);
  const own = ['--archive', path, ...NOW];
  const allow = servers.map(({ host }) => host);
  const run = (...args: string[]) => line.detente([...args, ...own], allow);
  const read = (...args: string[]) => line.json([...args, ...own], allow);
  const file = (name: string, text: string) => {
    const written = join(folder, `${count}-${name}`);
    writeFileSync(written, text);
    return written;
  };
  return { path, run, read, file };
}

const listShape = z.array(feedShape);
const addedShape = z.array(
  z.object({ address: z.string(), kind: z.enum(['added', 'known']), feed: feedShape, items: z.int().optional() }),
);
const testedShape = z.object({
  address: z.string(),
  kind: z.literal('feed'),
  url: z.url(),
  title: z.string().optional(),
  total: z.int(),
  items: z.array(
    z.object({
      title: z.string().optional(),
      link: z.url().optional(),
      publishedAt: z.iso.datetime().optional(),
      verdict: z.enum(['new', 'known', 'refused', 'waiting']),
      reason: z.string().min(1).optional(),
      words: z.int().optional(),
    }),
  ),
});

describe('detente source add', () => {
  test('tries a feed, says what it found and takes it up, once', async () => {
    const news = await NewsServer.start([strikes, mediation]);
    const { run, read } = desk(news);
    const { code, out, err } = await run('source', 'add', news.feed);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`added  The Lisbon Lamplighter · ${news.feed}; it holds 2 items, the latest of 9 May 2031\n`);
    const again = await run('source', 'add', news.feed);
    expect(again).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^known .*it is in the archive already\n$/),
    });
    expect(listShape.parse(await read('source', 'list'))).toMatchObject([
      { url: news.feed, title: 'The Lisbon Lamplighter', state: 'unpolled', seen: 0, taken: 0, failures: 0 },
    ]);
    expect(articlesShape.parse(await read('articles'))).toEqual([]);
  });

  test('takes up the feed that a page names', async () => {
    const news = await NewsServer.start([strikes]);
    const { read } = desk(news);
    expect(addedShape.parse(await read('source', 'add', news.address('/')))).toMatchObject([
      { address: news.address('/'), kind: 'added', feed: { url: news.feed }, items: 1 },
    ]);
  });

  test('of a page that names several feeds it adds none, and gives the commands to type', async () => {
    const news = await NewsServer.start([strikes]);
    const hostile = "/feed.xml?x=$(touch%20x)&y='";
    news.others.set('/', {
      body: `<html><head><title>All</title>
        <link rel="alternate" type="application/rss+xml" title="News *now*" href="/feed.xml">
        <link rel="alternate" type="application/atom+xml" title="Sport" href="${hostile}"></head><body></body></html>`,
    });
    const { run, read } = desk(news);
    const { code, out, err } = await run('source', 'add', news.address('/'));
    expect(code).toBe(1);
    expect(err).toBe(`detente: ${news.address('/')} is a page that names 2 feeds: add the one you want\n`);
    const [first = '', second = ''] = out.split('\n');
    expect(first).toBe(String.raw`News \*now\*: detente source add ${news.feed}`);
    // as a shell reads it, it is one word and nothing is run
    const words = execFileSync('sh', ['-c', `printf '%s\\n' ${second.replace('Sport: ', '')}`], { encoding: 'utf8' });
    expect(words.split('\n')).toEqual(['detente', 'source', 'add', new URL(news.address(hostile)).href, '']);
    expect(await read('source', 'list')).toEqual([]);
  });

  test('of what is no feed it stores nothing, and goes on with the others', async () => {
    const [news, club] = [await NewsServer.start([strikes]), await NewsServer.start()];
    club.others.set('/feed.xml', { body: '<html><head><title>Sign in</title></head><body>Sign in.</body></html>' });
    const { run, read } = desk(news, club);
    const { code, out, err } = await run('source', 'add', club.feed, news.address('/gone'), news.feed);
    expect(code).toBe(1);
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^detente: http:\S+\/feed.xml: .*log in.*$/),
      expect.stringMatching(/^detente: http:\S+\/gone: \S.*\S$/),
    ]);
    expect(out).toMatch(/^added {2}The Lisbon Lamplighter · /);
    expect(listShape.parse(await read('source', 'list')).map(({ url }) => url)).toEqual([news.feed]);
  });

  test('an address within the own network is refused, without a word to the server', async () => {
    const news = await NewsServer.start([strikes]);
    const { run, read } = desk();
    const { code, err } = await run('source', 'add', news.feed);
    expect(code).toBe(1);
    expect(err).toMatch(/^detente: http:\S+: \S.*\n$/);
    expect(news.asked).toEqual([]);
    expect(await read('source', 'list')).toEqual([]);
  });

  test('the server is told who asks, and where that can be asked after', async () => {
    const news = await NewsServer.start([strikes]);
    const path = join(folder, 'asking.sqlite');
    const { code } = await detente(['source', 'add', news.feed, '--archive', path], {
      fetchAllow: [news.host],
      env: { DETENTE_CONTACT: 'https://desk.example/bot' },
    });
    expect(code).toBe(0);
    expect([...news.agents]).toEqual([
      expect.stringMatching(/^Detente\/\d+\.\d+\.\d+ \(\+https:\/\/desk\.example\/bot\)$/),
    ]);
  });

  test('a word that is neither an address nor a starter is wrong use', async () => {
    const { run, path } = desk();
    const { code, out, err } = await run('source', 'add', 'my favourite paper');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/"my favourite paper" is neither an address nor a starter.*See: detente source add --help\n$/);
    expect(existsSync(path)).toBe(false);
  });
});

describe('detente source test', () => {
  test('shows what would be taken in, and why an item would not; nothing is stored', async () => {
    const news = await NewsServer.start([
      strikes,
      { ...mediation, name: 'ahead', title: 'From the day after tomorrow', at: '2031-05-11T18:00:00Z' },
      { ...mediation, name: 'short', title: 'In a few words', paragraphs: ['More soon.'] },
    ]);
    const { run, read, path } = desk(news);
    const { items, total } = testedShape.parse(await read('source', 'test', news.feed));
    expect(total).toBe(3);
    expect(items).toMatchObject([
      { title: strikes.title, link: news.address('/strikes'), verdict: 'new', words: expect.any(Number) },
      { verdict: 'waiting', reason: expect.stringMatching(/ahead/) },
      { verdict: 'refused', reason: expect.any(String) },
    ]);
    const { code, out } = await run('source', 'test', news.feed);
    expect(code).toBe(0);
    expect(out).toMatch(/^The Lisbon Lamplighter · http/);
    expect(out).toMatch(/\n {2}new {6}Greek jets strike Turkish radar post \(8 May 2031, \d+ words\)\n/);
    expect(out).toMatch(/\n1 new, 1 waiting, 1 refused\n$/);
    expect(existsSync(path)).toBe(false);
  });

  test('without pages, items are judged by what the feed says', async () => {
    const news = await NewsServer.start([strikes, mediation]);
    const { read } = desk(news);
    const { items } = testedShape.parse(await read('source', 'test', news.feed, '--pages', '0'));
    expect(items.map(({ words }) => words)).toEqual([undefined, undefined]);
    expect(news.asked.filter((path) => ['/strikes', '/mediation'].includes(path))).toEqual([]);
  });

  test.for(['-1', '51', 'all'])('--pages %s is wrong use', async (pages) => {
    const { run } = desk();
    expect(await run('source', 'test', 'https://example.org/', '--pages', pages)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--pages.*whole number from 0 to 50/),
    });
  });

  test('an address that is no feed is a failure with the reason', async () => {
    const news = await NewsServer.start();
    const { run } = desk(news);
    const { code, out, err } = await run('source', 'test', news.address('/gone'));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^detente: http:\S+\/gone: \S.*\n$/);
  });
});

describe('detente source list, pause, resume, remove', () => {
  test('a feed is paused and resumed by its title or address, and its articles stay when it goes', async () => {
    const news = await NewsServer.start([strikes]);
    const { run, read } = desk(news);
    expect((await run('source', 'list')).out).toMatch(/^no feeds: "detente source add ADDRESS"/);
    await run('source', 'add', news.feed);
    const { out } = await run('source', 'list');
    expect(out).toContain(`The Lisbon Lamplighter · ${news.feed}\n  not yet polled; next poll `);
    const paused = await run('source', 'pause', 'The Lisbon Lamplighter');
    expect(paused).toMatchObject({ code: 0, out: `The Lisbon Lamplighter · ${news.feed}\n  paused\n`, err: '' });
    expect(feedShape.parse(await read('source', 'resume', news.feed))).toMatchObject({
      paused: false,
      nextPollAt: expect.stringMatching(/^2031-05-09T18:/),
    });
    expect((await run('source', 'list', '--addresses')).out).toBe(`${news.feed}\n`);
    expect(await read('source', 'list', '--addresses')).toEqual([news.feed]);
    expect(await read('source', 'remove', news.feed)).toEqual({ url: news.feed, removed: true });
    expect(await read('source', 'list')).toEqual([]);
  });

  test('a feed that fails says since when, how often and why; status and check say it too', async () => {
    const { path, run, read } = desk();
    const archive = await openSqliteArchive(path);
    const at = Date.parse('2031-05-09T10:00:00Z');
    const url = 'https://paper.example/feed';
    await archive.feeds.add({ url, title: 'The [Paper](x)', addedAt: at, nextAt: at });
    const claim = await archive.feeds.claim(url, { owner: 'a', now: at, milliseconds: 60_000 });
    if (claim === undefined) throw new Error('nobody holds it');
    const reason = 'the server does not answer';
    const next = { nextAt: at + 20 * 3_600_000, interval: 3_600_000 };
    expect(await archive.feeds.settle(claim, { kind: 'failure', at, reason, ...next })).toBe(true);
    await archive.close();
    const said = 'fails since 9 May 2031 at 10:00 UTC: the server does not answer';
    expect((await run('source', 'list', '--format', 'text')).out).toBe(
      `The [Paper](x) · ${url}\n  ${said}; next poll 10 May 2031 at 06:00 UTC\n`,
    );
    expect((await run('source', 'list')).out).toContain(String.raw`The \[Paper\](x) · ${url}`);
    expect((await run('status')).out).toContain(`sources:\n  `);
    expect(statusShape.parse(await read('status')).sources).toEqual([
      {
        ...{ url, title: 'The [Paper](x)', state: 'failing', paused: false, failures: 1, reason, seen: 0, taken: 0 },
        ...{ addedAt: '2031-05-09T10:00:00.000Z', polledAt: '2031-05-09T10:00:00.000Z' },
        ...{ failingSince: '2031-05-09T10:00:00.000Z', nextPollAt: '2031-05-10T06:00:00.000Z' },
      },
    ]);
    const check = await run('check', '--format', 'text');
    expect(check.code).toBe(1);
    expect(check.out).toContain('ok   feeds: 1 feed, 1 of them cannot be read\n');
    expect(check.out).toContain(`FAIL feed: The [Paper](x) · ${url} ${said}: "detente source test" looks again`);
  });

  test.for(['remove', 'pause', 'resume'])(
    '%s of one that is not there is a failure that says where to look',
    async (command) => {
      const { run, path } = desk();
      expect(await run('source', command, 'https://paper.example/feed')).toEqual({
        code: 1,
        out: '',
        err: 'detente: no feed is called https://paper.example/feed: "detente source list" shows all\n',
      });
      expect(existsSync(path)).toBe(false);
    },
  );
});

describe('detente source poll', () => {
  test('takes in what is new at once, and says of each feed how many, or why it cannot be read', async () => {
    const [news, club] = [await NewsServer.start([strikes]), await NewsServer.start([mediation])];
    const { run, read } = desk(news, club);
    expect((await run('source', 'poll')).out).toMatch(/^no feeds to poll/);
    await run('source', 'add', news.feed, club.feed);
    club.others.set('/feed.xml', { status: 503, body: 'down' });
    const polled = z
      .array(
        z.object({ kind: z.enum(['polled', 'failed', 'skipped']), taken: z.int(), updated: z.int(), feed: feedShape }),
      )
      .parse(JSON.parse((await run('source', 'poll', '--format', 'json')).out));
    expect(polled).toMatchObject([
      { kind: 'polled', taken: 1, updated: 0, feed: { url: news.feed, state: 'works', seen: 1, taken: 1, share: 1 } },
      { kind: 'failed', taken: 0, updated: 0, feed: { url: club.feed, state: 'failing', reason: expect.any(String) } },
    ]);
    expect(articlesShape.parse(await read('articles')).map(({ url }) => url)).toEqual([news.address('/strikes')]);
    await run('source', 'pause', club.feed);
    expect(await run('source', 'poll', '--format', 'text')).toEqual({
      ...{ code: 0, err: '' },
      out: `The Lisbon Lamplighter · ${news.feed}\n  nothing new\n`,
    });
  });

  test('says where an article has a new version', async () => {
    const news = await NewsServer.start([strikes]);
    const { path, run } = desk(news);
    await run('source', 'add', news.feed);
    await run('source', 'poll');
    const corrected = { ...strikes, title: `${strikes.title}: six killed`, paragraphs: [...strikes.paragraphs] };
    corrected.paragraphs.push('The ministry in Athens corrected the hour of the strikes on Thursday evening.');
    news.reports.splice(0, 1, corrected);
    const later = ['--archive', path, '--now', '2031-05-09T20:00:00Z', '--format', 'text'];
    const { out } = await line.detente(['source', 'poll', ...later], [news.host]);
    expect(out).toBe(`The Lisbon Lamplighter · ${news.feed}\n  1 new version\n`);
  });

  test('a paused feed is not polled, and it is said how that ends', async () => {
    const news = await NewsServer.start([strikes]);
    const { run } = desk(news);
    await run('source', 'add', news.feed);
    await run('source', 'pause', news.feed);
    expect(await run('source', 'poll', news.feed)).toEqual({
      ...{ code: 1, out: '' },
      err: `detente: ${news.feed} is paused: "detente source resume ${news.feed}" ends that\n`,
    });
    expect(await run('source', 'poll')).toEqual({ code: 0, out: 'no feeds to poll: 1 feed paused\n', err: '' });
  });

  test('ends with exit code 1 where a feed cannot be read', async () => {
    const news = await NewsServer.start([strikes]);
    const { run } = desk(news);
    await run('source', 'add', news.feed);
    news.others.set('/feed.xml', { status: 410, body: 'gone' });
    const { code, out } = await run('source', 'poll', news.feed, '--format', 'text');
    expect(code).toBe(1);
    expect(out).toMatch(/\n {2}cannot be read: \S/);
  });
});

describe('starters', () => {
  const starterShape = z.array(
    z.object({ title: z.string().min(1), url: z.url(), seenAt: z.iso.datetime().optional(), added: z.boolean() }),
  );

  test('are listed, none of them fetched and none of them added', async () => {
    const { run, read, path } = desk();
    const starters = starterShape.parse(await read('source', 'list', '--starters'));
    expect(starters.length).toBeGreaterThan(4);
    expect(starters.every(({ added, seenAt }) => !added && seenAt === undefined)).toBe(true);
    expect(new Set(starters.map(({ title }) => title.toLowerCase())).size).toBe(starters.length);
    const { out } = await run('source', 'list', '--starters', '--format', 'text');
    expect(out).toContain(`${starters[0]?.title} · ${starters[0]?.url}\n  not yet fetched\n`);
    expect(existsSync(path)).toBe(false);
  });

  test('one that was read says when; one that was added says so', async () => {
    const { run, read, path } = desk();
    const [first, second] = await readStarters();
    if (first === undefined || second === undefined) throw new Error('too few');
    const archive = await openSqliteArchive(path);
    await markSeen(archive, first, '2031-05-09T10:00:00.000Z');
    await archive.feeds.add({ url: second.url, addedAt: 0, nextAt: 0 });
    await archive.close();
    expect(starterShape.parse(await read('source', 'list', '--starters')).slice(0, 3)).toMatchObject([
      { title: first.title, added: false, seenAt: '2031-05-09T10:00:00.000Z' },
      { title: second.title, added: true },
      { added: false },
    ]);
    const { out } = await run('source', 'list', '--starters', '--format', 'text');
    expect(out).toContain(`${first.url}\n  fetched on 9 May 2031 at 10:00 UTC\n`);
    expect(out).toContain(`${second.url}\n  added; not yet fetched\n`);
  });

  test('are known by their titles, in any case of letters', async () => {
    const [first] = await readStarters();
    expect(await addressOf(` ${first?.title.toUpperCase()}`)).toBe(first?.url);
  });
});

const opml = (...addresses: string[]) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>${addresses
    .map((address) => `<outline type="rss" text="Feed" xmlUrl="${address.replaceAll('&', '&amp;')}"/>`)
    .join('')}</body></opml>`;

describe('detente source import, export', () => {
  test('each feed of a list is tried; those that fail stop no other, and the exit code says that some did', async () => {
    const news = await NewsServer.start([strikes]);
    const { run, read, file } = desk(news);
    const list = file('mine.opml', opml(news.address('/gone'), news.feed, news.address('/')));
    const { code, out, err } = await run('source', 'import', list);
    expect(code).toBe(1);
    const [gone, ...rest] = out.trimEnd().split('\n');
    expect(gone).toMatch(/^failed http:\S+\/gone: \S/);
    // the page names the same feed: whichever comes first adds it
    expect(
      rest
        .slice(0, 2)
        .map((one) => one.slice(0, 5))
        .sort(),
    ).toEqual(['added', 'known']);
    expect(rest.at(-1)).toBe('1 added, 1 known, 1 failed');
    expect(err).toBe('detente: 1 of 3 feeds was not taken up\n');
    expect(listShape.parse(await read('source', 'list')).map(({ url }) => url)).toEqual([news.feed]);
  });

  test('untested, they are taken up as they stand there, and nothing is fetched', async () => {
    const news = await NewsServer.start([strikes]);
    const { run, read, file } = desk(news);
    const list = file('mine.opml', opml(news.address('/gone'), news.feed, 'ftp://files.example/feed'));
    const { code, out } = await run('source', 'import', list, '--untested');
    expect(code).toBe(1);
    expect(out).toMatch(/\nfailed ftp:\/\/files.example\/feed: it is no web address/);
    expect(out).toMatch(/\n2 added, 0 known, 1 failed\n$/);
    expect(news.asked).toEqual([]);
    expect(listShape.parse(await read('source', 'list'))).toHaveLength(2);
  });

  test('what is exported can be imported elsewhere', async () => {
    const news = await NewsServer.start([strikes]);
    const [here, there] = [desk(news), desk(news)];
    await here.run('source', 'add', news.feed);
    const file = join(folder, 'exported.opml');
    expect(await here.read('source', 'export', file)).toEqual({ feeds: 1, file });
    for (const args of [[], ['-']])
      expect((await here.run('source', 'export', ...args)).out.trim()).toBe(readFileSync(file, 'utf8').trim());
    expect(await here.run('source', 'export', file)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/is there already: --force writes over it\n$/),
    });
    expect(await here.run('source', 'export', file, '--force')).toMatchObject({ code: 0, err: '' });
    expect(await there.run('source', 'import', file)).toMatchObject({ code: 0, err: '' });
    expect(await there.read('source', 'list')).toMatchObject([{ url: news.feed, title: 'The Lisbon Lamplighter' }]);
  });

  test('interrupted, it says what was done, and ends with 130', async () => {
    const news = await NewsServer.start([strikes]);
    news.hanging.add('/slow.xml');
    const { path, file, read } = desk(news);
    const list = file('mine.opml', opml(news.feed, news.address('/slow.xml')));
    const args = ['source', 'import', list, '--archive', path, '--format', 'text', ...NOW];
    const child = startDetente(args, { fetchAllow: [news.host] });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    const isUnderWay = async () =>
      news.asked.includes('/slow.xml') &&
      existsSync(path) &&
      ((await read('source', 'list', '--addresses')) as string[]).length === 1;
    await vi.waitUntil(isUnderWay, { timeout: 15_000, interval: 100 });
    child.kill('SIGINT');
    expect(await new Promise((done) => child.on('close', done))).toBe(130);
    expect(out).toMatch(/^added {2}The Lisbon Lamplighter/);
    expect(err).toMatch(/detente: interrupted; run the same command again to go on\.\n$/);
  });

  test.for([
    ['nosuch.opml', undefined, /cannot read .*nosuch\.opml: no such file/],
    ['empty.opml', opml(), /names no feeds: an OPML file has outlines with xmlUrl/],
    ['prose.txt', 'These are no feeds.', /prose\.txt: the file is no list of feeds \(OPML\)/],
  ] as const)('%s is a failure that says what is wrong', async ([name, text, said]) => {
    const { run, file, path } = desk();
    const { code, out, err } = await run(
      'source',
      'import',
      text === undefined ? join(folder, name) : file(name, text),
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(said);
    expect(existsSync(path)).toBe(false);
  });
});

describe('detente ingest with links', () => {
  test('pages are taken in with their address, and those that cannot be had are rejected with the reason', async () => {
    const news = await NewsServer.start([strikes, mediation]);
    const { run, read } = desk(news);
    const links = [news.address('/strikes'), news.address('/gone'), news.feed, news.address('/mediation')];
    const { code, out, err } = await run('ingest', ...links);
    expect(code).toBe(1);
    expect(out).toMatch(/^2 added, 0 known, 0 updated, 2 rejected\n/);
    expect(out).toMatch(/\n- http:\S+\/gone: \S.*\n/);
    expect(out).toContain(`- ${news.feed}: it is a feed: "detente source add ${news.feed}" takes it up\n`);
    expect(err).toBe('detente: 2 of 4 links were not taken in\n');
    const rows = articlesShape.parse(await read('articles'));
    expect(rows.map(({ url, outlet, publishedAt, title }) => ({ url, outlet, publishedAt, title }))).toEqual(
      expect.arrayContaining([
        {
          ...{ url: news.address('/strikes'), outlet: 'The Lisbon Lamplighter', publishedAt: '2031-05-08' },
          title: strikes.title,
        },
      ]),
    );
    expect(rows).toHaveLength(2);
    expect(await read('ingest', news.address('/strikes'))).toMatchObject({ added: 0, known: 1, rejected: [] });
  });

  test('pages that call themselves by one address are one article only where they tell the same', async () => {
    const news = await NewsServer.start();
    const { read } = desk(news);
    const publish = (path: string, { title, paragraphs }: Report, ...more: string[]) =>
      news.others.set(path, {
        body: `<html lang="en"><head><title>${title}</title><link rel="canonical" href="/all"></head><body><article><h1>${title}</h1>${[...paragraphs, ...more].map((one) => `<p>${one}</p>`).join('')}</article></body></html>`,
      });
    publish('/one', strikes);
    publish('/two', mediation);
    publish('/one/amp', strikes, 'An earlier form of this report left out the ferries, which have sailed since.');
    const links = ['/one', '/two', '/one/amp'].map((path) => news.address(path));
    expect(await read('ingest', ...links)).toMatchObject({ added: 2, updated: 1, rejected: [] });
    const rows = articlesShape.parse(await read('articles'));
    expect(rows.map(({ url }) => url).sort()).toEqual([news.address('/all'), news.address('/two')]);
  });

  test('an address of another kind is no file that is missing', async () => {
    const { run } = desk();
    const { code, out } = await run('ingest', 'ftp://paper.example/talks');
    expect(code).toBe(1);
    expect(out).toContain(
      '- ftp://paper.example/talks: addresses that begin with ftp: are not read: only http and https\n',
    );
  });
});
