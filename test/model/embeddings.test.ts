import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import type { SentenceEncoder } from '../../src/domain/encoder.ts';
import { embedMissing } from '../../src/embedding.ts';
import { findEmbeddingEncoder } from '../../src/model/embeddings.ts';
import type { ModelSettings } from '../../src/model/keys.ts';
import { byMeaning } from '../../src/search/late-interaction.ts';
import { nearest, packed } from '../../src/search/packed-vectors.ts';
import { archiveOf } from '../archive-of.ts';
import { EMBEDDINGS_MODEL, type ModelServer, type ModelServerOptions, startModelServer } from './model-server.ts';
import { honest } from './stand-ins/honest.ts';

async function serverOf(options: ModelServerOptions = {}): Promise<ModelServer> {
  const server = await startModelServer(honest, options);
  onTestFinished(() => server.stop());
  return server;
}

async function encoderOf(settings: ModelSettings): Promise<SentenceEncoder> {
  const found = await findEmbeddingEncoder({ embeddings: EMBEDDINGS_MODEL, ...settings });
  if (found.kind === 'absent') throw new Error(found.reason);
  return found.encoder;
}

test('a text is one row of length 1, and the same text gives the same', async () => {
  const encoder = await encoderOf((await serverOf()).settings());
  const vectors = await encoder.encode('Ghana offered to mediate.');
  expect(vectors.words).toEqual(['']);
  expect(vectors.values).toHaveLength(vectors.dimensions);
  expect(Math.hypot(...vectors.values)).toBeCloseTo(1, 5);
  expect(await encoder.encode('Ghana offered to mediate.')).toEqual(vectors);
});

test('texts that mean alike lie nearer than others, packed too', async () => {
  const encoder = await encoderOf((await serverOf()).settings());
  const [asked, near, far] = await Promise.all(
    ['Ghana offered to mediate', 'Ghana offered to mediate talks', 'Wheat prices rose'].map((one) =>
      encoder.encode(one),
    ),
  );
  if (asked === undefined || near === undefined || far === undefined) throw new Error('three were asked for');
  const score = (one: typeof near) => nearest(asked, packed(one))[0] ?? 0;
  expect(score(near)).toBeGreaterThan(score(far));
});

test('what is asked for at once goes in calls of at most 96, as floats', async () => {
  const server = await serverOf();
  const encoder = await encoderOf(server.settings());
  const texts = Array.from({ length: 200 }, (_, at) => `Crossing ${at} reopened.`);
  const all = await Promise.all(texts.map((text) => encoder.encode(text)));
  const bodies = server.requests().map(({ body }) => body);
  expect(bodies.map(({ input }) => input.length).toSorted()).toEqual([8, 96, 96]);
  expect(bodies.map((body) => body.encoding_format)).toEqual(['float', 'float', 'float']);
  // each text has got its own
  expect(all[150]).toEqual(await encoder.encode(texts[150] ?? ''));
});

