import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createFetcher } from '../../src/fetch/create-fetcher.ts';
import { accept, fetcherFor, serve } from './web-server.ts';

const silent = () => serve(() => {});

test('what is under way ends with its signal, and with the fetcher', async () => {
  await using server = await silent();
  const fetcher = fetcherFor([server], { pace: { perHost: 1, gap: 0 } });
  const giveUp = new AbortController();
  const [asked, waiting, other] = ['/1', '/2', '/3'].map((path) =>
    fetcher.get({ url: server.url(path), accept, ...(path === '/3' ? {} : { signal: giveUp.signal }) }),
  );
  await expect.poll(() => server.requests.length).toBe(1);
  giveUp.abort();
  expect(await asked).toMatchObject({ code: 'aborted' });
  expect(await waiting).toMatchObject({ code: 'aborted' });
  await expect.poll(() => server.paths()).toEqual(['/1', '/3']);
  await fetcher.close();
  expect(await other).toMatchObject({ code: 'aborted' });
  await expect.poll(() => server.open).toBe(0);
});

test('who waits for a gap or a robots.txt ends with the fetcher', async () => {
  await using server = await silent();
  const patient = fetcherFor([server], { robots: true });
  const waiting = patient.get({ url: server.url('/1'), accept });
  await expect.poll(() => server.paths()).toEqual(['/robots.txt']);
  await patient.close();
  expect(await waiting).toMatchObject({ code: 'aborted' });

  await using quick = await serve((_, response) => void response.end('here'));
  const slow = fetcherFor([quick], { pace: { gap: 3_600_000, burst: 1 } });
  await slow.get({ url: quick.url('/1'), accept });
  const late = slow.get({ url: quick.url('/2'), accept });
  await slow.close();
  expect(await late).toMatchObject({ code: 'aborted' });
});

test('one who gives up does not take the robots.txt from those who wait for it too', async () => {
  const held: (() => void)[] = [];
  await using server = await serve(({ url }, response) => {
    if (url === '/robots.txt') held.push(() => response.writeHead(404).end());
    else response.end('here');
  });
  const fetcher = fetcherFor([server], { robots: true });
  const giveUp = new AbortController();
  const first = fetcher.get({ url: server.url('/1'), accept, signal: giveUp.signal });
  const second = fetcher.get({ url: server.url('/2'), accept });
  await expect.poll(() => held.length).toBe(1);
  giveUp.abort();
  expect(await first).toMatchObject({ code: 'aborted' });
  held[0]?.();
  expect(await second).toMatchObject({ kind: 'body' });
  await fetcher.close();
});

test('a closed fetcher and a signal that is over ask for nothing', async () => {
  await using server = await serve((_, response) => void response.end('here'));
  const fetcher = fetcherFor([server]);
  expect(await fetcher.get({ url: server.url(), accept, signal: AbortSignal.abort() })).toMatchObject({
    code: 'aborted',
  });
  await fetcher.close();
  await fetcher.close();
  expect(await fetcher.get({ url: server.url(), accept })).toMatchObject({ code: 'aborted' });
  expect(server.connections).toBe(0);
});

test('what nobody reads to its end leaves no connection open', async () => {
  await using server = await serve(({ url }, response) => {
    const status = Number(url?.slice(1));
    // a document that never ends
    response.writeHead(status, { location: '/404' }).write('more and more');
  });
  const fetcher = fetcherFor([server], { times: { firstByte: 60_000, total: 60_000 } });
  for (const status of [404, 500, 302, 206]) await fetcher.get({ url: server.url(`/${status}`), accept });
  await expect.poll(() => server.open).toBe(0);
  await fetcher.close();
});

test('a process ends by itself, with connections that are kept for later', async () => {
  await using server = await serve((_, response) => void response.end('here'));
  const script = `
    import { createFetcher } from ${JSON.stringify(new URL('../../src/fetch/create-fetcher.ts', import.meta.url).href)};
    const fetcher = createFetcher({ userAgent: 'Detente/0.1', allow: ['${server.endpoint}'] });
    const { kind } = await fetcher.get({ url: '${server.url('/feed')}', accept: '*/*' });
    process.stdout.write(kind);
    const begun = performance.now();
    process.on('exit', () => process.stdout.write(performance.now() - begun < 1_000 ? ', and went' : ', and lingered'));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, [code]] = await Promise.all([child.stdout.setEncoding('utf8').toArray(), once(child, 'close')]);
  expect([said.join(''), code]).toEqual(['body, and went', 0]);
});

test.for(['', 'Detente/0.1\r\nx: y', 'Détente/0.1', 'Detente 0.1', '/0.1'])(
  '%j is no name of a program',
  (userAgent) => {
    expect(() => createFetcher({ userAgent })).toThrow(/write it as Detente/);
  },
);

test.for(['localhost:80', '127.0.0.1', '127.0.0.1:99999', '::1', ':80', ''])(
  '%j is no server to let through',
  (endpoint) => {
    expect(() => createFetcher({ userAgent: 'Detente/0.1', allow: [endpoint] })).toThrow(/write it as 127.0.0.1:8080/);
  },
);
