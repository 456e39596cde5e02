import type { OutgoingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { accept, fetcherFor, serve } from './web-server.ts';

const etag = '"abc-1"';
const lastModified = 'Tue, 24 Nov 2026 08:00:00 GMT';

test('what a server names its answer by is sent back, and then nothing has changed', async () => {
  await using server = await serve(({ headers }, response) => {
    const isKnown = headers['if-none-match'] === etag && headers['if-modified-since'] === lastModified;
    response.writeHead(isKnown ? 304 : 200, { etag, 'last-modified': lastModified }).end(isKnown ? undefined : 'here');
  });
  const fetcher = fetcherFor([server]);
  const url = server.url('/feed');
  const first = await fetcher.get({ url, accept });
  expect(first).toMatchObject({ kind: 'body', etag, lastModified });
  for (let round = 0; round < 5; round++)
    expect(await fetcher.get({ url, accept, etag, lastModified })).toEqual({ kind: 'unchanged', url });
  expect(await fetcher.get({ url, accept, etag })).toMatchObject({ kind: 'body' });
  await fetcher.close();
  // a second is opened where the first has not yet come to rest
  expect(server.connections).toBeLessThanOrEqual(2);
});

test('what has moved may be unchanged where it is now', async () => {
  await using server = await serve(({ url, headers }, response) => {
    if (url === '/old') response.writeHead(301, { location: '/new' }).end();
    else response.writeHead(headers['if-none-match'] === etag ? 304 : 200).end();
  });
  const fetcher = fetcherFor([server]);
  const url = server.url('/new');
  expect(await fetcher.get({ url: server.url('/old'), accept, etag })).toEqual({
    kind: 'unchanged',
    url,
    movedTo: url,
  });
  await fetcher.close();
});

test('a server is told what is asked for, who asks, and nothing else', async () => {
  await using server = await serve((_, response) => void response.end('here'));
  const fetcher = fetcherFor([server]);
  await fetcher.get({ url: server.url('/a?b=c#d'), accept: 'application/rss+xml' });
  await fetcher.close();
  expect(server.requests).toEqual([
    {
      url: '/a?b=c',
      headers: {
        host: server.endpoint,
        connection: 'keep-alive',
        'user-agent': 'Detente/0.1 (+https://detente.example/bot)',
        'accept-encoding': 'gzip, deflate, br, zstd',
        accept: 'application/rss+xml',
      },
    },
  ]);
});

test.for([
  { etag: '"a\r\nx-injected: 1"' },
  { etag: '"ключ"' },
  { etag: 'x'.repeat(600) },
  { etag: ' ' },
  { lastModified: 'a\nb' },
])('what cannot be sent back is left out: %j', async (validators) => {
  await using server = await serve((_, response) => void response.end('here'));
  const fetcher = fetcherFor([server]);
  expect(await fetcher.get({ url: server.url(), accept, ...validators })).toMatchObject({ kind: 'body' });
  await fetcher.close();
  const names = Object.keys(server.requests[0]?.headers ?? {});
  expect(names.filter((name) => /^(if-|x-)/.test(name))).toEqual([]);
});

test.for<[OutgoingHttpHeaders, number | undefined]>([
  [{}, undefined],
  [{ 'cache-control': 'max-age=600' }, 600],
  [{ 'cache-control': 'public, Max-Age="600", s-maxage=5' }, 600],
  [{ 'cache-control': 'max-age=600', age: '100' }, 500],
  [{ 'cache-control': 'max-age=600', age: '900' }, 0],
  [{ 'cache-control': 'no-store' }, 0],
  [{ 'cache-control': 'no-cache, max-age=600' }, 0],
  [{ 'cache-control': 'max-age=-1' }, undefined],
  [{ 'cache-control': 'max-age=99999999999999' }, undefined],
  [{ date: lastModified, expires: 'Tue, 24 Nov 2026 08:30:00 GMT' }, 1800],
  [{ date: lastModified, expires: 'Tuesday, 24-Nov-26 08:30:00 GMT' }, 1800],
  [{ date: lastModified, expires: 'Tue Nov 24 08:30:00 2026' }, 1800],
  [{ date: lastModified, expires: 'Tue, 24 Nov 2026 07:00:00 GMT' }, 0],
  [{ 'cache-control': 'max-age=5', date: lastModified, expires: 'Tue, 24 Nov 2026 08:30:00 GMT' }, 5],
  [{ expires: '0' }, undefined],
  [{ expires: '-1' }, undefined],
])('%j lasts %s seconds', async ([headers, maxAge]) => {
  await using server = await serve((_, response) => void response.writeHead(200, headers).end('here'));
  const fetcher = fetcherFor([server]);
  const fetched = await fetcher.get({ url: server.url(), accept });
  await fetcher.close();
  expect('maxAge' in fetched ? fetched.maxAge : undefined).toBe(maxAge);
});
