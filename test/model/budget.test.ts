import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { backUp } from '../../src/archive/backup.ts';
import { restore } from '../../src/archive/restore.ts';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Archive } from '../../src/domain/archive.ts';
import { type ModelUse, modelFailureWords } from '../../src/domain/model.ts';
import type { Ceiling, ModelStore } from '../../src/domain/model-store.ts';
import { silentLogger } from '../../src/logger.ts';
import { Budget, type BudgetParts } from '../../src/model/budget.ts';
import { budgeted } from '../../src/model/budgeted.ts';
import { estimateOf } from '../../src/model/estimate.ts';
import { budgetFault, microDollars } from '../../src/model/prices.ts';
import { NO_DISK, smallDisk } from '../small-disk.ts';
import { BudgetWalk, ceilings, steps } from './budget-walk.ts';
import { ada, asking, ben, callOf, channel, HandClock, HandModel, outcomeOf, replyOf } from './hand-model.ts';

const NOON = '2031-05-09T12:00:00Z';
const DAY = '2031-05-09';

const tokens = (of: Ceiling['of'], amount: number): Ceiling => ({ of, unit: 'tokens', amount });
const took = (inputTokens: number, outputTokens = 0): ModelUse => ({ inputTokens, outputTokens });

type Settings = BudgetParts['settings'];

function budgetOf(budget: Settings['budget'], parts: Partial<BudgetParts & { prices: Settings['prices'] }> = {}) {
  const { prices = [], ...rest } = parts;
  const clock = new HandClock(NOON);
  return new Budget({ settings: { model: 'hand', budget, prices }, clock, logger: silentLogger, ...rest });
}

async function archiveAt(path: string): Promise<Archive> {
  const archive = await openSqliteArchive(path);
  onTestFinished(() => archive.close());
  return archive;
}

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'detente-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'archive.sqlite');
}

const reason = (done: Promise<unknown>): Promise<string> =>
  done.then(
    () => 'done',
    (error: unknown) => (error as Error).message,
  );

describe('a budget', () => {
  test('refuses in words that say whose share is used up and until when', async () => {
    const budget = budgetOf([tokens('user', 200_000), tokens('channel', 500_000), tokens('day', 3_000_000)]);
    const used = "the day's budget for the language model has no room left for this";
    const until = 'until 00:00 UTC answers are worded by rule';
    const over = budget.reserve(ada, took(200_001));
    await expect(over).rejects.toMatchObject({ code: 'model-unusable', by: 'budget' });
    expect(await reason(over)).toBe(`${used} (your share: 200,000 tokens); ${until}`);
    const here = budget.reserve({ conversation: channel }, took(500_001));
    expect(await reason(here)).toBe(`${used} (this channel's share: 500,000 tokens); ${until}`);
    expect(await reason(budget.reserve({}, took(3_000_001)))).toBe(
      `${used} (that of all together: 3,000,000 tokens); ${until}`,
    );
  });

  test("reaches to its last token, in and out together, and is each user's own", async () => {
    const budget = budgetOf([tokens('user', 1_000)]);
    await budget.reserve(ada, took(400, 100));
    await budget.reserve(ada, took(100, 400));
    expect(await reason(budget.reserve(ada, took(1)))).toMatch(/no room left/);
    expect(await reason(budget.reserve(ben, took(1_000)))).toBe('done');
  });

  test('counts a call before it is made by what it may take, and afterwards by what it took', async () => {
    const budget = budgetOf([tokens('day', 1_000)]);
    const one = await budget.reserve({}, took(800));
    expect(await reason(budget.reserve({}, took(300)))).toMatch(/no room left/);
    expect(await one.settle(took(600, 50))).toEqual({ ...took(600, 50), microDollars: 0 });
    const two = await budget.reserve({}, took(350));
    expect(await two.settle(undefined)).toBeUndefined();
    expect(await reason(budget.reserve({}, took(350)))).toBe('done');
  });

  test('begins anew at midnight of UTC, and a call that goes on counts for the day it began', async () => {
    const clock = new HandClock('2031-05-09T23:59:59Z');
    const budget = budgetOf([tokens('user', 1_000)], { clock });
    const late = await budget.reserve(ada, took(1_000));
    clock.pass(1_000);
    const next = budget.reserve(ada, took(1_000));
    expect(await reason(next)).toBe('done');
    await late.settle(took(0));
    expect(await reason(budget.reserve(ada, took(1)))).toMatch(/no room left/);
  });

  test('in dollars goes by the table of prices', async () => {
    const prices = [
      { model: 'other', input: 0, output: 0 },
      { model: 'hand', input: 0.25, output: 2 },
    ];
    const budget = budgetOf([{ of: 'day', unit: 'dollars', amount: 2.25 }], { prices });
    const one = await budget.reserve({}, took(1_000_000, 1_000_000));
    expect(await reason(budget.reserve({}, took(1)))).toBe(
      "the day's budget for the language model has no room left for this (that of all together: $2.25); until 00:00 UTC answers are worded by rule",
    );
    expect(await one.settle(took(400_000, 10))).toMatchObject({ microDollars: 100_020 });
    expect(await reason(budget.reserve({}, took(1)))).toBe('done');
  });

  test('in dollars without a price refuses every call and is a wrong setting', async () => {
    const settings: Settings = { model: 'hand', prices: [], budget: [{ of: 'day', unit: 'dollars', amount: 5 }] };
    const fault =
      'DETENTE_MODEL_BUDGET is in dollars, and DETENTE_MODEL_PRICES has no price of hand: add it, such as hand 0.25 2';
    expect(budgetFault(settings)).toBe(fault);
    const over = budgetOf(settings.budget).reserve({}, took(0));
    const failure = await over.catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: fault });
    expect(modelFailureWords(failure)).toBe('the language model is not set up right');
    expect(budgetFault({ ...settings, prices: [{ model: 'hand', input: 0, output: 0 }] })).toBeUndefined();
    expect(budgetFault({ ...settings, budget: [tokens('day', 5)] })).toBeUndefined();
  });

  test('a millionth of a dollar that is begun is counted, and no sum is a millionth too high', () => {
    const price = { model: 'hand', input: 0.1, output: 0.4 };
    expect(microDollars(took(1), price)).toBe(1);
    for (const million of [1, 3, 7]) expect(microDollars(took(million * 1e6), price)).toBe(million * 1e5);
    expect(microDollars(took(30, 10), price)).toBe(7);
  });
});

