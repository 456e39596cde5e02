import { createHmac, randomBytes } from 'node:crypto';
import type { IsoDate } from '../domain/article.ts';
import type { Payer } from '../domain/model.ts';
import type { Ceiling, Spending, Spent } from '../domain/model-store.ts';

export const NOTHING: Spent = { tokens: 0, microDollars: 0 };

export function spentBy({ inputTokens, outputTokens, microDollars }: Omit<Spending, 'day' | 'payer'>): Spent {
  return { tokens: inputTokens + outputTokens, microDollars };
}

export function plus(one: Spent, other: Spent): Spent {
  return { tokens: one.tokens + other.tokens, microDollars: one.microDollars + other.microDollars };
}

/** What is left to add where `instead` was spent and `reserved` stands written. */
export function difference(reserved: Spending, instead: Omit<Spending, 'day' | 'payer'>): Spending {
  return {
    ...reserved,
    calls: instead.calls - reserved.calls,
    inputTokens: instead.inputTokens - reserved.inputTokens,
    outputTokens: instead.outputTokens - reserved.outputTokens,
    microDollars: instead.microDollars - reserved.microDollars,
  };
}

/** Names that on whose account a ceiling counts. */
export function accountOf({ conversation, user }: Payer, of: Ceiling['of']): string {
  if (of === 'day' || conversation === undefined) return 'day';
  const { adapter, workspace, channel } = conversation;
  return JSON.stringify([of, adapter, workspace, of === 'user' ? user : channel]);
}

/**
 * What this process has reserved and spent in a day. Who is forgotten in the archive keeps the sum here: the accounts
 * have no names, and the key that a name could be tried with is gone with the process.
 */
export class OwnAccounts {
  readonly #key = randomBytes(32);
  readonly #spent = new Map<string, Spent>();
  #day: IsoDate = '';

  of(day: IsoDate, payer: Payer, of: Ceiling['of']): Spent {
    return (day === this.#day && this.#spent.get(this.#nameless(payer, of))) || NOTHING;
  }

  /** What belongs to a day that is over is not needed any more. */
  add(spending: Spending): void {
    if (spending.day < this.#day) return;
    if (spending.day > this.#day) this.#begin(spending.day);
    const { conversation, user } = spending.payer;
    const accounts: Ceiling['of'][] = ['day', ...(conversation === undefined ? [] : (['channel'] as const))];
    if (conversation !== undefined && user !== undefined) accounts.push('user');
    for (const of of accounts) {
      const account = this.#nameless(spending.payer, of);
      this.#spent.set(account, plus(this.#spent.get(account) ?? NOTHING, spentBy(spending)));
    }
  }

  #begin(day: IsoDate): void {
    this.#day = day;
    this.#spent.clear();
  }

  #nameless(payer: Payer, of: Ceiling['of']): string {
    return createHmac('sha256', this.#key).update(accountOf(payer, of)).digest('base64');
  }
}
