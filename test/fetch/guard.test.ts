import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fetcher } from '../../src/domain/fetching.ts';
import { Allowance } from '../../src/fetch/allowance.ts';
import { Endpoints } from '../../src/fetch/endpoints.ts';
import { GuardedExchange } from '../../src/fetch/guarded-exchange.ts';
import { isPublic } from '../../src/fetch/public-address.ts';
import { ConnectionAttempts } from './connection-attempts.ts';
import { accept, fetcherFor, serve, type WebServer } from './web-server.ts';

/*
 * A canary listens on every address of this machine. Its port is let through, at an address that is not this machine's,
 * so that nothing but its address keeps the fetcher away from it.
 */

let canary: WebServer;
let fetcher: Fetcher;

beforeAll(async () => {
  canary = await serve((_, response) => void response.end('reached'), { host: '::' });
  fetcher = guarded(async () => ['127.0.0.1']);
});

afterAll(async () => {
  await fetcher.close();
  await canary[Symbol.asyncDispose]();
});

function guarded(lookup?: (name: string) => Promise<readonly string[]>): Fetcher {
  return fetcherFor([{ endpoint: `203.0.113.9:${canary.port}` }], { ...(lookup && { lookup }) });
}

async function refused(url: string, by = fetcher): Promise<void> {
  using attempts = new ConnectionAttempts();
  expect(await by.get({ url, accept })).toMatchObject({ kind: 'failed', code: 'forbidden-address' });
  expect([attempts.count, canary.connections, canary.bytes]).toEqual([0, 0, 0]);
}

test('the canary is heard where it is let through', async () => {
  await using server = await serve((_, response) => void response.end('reached'), { host: '::' });
  using attempts = new ConnectionAttempts();
  const open = fetcherFor([server, { endpoint: `[::1]:${server.port}` }]);
  for (const name of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '１２７.０.０.１'])
    expect(await open.get({ url: server.url('/', name), accept })).toMatchObject({ kind: 'body' });
  await open.close();
  expect(attempts.count).toBeGreaterThanOrEqual(2);
  expect(server.connections).toBeGreaterThanOrEqual(2);
});

// biome-ignore format: a table
const loopback = [
  '127.0.0.1', '127.0.0.1.', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.0.0.1', '0X7F.1', '017700000001',
  '0177.0.0.1', '0177.0x0.0.1', '127.255.255.254', '0', '0.0.0.0', '00000', '%31%32%37.0.0.1', '127%2e0%2e0%2e1',
  '１２７.０.０.１', '127。0。0。1', '①②⑦.⓪.⓪.①', '1\u00ad27.0.0.1', '[::1]', '[0:0:0:0:0:0:0:1]', '[::0001]', '[::]',
  '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:FFFF:7F00:0001]', '[::127.0.0.1]', '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::1]', '[2001:0:7f00:1::1]', '[fe80::1]',
];

test.for(loopback)('nothing reaches this machine as %s', async (host) => {
  await refused(`http://${host}:${canary.port}/`);
  await refused(`https://${host}/`);
});

// biome-ignore format: a table
const inside = [
  '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.254', '192.168.1.1', '0xc0a80101', '100.64.0.1',
  '100.100.100.200', '169.254.169.254', '2852039166', '169.254.170.2', '168.63.129.16', '192.0.0.192', '192.0.2.1',
  '198.18.0.1', '203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '[fd00:ec2::254]', '[fc00::1]',
  '[fec0::1]', '[ff02::1]', '[::ffff:169.254.169.254]', '[64:ff9b::a9fe:a9fe]', '[2002:a9fe:a9fe::1]', '[100::1]',
  '[2001:db8::1]', '[::a00:1]', '[2a00:1450::5efe:10.0.0.1]', '[4000::1]',
];

test.for(inside)('nothing is asked of %s', async (host) => {
  await refused(`http://${host}:${canary.port}/`);
  await refused(`http://${host}/latest/meta-data/`);
});

test.for(['localhost', 'LOCALHOST.', 'ｌｏｃａｌｈｏｓｔ', 'ip6-localhost', 'localhost.localdomain'])(
  'nothing reaches this machine as %s, as the machine itself looks it up',
  async (name) => {
    const system = guarded();
    using attempts = new ConnectionAttempts();
    // a machine may not know every one of these names
    expect(await system.get({ url: canary.url('/', name), accept })).toMatchObject({
      code: expect.stringMatching(/^(forbidden-address|name)$/),
    });
    expect([attempts.count, canary.connections]).toEqual([0, 0]);
    await system.close();
  },
);

test.for<[string, string]>([
  ['printer.local', '192.168.1.20'],
  ['metadata.google.internal', '169.254.169.254'],
  ['instance-data', '169.254.169.254'],
  ['127.0.0.1.nip.io', '127.0.0.1'],
  ['loopback.example', '::1'],
  ['mapped.example', '::ffff:127.0.0.1'],
  ['nat64.example', '64:ff9b::7f00:1'],
  ['compatible.example', '::7f00:1'],
  ['odd.example', '127.1'],
  ['scoped.example', 'fe80::1%lo'],
  ['nonsense.example', 'nonsense'],
  ['empty.example', ''],
])('nothing is asked of %s, which stands for %s', async ([name, address]) => {
  const sly = guarded(async () => [address]);
  await refused(`http://${name}:${canary.port}/`, sly);
  await refused(`https://${name}/`, sly);
  await refused(
    `http://${name}/`,
    guarded(async () => [address, address, '10.0.0.1']),
  );
  await sly.close();
});