describe('a model with a budget', () => {
  const estimate = estimateOf(asking('who met?'));
  const whole = estimate.inputTokens + estimate.outputTokens;

  test('is counted by what it says it took, also in two parts, when it fails, and when nobody reads to the end', async () => {
    const model = new HandModel();
    const settled: ModelUse[] = [];
    const budget = budgetOf([tokens('day', whole)]);
    const paid = budgeted(model, { budget, onSettled: (use) => void settled.push(use) });
    model.use = () => took(10, 5);
    expect(await outcomeOf(paid, 'who met?')).toBe('done');
    model.manner = () => new Error('broken');
    expect(await outcomeOf(paid, 'who met?')).toMatch(/no room left/);
    expect(settled).toEqual([{ ...took(10, 5), microDollars: 0 }]);
    const roomy = budgeted(model, { budget: budgetOf([]), onSettled: (use) => void settled.push(use) });
    expect(await outcomeOf(roomy, 'who met?')).toBe('broken');
    model.manner = () => 'at once';
    for await (const _ of roomy.compose(asking('who met?'), callOf())) break;
    expect(settled).toHaveLength(3);
  });

  test('a call that reached no server costs nothing; one that gave drafts and no count costs its estimate', async () => {
    const model = new HandModel();
    const paid = budgeted(model, { budget: budgetOf([tokens('day', 2 * whole - 1)]) });
    model.manner = (at) => (at === 0 ? new Error('nobody listens') : 'at once');
    expect(await outcomeOf(paid, 'who met?')).toBe('nobody listens');
    expect(await outcomeOf(paid, 'who met?')).toBe('done');
    expect(await outcomeOf(paid, 'who met?')).toMatch(/no room left/);
    expect(model.made).toHaveLength(2);
  });

  test('whoever asked is told the use too', async () => {
    const model = new HandModel();
    model.use = () => took(10, 5);
    const told: ModelUse[] = [];
    const call = { ...callOf(), onUse: (use: ModelUse) => void told.push(use) };
    await replyOf(budgeted(model, { budget: budgetOf([]) }), asking('q'), call);
    expect(told).toEqual([took(10, 5)]);
  });

  test('a longer question is reckoned to take more', () => {
    const longer = estimateOf(asking('who met? '.repeat(100)));
    expect(longer.inputTokens - estimate.inputTokens).toBeGreaterThan(250);
    expect(longer.outputTokens).toBe(estimate.outputTokens);
  });
});

describe('the law of the budget', () => {
  test.for<[string, number, () => Promise<(Archive | undefined)[]>]>([
    ['in memory', 100, async () => [undefined]],
    ['in an archive, whoever is forgotten meanwhile', 60, async () => [await openSqliteArchive(':memory:')]],
    ['in two processes on one archive', 25, twice],
  ])(
    'what is spent and reserved passes a ceiling by no more than settled calls took beyond their estimates: %s',
    async ([, numRuns, open]) => {
      let refused = 0;
      await fc.assert(
        fc.asyncProperty(steps, async (walk) => {
          const archives = await open();
          const budgets = archives.map((one) => budgetOf(ceilings, one && { store: one.model }));
          const happening = new BudgetWalk(budgets, archives[0], (so) => {
            expect(Math.max(...so.excesses())).toBeLessThanOrEqual(0);
          });
          // in another process who is forgotten may begin anew, though not in the channel and the day
          await happening.run(archives.length > 1 ? walk.filter(({ does }) => does !== 'forget') : walk);
          refused += happening.refused;
          expect((await archives[0]?.model.useOf(DAY))?.inputTokens ?? happening.spent).toBe(happening.spent);
          for (const archive of archives) await archive?.close();
        }),
        { seed: 13, numRuns },
      );
      expect(refused).toBeGreaterThan(numRuns);
    },
  );
});

