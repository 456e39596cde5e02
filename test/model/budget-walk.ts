import fc from 'fast-check';
import type { Archive } from '../../src/domain/archive.ts';
import type { Payer } from '../../src/domain/model.ts';
import type { Ceiling } from '../../src/domain/model-store.ts';
import type { Budget, Reservation } from '../../src/model/budget.ts';
import { ada, ben, channel } from './hand-model.ts';

/** A call of somebody: what it is reckoned to take, and what it takes then; null where it reaches no server. */
interface Asked {
  readonly does: 'ask';
  readonly payer: Payer;
  readonly reckoned: number;
  readonly took: number | null;
}

type Step = Asked | { readonly does: 'settle'; readonly nth: number } | { readonly does: 'forget' };

const inC2: Payer = { conversation: { ...channel, channel: 'C2' }, user: 'U1' };

const asked: fc.Arbitrary<Asked> = fc.record({
  does: fc.constant('ask'),
  payer: fc.constantFrom<Payer>(ada, ada, ben, inC2, {}),
  reckoned: fc.integer({ min: 50, max: 400 }),
  took: fc.option(fc.nat(600)),
});

/** Many calls, some of them settled on the way; now and then a user is forgotten. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: asked },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('settle' as const), nth: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.constant({ does: 'forget' as const }) },
  ),
  { minLength: 10, maxLength: 60, size: 'max' },
);

const tokens = (of: Ceiling['of'], amount: number): Ceiling => ({ of, unit: 'tokens', amount });
export const ceilings = [tokens('user', 1_000), tokens('channel', 1_500), tokens('day', 2_500)];

/** Whose calls each ceiling counts. */
const shares: readonly [amount: number, counts: (payer: Payer) => boolean][] = [
  [1_000, ({ user }) => user === 'U1'],
  [1_000, ({ user }) => user === 'U2'],
  [1_500, ({ conversation }) => conversation?.channel === 'C1'],
  [1_500, ({ conversation }) => conversation?.channel === 'C2'],
  [2_500, () => true],
];

/** Calls of one or more processes, three at once, and what is under way and settled of them. */
export class BudgetWalk {
  refused = 0;
  readonly #budgets: readonly Budget[];
  readonly #archive: Archive | undefined;
  readonly #onStep: (walk: BudgetWalk) => void;
  #underWay: (Asked & { readonly reservation: Reservation })[] = [];
  readonly #settled: Asked[] = [];

  constructor(budgets: readonly Budget[], archive: Archive | undefined, onStep: (walk: BudgetWalk) => void) {
    this.#budgets = budgets;
    this.#archive = archive;
    this.#onStep = onStep;
  }

  get spent(): number {
    return sum(this.#settled.map(({ took }) => took ?? 0));
  }

  /** By how much each ceiling is passed, what settled calls took beyond their estimates apart. */
  excesses(): number[] {
    return shares.map(([amount, counts]) => {
      const settled = this.#settled.filter(({ payer }) => counts(payer));
      const underWay = this.#underWay.filter(({ payer }) => counts(payer));
      const beyond = settled.map(({ took, reckoned }) => Math.max(0, (took ?? 0) - reckoned));
      const counted = [...settled.map(({ took }) => took ?? 0), ...underWay.map(({ reckoned }) => reckoned)];
      return sum(counted) - sum(beyond) - amount;
    });
  }

  async run(walk: readonly Step[]): Promise<void> {
    for (let at = 0; at < walk.length; at += 3)
      await Promise.all(walk.slice(at, at + 3).map((step, more) => this.#act(step, at + more)));
    while (this.#underWay.length > 0) await this.#settle(0);
    this.#onStep(this);
  }

  async #act(step: Step, at: number): Promise<void> {
    if (step.does === 'ask') await this.#ask(step, this.#budgets[at % this.#budgets.length]);
    else if (step.does === 'settle') await this.#settle(step.nth);
    else await this.#archive?.desk.forget('slack', 'T1', 'U1');
    this.#onStep(this);
  }

  async #ask(one: Asked, budget: Budget | undefined): Promise<void> {
    const estimate = { inputTokens: one.reckoned, outputTokens: 0 };
    const reservation = await budget?.reserve(one.payer, estimate).catch(() => undefined);
    if (reservation === undefined) this.refused += 1;
    else this.#underWay.push({ ...one, reservation });
  }

  async #settle(nth: number): Promise<void> {
    const [one] = this.#underWay.splice(nth, 1);
    if (one === undefined) return;
    this.#settled.push(one);
    await one.reservation.settle(one.took === null ? undefined : { inputTokens: one.took, outputTokens: 0 });
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
