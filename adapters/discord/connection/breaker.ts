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
/** Calls by the bot's token that are under way together: so many may meet a token that was revoked. */
const MOST_AT_ONCE = 4;

/**
 * Stands around every request. A refused token ends all calls. After a refusal calls go one by one until one succeeds;
 * several refusals in a row pause them, after which one may try.
 * https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
export class Breaker {
  readonly #options: BreakerOptions;
  #inARow = 0;
  #open = 0;
  #openByToken = 0;
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #isRefused = false;
  #answered = Promise.withResolvers<void>();

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  /**
   * @param isByToken the request carries the bot's token
   * @throws PausedError while nothing may be called; what `send` throws
   */
  async run<Response extends { readonly status: number }>(
    isByToken: boolean,
    send: () => Promise<Response>,
  ): Promise<Response> {
    await this.#turn(isByToken);
    try {
      const response = await send();
      this.#saw(response.status, isByToken);
      return response;
    } finally {
      this.#open -= 1;
      this.#openByToken -= isByToken ? 1 : 0;
      this.#answered.resolve();
      this.#answered = Promise.withResolvers();
    }
  }

  /** Counted in the moment that it is free: what comes in the same one must see it. */
  async #turn(isByToken: boolean): Promise<void> {
    for (this.#mayCall(); !this.#isFree(isByToken); this.#mayCall()) await this.#answered.promise;
    this.#open += 1;
    this.#openByToken += isByToken ? 1 : 0;
  }

  #isFree(isByToken: boolean): boolean {
    return this.#inARow > 0 ? this.#open === 0 : !isByToken || this.#openByToken < MOST_AT_ONCE;
  }

  #mayCall(): void {
    if (this.#isRefused) throw new PausedError('Discord refuses the token: nothing is called any more');
    const left = this.#pausedUntil - this.#options.now();
    if (left > 0)
      throw new PausedError(
        `Discord refused ${this.#inARow} calls in a row: the next is made in ${Math.ceil(left / 1_000)} s`,
      );
  }

  #saw(status: number, isByToken: boolean): void {
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
