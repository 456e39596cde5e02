import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Logger } from '../../src/domain/logger.ts';
import type { ModelUse } from '../../src/domain/model.ts';
import { ModelCounts } from '../../src/model/counts.ts';
import { estimateOf } from '../../src/model/estimate.ts';
import { ModelFailure } from '../../src/model/failure.ts';
import { type GuardedParts, guarded } from '../../src/model/guarded.ts';
import { ada, asking, ben, callOf, HandClock, HandModel, outcomeOf, replyOf, settledDown } from './hand-model.ts';

const DAY = '2031-05-09';
const USED: ModelUse = { inputTokens: 700, outputTokens: 300 };

async function house(settings: Partial<GuardedParts['settings']> = {}) {
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  const [model, clock, counts] = [new HandModel(), new HandClock(`${DAY}T12:00:00Z`), new ModelCounts()];
  model.use = () => USED;
  const log: string[] = [];
  const note: Logger['info'] = (_, message) => void log.push(message);
  const logger = { info: note, warn: note, error: note };
  const all = { model: 'hand', budget: [], prices: [], calls: 4, ...settings };
  const parts = { settings: all, clock, logger, store: archive.model, counts };
  return { archive, model, clock, counts, log, guard: guarded(model, parts), again: () => guarded(model, parts) };
}

