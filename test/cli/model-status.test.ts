import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { ModelStore } from '../../src/domain/model-store.ts';
import { detente, json, temporaryFolder } from './command-line.ts';
import { statusShape } from './shapes.ts';

const folder = temporaryFolder();
const DAY = '2031-04-12';
const NOW = ['--now', `${DAY}T07:30:00Z`];
const env = {
  ...{ OPENAI_API_KEY: 'sk-canary', OPENAI_MODEL: 'hand', DETENTE_MODEL_PRICES: 'hand 0.5 2' },
  DETENTE_MODEL_BUDGET: 'user 10000; channel $1; day 50000',
};

const conversation = { adapter: 'slack', workspace: 'T1', channel: 'C1' };

/** An archive in which another process has noted what a language model did. */
async function noted(name: string, note: (store: ModelStore) => Promise<unknown>) {
  const path = join(folder, `${name}.sqlite`);
  const archive = await openSqliteArchive(path);
  await note(archive.model);
  await archive.close();
  return ['status', '--archive', path, ...NOW];
}

const call = (user: string, inputTokens: number, day = DAY) => ({
  ...{ day, payer: { conversation, user }, calls: 1, inputTokens, outputTokens: 200, microDollars: 1_000 },
});

async function busy(store: ModelStore) {
  for (const user of ['U1', 'U1', 'U2']) await store.reserve(call(user, 1_800), []);
  await store.reserve(call('U1', 9_000, '2031-04-11'), []);
  await store.countClaims(DAY, { passed: 12, dropped: 3 });
  await store.savePause({ until: `${DAY}T07:30:20Z`, reason: 'api.example has broken down: it answers 503' });
}

test('status tells what the language model took today, what is left, and until when it is left alone', async () => {
  const args = await noted('busy', busy);
  const { out, err, code } = await detente([...args, '--format', 'text'], { env });
  expect({ err, code }).toEqual({ err: '', code: 0 });
  expect(out.split('\n').slice(5)).toEqual([
    'language model: hand',
    '  today: 3 calls, 5,400 tokens in and 600 out, $0.003; claims: 12 passed the gate, 3 dropped',
    '  left to the user who used most: 6,000 tokens of 10,000 tokens',
    '  left to the channel that used most: $0.997 of $1.00',
    '  left to all together: 44,000 tokens of 50,000 tokens',
    '  left alone until 12 April 2031 at 07:30 UTC: api.example has broken down: it answers 503',
    '',
  ]);
});

test('status as JSON holds the same, and neither a user nor the key', async () => {
  const args = await noted('json', busy);
  const read = await json(args, { env });
  expect(statusShape.parse(read).model).toEqual({
    ...{ model: 'hand', day: DAY, calls: 3, tokens: { input: 5_400, output: 600 }, dollars: 0.003 },
    claims: { passed: 12, dropped: 3 },
    limits: [
      { of: 'user', unit: 'tokens', amount: 10_000, left: 6_000 },
      { of: 'channel', unit: 'dollars', amount: 1, left: 0.997 },
      { of: 'day', unit: 'tokens', amount: 50_000, left: 44_000 },
    ],
    pause: { until: `${DAY}T07:30:20Z`, reason: 'api.example has broken down: it answers 503' },
  });
  expect(JSON.stringify(read)).not.toMatch(/U1|U2|sk-canary/);
});

test('a pause that is over is none', async () => {
  const args = await noted('over', (store) => store.savePause({ until: `${DAY}T07:30:00Z`, reason: 'down' }));
  expect((await detente(args, { env })).out).toMatch(/language model: hand\n {2}today: 0 calls/);
  expect(statusShape.parse(await json(args, { env })).model).not.toHaveProperty('pause');
});

test('without a language model there is no line; what another process used today is told', async () => {
  const none = await noted('none', async () => {});
  expect((await detente(none)).out).not.toMatch(/model/);
  expect(statusShape.parse(await json(none)).model).toBeUndefined();
  const used = await noted('used', busy);
  expect((await detente(used)).out).toMatch(/language model: not configured here\n {2}today: 3 calls/);
});
