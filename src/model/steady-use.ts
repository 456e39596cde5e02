import type { Logger } from '../domain/logger.ts';
import type { Payer } from '../domain/model.ts';
import { bears, type Ceiling, isOver, type ModelStore, type Spending, type Spent } from '../domain/model-store.ts';
import { isArchiveFailure } from '../errors.ts';
import { accountOf, NOTHING, plus, spentBy } from './spending.ts';

interface SteadyUseParts {
  readonly store: ModelStore;
  readonly logger: Logger;
}

/**
 * The sums of a process that goes on where the archive can be read but not written: a full disk must cost neither the
 * answer nor the budget. What is spent meanwhile is remembered, counted with what is stored, and written down later.
 */
export class SteadyUse {
  readonly #parts: SteadyUseParts;
  /** One entry for each day, user and channel. */
  #unwritten = new Map<string, Spending>();
  #isFailing = false;

  constructor(parts: SteadyUseParts) {
    this.#parts = parts;
  }

  /** Gives the ceiling that stands in the way; then nothing is added. */
  async reserve(spending: Spending, ceilings: readonly Ceiling[]): Promise<Ceiling | undefined> {
    return this.#written(
      () => this.#parts.store.reserve(spending, ceilings),
      () => this.#reserveInMemory(spending, ceilings),
    );
  }

  async settle(difference: Spending): Promise<void> {
    await this.#written(
      () => this.#parts.store.settle(difference),
      () => this.#remember(difference),
    );
  }

  async #written<Result>(write: () => Promise<Result>, otherwise: () => Result | Promise<Result>): Promise<Result> {
    try {
      await this.#writeDown();
      const result = await write();
      if (this.#isFailing) this.#parts.logger.info({}, 'the use of the language model can be stored again');
      this.#isFailing = false;
      return result;
    } catch (error) {
      if (!isArchiveFailure(error)) throw error;
      if (!this.#isFailing)
        this.#parts.logger.warn({ error }, 'the use of the language model cannot be stored; it is counted in memory');
      this.#isFailing = true;
      return otherwise();
    }
  }

  /** An entry is nowhere else while it is written: two that write at once must not write it twice. */
  async #writeDown(): Promise<void> {
    for (const [name, spending] of [...this.#unwritten]) {
      if (!this.#unwritten.delete(name)) continue;
      try {
        await this.#parts.store.reserve(spending, []);
      } catch (error) {
        this.#remember(spending);
        throw error;
      }
    }
  }

  async #reserveInMemory(spending: Spending, ceilings: readonly Ceiling[]): Promise<Ceiling | undefined> {
    const own = ceilings.filter(({ of }) => bears(spending.payer, of));
    const stored = await Promise.all(own.map(({ of }) => this.#stored(spending, of)));
    // from here on without waiting: others look at the same sums
    const over = own.find((ceiling, at) => {
      const before = plus(stored[at] ?? NOTHING, this.#remembered(spending, ceiling.of));
      return isOver(plus(before, spentBy(spending)), ceiling);
    });
    if (over === undefined) this.#remember(spending);
    return over;
  }

  async #stored({ day, payer }: Spending, of: Ceiling['of']): Promise<Spent> {
    try {
      return await this.#parts.store.spent(day, payer, of);
    } catch (error) {
      if (!isArchiveFailure(error)) throw error;
      return NOTHING;
    }
  }

  #remembered({ day, payer }: Spending, of: Ceiling['of']): Spent {
    const account = accountOf(payer, of);
    return [...this.#unwritten.values()]
      .filter((one) => one.day === day && bears(one.payer, of) && accountOf(one.payer, of) === account)
      .reduce((sum, one) => plus(sum, spentBy(one)), NOTHING);
  }

  #remember(spending: Spending): void {
    const name = nameOf(spending.day, spending.payer);
    const before = this.#unwritten.get(name);
    if (before === undefined) this.#unwritten.set(name, spending);
    else
      this.#unwritten.set(name, {
        ...before,
        calls: before.calls + spending.calls,
        inputTokens: before.inputTokens + spending.inputTokens,
        outputTokens: before.outputTokens + spending.outputTokens,
        microDollars: before.microDollars + spending.microDollars,
      });
  }
}

function nameOf(day: string, { conversation, user }: Payer): string {
  return JSON.stringify([day, conversation?.adapter, conversation?.workspace, conversation?.channel, user]);
}
