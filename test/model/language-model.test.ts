import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { languageModel } from '../../src/cli/language-model.ts';
import { formatConversation } from '../../src/domain/conversation-name.ts';
import type { LanguageModel } from '../../src/domain/model.ts';
import { silentLogger } from '../../src/logger.ts';
import { checkModel } from '../../src/model/check.ts';
import { ModelCounts } from '../../src/model/counts.ts';
import type { ModelSettings } from '../../src/model/keys.ts';
import { freePort } from '../free-port.ts';
import { type Faults, withFaults } from './faults.ts';
import { ada, asking, callOf, channel, HandClock, outcomeOf, replyOf } from './hand-model.ts';
import { startModelServer } from './model-server.ts';

const DAY = '2031-05-09';
const reading = JSON.stringify({ drafts: [{ question: 'Who met?', terms: ['met'] }] });

/** The model of the command line, on a server of this machine. */
async function composed(settings: Partial<ModelSettings> = {}, faults?: Faults) {
  const server = await startModelServer(() => reading);
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(async () => {
    await server.stop();
    await archive.close();
  });
  if (faults !== undefined) withFaults(server, faults);
  const [clock, counts] = [new HandClock(`${DAY}T12:00:00Z`), new ModelCounts()];
  const parts = { archive, logger: silentLogger, clock, counts };
  const found = await languageModel({ model: server.settings(settings) }, parts);
  return { server, archive, clock, counts, found };
}

function ready(found: Awaited<ReturnType<typeof languageModel>>): LanguageModel {
  if (found.kind === 'absent') throw new Error(found.reason);
  return found.model;
}

test('without a key and a server there is no model, and that is no mistake', async () => {
  const found = await languageModel({}, { logger: silentLogger, clock: new HandClock(`${DAY}T12:00:00Z`) });
  expect(found).toEqual({ kind: 'absent', reason: 'neither OPENAI_API_KEY nor OPENAI_BASE_URL is set' });
});

test('a budget in dollars without a price is a wrong setting, at start and for check, before anything is asked', async () => {
  const budget = [{ of: 'day', unit: 'dollars', amount: 5 } as const];
  const { server, found } = await composed({ budget });
  const reason = expect.stringMatching(/^DETENTE_MODEL_BUDGET is in dollars, and DETENTE_MODEL_PRICES has no price of/);
  expect(found).toEqual({ kind: 'absent', reason, wrong: true });
  expect(await checkModel(server.settings({ budget }))).toEqual({ name: 'model', ok: false, finding: reason });
  expect(server.requests()).toEqual([]);
});

test('what the server counts is what is spent, by whom and for how much; the same question costs nothing', async () => {
  const prices = [{ model: 'stand-in', input: 2, output: 8 }];
  const { server, archive, counts, found } = await composed({ prices });
  const model = ready(found);
  const first = await replyOf(model, asking('who met?'));
  expect(first).toEqual([{ question: 'Who met?', terms: ['met'] }]);
  expect(await replyOf(model, asking('who met?'))).toEqual(first);
  expect(server.tasks()).toHaveLength(1);
  const { inputTokens, outputTokens } = server.usage();
  expect(inputTokens * outputTokens).toBeGreaterThan(0);
  const microDollars = 2 * inputTokens + 8 * outputTokens;
  const tokens = inputTokens + outputTokens;
  expect(await archive.model.spent(DAY, ada, 'user')).toEqual({ tokens, microDollars });
  expect(await archive.model.useOf(DAY)).toMatchObject({ calls: 1, inputTokens, outputTokens });
  expect(counts.sample()).toMatchObject({ tokens: { input: inputTokens, output: outputTokens }, cacheHits: 1 });
});

test('the estimate of a call is above what the server counts for it', async () => {
  const { server, archive, found } = await composed();
  let reserved = 0;
  server.standIn = async () => {
    reserved = (await archive.model.spent(DAY, ada, 'user')).tokens;
    return reading;
  };
  await replyOf(ready(found), asking('who met in Oslo, and who was not there?'));
  const spent = (await archive.model.spent(DAY, ada, 'user')).tokens;
  expect(spent).toBeGreaterThan(0);
  expect(reserved).toBeGreaterThan(spent);
});

test('503 before an answer is asked once more, and the reader sees nothing of it', async () => {
  const { server, found, counts } = await composed({}, { inTurn: [{ kind: 'unavailable', retryAfter: 0 }] });
  expect(await outcomeOf(ready(found), 'who met?')).toBe('done');
  expect(server.requests()).toHaveLength(2);
  expect(counts.sample().calls).toEqual([{ kind: 'reading', outcome: 'done', count: 1 }]);
});

test.for(['server-error', 'reset-within', 'broken-json'] as const)('%s is not asked once more', async (kind) => {
  const { server, found } = await composed({}, { inTurn: [kind] });
  expect(await outcomeOf(ready(found), 'who met?')).not.toBe('done');
  expect(server.requests()).toHaveLength(1);
});

test('a refused key is asked with once in ten minutes', async () => {
  const { server, clock, found, counts } = await composed({}, { inTurn: ['wrong-key'], again: true });
  const model = ready(found);
  for (let minute = 0; minute < 10; minute += 1) {
    for (const question of ['a', 'b', 'c']) await outcomeOf(model, `${question} ${minute}`);
    clock.pass(60_000);
  }
  expect(server.requests()).toHaveLength(1);
  expect(await outcomeOf(model, 'after ten minutes')).not.toBe('done');
  expect(server.requests()).toHaveLength(2);
  expect(counts.sample().isPaused).toBe(true);
});

test('a server that is not there is left alone after five calls, costs nothing, and is used again once it is there', async () => {
  const { archive, clock, counts, found } = await composed({ baseUrl: `http://127.0.0.1:${await freePort()}/v1` });
  const model = ready(found);
  const outcomes = [];
  for (let at = 0; at < 8; at += 1) outcomes.push(await outcomeOf(model, `${at}`));
  expect(outcomes.filter((outcome) => /asked again in 30 s/.test(outcome))).toHaveLength(3);
  expect(await archive.model.useOf(DAY)).toMatchObject({ calls: 0, inputTokens: 0, outputTokens: 0 });
  clock.pass(30_000);
  expect(await outcomeOf(model, 'once more')).toMatch(/cannot be reached/);
  expect(counts.sample().calls).toEqual([
    { kind: 'reading', outcome: 'unreachable', count: 6 },
    { kind: 'reading', outcome: 'pause', count: 3 },
  ]);
});

test('nothing of what is spent holds a question, an answer or the key', async () => {
  const { server, archive, found } = await composed();
  await replyOf(ready(found), asking('a canary question'), callOf({ conversation: channel, user: 'U1' }));
  const use = JSON.stringify([await archive.model.useOf(DAY), await archive.model.pause()]);
  expect(use).not.toMatch(/canary|Who met|sk-/);
  expect(use).not.toContain(formatConversation(channel));
  expect(server.requests()).toHaveLength(1);
});
