import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Sample } from '../../src/monitoring/metrics.ts';
import { Monitor, type MonitorOptions } from '../../src/monitoring/monitor.ts';
import { freePort } from '../free-port.ts';
import { parseExposition } from './exposition.ts';

const now = Date.parse('2024-01-19T07:00:00Z');
const quiet: Sample = {
  now,
  schedules: [],
  waiting: 0,
  deliveries: [],
  failures: [],
  feeds: { states: [], seen: 0, taken: 0 },
};
const daily = { conversation: 'slack:T1:C1', definition: 'de-escalation', situation: '' };
const hostile = 'slack:T1:"C\\1"\nup 1';

interface Entry {
  readonly level: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A monitor that listens, what it logged, and how to ask it. */
async function monitor(options: Partial<MonitorOptions> = {}) {
  const log: Entry[] = [];
  const at = (level: string) => (fields: Entry['fields'], message: string) => void log.push({ level, fields, message });
  const port = options.port ?? (await freePort());
  const monitored = new Monitor({
    host: '127.0.0.1',
    port,
    logger: { info: at('info'), warn: at('warn'), error: at('error') },
    health: async () => ({ ok: true, problems: [] }),
    sample: async () => quiet,
    ...options,
  });
  onTestFinished(() => monitored.stop());
  await monitored.start();
  return {
    monitored,
    log,
    port,
    get: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init),
  };
}

/** What comes over a bare socket until the other side ends it. */
async function talk(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  let heard = '';
  socket.on('data', (part: string) => {
    heard += part;
  });
  socket.write(text);
  await once(socket, 'close');
  return heard;
}

test('healthy is 200, failing is 503 with its problems', async () => {
  let health = { ok: true, problems: [] as string[] };
  const { get } = await monitor({ health: async () => health });
  const well = await get('/healthz');
  expect([well.status, await well.json()]).toEqual([200, { status: 'ok', problems: [] }]);
  health = { ok: false, problems: ['the disk of the archive is full: free some space, then try again'] };
  const ill = await get('/healthz?verbose=1');
  expect([ill.status, await ill.json()]).toEqual([503, { status: 'failing', problems: health.problems }]);
  expect(ill.headers.get('content-type')).toBe('application/json');
});

test('a scrape tells what the sample holds, in base units, whatever a name is made of', async () => {
  const { get } = await monitor({
    sample: async () => ({
      now,
      schedules: [
        { ...daily, lastBriefAt: now - 90_500 },
        { ...daily, situation: 'Chad–Niger', lastBriefAt: now - 5000 },
        { ...daily, conversation: hostile, lastBriefAt: now + 5000 },
        { ...daily, conversation: 'discord:1:2' },
      ],
      waiting: 3,
      deliveries: [
        { adapter: 'slack', state: 'sent', count: 41 },
        { adapter: 'slack', state: 'given-up', count: 1 },
        { adapter: 'discord', state: 'sent', count: 7 },
      ],
      failures: [{ adapter: 'slack', count: 5 }],
      feeds: { states: [{ state: 'failing', count: 2 }], seen: 40, taken: 30, lastSuccessAt: now - 60_000 },
    }),
  });
  const response = await get('/metrics');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const families = parseExposition(await response.text());
  expect(families.get('detente_last_brief_age_seconds')).toMatchObject({
    type: 'gauge',
    samples: [
      { labels: daily, value: 90.5 },
      { labels: { ...daily, situation: 'Chad–Niger' }, value: 5 },
      { labels: { ...daily, conversation: hostile }, value: 0 },
    ],
  });
  expect(families.get('detente_deliveries_waiting')).toMatchObject({
    type: 'gauge',
    samples: [{ labels: {}, value: 3 }],
  });
  expect(families.get('detente_deliveries')).toMatchObject({
    type: 'gauge',
    samples: [
      { labels: { adapter: 'slack', outcome: 'sent' }, value: 41 },
      { labels: { adapter: 'slack', outcome: 'given-up' }, value: 1 },
      { labels: { adapter: 'discord', outcome: 'sent' }, value: 7 },
    ],
  });
  expect(families.get('detente_delivery_failures')?.samples).toEqual([{ labels: { adapter: 'slack' }, value: 5 }]);
  expect(families.get('detente_feeds')?.samples).toEqual(
    ['works', 'silent', 'failing', 'paused', 'unpolled'].map((state) => ({
      labels: { state },
      value: state === 'failing' ? 2 : 0,
    })),
  );
  expect(families.get('detente_feed_items')?.samples).toEqual([
    { labels: { outcome: 'taken' }, value: 30 },
    { labels: { outcome: 'left' }, value: 10 },
  ]);
  expect(families.get('detente_last_poll_age_seconds')?.samples).toEqual([{ labels: {}, value: 60 }]);
});

