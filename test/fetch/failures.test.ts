import { generate } from 'selfsigned';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Fetched } from '../../src/domain/fetching.ts';
import { freePort } from '../free-port.ts';
import { accept, fetcherFor, serve, servePlain, type WebServer } from './web-server.ts';

afterEach(() => void vi.unstubAllEnvs());

async function get(
  server: WebServer,
  options: Parameters<typeof fetcherFor>[1] = {},
  url = server.url(),
): Promise<Fetched> {
  const fetcher = fetcherFor([server], options);
  const fetched = await fetcher.get({ url, accept });
  await fetcher.close();
  return fetched;
}

test.for([
  [204, 'unreadable', 'the server answers without a document (204)'],
  [206, 'unreadable', 'the server answers without a document (206)'],
  [400, 'denied', 'the server does not take the request (400)'],
  [401, 'denied', 'the server wants a name and a password (401)'],
  [402, 'denied', 'the server wants to be paid (402)'],
  [403, 'denied', 'the server does not let this program read it: ask the publisher for leave (403)'],
  [404, 'missing', 'the server says that there is nothing at this address: look for its new one (404)'],
  [410, 'gone', 'the server says that what was at this address is gone for good (410)'],
  [429, 'busy', 'the server says that it is asked too often (429)'],
  [451, 'denied', 'the server may not show it for legal reasons (451)'],
  [500, 'server', 'the server has a fault of its own: it may pass (500)'],
  [502, 'server', 'the server has a fault of its own: it may pass (502)'],
  [503, 'busy', 'the server says that it cannot serve for now (503)'],
  [599, 'server', 'the server has a fault of its own: it may pass (599)'],
] as const)('%i is %s, in words', async ([status, code, reason]) => {
  await using server = await serve((_, response) => void response.writeHead(status).end());
  expect(await get(server)).toEqual({ kind: 'failed', code, reason });
});

test.for([
  [429, '120', 120_000],
  [503, ' 0 ', 0],
  [500, '7', 7_000],
  [404, '7', 7_000],
  [429, '99999999999', undefined],
  [429, '9999999999', 30 * 24 * 3_600_000],
  [429, 'soon', undefined],
  [429, '-5', undefined],
  [429, '1.5', undefined],
  [429, 'Sun, 06 Nov 1994 08:49:37 GMT', 0],
  [429, 'Sunday, 06-Nov-94 08:49:37 GMT', 0],
  [429, 'Sun Nov  6 08:49:37 1994', 0],
  [429, '2094-11-06', undefined],
] as const)('%i with Retry-After %j waits for %s ms', async ([status, after, wait]) => {
  await using server = await serve((_, response) => void response.writeHead(status, { 'retry-after': after }).end());
  const fetched = await get(server);
  expect('retryAfter' in fetched ? fetched.retryAfter : undefined).toBe(wait);
});

test('a server may name the date on which it wants to be asked again', async () => {
  const headers = () => ({ 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() });
  await using server = await serve((_, response) => void response.writeHead(503, headers()).end());
  const fetched = await get(server);
  const wait = 'retryAfter' in fetched ? Number(fetched.retryAfter) : 0;
  expect(wait).toBeGreaterThan(3_500_000);
  expect(wait).toBeLessThanOrEqual(3_600_000);
});

test('a port where nobody listens, a name that nobody has, a connection that breaks: each in its words', async () => {
  const port = await freePort();
  const closed = fetcherFor([{ endpoint: `127.0.0.1:${port}` }]);
  expect(await closed.get({ url: `http://127.0.0.1:${port}/`, accept })).toMatchObject({
    code: 'connection',
    reason: `127.0.0.1:${port} takes no connections`,
  });
  await closed.close();
  await using broken = await servePlain((socket) => void socket.resetAndDestroy());
  expect(await get(broken)).toMatchObject({
    code: 'connection',
    reason: expect.stringContaining('broke the connection off'),
  });
});

test.for([
  ['ENOTFOUND', 'there is no server named feeds.example: is the address spelt right?'],
  ['EAI_AGAIN', 'the name feeds.example cannot be looked up for now'],
  ['ESERVFAIL', 'the name feeds.example cannot be looked up for now'],
] as const)('a look-up that ends with %s is told in words', async ([code, reason]) => {
  const lookup = () => Promise.reject(Object.assign(new Error(`getaddrinfo ${code}`), { code }));
  const fetcher = fetcherFor([], { lookup });
  for (const url of ['http://feeds.example/', 'https://feeds.example/'])
    expect(await fetcher.get({ url, accept })).toEqual({ kind: 'failed', code: 'name', reason });
  await fetcher.close();
});