/** One archive, opened as by two processes. */
async function twice(): Promise<Archive[]> {
  const path = scratch();
  return [await openSqliteArchive(path), await openSqliteArchive(path)];
}

describe('a budget in an archive', () => {
  test('is not given anew by a restart', async () => {
    const path = scratch();
    const before = await archiveAt(path);
    await budgetOf([tokens('user', 1_000)], { store: before.model }).reserve(ada, took(900));
    await before.close();
    const { model: store } = await archiveAt(path);
    const after = budgetOf([tokens('user', 1_000)], { store });
    expect(await reason(after.reserve(ada, took(101)))).toMatch(/your share/);
    expect(await reason(after.reserve(ada, took(100)))).toBe('done');
    expect((await store.useOf(DAY)).calls).toBe(2);
  });

  test('is not given anew by a backup of before', async () => {
    const path = scratch();
    await (await openSqliteArchive(path)).close();
    await backUp(path, `${path}.backup`);
    const archive = await archiveAt(path);
    await budgetOf([tokens('user', 1_000)], { store: archive.model }).reserve(ada, took(900));
    await restore(path, `${path}.backup`);
    const after = budgetOf([tokens('user', 1_000)], { store: archive.model });
    expect(await reason(after.reserve(ada, took(101)))).toMatch(/your share/);
  });

  test('is not given anew to who is forgotten, while the process runs', async () => {
    const { model: store, desk } = await archiveAt(':memory:');
    const budget = budgetOf([tokens('user', 1_000), tokens('channel', 1_500)], { store });
    await budget.reserve(ada, took(900));
    await desk.forget('slack', 'T1', 'U1');
    expect(await reason(budget.reserve(ada, took(200)))).toMatch(/your share/);
    expect(await reason(budget.reserve(ben, took(700)))).toMatch(/this channel's share/);
  });

  test('a refused call leaves nothing behind', async () => {
    const { model: store } = await archiveAt(':memory:');
    const [one, other] = [budgetOf([tokens('day', 500)], { store }), budgetOf([tokens('day', 500)], { store })];
    await (await one.reserve({}, took(400))).settle(took(300));
    expect(await reason(other.reserve({}, took(201)))).toMatch(/no room left/);
    expect(await reason(other.reserve({}, took(200)))).toBe('done');
    expect(await store.useOf(DAY)).toMatchObject({ calls: 2, inputTokens: 500 });
  });

  test('goes on in memory on a full disk, with what was spent before, and is written down once there is room', async ({
    skip,
  }) => {
    const disk = smallDisk('4m') ?? skip(NO_DISK);
    const { model: store } = await archiveAt(join(disk.folder, 'archive.sqlite'));
    const warnings: string[] = [];
    const logger = { ...silentLogger, warn: (_: object, message: string) => void warnings.push(message) };
    const budget = budgetOf([tokens('user', 1_000)], { store, logger });
    await budget.reserve(ada, took(300));
    const restarted = budgetOf([tokens('user', 1_000)], { store, logger });
    disk.fill();
    const one = await restarted.reserve(ada, took(600));
    expect(await reason(restarted.reserve(ada, took(101)))).toMatch(/your share/);
    await one.settle(took(400));
    const two = await restarted.reserve(ada, took(300));
    expect(warnings).toEqual(['the use of the language model cannot be stored; it is counted in memory']);
    expect((await store.useOf(DAY)).inputTokens).toBe(300);
    disk.clear();
    await two.settle(took(250));
    expect(await store.useOf(DAY)).toMatchObject({ calls: 3, inputTokens: 950 });
    expect(await reason(budget.reserve(ada, took(51)))).toMatch(/your share/);
    expect(await reason(budget.reserve(ada, took(50)))).toBe('done');
  });

  test('a closed archive costs neither the answer nor the ceiling', async () => {
    const archive = await openSqliteArchive(':memory:');
    const budget = budgetOf([tokens('user', 1_000)], { store: archive.model });
    await archive.close();
    const one = await budget.reserve(ada, took(600));
    expect(await reason(budget.reserve(ada, took(401)))).toMatch(/your share/);
    expect(await one.settle(took(500))).toMatchObject({ inputTokens: 500 });
    expect(await reason(budget.reserve(ada, took(500)))).toBe('done');
  });

  test('a failure that is none of the archive comes out', async () => {
    const broken: Pick<ModelStore, 'reserve'> = { reserve: async () => Promise.reject(new TypeError('a mistake')) };
    const budget = budgetOf([], { store: broken as ModelStore });
    await expect(budget.reserve(ada, took(1))).rejects.toThrow('a mistake');
  });
});
