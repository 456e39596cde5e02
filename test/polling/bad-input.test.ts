import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type Answer, FeedServer, sends, textOf } from './feed-server.ts';
import { DAY, HOUR, MINUTE, NOW } from './items.ts';
import { PollingUnderTest } from './polling-under-test.ts';

/*
 * What users bring: feeds that are broken, gone, or something else. Each is polled beside a feed that works; its reason
 * must be one that a reader who runs no servers understands, and the other feed must go on.
 */

const RSS = 'application/rss+xml';
const page = (body: string, head = '') => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

interface Failing {
  readonly what: string;
  readonly answer: Answer;
  readonly reason: string | RegExp;
  /** Milliseconds until it is asked again. */
  readonly wait?: number;
}

const failing: readonly Failing[] = [
  { what: 'an empty body', answer: sends('', RSS), reason: 'the document is empty' },
  {
    what: 'a web page that names the feed',
    answer: sends(
      page('<p>News</p>', '<link rel="alternate" type="application/rss+xml" href="/rss.xml">'),
      'text/html',
    ),
    reason: /^a web page where the feed was: it names this feed instead: http:\/\/127\.0\.0\.1:\d+\/rss\.xml$/,
  },
  {
    what: 'a web page',
    answer: sends(page('<p>News</p>', '<title>News</title>'), 'text/html'),
    reason: 'a web page where the feed was, and it names no feed',
  },
  {
    what: 'a page to log in',
    answer: sends(page('<form><input name=u><input type=password></form>', '<title>Members</title>'), 'text/html'),
    reason: 'the address leads to a login page ("Members"), not to a feed',
  },
  {
    what: 'a page to log in without a field for a password',
    answer: sends(page('<a href="/sso">With your account</a>', '<title>Sign in</title>'), 'text/html'),
    reason: 'a page to log in where the feed was: only those who are logged in may read it',
  },
  { what: 'a PDF file', answer: sends('%PDF-1.7 ...', 'application/pdf'), reason: 'the document is a PDF file' },
  {
    what: 'a feed that breaks off',
    answer: sends('<?xml version="1.0"?><rss version="2.0"><channel><title>A</title><item><title>On', RSS),
    reason: 'the document breaks off before its first item is complete',
  },
  {
    what: 'another kind of XML',
    answer: sends('<?xml version="1.0"?><urlset><url><loc>https://a.example/</loc></url></urlset>', 'text/xml'),
    reason: 'the document is a sitemap, not a feed',
  },
  { what: '401', answer: sends('', RSS, 401), reason: 'the server wants a name and a password (401)' },
  {
    what: '403',
    answer: sends('', RSS, 403),
    reason: 'the server does not let this program read it: ask the publisher for leave (403)',
  },
  {
    what: '404',
    answer: sends('', RSS, 404),
    reason: 'the server says that there is nothing at this address: look for its new one (404)',
    wait: 10 * MINUTE,
  },
  {
    what: '410',
    answer: sends('', RSS, 410),
    reason: 'the server says that what was at this address is gone for good (410)',
    wait: DAY,
  },
  {
    what: '429 with Retry-After',
    answer: sends('', RSS, 429, { 'retry-after': '7200' }),
    reason: 'the server says that it is asked too often (429)',
    wait: 2 * HOUR,
  },
  {
    what: '429 for a week',
    answer: sends('', RSS, 429, { 'retry-after': '604800' }),
    reason: 'the server says that it is asked too often (429)',
    wait: DAY,
  },
  {
    what: '500',
    answer: sends('', RSS, 500),
    reason: 'the server has a fault of its own: it may pass (500)',
    wait: 10 * MINUTE,
  },
  {
    what: 'a broken connection',
    answer: (_, response) => response.destroy(),
    reason: /^127\.0\.0\.1:\d+ broke the connection off before its answer was whole$/,
  },
  { what: 'no answer', answer: () => {}, reason: /^127\.0\.0\.1:\d+ (does not answer in time|takes too long)/ },
  {
    what: 'a body that trickles',
    answer: (_, response) => {
      response.writeHead(200, { 'content-type': RSS });
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(timer));
    },
    reason: /^127\.0\.0\.1:\d+ takes too long to send what it was asked for$/,
  },
  {
    what: 'a redirect into the network of the machine',
    answer: (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
    reason: /169\.254\.169\.254 is not on the public internet/,
  },
  {
    what: 'a redirect to itself',
    answer: (request, response) => response.writeHead(302, { location: request.url }).end(),
    reason: 'the server sends readers from one address to the next without an end',
  },
];

