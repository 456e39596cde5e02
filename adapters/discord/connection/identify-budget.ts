import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../../../src/index.ts';

/** Discord resets the token of a bot that identifies more than 1,000 times a day. */
const MOST_A_DAY = 500;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Milliseconds until another session may be begun.
 * @param begun when the last ones were, the oldest first; milliseconds of one clock, as `now`
 * @param intervalMs between two
 */
export function waitBefore(begun: readonly number[], now: number, intervalMs: number): number {
  const spaced = (begun.at(-1) ?? Number.NEGATIVE_INFINITY) + intervalMs - now;
  const counted = (begun.at(-MOST_A_DAY) ?? Number.NEGATIVE_INFINITY) + DAY_MS - now;
  return Math.max(0, spaced, counted);
}

export interface IdentifyBudgetOptions {
  readonly logger: Logger;
  readonly intervalMs: number;
}

/**
 * Spaces and counts the sessions that all clients begin, one after the other.
 * https://discord.com/developers/docs/events/gateway#session-start-limit-object
 */
export class IdentifyBudget {
  readonly #options: IdentifyBudgetOptions;
  readonly #begun: number[] = [];

  constructor(options: IdentifyBudgetOptions) {
    this.#options = options;
  }

  /** Resolves when another one may be begun. @throws AbortError where it is not wanted any more */
  async spend(signal: AbortSignal): Promise<void> {
    const wait = waitBefore(this.#begun, performance.now(), this.#options.intervalMs);
    if (wait > this.#options.intervalMs)
      this.#options.logger.error(
        { adapter: 'discord', minutes: Math.ceil(wait / 60_000) },
        `${MOST_A_DAY} sessions were begun within a day: the next waits`,
      );
    await delay(wait, undefined, { signal });
    this.#begun.push(performance.now());
    if (this.#begun.length > MOST_A_DAY) this.#begun.shift();
  }
}
