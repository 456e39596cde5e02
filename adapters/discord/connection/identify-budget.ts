import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../../../src/index.ts';

/** Discord resets the token of a bot that identifies more than 1,000 times a day. */
const MOST_A_DAY = 500;
const DAY_MS = 24 * 60 * 60_000;

export interface IdentifyBudgetOptions {
  readonly logger: Logger;
  /** Between two identifies. */
  readonly intervalMs: number;
}

/**
 * Spaces and counts the identifies of all clients, one after the other.
 * https://discord.com/developers/docs/events/gateway#session-start-limit-object
 */
export class IdentifyBudget {
  readonly #options: IdentifyBudgetOptions;
  readonly #spent: number[] = [];

  constructor(options: IdentifyBudgetOptions) {
    this.#options = options;
  }

  /** Resolves when another one may be sent. @throws AbortError where it is not wanted any more */
  async spend(signal: AbortSignal): Promise<void> {
    await delay(this.#left(performance.now()), undefined, { signal });
    this.#spent.push(performance.now());
  }

  /** Milliseconds until another one may be sent. */
  #left(now: number): number {
    while (this.#spent[0] !== undefined && this.#spent[0] < now - DAY_MS) this.#spent.shift();
    const spaced = (this.#spent.at(-1) ?? Number.NEGATIVE_INFINITY) + this.#options.intervalMs - now;
    if (this.#spent.length < MOST_A_DAY) return Math.max(0, spaced);
    const left = (this.#spent[0] ?? now) + DAY_MS - now;
    this.#options.logger.error(
      { adapter: 'discord', minutes: Math.ceil(left / 60_000) },
      `${MOST_A_DAY} sessions were begun within a day: the next waits`,
    );
    return Math.max(left, spaced);
  }
}