test('a look-up without an end is given up', async () => {
  const fetcher = fetcherFor([], { lookup: () => new Promise(() => {}), times: { connect: 200 } });
  expect(await fetcher.get({ url: 'http://feeds.example/', accept })).toMatchObject({ code: 'timeout' });
  await fetcher.close();
});

test('of several addresses of a name the one that works is taken', async () => {
  await using server = await serve((_, response) => void response.end('here'));
  const lookup = async () => ['127.0.0.3', '127.0.0.1'];
  const fetcher = fetcherFor([server, { endpoint: `127.0.0.3:${server.port}` }], { lookup });
  expect(await fetcher.get({ url: server.url('/', 'feeds.example'), accept })).toMatchObject({ kind: 'body' });
  await fetcher.close();
});

interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const day = 24 * 3_600_000;
const dates = (from: number, to: number) => ({
  notBeforeDate: new Date(Date.now() + from),
  notAfterDate: new Date(Date.now() + to),
});
let authority: Certificate;

beforeAll(async () => {
  authority = await certificate('Authority of the test', { extensions: [{ name: 'basicConstraints', cA: true }] });
});

async function certificate(name: string, options: Parameters<typeof generate>[1] = {}): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ...dates(-day, day),
    ...options,
  });
  return { key: made.private, cert: made.cert };
}

test('https is read where an authority that is trusted vouches for the server', async () => {
  const tls = await certificate('feeds.example', { ca: authority });
  await using server = await serve((_, response) => void response.end('here'), { tls });
  const options = { lookup: async () => ['127.0.0.1'], authorities: [authority.cert] };
  expect(await get(server, options, server.url('/', 'feeds.example'))).toMatchObject({ kind: 'body' });
});

test.for([
  [
    'expired',
    dates(-3 * day, -day),
    'feeds.example',
    'the certificate of feeds.example:% has expired: its owner must renew it',
  ],
  [
    'of tomorrow',
    dates(day, 3 * day),
    'feeds.example',
    'the certificate of feeds.example:% is not valid yet: is a clock wrong, here or there?',
  ],
  [
    'of another name',
    {},
    'other.example',
    'the certificate of other.example:% was made for another name: its owner must mend it',
  ],
] as const)('a certificate that is %s fails in words', async ([, options, name, reason]) => {
  const tls = await certificate('feeds.example', { ...options, ca: authority });
  await using server = await serve((_, response) => void response.end('here'), { tls });
  const fetched = await get(
    server,
    { lookup: async () => ['127.0.0.1'], authorities: [authority.cert] },
    server.url('/', name),
  );
  expect(fetched).toEqual({ kind: 'failed', code: 'certificate', reason: reason.replace('%', String(server.port)) });
  expect(server.requests).toEqual([]);
});

test.for([undefined, '0'])(
  'a server that vouches for itself is not read, whatever the environment says (%s)',
  async (setting) => {
    if (setting !== undefined) vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', setting);
    await using server = await serve((_, response) => void response.end('here'), {
      tls: await certificate('feeds.example'),
    });
    const fetched = await get(server, { lookup: async () => ['127.0.0.1'] }, server.url('/', 'feeds.example'));
    expect(fetched).toMatchObject({ code: 'certificate', reason: expect.stringContaining('vouches for itself') });
    expect(server.requests).toEqual([]);
  },
);

test('a server without a chain to an authority is not read', async () => {
  const tls = await certificate('feeds.example', { ca: authority });
  await using server = await serve((_, response) => void response.end('here'), { tls });
  const fetched = await get(server, { lookup: async () => ['127.0.0.1'] }, server.url('/', 'feeds.example'));
  expect(fetched).toMatchObject({ code: 'certificate', reason: expect.stringContaining('cannot be trusted') });
});

test('https where only http is spoken fails in words', async () => {
  await using server = await serve((_, response) => void response.end('here'));
  const fetched = await get(server, {}, server.url().replace('http:', 'https:'));
  expect(fetched).toMatchObject({ code: 'connection', reason: expect.stringContaining('does it speak https?') });
});

test('a way from https down to http is asked by https', async () => {
  const tls = await certificate('feeds.example', { ca: authority });
  await using server = await serve(
    ({ url, headers }, response) =>
      url === '/feed'
        ? response.end('here')
        : response.writeHead(301, { location: `http://${headers.host}/feed` }).end(),
    { tls },
  );
  const options = { lookup: async () => ['127.0.0.1'], authorities: [authority.cert] };
  const feed = server.url('/feed', 'feeds.example');
  expect(await get(server, options, server.url('/', 'feeds.example'))).toMatchObject({
    kind: 'body',
    url: feed,
    movedTo: feed,
  });
});