test('a scrape has the process and the delay of its event loop', async () => {
  const { get } = await monitor();
  // the first tick of its timer is what the second is measured from
  await new Promise((resolve) => setTimeout(resolve, 50));
  const end = Date.now() + 150;
  while (Date.now() < end);
  const families = parseExposition(await (await get('/metrics')).text());
  expect(families.get('nodejs_eventloop_lag_max_seconds')?.samples[0]?.value).toBeGreaterThan(0.1);
  expect(families.get('process_resident_memory_bytes')?.samples[0]?.value).toBeGreaterThan(1e7);
  expect(families.get('process_start_time_seconds')?.type).toBe('gauge');
});

test('every scrape reads anew: what is gone from the sample is gone from the answer', async () => {
  let sample: Sample = {
    ...quiet,
    schedules: [{ ...daily, lastBriefAt: now }],
    deliveries: [{ adapter: 'slack', state: 'sent', count: 2 }],
  };
  const { get } = await monitor({ sample: async () => sample });
  const before = parseExposition(await (await get('/metrics')).text());
  expect(before.get('detente_last_brief_age_seconds')?.samples).toHaveLength(1);
  sample = { ...quiet, deliveries: [{ adapter: 'slack', state: 'sent', count: 3 }] };
  const texts = await Promise.all(Array.from({ length: 20 }, async () => (await get('/metrics')).text()));
  for (const families of texts.map(parseExposition)) {
    expect(families.get('detente_last_brief_age_seconds')?.samples).toEqual([]);
    expect(families.get('detente_deliveries')?.samples.map(({ value }) => value)).toEqual([3]);
  }
});

test.for(['/metrics', '/healthz'])('%s that fails answers 500, with a line in the log, and goes on', async (path) => {
  let broken = true;
  const fail = async () => {
    if (broken) throw new Error('the archive is closed: open it again');
  };
  const { get, log } = await monitor({
    health: async () => fail().then(() => ({ ok: true, problems: [] })),
    sample: async () => fail().then(() => quiet),
  });
  const failed = await get(path);
  expect([failed.status, await failed.text()]).toEqual([500, 'failed: the archive is closed: open it again\n']);
  expect(log.filter(({ level }) => level === 'error')).toMatchObject([
    { fields: { path }, message: 'a scrape failed' },
  ]);
  broken = false;
  expect((await get(path)).status).toBe(200);
});

test('a sample that is no number is a failed scrape and no crash', async () => {
  const { get } = await monitor({ sample: async () => ({ ...quiet, waiting: 'many' as unknown as number }) });
  expect((await get('/metrics')).status).toBe(500);
  expect((await get('/healthz')).status).toBe(200);
});

test.for([
  ['GET', '/', 404],
  ['GET', '/metrics/', 404],
  ['GET', '/metrics%20', 404],
  ['GET', '/constructor', 404],
  ['POST', '/nosuch', 404],
  ['POST', '/metrics', 405],
  ['DELETE', '/healthz', 405],
  ['OPTIONS', '/metrics', 405],
] as const)('%s %s is %i', async ([method, path, status]) => {
  const { get } = await monitor();
  const response = await get(path, { method });
  expect(response.status).toBe(status);
  expect(response.headers.get('allow')).toBe(status === 405 ? 'GET, HEAD' : null);
});

test('HEAD has the headers of GET and no body', async () => {
  const { port } = await monitor();
  const heard = await talk(port, 'HEAD /healthz HTTP/1.1\r\nHost: anything.example\r\n\r\n');
  expect(heard).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(heard).toMatch(/content-length: 30\r\n/);
  expect(heard.split('\r\n\r\n')[1]).toBe('');
});

test.for(['', 'Expect: 100-continue\r\n'])('a body is not waited for %s', async (expectation) => {
  const { port } = await monitor();
  const heard = await talk(
    port,
    `POST /metrics HTTP/1.1\r\nHost: x\r\n${expectation}Content-Length: 1000000000\r\n\r\nfirst bytes`,
  );
  expect(heard).toMatch(/^HTTP\/1\.1 405 /);
});

test('what is no HTTP is refused, and the next scrape is answered', async () => {
  const { get, port } = await monitor();
  expect(await talk(port, '\x16\x03\x01 this is no HTTP\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  expect((await get('/metrics')).status).toBe(200);
});

test('a port that is taken is a warning with the way out, and nothing else', async () => {
  const holder = createServer((_, response) => response.end('mine'));
  holder.listen(0, '127.0.0.1');
  await once(holder, 'listening');
  onTestFinished(() => void holder.close());
  const { port } = holder.address() as { port: number };
  const { log, monitored } = await monitor({ port });
  expect(log).toMatchObject([{ level: 'warn', fields: { port, error: { code: 'EADDRINUSE' } } }]);
  expect(log[0]?.message).toContain('DETENTE_HTTP');
  await monitored.stop();
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('mine');
});

test('a stop leaves no connection open: neither a silent one nor one that waits for its answer', async () => {
  const { monitored, port } = await monitor({ sample: () => new Promise(() => {}) });
  const sockets = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  sockets[1]?.write('GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n');
  const closed = sockets.map((socket) =>
    once(
      socket.on('error', () => {}),
      'close',
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  await monitored.stop();
  await Promise.all(closed);
  await monitored.stop();
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
});
