import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type FaultKind, faultKinds, withFaults } from '../model/faults.ts';
import { startModelServer } from '../model/model-server.ts';
import { honest } from '../model/stand-ins/honest.ts';
import { detente, temporaryFolder } from './command-line.ts';

/** Whatever is printed, logged, stored or sent in a prompt must not hold it. */
const CANARY = 'sk-canary-4f9d2c7be1a0';
const QUESTION = 'Who offered to mediate?';
const now = ['--now', '2024-01-29T08:00:00Z'];

const folder = temporaryFolder();
const archive = ['--archive', join(folder, 'archive.sqlite')];

beforeAll(async () => {
  const { code } = await detente([...archive, 'ingest', join(import.meta.dirname, '../../samples')]);
  expect(code).toBe(0);
}, 30_000);

function run(words: readonly string[], env: Readonly<Record<string, string>>) {
  return detente([...archive, ...now, ...words], { env: { DETENTE_VECTORS: 'off', ...env } });
}

describe('the command line with a language model', () => {
  test('says in an answer and in a brief that a model worded it', async () => {
    await using server = await startModelServer(honest);
    const { apiKey = '', baseUrl = '', model } = server.settings();
    const env = { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model };
    const without = JSON.parse((await run(['--format', 'json', 'ask', QUESTION], {})).out);
    const answer = JSON.parse((await run(['--format', 'json', 'ask', QUESTION], env)).out);
    expect(answer).toMatchObject({ kind: 'answered', short: 'China', engine: 'language-model' });
    expect(answer.elapsed.claims).toBeGreaterThan(0);
    expect(quotesOf(answer)).toEqual(expect.arrayContaining(quotesOf(without)));
    const brief = await run(['--format', 'markdown', 'brief', '--date', '2024-01-19'], env);
    expect(brief.out).toMatch(/wording: language model, \d+ of \d+ sentences \(/);
    expect(brief.err).toBe('');
  }, 30_000);

  test('another language needs a model, and must be one that is offered', async () => {
    expect((await run(['ask', QUESTION, '--language', 'en-GB'], {})).code).toBe(0);
    const none = await run(['ask', QUESTION, '--language', 'fa'], {});
    expect([none.code, none.err]).toEqual([2, expect.stringMatching(/^detente: a language needs a language model/)]);
    const unknown = await run(['brief', '--language', 'Klingon'], { OPENAI_API_KEY: 'sk-none-of-these' });
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringMatching(/"Klingon" is none of en, ar, .*uk/)]);
  }, 30_000);

  test('answers in another language, and keeps the quotes in their own', async () => {
    await using server = await startModelServer(honest);
    const { apiKey = '', baseUrl = '', model } = server.settings();
    const env = { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model };
    const without = JSON.parse((await run(['--format', 'json', 'ask', QUESTION], {})).out);
    const answer = JSON.parse((await run(['--format', 'json', 'ask', QUESTION, '--language', 'German'], env)).out);
    expect(quotesOf(answer)).toEqual(quotesOf(without));
    expect(answer.notice).toBe('Von einem Sprachmodell übersetzt.');
    expect(server.tasks().map(({ kind }) => kind)).toContain('translation');
  }, 30_000);

  const wrong: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
    ['an address that is none', { OPENAI_BASE_URL: 'htp:/nowhere' }, /^detente: OPENAI_BASE_URL .*htp:\/nowhere.*$/m],
    ['a key with a space', { OPENAI_API_KEY: 'sk-canary 4f9d2c7be1a0' }, /^detente: OPENAI_API_KEY .*$/m],
    [
      'a server that is not there',
      { OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' },
      /^detente: .*OPENAI_BASE_URL .*127\.0\.0\.1:1.*$/m,
    ],
  ];

  test.each(wrong)(
    'answers by rule, and says in one line what to mend: %s',
    async (_, env, line) => {
      const ran = await run(['ask', QUESTION], { OPENAI_API_KEY: CANARY, ...env });
      expect(ran.code).toBe(0);
      expect(ran.out).toContain('China');
      expect(ran.err).toMatch(line);
      expect(ran.err.trim().split('\n')).toHaveLength(1);
      expect(ran.out + ran.err).not.toContain('canary');
    },
    30_000,
  );

  const served: readonly FaultKind[] = ['unknown-model', 'wrong-key', 'html', 'huge'];

  test.each(served)(
    'answers by rule, and says in one line what was seen: %s',
    async (kind) => {
      await using server = await startModelServer(honest, { key: null });
      withFaults(server, { inTurn: [kind], again: true, probes: true });
      const env = { OPENAI_API_KEY: CANARY, OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'stand-in' };
      const ran = await run(['ask', QUESTION], env);
      expect(ran.code).toBe(0);
      expect(ran.out).toContain('China');
      expect(ran.out).toContain('Worded by rule');
      expect(ran.err.trim().split('\n')).toHaveLength(1);
      expect(ran.err).toMatch(/^detente: .+/);
      expect(ran.out + ran.err).not.toContain(CANARY);
    },
    30_000,
  );

  test('keeps its key out of output, log, archive and prompts, whatever goes wrong', async () => {
    await using server = await startModelServer(honest, { key: CANARY });
    const slow = { ms: 1_000 };
    withFaults(server, { inTurn: [...faultKinds.slice(0, 20), undefined], again: true, ...slow });
    const env = { OPENAI_API_KEY: CANARY, OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'stand-in' };
    const said: string[] = [];
    for (const words of [['check'], ['brief'], ['ask', QUESTION], ['status'], ['ask', 'Why did they meet?']]) {
      const { out, err } = await run(words, { ...env, DETENTE_MODEL_WAIT_MS: '2000', DETENTE_LOG: 'info' });
      said.push(out, err);
    }
    const bodies = server.requests().map(({ body }) => JSON.stringify(body));
    expect(bodies.length).toBeGreaterThan(4);
    for (const text of [...said, ...bodies]) expect(text).not.toContain(CANARY);
    for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file)).includes(CANARY)).toBe(false);
  }, 60_000);
});

function quotesOf(answer: {
  readonly statements: readonly { readonly citations: readonly { readonly quote: string }[] }[];
}) {
  return answer.statements.flatMap(({ citations }) => citations.map(({ quote }) => quote));
}
