import { expect, onTestFinished, test } from 'vitest';
import { checkModel } from '../../src/model/check.ts';
import { withFaults } from './faults.ts';
import { EMBEDDINGS_MODEL, type ModelServer, type ModelServerOptions, startModelServer } from './model-server.ts';
import { honest } from './stand-ins/honest.ts';

async function serverOf(options: ModelServerOptions = {}): Promise<ModelServer> {
  const server = await startModelServer(honest, options);
  onTestFinished(() => server.stop());
  return server;
}

test('without a model all is well', async () => {
  expect(await checkModel(undefined)).toEqual({
    name: 'model',
    ok: true,
    finding: 'none: sentences are worded by rule',
  });
});

test.for([
  ['chat', 'schema', 'chat completions, structured output: json schema'],
  ['chat', 'object', 'chat completions, structured output: json object'],
  ['responses', 'none', 'responses, structured output: text'],
] as const)('a model that is there by %s with %s is described', async ([api, formats, said]) => {
  const server = await serverOf({ formats });
  const host = new URL(server.url).host;
  expect(await checkModel(server.settings({ api }))).toEqual({
    name: 'model',
    ok: true,
    finding: `stand-in at ${host}, ${said}, embeddings: none`,
  });
});

test('embeddings are tried where they are wanted', async () => {
  const server = await serverOf();
  const wanted = await checkModel(server.settings({ embeddings: EMBEDDINGS_MODEL }));
  expect(wanted).toMatchObject({
    ok: true,
    finding: expect.stringMatching(/embeddings: stand-in-embeddings \(64 numbers\)$/),
  });
  const unknown = await checkModel(server.settings({ embeddings: 'nosuch' }));
  expect(unknown).toMatchObject({
    ok: false,
    finding: expect.stringMatching(/OPENAI_EMBEDDINGS_MODEL "nosuch" is not known to /),
  });
});

test('what is wrong is one line that names the setting', async () => {
  const server = await serverOf();
  const said = async (overrides: object) => {
    const { ok, finding } = await checkModel(server.settings(overrides));
    expect(ok).toBe(false);
    return finding;
  };
  expect(await said({ apiKey: 'sk-wrong-key' })).toMatch(/^OPENAI_API_KEY is refused by \S+ \(401\)$/);
  expect(await said({ apiKey: 'sk wrong' })).toMatch(/^OPENAI_API_KEY holds white space/);
  expect(await said({ model: 'nosuch' })).toMatch(
    /^OPENAI_MODEL "nosuch" is not known to \S+, or not open to this key$/,
  );
  expect(await said({ baseUrl: 'htp:/x' })).toMatch(/^OPENAI_BASE_URL is not an address of a server: "htp:\/x"/);
  expect(await said({ baseUrl: 'http://127.0.0.1:1/v1' })).toBe(
    'OPENAI_BASE_URL 127.0.0.1:1 has a port that is never called',
  );
  expect(await said({ baseUrl: 'http://127.0.0.1:2/v1' })).toBe(
    'OPENAI_BASE_URL 127.0.0.1:2 cannot be reached (ECONNREFUSED)',
  );
  const page = withFaults(server, { inTurn: ['html'] });
  expect(await said({})).toMatch(/^OPENAI_BASE_URL \S+ answers with a web page, not as a model's interface/);
  page();
  const huge = withFaults(server, { inTurn: ['huge'] });
  expect(await said({})).toMatch(/^the model's reply (holds|is) /);
  huge();
});
