import type { Clock } from '../domain/clock.ts';
import type { Logger } from '../domain/logger.ts';
import { type ModelUse, NOT_SET_UP, type Payer } from '../domain/model.ts';
import { bears, type Ceiling, isOver, type ModelStore, type Spending } from '../domain/model-store.ts';
import type { ModelSettings, Price } from './keys.ts';
import { amountWords, budgetFault, microDollars, priceOf } from './prices.ts';
import { difference, OwnAccounts, plus, spentBy } from './spending.ts';
import { SteadyUse } from './steady-use.ts';
import { Withheld } from './withheld.ts';

export interface BudgetParts {
  readonly settings: Pick<ModelSettings, 'model' | 'budget' | 'prices'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Without one a restart begins anew. */
  readonly store?: ModelStore;
}

/** What was spent in the end. */
export interface Settled extends ModelUse {
  readonly microDollars: number;
}

/** Room for one call. */
export interface Reservation {
  /** Puts what the call took in the place of what it might have; undefined where it reached no server. Never throws. */
  settle(use: ModelUse | undefined): Promise<Settled | undefined>;
}

/**
 * What may be spent by a user, in a channel, and in a day of UTC. A call is counted before it is made by what it may
 * take, so that calls at once cannot pass a ceiling together; above one is at most what the calls under way took beyond
 * their estimates. A call whose process was killed stays counted by its estimate.
 */
export class Budget {
  readonly #parts: BudgetParts;
  readonly #price: Price | undefined;
  readonly #own = new OwnAccounts();
  readonly #stored: SteadyUse | undefined;

  constructor(parts: BudgetParts) {
    this.#parts = parts;
    this.#price = priceOf(parts.settings);
    const { store, logger } = parts;
    this.#stored = store && new SteadyUse({ store, logger });
  }

  /** @throws Withheld where the call might pass a ceiling, with words for whoever asked */
  async reserve(payer: Payer, estimate: ModelUse): Promise<Reservation> {
    const spending = { day: this.#today(), payer, ...this.#counted(estimate) };
    const ceilings = this.#parts.settings.budget.filter(({ of }) => bears(payer, of));
    this.#refuse(this.#unpriced(ceilings) ?? ceilings.find((one) => this.#wouldPass(spending, one)));
    this.#own.add(spending);
    const over = await this.#stored?.reserve(spending, ceilings);
    if (over !== undefined) this.#own.add(difference(spending, NO_CALL));
    this.#refuse(over);
    return { settle: (use) => this.#settle(spending, use) };
  }

  async #settle(reserved: Spending, use: ModelUse | undefined): Promise<Settled | undefined> {
    const spent = use === undefined ? NO_CALL : this.#counted(use);
    const left = difference(reserved, spent);
    this.#own.add(left);
    await this.#stored
      ?.settle(left)
      .catch((error: unknown) => this.#parts.logger.error({ error }, 'the use of a language model is not counted'));
    return use && { ...use, microDollars: spent.microDollars };
  }

  #counted({ inputTokens, outputTokens }: ModelUse): Omit<Spending, 'day' | 'payer'> {
    const use = { inputTokens, outputTokens };
    return { calls: 1, ...use, microDollars: microDollars(use, this.#price) };
  }

  #wouldPass(spending: Spending, ceiling: Ceiling): boolean {
    const { day, payer } = spending;
    return isOver(plus(this.#own.of(day, payer, ceiling.of), spentBy(spending)), ceiling);
  }

  /** Dollars that cannot be counted are not spent. */
  #unpriced(ceilings: readonly Ceiling[]): Ceiling | undefined {
    return this.#price === undefined ? ceilings.find(({ unit }) => unit === 'dollars') : undefined;
  }

  #refuse(over: Ceiling | undefined): void {
    if (over === undefined) return;
    const { settings } = this.#parts;
    const fault = over.unit === 'dollars' ? budgetFault(settings) : undefined;
    throw new Withheld('budget', fault ?? refusalWords(over), fault === undefined ? {} : { forReaders: NOT_SET_UP });
  }

  #today(): string {
    return new Date(this.#parts.clock.now()).toISOString().slice(0, 10);
  }
}

const NO_CALL = { calls: 0, inputTokens: 0, outputTokens: 0, microDollars: 0 };

const SHARES = { user: 'your share', channel: "this channel's share", day: 'that of all together' };

function refusalWords(ceiling: Ceiling): string {
  const share = `${SHARES[ceiling.of]}: ${amountWords(ceiling)}`;
  return `the day's budget for the language model has no room left for this (${share}); until 00:00 UTC answers are worded by rule`;
}
