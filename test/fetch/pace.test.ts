import type { ServerResponse } from 'node:http';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HostPace } from '../../src/fetch/host-pace.ts';
import { accept, fetcherFor, serve, type WebServer } from './web-server.ts';

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

test('in no stretch of time does a host get more requests than a burst and one per gap', () => {
  const law = fc.property(
    fc.integer({ min: 1, max: 1_000 }),
    fc.integer({ min: 1, max: 8 }),
    fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 60 }),
    (gap, burst, pauses) => {
      const pace = new HostPace({ atOnce: 1, perHost: 1, gap, burst });
      let now = 0;
      const starts = pauses.map((pause) => {
        now += pause;
        return now + pace.place(now);
      });
      for (const [index, start] of starts.entries()) {
        expect(start).toBeGreaterThanOrEqual(starts[index - 1] ?? 0);
        const before = starts[index - burst];
        if (before !== undefined) expect(start - before).toBeGreaterThanOrEqual(gap);
      }
    },
  );
  fc.assert(law, { seed: 9, numRuns: 500 });
});

test('a host that wants more time between requests has it, up to a minute', () => {
  const paced = (wish: number) => {
    const pace = new HostPace({ atOnce: 1, perHost: 1, gap: 1_000, burst: 5 });
    return times(4).map(() => pace.place(0, wish));
  };
  expect(paced(0)).toEqual([0, 0, 0, 0]);
  expect(paced(10_000)).toEqual([0, 10_000, 20_000, 30_000]);
  expect(paced(86_400_000)).toEqual([0, 60_000, 120_000, 180_000]);
});

/** Holds every answer back until it is let go. */
class SlowServers {
  readonly held: ServerResponse[] = [];
  most = 0;

  open(): Promise<WebServer> {
    return serve((_, response) => {
      this.held.push(response);
      this.most = Math.max(this.most, this.held.length);
    });
  }

  /** Lets one answer go at a time until all have come. */
  async drain(work: Promise<unknown>): Promise<void> {
    const timer = setInterval(() => this.held.shift()?.end('here'), 5);
    await work;
    clearInterval(timer);
  }
}

test('one host is asked for so much at once, all hosts for so much together', async () => {
  const alone = new SlowServers();
  await using server = await alone.open();
  const fetcher = fetcherFor([server], { pace: { gap: 0, perHost: 2, atOnce: 3 } });
  await alone.drain(Promise.all(times(40).map((index) => fetcher.get({ url: server.url(`/${index}`), accept }))));
  await fetcher.close();
  expect([server.requests.length, alone.most]).toEqual([40, 2]);

  const together = new SlowServers();
  await using stack = new AsyncDisposableStack();
  const servers = await Promise.all(times(6).map(async () => stack.use(await together.open())));
  const busy = fetcherFor(servers, { pace: { gap: 0, perHost: 2, atOnce: 3 } });
  await together.drain(
    Promise.all(times(48).map((index) => busy.get({ url: servers[index % 6]?.url() ?? '', accept }))),
  );
  await busy.close();
  expect(together.most).toBe(3);
  expect(servers.map(({ requests }) => requests.length)).toEqual([8, 8, 8, 8, 8, 8]);
});

test('a thousand documents of one host use few connections', async () => {
  await using server = await serve((_, response) => void response.end('here'));
  const fetcher = fetcherFor([server], { pace: { gap: 0 } });
  const fetched = await Promise.all(times(1_000).map((index) => fetcher.get({ url: server.url(`/${index}`), accept })));
  await fetcher.close();
  expect(fetched.filter(({ kind }) => kind === 'body').length).toBe(1_000);
  expect(server.connections).toBeLessThanOrEqual(2);
});

test('requests to one host are a gap apart, and hold up no other', async () => {
  await using paced = await serve((_, response) => void response.end('here'));
  await using other = await serve((_, response) => void response.end('here'));
  const fetcher = fetcherFor([paced, other], { pace: { gap: 100, burst: 2 } });
  const begun = performance.now();
  const waiting = times(6).map((index) => fetcher.get({ url: paced.url(`/${index}`), accept }));
  expect(await fetcher.get({ url: other.url(), accept })).toMatchObject({ kind: 'body' });
  expect(paced.requests.length).toBeLessThan(6);
  await Promise.all(waiting);
  // a timer may fire a millisecond early
  expect(performance.now() - begun).toBeGreaterThanOrEqual(4 * 100 - 5);
  expect(paced.paths()).toEqual(times(6).map((index) => `/${index}`));
  await fetcher.close();
});

test.for([
  [429, { 'retry-after': '3600' }, 3_600_000],
  [503, { 'retry-after': '3600' }, 3_600_000],
  [429, {}, 60_000],
] as const)(
  'a host that answers %i with %j is left alone for %i ms, and then asked again',
  async ([status, headers, wait]) => {
    let isTired = true;
    await using server = await serve(
      (_, response) => void response.writeHead(isTired ? status : 200, isTired ? headers : {}).end(),
    );
    await using other = await serve((_, response) => void response.end('here'));
    let now = Date.now();
    const fetcher = fetcherFor([server, other], { clock: { now: () => now } });
    const url = server.url('/feed');
    expect(await fetcher.get({ url, accept })).toMatchObject({ code: 'busy' });
    isTired = false;
    now += wait - 1_000;
    expect(await fetcher.get({ url: server.url('/other'), accept })).toEqual({
      kind: 'failed',
      code: 'busy',
      reason: `${server.endpoint} has asked to be left alone for another 1 s`,
      retryAfter: 1_000,
    });
    expect(await fetcher.get({ url: other.url(), accept })).toMatchObject({ kind: 'body' });
    now += 1_000;
    expect(await fetcher.get({ url, accept })).toMatchObject({ kind: 'body' });
    await fetcher.close();
    expect(server.requests.length).toBe(2);
  },
);

test('a fault that names no time, and a time beyond all reason, close no host for long', async () => {
  let answer: [number, Record<string, string>] = [503, {}];
  await using server = await serve((_, response) => void response.writeHead(...answer).end());
  let now = Date.now();
  const fetcher = fetcherFor([server], { clock: { now: () => now } });
  await fetcher.get({ url: server.url('/1'), accept });
  answer = [429, { 'retry-after': '9999999999' }];
  await fetcher.get({ url: server.url('/2'), accept });
  now += 24 * 3_600_000;
  answer = [200, {}];
  expect(await fetcher.get({ url: server.url('/3'), accept })).toMatchObject({ kind: 'body' });
  answer = [429, { 'retry-after': '3600' }];
  await fetcher.get({ url: server.url('/4'), accept });
  // the clock is set back by a year
  now -= 365 * 24 * 3_600_000;
  await fetcher.get({ url: server.url('/5'), accept });
  await fetcher.close();
  expect(server.paths()).toEqual(['/1', '/2', '/3', '/4', '/5']);
});

test('redirects keep to the pace of the host that they lead to', async () => {
  await using server = await serve((_, response) => void response.writeHead(429, { 'retry-after': '60' }).end());
  await using sender = await serve((_, response) => void response.writeHead(302, { location: server.url() }).end());
  const fetcher = fetcherFor([server, sender]);
  for (const path of ['/1', '/2', '/3'])
    expect(await fetcher.get({ url: sender.url(path), accept })).toMatchObject({ code: 'busy' });
  await fetcher.close();
  expect([sender.requests.length, server.requests.length]).toEqual([3, 1]);
});
