import { PausedError } from './failure.ts';

export interface BreakerOptions {
  readonly pauseMs: number;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Discord refuses the token itself. */
  onRefused(): void;
  onPaused(reason: string): void;
}

/** Discord bans an address after 10,000 answers of 401, 403 or 429 in ten minutes; a few in a row say enough. */
const MOST_IN_A_ROW = 4;

/**
 * Stands before every request. A refused token ends all calls; several refusals in a row pause them, after which one
 * call may try. https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
export class Breaker {
  readonly #options: BreakerOptions;
  #inARow = 0;
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #isRefused = false;

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  /** @throws PausedError while nothing may be called */
  admit(): void {
    if (this.#isRefused) throw new PausedError('Discord refuses the token: nothing is called any more');
    const left = this.#pausedUntil - this.#options.now();
    if (left > 0)
      throw new PausedError(
        `Discord refused ${this.#inARow} calls in a row: the next is made in ${Math.ceil(left / 1_000)} s`,
      );
  }

  /** @param isByToken the request carried the bot's token */
  saw(status: number, isByToken: boolean): void {
    if (status === 401 && isByToken) this.#refuse();
    else if (status === 401 || status === 403) this.#count(status);
    else if (status < 400) this.#inARow = 0;
  }

  #refuse(): void {
    if (this.#isRefused) return;
    this.#isRefused = true;
    this.#options.onRefused();
  }

  #count(status: number): void {
    this.#inARow += 1;
    if (this.#inARow < MOST_IN_A_ROW) return;
    this.#pausedUntil = this.#options.now() + this.#options.pauseMs;
    this.#options.onPaused(`${this.#inARow} calls in a row were answered ${status}`);
  }
}
