import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KEY, MODEL, type ModelServer, startModelServer } from '../model/model-server.ts';
import { detente, json, startDetente, temporaryFolder } from './command-line.ts';
import { ingestShape } from './shapes.ts';

const folder = temporaryFolder();
const news = join(folder, 'news');
const stories = ['Sudan torched a customs post inside Chad on Sunday.', 'Bahrain ostracised Qatar for three weeks.'];
let server: ModelServer;

/** Reads the first word as the actor, the second as the verb and the one before "on" or "for" as nobody's. */
function acts(sentences: readonly { readonly id: number; readonly text: string }[]) {
  return sentences.flatMap(({ id, text }) => {
    const [actor = '', verb = ''] = text.split(' ');
    const harsh = verb === 'torched' ? 'ASSAULT' : 'SANCTION';
    return [{ id, quote: text, type: harsh, actors: [actor], targets: [verb === 'torched' ? 'Chad' : 'Qatar'], verb }];
  });
}

beforeAll(async () => {
  server = await startModelServer((task) =>
    JSON.stringify({ drafts: task.kind === 'events' ? acts(task.sentences) : [] }),
  );
  mkdirSync(news);
  for (const [at, text] of stories.entries())
    writeFileSync(
      join(news, `${at}.json`),
      JSON.stringify({ id: `s${at}`, title: `Story ${at}`, publishedAt: '2031-05-05', text }),
    );
});
afterAll(() => server.stop());

const env = (more: Record<string, string> = {}) => ({
  ...{ OPENAI_BASE_URL: server.url, OPENAI_API_KEY: KEY, OPENAI_MODEL: MODEL, DETENTE_MODEL_EVENTS: 'on', ...more },
});
const archiveNamed = (name: string) => ['--archive', join(folder, `${name}.sqlite`)];

test('ingest says how many articles the model read, and a second time costs no call', async () => {
  const archive = archiveNamed('on');
  const first = await detente(['ingest', news, ...archive], { env: env() });
  expect(first.out).toBe('2 added, 0 known, 0 updated, 0 rejected\nthe language model read 2 of 2 articles\n');
  const calls = server.tasks().length;
  const again = await json(['ingest', news, ...archive], { env: env() });
  expect(again).toEqual({ schema: 'detente.ingest/1', added: 0, known: 2, updated: 0, rejected: [], modelRead: 0 });
  expect(server.tasks().length).toBe(calls);
  const events = await detente(['events', ...archive, '--format', 'json']);
  expect(events.out).toContain('“torched a customs post inside Chad”');
  expect(events.out).toContain('“ostracised Qatar for three weeks”');
}, 60_000);

test('where the option is off nothing is asked and nothing is said', async () => {
  const calls = server.tasks().length;
  const off = await json(['ingest', news, ...archiveNamed('off')], { env: env({ DETENTE_MODEL_EVENTS: 'off' }) });
  expect(ingestShape.strict().parse(off)).toMatchObject({ added: 2 });
  expect(server.tasks().length).toBe(calls);
}, 60_000);

test('a server that is not there costs the events of the model, and one line says so', async () => {
  const gone = { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' };
  const { code, out } = await detente(['ingest', news, ...archiveNamed('gone')], { env: env(gone) });
  expect(code).toBe(0);
  expect(out).toMatch(
    /^2 added, 0 known, 0 updated, 0 rejected\nthe language model read 0 of 2 articles: .*127\.0\.0\.1:9.*\n$/,
  );
  expect(out).not.toContain(KEY);
}, 60_000);

test('a setting that is wrong is named, and the articles go in', async () => {
  const { code, out } = await detente(['ingest', news, ...archiveNamed('wrong')], {
    env: env({ OPENAI_BASE_URL: 'no address' }),
  });
  expect(code).toBe(0);
  expect(out).toMatch(/^2 added, .*\nthe language model read 0 of 2 articles: OPENAI_BASE_URL .*\n$/);
}, 60_000);

test('an interrupt does not wait for a model that hangs, and the next run reads what was left', async () => {
  await using hanging = await startModelServer(() => new Promise(() => undefined));
  const archive = archiveNamed('hanging');
  const child = startDetente(['ingest', news, ...archive, '--format', 'json'], {
    env: env({ OPENAI_BASE_URL: hanging.url }),
  });
  while (hanging.tasks().length < 2) await new Promise((done) => setTimeout(done, 50));
  const began = performance.now();
  child.kill('SIGINT');
  const code = await new Promise<number | null>((done) => child.on('close', done));
  expect([code, performance.now() - began < 5_000]).toEqual([130, true]);
  expect(await json(['ingest', news, ...archive], { env: env() })).toMatchObject({ added: 2, modelRead: 2 });
}, 60_000);
