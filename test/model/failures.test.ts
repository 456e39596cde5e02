import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelFailureWords, type Task } from '../../src/domain/model.ts';
import type { ModelFailure } from '../../src/model/failure.ts';
import { type FaultKind, faultKinds, withFaults } from './faults.ts';
import { type ModelServer, startModelServer } from './model-server.ts';
import { composed, modelOf, wordingTask } from './replies.ts';
import { honest } from './stand-ins/honest.ts';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer(honest, { pieceLength: 12 });
});
afterAll(() => server.stop());

/** What each fault ends in: its kind, whether another try is safe, and what is said. */
const ends: Readonly<Record<FaultKind, readonly [ModelFailure['kind'], boolean, RegExp]>> = {
  'rate-limit': ['busy', true, /^\S+ takes no more calls for now \(429\)$/],
  'rate-limit-retry-after': ['busy', true, /^\S+ takes no more calls for now \(429\)$/],
  'server-error': ['down', false, /^\S+ has broken down: it answers 500$/],
  unavailable: ['down', true, /^\S+ has broken down: it answers 503$/],
  'wrong-key': ['key', false, /^OPENAI_API_KEY is refused by \S+ \(401\)$/],
  'unknown-model': ['model', false, /^OPENAI_MODEL "stand-in" is not known to \S+, or not open to this key$/],
  'broken-json': ['reply', false, /^the model's reply /],
  empty: ['reply', false, /^the model's reply is empty$/],
  'refusal-in-words': ['reply', false, /^the model's reply holds no JSON of the form asked for$/],
  'content-filter': ['refusal', false, /^the filter of the model's server ended the reply$/],
  'cut-at-length': ['reply', false, /^the model's reply was cut off at the longest that is allowed$/],
  huge: ['reply', false, /^the model's reply (holds a draft of more than 8|is longer than 256) KB$/],
  html: ['address', false, /^OPENAI_BASE_URL \S+ answers with a web page, not as a model's interface: /],
  'html-bad-gateway': ['down', false, /^\S+ has broken down: it answers 502$/],
  'no-choices': ['reply', false, /^\S+ answers in one piece in place of a stream$/],
  'reset-before': ['reply', false, /^the answer of \S+ broke off \((ECONNRESET|UND_ERR_SOCKET)\)$/],
  'reset-within': ['reply', false, /broke off/],
  'cut-stream': ['reply', false, /broke off/],
  'error-in-stream': ['reply', false, /^the answer of \S+ broke off/],
  refusal: ['refusal', false, /^the model declines to answer$/],
  'hang-before': ['slow', false, /^\S+ took longer than 0\.3 s$/],
  'hang-within': ['slow', false, /^\S+ took longer than 0\.3 s$/],
  'slow-drip': ['slow', false, /^\S+ took longer than 0\.3 s$/],
  'endless-drafts': ['reply', false, /^the model's reply holds more than 64 drafts$/],
  'endless-text': ['reply', false, /^the model's reply holds a draft of more than 8 KB$/],
};

/** In Responses a filter fails the whole. */
const inResponses = { 'content-filter': ['reply', false, /^\S+ gave the answer up$/] } as const;

describe.for(['chat', 'responses'] as const)('every fault of a server ends in one plain line, by %s', (api) => {
  test.for(faultKinds)('%s', async (kind) => {
    const over = withFaults(server, { inTurn: [kind], again: true, ms: 10_000 });
    const slow = ['hang-before', 'hang-within', 'slow-drip'].includes(kind);
    const model = await modelOf(server.settings({ api }), { timeoutMs: slow ? 300 : 10_000 });
    const { failure, drafts } = await composed(model, wordingTask);
    over();
    const [expected, safe, words] = { ...ends, ...(api === 'responses' && inResponses) }[kind];
    expect(failure).toMatchObject({ name: 'DetenteError', code: 'model-unusable', kind: expected, safe });
    expect(failure?.message).toMatch(words);
    expect(failure?.message).not.toMatch(/\n|undefined|sk-/);
    // a reader can mend nothing, and the server is none of theirs
    expect(modelFailureWords(failure)).toMatch(/^(the|nothing) [a-z' ]*language model[a-z' ]*$/);
    for (const draft of drafts) expect(draft).toEqual({ id: expect.any(Number), text: expect.any(String) });
  });
});

test('drafts that closed before the stream was cut stand', async () => {
  const over = withFaults(server, { inTurn: ['cut-stream'] });
  const days = Array.from({ length: 12 }, (_, at) => `Chad reopened crossing ${at + 1}.`);
  const statements = days.map((text, at) => ({ id: at + 1, text, quotes: [text] as const }));
  const [first, ...rest] = statements;
  const task = { kind: 'wording', statements: [first, ...rest] } as Task<'wording'>;
  const { failure, drafts } = await composed(await modelOf(server.settings()), task);
  over();
  expect(failure?.message).toMatch(/broke off/);
  expect(drafts.map(({ id }) => id)).toEqual(drafts.map((_, at) => at + 1));
  expect(drafts.length).toBeGreaterThan(0);
  expect(drafts.length).toBeLessThan(12);
});

test('a server that wants to be left alone says for how long', async () => {
  const over = withFaults(server, { inTurn: [{ kind: 'rate-limit-retry-after', retryAfter: 7 }] });
  const { failure } = await composed(await modelOf(server.settings()), wordingTask);
  over();
  expect(failure?.retryAfterMs).toBe(7_000);
});

/** Answers every request in this way. */
async function answering(status: number, type: string, body: string, headers: Record<string, string> = {}) {
  const http = createServer((_, response) => {
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const baseUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`;
  return { baseUrl, [Symbol.dispose]: () => void http.close() };
}

test.for([
  [404, 'text/plain', '404 page not found', 'address', /^OPENAI_BASE_URL \S+ answers with 404, not as/],
  [404, 'text/html', '<html>', 'address', /answers with 404 and a web page, not as/],
  [403, 'text/html', '<html>', 'key', /^OPENAI_API_KEY is refused by \S+ \(403\)$/],
  [404, 'application/json', '{"error":"model \'x\' not found"}', 'model', /^OPENAI_MODEL "stand-in" is not known/],
  [400, 'application/json', '{"error":{"message":"x is not a valid model ID"}}', 'model', /^OPENAI_MODEL /],
  [
    429,
    'application/json',
    '{"error":{"message":"You exceeded your current quota"}}',
    'quota',
    /quota behind OPENAI_API/,
  ],
  [400, 'application/json', '{"error":{"code":"content_filter","message":"no"}}', 'refusal', /^the filter of /],
  [413, 'text/plain', 'too much', 'request', /^\S+ does not take the call \(413\): 413 too much$/],
  [302, 'text/plain', '', 'address', /answers with a redirection \(302\)/],
  [200, 'text/event-stream', 'data: {broken\n\n', 'reply', /broke off/],
  [200, 'text/event-stream', 'data: [DONE]\n\n', 'reply', /is empty$/],
  [200, 'text/event-stream', '', 'reply', /is empty$/],
] as const)('%i %s %j', async ([status, type, body, kind, words]) => {
  using there = await answering(status, type, body, { location: 'http://127.0.0.1:9/' });
  const { failure } = await composed(await modelOf({ ...server.settings(), ...there }), wordingTask);
  expect(failure).toMatchObject({ kind, code: 'model-unusable' });
  expect(failure?.message).toMatch(words);
});

test('nobody at the address: the code of it, and that another try is safe', async () => {
  const http = createServer();
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const { port } = http.address() as AddressInfo;
  http.close();
  const refused = await composed(
    await modelOf(server.settings({ baseUrl: `http://127.0.0.1:${port}/v1` })),
    wordingTask,
  );
  expect(refused.failure).toMatchObject({ kind: 'unreachable', safe: true });
  expect(refused.failure?.message).toBe(`OPENAI_BASE_URL 127.0.0.1:${port} cannot be reached (ECONNREFUSED)`);
  expect(refused.uses).toEqual([]);
  const unknown = await composed(await modelOf(server.settings({ baseUrl: 'http://nowhere.invalid/v1' })), wordingTask);
  expect(unknown.failure?.message).toMatch(/nowhere\.invalid cannot be reached \((ENOTFOUND|EAI_AGAIN)\)$/);
});

test('a server without TLS where TLS is wanted cannot be reached', async () => {
  const plain = createSocketServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await once(plain.listen(0, '127.0.0.1'), 'listening');
  const baseUrl = `https://127.0.0.1:${(plain.address() as AddressInfo).port}/v1`;
  const { failure } = await composed(await modelOf(server.settings({ baseUrl })), wordingTask);
  plain.close();
  expect(failure).toMatchObject({ kind: 'unreachable', safe: true });
});

test('an endless stream is given up, and the server sees it', async () => {
  let sent = 0;
  const closed = Promise.withResolvers<void>();
  const http = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const more = () => {
      if (response.destroyed) return;
      sent += 1_000;
      const delta = { choices: [{ index: 0, delta: { content: 'x'.repeat(1_000) } }] };
      response.write(`data: ${JSON.stringify(delta)}\n\n`, () => setImmediate(more));
    };
    response.on('close', closed.resolve);
    more();
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const baseUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`;
  const { failure } = await composed(await modelOf(server.settings({ baseUrl })), wordingTask);
  await closed.promise;
  http.close();
  expect(failure?.message).toBe("the model's reply is longer than 256 KB");
  expect(sent).toBeLessThan(4_000_000);
});

test('one event without an end is given up at 16 MB', async () => {
  const http = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const block = `data: ${'x'.repeat(1 << 20)}`;
    const more = () => {
      if (!response.destroyed) response.write(block, () => setImmediate(more));
    };
    more();
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const baseUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`;
  const { failure } = await composed(await modelOf(server.settings({ baseUrl })), wordingTask);
  http.closeAllConnections();
  http.close();
  expect(failure).toMatchObject({ kind: 'reply', message: 'the answer is longer than 16 MB' });
});
