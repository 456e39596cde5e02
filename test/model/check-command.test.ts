import { afterAll, beforeAll, expect, test } from 'vitest';
import { detente } from '../cli/command-line.ts';
import { EMBEDDINGS_MODEL, KEY, MODEL, type ModelServer, startModelServer } from './model-server.ts';
import { honest } from './stand-ins/honest.ts';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer(honest);
});
afterAll(() => server.stop());

const check = async (env: Record<string, string>) => {
  const base = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: KEY, OPENAI_MODEL: MODEL, DETENTE_VECTORS: 'off' };
  const { code, out, err } = await detente(['check', '--archive', ':memory:'], { env: { ...base, ...env } });
  return { code, model: /^.* model: .*$/m.exec(out)?.[0], out: out + err };
};

test('`detente check` says how a model is used, and comes to its end though connections are kept', async () => {
  const began = performance.now();
  const { code, model } = await check({ OPENAI_EMBEDDINGS_MODEL: EMBEDDINGS_MODEL, DETENTE_MODEL_API: 'responses' });
  expect(model).toMatch(
    /^ok {3}model: stand-in at \S+, responses, structured output: json schema, embeddings: stand-in-embeddings \(64 numbers\)$/,
  );
  expect(code).toBe(0);
  // the client keeps idle connections for 4 s, and no process alive by them
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('`detente check` fails for a model that cannot be used, in a line that names the setting and not the key', async () => {
  const wrong = await check({ OPENAI_API_KEY: 'sk-canary-77' });
  expect(wrong).toMatchObject({ code: 1, model: expect.stringMatching(/^FAIL model: OPENAI_API_KEY is refused by /) });
  expect(wrong.out).not.toContain('canary');
});

test('`detente check` tells of the model beside a key that is wrong', async () => {
  const { code, model, out } = await check({ DETENTE_MODEL_CALLS: 'many' });
  expect(out).toMatch(/^FAIL configuration: DETENTE_MODEL_CALLS must be/m);
  expect(model).toMatch(/^ok {3}model: stand-in at /);
  expect(code).toBe(78);
});