test.for(failing)('$what where a feed was: the reason is told, and the other feeds go on', async (one) => {
  const server = await FeedServer.forTest();
  const times = { firstByte: 200, total: 600 };
  const other = await FeedServer.forTest();
  const polling = await PollingUnderTest.begin([server.host, other.host], { fetching: { times } });
  const url = server.url('/broken');
  server.on('/broken', one.answer);
  const works = other.publish('/works', [{ name: 'a' }]);
  await polling.add(url, works);
  await polling.pass(0);
  const { reason = '', nextAt, failures, failingSince } = await polling.feed(url);
  if (typeof one.reason === 'string') expect(reason).toBe(one.reason);
  else expect(reason).toMatch(one.reason);
  expect([failures, failingSince]).toEqual([1, NOW]);
  if (one.wait !== undefined) expect(nextAt - NOW).toBe(one.wait);
  expect(await polling.titles()).toHaveLength(1);
  // it comes back with all that it holds
  server.publish('/broken', [{ name: 'b' }]);
  await polling.pass(DAY);
  expect(await polling.feed(url)).toMatchObject({ failures: 0, seen: 1, taken: 1 });
});

test('a certificate that nobody vouches for: the reason is told', async () => {
  const { generate } = await import('selfsigned');
  const { cert, private: key } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
  const server = createTlsServer({ cert, key }, (_, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const polling = await PollingUnderTest.begin([host]);
  const outcome = await polling.poll(`https://${host}/feed`);
  expect(outcome).toMatchObject({
    ...{ kind: 'failure' },
    reason: `${host} vouches for itself: no authority that is trusted here signed its certificate`,
  });
});

interface Strange {
  readonly what: string;
  readonly answer: (server: FeedServer) => Answer;
  /** Titles in the archive after one poll. */
  readonly titles: readonly string[];
  readonly reasons?: Readonly<Record<string, string>>;
}

const item = (inner: string) => `<item>${inner}</item>`;
const rss = (items: string, head = '<?xml version="1.0"?>') =>
  `${head}<rss version="2.0"><channel><title>News</title><link>/</link>${items}</channel></rss>`;
const linked = (server: FeedServer, name: string, inner = '') => {
  server.page({ name, title: `Talks ${name}` });
  return item(`<guid>${name}</guid><link>${server.url(`/story/${name}`)}</link>${inner}`);
};

const strange: readonly Strange[] = [
  {
    what: 'a feed that says UTF-8 and is windows-1252',
    answer: (server) => {
      const body = rss(
        linked(server, 'a', '<title>Gespräche in Zürich</title>'),
        '<?xml version="1.0" encoding="utf-8"?>',
      );
      return sends(Buffer.from(body, 'latin1'), `${RSS}; charset=utf-8`);
    },
    titles: ['Talks a'],
  },
  {
    what: 'a feed in UTF-16',
    answer: (server) => sends(Buffer.from(`\ufeff${rss(linked(server, 'a'), '')}`, 'utf16le'), RSS),
    titles: ['Talks a'],
  },
  { what: 'items without dates', answer: (server) => sends(rss(linked(server, 'a')), RSS), titles: ['Talks a'] },
  {
    what: 'dates in 1970 and in 2099',
    answer: (server) =>
      sends(
        rss(
          linked(server, 'a', '<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>') +
            linked(server, 'b', '<pubDate>Wed, 01 Jan 2099 00:00:00 GMT</pubDate>'),
        ),
        RSS,
      ),
    titles: ['Talks a'],
    reasons: { b: 'waiting: dated 24709 days ahead' },
  },
  {
    what: 'relative links',
    answer: (server) => {
      server.page({ name: 'a', title: 'Talks a' });
      return sends(rss(item('<guid>a</guid><link>/story/a</link>')), RSS);
    },
    titles: ['Talks a'],
  },
  {
    what: 'markup in titles, where the page cannot be had',
    answer: (server) =>
      sends(
        rss(
          item(
            `<guid>a</guid><title>&lt;b&gt;Talks&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt;at noon</title><link>${server.url('/none')}</link><description>${textOf('a').repeat(5)}</description>`,
          ),
        ),
        RSS,
      ),
    titles: ['Talks at noon'],
  },
  {
    what: 'links that lead to no web page',
    answer: () =>
      sends(
        rss(
          item('<guid>a</guid><title>A</title><link>mailto:desk@news.example</link>') +
            item('<guid>b</guid><title>B</title><link>javascript:alert(1)</link>') +
            item('<guid>c</guid><title>C</title>'),
        ),
        RSS,
      ),
    titles: [],
    reasons: {
      a: 'refused: its link leads to no web page, but to mailto:, and it has no text',
      b: 'refused: its link leads to no web page, but to javascript:, and it has no text',
      c: 'refused: it has no link and no text',
    },
  },
  {
    what: 'items that lead to a PDF, a page to log in and one that nobody may see',
    answer: (server) => {
      server.on('/pdf', sends('%PDF-1.7', 'application/pdf'));
      server.on('/login', sends(page('<form><input type="password"></form>'), 'text/html'));
      server.on('/closed', sends('', 'text/html', 403));
      const to = (name: string) => item(`<guid>${name}</guid><title>T</title><link>${server.url(`/${name}`)}</link>`);
      return sends(rss(to('pdf') + to('login') + to('closed')), RSS);
    },
    titles: [],
    reasons: {
      pdf: 'refused: the link leads to no web page, but to application/pdf, and the feed carries no text of it',
      login: 'refused: the page asks for a name and password, and shows no story, and the feed carries no text of it',
      closed:
        'refused: the page cannot be fetched: the server does not let this program read it: ask the publisher for leave (403), and the feed carries no text of it',
    },
  },
];

test.for(strange)('$what: what can be read is taken in', async ({ answer, titles, reasons }) => {
  const server = await FeedServer.forTest();
  const polling = await PollingUnderTest.begin([server.host]);
  const url = server.url('/feed');
  server.on('/feed', answer(server));
  expect(await polling.poll(url)).toMatchObject({ kind: 'success' });
  expect(await polling.titles()).toEqual(titles);
  if (reasons !== undefined) expect(await polling.reasons(url)).toEqual(reasons);
  for (const reason of Object.values(await polling.reasons(url)))
    expect(reason).not.toMatch(/undefined|Error|\bnull\b/);
});

test('of a feed with 100,000 items the newest are read, some at each poll, and none twice', {
  timeout: 60_000,
}, async () => {
  const server = await FeedServer.forTest();
  const polling = await PollingUnderTest.begin([server.host], { pages: 5 });
  const items = Array.from({ length: 100_000 }, (_, at) => `<item><link>/story/${at}</link></item>`);
  for (let at = 0; at < 10; at += 1) server.page({ name: String(at) });
  server.on('/feed', sends(rss(items.join('')), RSS));
  const works = server.publish('/works', [{ name: 'a' }]);
  await polling.add(server.url('/feed'), works);
  await polling.pass(0);
  expect(await polling.feed(works)).toMatchObject({ taken: 1 });
  for (const taken of [5, 10]) {
    expect(await polling.feed(server.url('/feed'))).toMatchObject({ failures: 0, seen: taken, taken });
    await polling.pass(2 * MINUTE);
  }
  for (let at = 0; at < 10; at += 1) expect(server.times(`/story/${at}`)).toBe(1);
});