test('1,000 questions of one user stay within the budget: so many calls, then a polite refusal, also after a restart', async () => {
  const budget = [{ of: 'user', unit: 'tokens', amount: 50_000 } as const];
  const { archive, model, guard, again } = await house({ budget });
  const questions = Array.from({ length: 1_000 }, (_, at) => `question ${at}`);
  const refusal =
    "the day's budget for the language model has no room left for this (your share: 50,000 tokens); until 00:00 UTC answers are worded by rule";
  const outcomes = new Map<string, number>();
  for (let at = 0; at < 1_000; at += 20) {
    const asked = questions.slice(at, at + 20).map((question) => outcomeOf(at < 500 ? guard : again(), question));
    for (const outcome of await Promise.all(asked)) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  const calls = model.made.length;
  const spent = calls * (USED.inputTokens + USED.outputTokens);
  const { inputTokens, outputTokens } = estimateOf(asking('question 999'));
  expect(spent).toBeLessThanOrEqual(50_000);
  expect(spent).toBeGreaterThan(50_000 - inputTokens - outputTokens - 1);
  expect([...outcomes.keys()].sort()).toEqual(['done', refusal]);
  expect(outcomes.get('done')).toBe(calls);
  expect(await archive.model.spent(DAY, ada, 'user')).toMatchObject({ tokens: spent });
  expect(await outcomeOf(guard, 'and of another?', callOf(ben))).toBe('done');
  console.info(`1,000 questions of one user: ${calls} calls, ${spent} of 50,000 tokens`);
});

test('a question that was asked before costs nothing, also where the budget is used up', async () => {
  const { inputTokens, outputTokens } = estimateOf(asking('who met?'));
  const budget = [{ of: 'day', unit: 'tokens', amount: inputTokens + outputTokens } as const];
  const { model, guard } = await house({ budget });
  const first = await replyOf(guard, asking('who met?'));
  expect(await outcomeOf(guard, 'who left?')).toMatch(/no room left/);
  expect(await replyOf(guard, asking('who met?'), callOf(ben))).toEqual(first);
  expect(model.made).toHaveLength(1);
});

test('a call that is given up while it waits gives its room back', async () => {
  const { archive, model, guard } = await house({ calls: 1 });
  model.manner = () => 'by hand';
  const leaving = new AbortController();
  const first = outcomeOf(guard, 'one');
  const second = outcomeOf(guard, 'two', callOf(ada, leaving.signal));
  await settledDown();
  leaving.abort();
  expect(await second).toMatch(/were first/);
  model.made[0]?.answer();
  await first;
  expect(await archive.model.useOf(DAY)).toMatchObject({ calls: 1, ...USED });
});

test('a second try counts as one call', async () => {
  const { archive, model, guard } = await house();
  model.manner = (at) => (at === 0 ? new ModelFailure('unreachable', 'why', { safe: true }) : 'at once');
  model.use = (at) => (at === 0 ? undefined : USED);
  expect(await outcomeOf(guard, 'who met?')).toBe('done');
  expect(model.made).toHaveLength(2);
  expect(await archive.model.useOf(DAY)).toMatchObject({ calls: 1, ...USED });
});

test('while it is paused nothing is called or spent, and the archive knows until when and why', async () => {
  const { archive, model, clock, guard, log } = await house();
  model.use = undefined;
  model.manner = () => new ModelFailure('down', 'the server has broken down');
  for (let at = 0; at < 8; at += 1) await outcomeOf(guard, `${at}`);
  expect(model.made).toHaveLength(5);
  expect(await archive.model.useOf(DAY)).toMatchObject({ calls: 0, inputTokens: 0 });
  const pause = { until: `${DAY}T12:00:30.000Z`, reason: 'the server has broken down' };
  expect(await archive.model.pause()).toEqual(pause);
  clock.pass(30_000);
  model.manner = () => 'at once';
  expect(await outcomeOf(guard, 'who met?')).toBe('done');
  expect(await archive.model.pause()).toBeUndefined();
  expect(log).toEqual(['the language model fails and is left alone for a while', 'the language model answers again']);
});

test('what was done is counted: calls by what became of them, tokens, dollars, claims, hits, the pause', async () => {
  const prices = [{ model: 'hand', input: 0.25, output: 2 }];
  const budget = [{ of: 'user', unit: 'tokens', amount: 12_000 } as const];
  const { archive, model, guard, counts } = await house({ prices, budget });
  for (const question of ['one', 'two', 'two']) await replyOf(guard, asking(question));
  for (const fault of [undefined, undefined, 'number', 'quote', 'quote']) counts.claim(fault);
  for await (const _ of guard.compose(asking('left'), callOf())) break;
  model.manner = () => new ModelFailure('key', 'refused');
  await outcomeOf(guard, 'three', callOf(ben));
  await outcomeOf(guard, 'four', callOf(ben));
  const huge = 'so long a question that it takes all there is '.repeat(1_000);
  await outcomeOf(guard, huge);
  const kind = 'reading';
  expect(counts.sample()).toEqual({
    calls: [
      { kind, outcome: 'done', count: 2 },
      { kind, outcome: 'aborted', count: 1 },
      { kind, outcome: 'key', count: 1 },
      { kind, outcome: 'pause', count: 1 },
      { kind, outcome: 'budget', count: 1 },
    ],
    tokens: { input: 2_800, output: 1_200 },
    dollars: 0.0031,
    claims: [
      { outcome: 'passed', fault: '', count: 2 },
      { outcome: 'dropped', fault: 'number', count: 1 },
      { outcome: 'dropped', fault: 'quote', count: 2 },
    ],
    cacheHits: 1,
    isPaused: true,
  });
  expect(await archive.model.useOf(DAY)).toMatchObject({ microDollars: 3_100, claims: { passed: 2, dropped: 3 } });
});

test('a model without an archive is guarded all the same', async () => {
  const model = new HandModel();
  model.use = () => USED;
  const settings = {
    model: 'hand',
    budget: [{ of: 'day', unit: 'tokens', amount: 6_000 } as const],
    prices: [],
    calls: 1,
  };
  const logger: Logger = { info: () => {}, warn: () => {}, error: () => {} };
  const guard = guarded(model, { settings, clock: new HandClock(`${DAY}T12:00:00Z`), logger });
  const outcomes: string[] = [];
  for (let at = 0; at < 20; at += 1) outcomes.push(await outcomeOf(guard, `${at}`));
  expect(outcomes[0]).toBe('done');
  expect(outcomes.at(-1)).toMatch(/no room left/);
  expect(model.made.length * 1_000).toBeLessThanOrEqual(6_000);
});