test('a server may answer in any order, but must answer for each text', async () => {
  const data = [
    { index: 1, embedding: [0, 2] },
    { index: 0, embedding: [2, 0] },
  ];
  const http = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const baseUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`;
  const encoder = await encoderOf((await serverOf()).settings({ baseUrl }));
  const [one, other] = await Promise.all([encoder.encode('One.'), encoder.encode('Other.')]);
  expect([...one.values, ...other.values]).toEqual([1, 0, 0, 1]);
  await expect(encoder.encode('Alone.')).rejects.toMatchObject({
    code: 'encoder-unusable',
    message: expect.stringMatching(/2 vectors came for 1 texts$/),
  });
  http.closeAllConnections();
  http.close();
});

test('an odd number of numbers is made even, an empty text is not sent', async () => {
  const server = await serverOf({ dimensions: 7 });
  const encoder = await encoderOf(server.settings());
  expect(await encoder.encode('Talks began.')).toMatchObject({ dimensions: 8, words: [''] });
  const before = server.requests().length;
  const empty = await encoder.encode(' \u200b ');
  expect(empty.words).toEqual([]);
  expect([...nearest(empty, packed(await encoder.encode('x')))]).toEqual([]);
  expect(server.requests()).toHaveLength(before + 1);
});

test('vectors of different models and servers are kept apart by name', async () => {
  const [one, other] = [await serverOf(), await serverOf()];
  const names = await Promise.all([encoderOf(one.settings()), encoderOf(other.settings())]);
  expect(names.map(({ model }) => model)).toEqual([
    `${EMBEDDINGS_MODEL}@${new URL(one.url).host}`,
    `${EMBEDDINGS_MODEL}@${new URL(other.url).host}`,
  ]);
});

test('a server without embeddings, a wrong key and nobody are an encoder that is unusable, with the setting', async () => {
  const server = await serverOf({ dimensions: 0 });
  const failed = async (overrides: Partial<ModelSettings>) => (await encoderOf(server.settings(overrides))).encode('x');
  await expect(failed({})).rejects.toMatchObject({
    code: 'encoder-unusable',
    message: expect.stringMatching(
      /^OPENAI_EMBEDDINGS_MODEL cannot be used, the server has no embeddings: \S+ \S+ answers with 404/,
    ),
  });
  await expect(failed({ apiKey: 'sk-wrong' })).rejects.toMatchObject({
    message: expect.stringMatching(/OPENAI_API_KEY is refused by/),
  });
  await expect(failed({ baseUrl: 'http://127.0.0.1:2/v1' })).rejects.toMatchObject({ code: 'encoder-unusable' });
});

test.each(['before its answer', 'within its answer'])(
  'a server that hangs %s costs the ranking, not the answer',
  {
    timeout: 20_000,
  },
  async (when) => {
    const http = createServer((_, response) => {
      if (when === 'within its answer')
        response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":');
    });
    await once(http.listen(0, '127.0.0.1'), 'listening');
    const baseUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`;
    const encoder = await encoderOf((await serverOf()).settings({ baseUrl }));
    const archive = await archiveOf([{ id: 'a', text: 'Ghana offered to mediate on 3 May 2031.' }]);
    const began = performance.now();
    const report = await ask(archive, 'Who painted the boats of Ghana?', { today: '2031-05-04', encoder });
    // a reader waits six seconds more for the words, and ten for all
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(report).toMatchObject({ tier: 'lexical', answer: { nearest: [{ articleId: 'a' }] } });
    await encoder.close();
    await archive.close();
    http.closeAllConnections();
    http.close();
  },
);

test('without a model for it, or with a wrong address, there is no encoder and a reason', async () => {
  const server = await serverOf();
  expect(await findEmbeddingEncoder(server.settings())).toEqual({
    kind: 'absent',
    reason: 'OPENAI_EMBEDDINGS_MODEL is not set',
  });
  expect(await findEmbeddingEncoder(server.settings({ baseUrl: 'x' }))).toMatchObject({ kind: 'absent' });
});

test('sentences of an archive are embedded in few calls, and rank by meaning then', async () => {
  const server = await serverOf();
  const encoder = await encoderOf(server.settings());
  const lines = [
    'Ghana offered to mediate.',
    'Wheat prices rose in Tamale.',
    'The border stayed shut.',
    'Talks went on.',
  ];
  const archive = await archiveOf([{ id: 'a', text: lines.join(' ') }]);
  const made = await embedMissing(archive, encoder);
  expect(made).toBeGreaterThanOrEqual(4);
  expect(server.requests()).toHaveLength(1);
  const hits = await archive.passages.find({ terms: ['ghana', 'wheat', 'border', 'talks'], limit: 10 });
  const [best] = (await byMeaning(archive, encoder, 'Ghana offered to mediate', hits)).toSorted(
    (a, b) => b.score - a.score,
  );
  expect(best?.quote).toContain('Ghana');
  await archive.close();
  expect(server.requests()).toHaveLength(2);
});