test('nothing is asked of a name that stands for nothing', async () => {
  await refused(
    'http://nothing.example/',
    guarded(async () => []),
  );
});

test.for([
  'file:///etc/passwd', 'ftp://example.org/', 'gopher://example.org/', 'data:text/plain,x', 'javascript:alert(1)',
  'ws://example.org/', 'unix:/var/run/docker.sock', 'about:blank', '//example.org/', 'example.org', '', 'http://',
  'http://user:secret@example.org/', 'http://user@example.org/', 'http://example.org:22/', 'https://example.org:8443/',
  'http://example.org:0/', 'http://[::1', 'http://127.0.0.1\u0000.example.org/', 'http://[fe80::1%25lo]/',
])('%j is no address that is read', async (url) => {
  await refused(url);
}); // biome-ignore format: a table

test('the port of a server that is let through opens no other', async () => {
  await using server = await serve((_, response) => void response.end('here'));
  const open = fetcherFor([server], { lookup: async () => ['127.0.0.2'] });
  await refused(`http://127.0.0.2:${server.port}/`, open);
  await refused(`http://elsewhere.example:${server.port}/`, open);
  expect(server.connections).toBe(0);
  await open.close();
});

// the first answer of these names is a server that may be read, at the same port as the canary
test.for<[string, readonly (readonly string[])[]]>([
  ['changes its answer', [['127.0.0.2'], ['127.0.0.1']]],
  ['changes its answer back and forth', [['127.0.0.2'], ['127.0.0.1'], ['127.0.0.2'], ['::1']]],
  [
    'gives both answers at once',
    [
      ['127.0.0.2', '127.0.0.1'],
      ['127.0.0.1', '127.0.0.2'],
      ['::1', '127.0.0.2'],
    ],
  ],
])('a name that %s leads nowhere else', async ([, answers]) => {
  await using forbidden = await serve((_, response) => void response.end('reached'));
  const { port } = forbidden;
  const close = { connection: 'close' };
  await using allowed = await serve((_, response) => void response.writeHead(200, close).end('here'), {
    host: '127.0.0.2',
    port,
  });
  let looked = 0;
  const lookup = async () => answers[looked++ % answers.length] ?? [];
  const open = fetcherFor([{ endpoint: `127.0.0.2:${port}` }], { lookup });
  for (const round of Array.from({ length: 12 }, (_, index) => index)) {
    const fetched = await open.get({ url: `http://flips.example:${port}/`, accept });
    const isAllowed = answers[round % answers.length]?.includes('127.0.0.2');
    expect(fetched).toMatchObject(isAllowed ? { kind: 'body' } : { code: 'forbidden-address' });
    expect(looked).toBe(round + 1);
  }
  await open.close();
  expect(allowed.connections).toBeGreaterThan(0);
  expect([forbidden.connections, forbidden.bytes]).toEqual([0, 0]);
});

test('sockets are guarded by themselves, whoever asks for one', async () => {
  const exchange = new GuardedExchange({
    endpoints: new Endpoints(),
    userAgent: 'Detente',
    connections: 1,
    connectTime: 5_000,
    firstByteTime: 5_000,
  });
  using attempts = new ConnectionAttempts();
  const limits = { most: 1, over: 'fail', allowance: new Allowance(5_000) } as const;
  for (const host of ['127.0.0.1', '[::1]', 'localhost'])
    for (const url of [new URL(`http://${host}:${canary.port}/`), new URL(`https://${host}/`)])
      expect(await exchange.send({ url, headers: {}, signal: new AbortController().signal, ...limits })).toMatchObject({
        code: 'forbidden-address',
      });
  await exchange.close();
  expect([attempts.count, canary.connections]).toEqual([0, 0]);
});

test('what is not asked has no pace to keep', async () => {
  const slow = fetcherFor([], { pace: { gap: 3_600_000, burst: 1 } });
  for (let round = 0; round < 3; round++) await refused('http://127.0.0.1/', slow);
  await slow.close();
});

test('no address that is not public ever gets a connection, as a literal or behind a name', async () => {
  const address = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.ipV4().map((one) => `::ffff:${one}`),
    fc
      .tuple(fc.constantFrom('10', '127', '169.254', '192.168', '172.16', '100.64', '0'), fc.ipV4())
      .map(([start, one]) => [...start.split('.'), ...one.split('.')].slice(0, 4).join('.')),
  );
  let answer = '';
  const sly = guarded(async () => [answer]);
  using attempts = new ConnectionAttempts();
  const law = fc.asyncProperty(address, async (one) => {
    // asking a public one would leave this machine
    fc.pre(!isPublic(one));
    answer = one;
    const host = one.includes(':') ? `[${one}]` : one;
    for (const url of [`http://${host}/`, `http://name.example/`, `http://name.example:${canary.port}/`])
      expect(await sly.get({ url, accept }), url).toMatchObject({ code: 'forbidden-address' });
    expect([attempts.count, canary.connections]).toEqual([0, 0]);
  });
  await fc.assert(law, { seed: 17, numRuns: 500 });
  await sly.close();
});
