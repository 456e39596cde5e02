import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { checkModel } from '../../src/model/check.ts';
import { faultKinds, withFaults } from './faults.ts';
import { type ModelServer, startModelServer } from './model-server.ts';
import { composed, modelOf, wordingTask } from './replies.ts';
import { honest } from './stand-ins/honest.ts';

const CANARY = 'sk-canary-5d1c7e9f';
let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer(honest, { key: null });
});
afterAll(() => server.stop());
afterEach(() => vi.unstubAllEnvs());

/** What the client of OpenAI would take from the environment, each a canary. */
const read = {
  OPENAI_ORG_ID: 'org-canary',
  OPENAI_PROJECT_ID: 'proj-canary',
  OPENAI_ADMIN_KEY: 'sk-admin-canary',
  OPENAI_WEBHOOK_SECRET: 'whsec-canary',
  OPENAI_API_KEY: 'sk-environment-canary',
  OPENAI_BASE_URL: 'http://127.0.0.1:9/canary',
  OPENAI_CUSTOM_HEADERS: 'x-canary: canary\nauthorization: canary',
  OPENAI_LOG: 'debug',
  AZURE_OPENAI_API_KEY: 'azure-canary',
  OPENAI_API_VERSION: 'version-canary',
};

test.for(['chat', 'responses'] as const)('nothing of the environment reaches a server, by %s', async (api) => {
  for (const [name, value] of Object.entries(read)) vi.stubEnv(name, value);
  const settings = server.settings({ api, apiKey: CANARY });
  const { drafts } = await composed(await modelOf(settings), wordingTask);
  expect(drafts).toHaveLength(3);
  const { headers, body, path } = server.requests().at(-1) ?? {};
  expect(JSON.stringify([headers, body, path])).not.toMatch(/canary(?!-5d1c7e9f)/);
  const ofHttp = ['host', 'connection', 'content-length', 'accept-encoding', 'accept-language', 'sec-fetch-mode'];
  const own = Object.keys(headers ?? {}).filter((name) => !ofHttp.includes(name));
  expect(own.toSorted()).toEqual(['accept', 'authorization', 'content-type', 'user-agent']);
  expect(headers?.authorization).toBe(`Bearer ${CANARY}`);
});

test('a server without a key gets no header for one', async () => {
  vi.stubEnv('OPENAI_API_KEY', 'sk-environment-canary');
  const { apiKey: _, ...settings } = server.settings();
  await composed(await modelOf(settings), wordingTask);
  expect(server.requests().at(-1)?.headers).not.toHaveProperty('authorization');
});

test('a key stands in no prompt, no failure, no cause of one and no line that is written, whatever the server does', async () => {
  const written: string[] = [];
  const logged: string[] = [];
  const streams = [process.stdout, process.stderr] as const;
  const spies = [
    ...streams.map((stream) => vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0)),
    ...(['log', 'debug', 'info', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation((...words) => void logged.push(inspect(words))),
    ),
  ];
  vi.stubEnv('OPENAI_LOG', 'debug');
  const seen: unknown[] = [];
  const echoing = await startModelServer(honest, { key: 'another' });
  for (const api of ['chat', 'responses'] as const) {
    for (const kind of faultKinds) {
      const over = withFaults(server, { inTurn: [kind], ms: 5_000 });
      const { failure, drafts } = await composed(
        await modelOf(server.settings({ api, apiKey: CANARY }), { timeoutMs: 200 }),
        wordingTask,
      );
      over();
      seen.push(failure, drafts);
    }
    // this server quotes the key that it refuses
    const settings = echoing.settings({ api, apiKey: CANARY });
    seen.push((await composed(await modelOf(settings), wordingTask)).failure, await checkModel(settings));
  }
  await echoing.stop();
  for (const spy of spies) spy.mockRestore();
  const bodies = server.requests().map(({ body }) => body);
  expect(seen.length).toBeGreaterThan(80);
  expect(inspect([seen, bodies], { depth: 20, maxArrayLength: null, maxStringLength: null })).not.toContain('canary');
  expect(written.join('')).not.toContain('canary');
  // the client would log what is sent and what comes
  expect(logged).toEqual([]);
});

test('a key that a server quotes where it is not about keys is left out', async () => {
  const careless = await startModelServer(honest, { key: null, refuses: ['messages'] });
  const { failure } = await composed(await modelOf(careless.settings({ apiKey: 'parameter' }), {}), wordingTask);
  await careless.stop();
  expect(failure?.message).toMatch(/does not take the call \(400\): 400 Unsupported \[redacted\]: 'messages'/);
});
