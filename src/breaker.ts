/** What is thrown where nothing is called for a while: the call was not made. */
export class PausedError extends Error {}

export interface BreakerOptions {
  /** The platform's own name, for people. */
  readonly platform: string;
  /** Calls by the bot's token that are under way together: so many may meet a token that was revoked. */
  readonly atOnce: number;
  readonly pauseMs: number;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Makes one call that nothing but the token can make fail. Gives its status; rejects where there is no answer. */
  probe(): Promise<number>;
  /** The platform refuses the token itself. */
  onRefused(): void;
  onPaused(reason: string): void;
}

/** A few in a row say enough: Discord bans an address after 10,000 answers of 401, 403 or 429 in ten minutes. */
const MOST_IN_A_ROW = 2;
/** In the pause's time, whatever else succeeds: a fifth of what Discord bans an address for. */
const MOST_IN_ALL = 2_000;

/**
 * Stands around every request. A refused token ends all calls. Several refusals in a row may be closed channels, or all
 * that is left: one call that no channel can refuse decides, and where it is refused too all calls pause.
 * https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
export class Breaker {
  readonly #options: BreakerOptions;
  readonly #refusals: number[] = [];
  #inARow = 0;
  #openByToken = 0;
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #isRefused = false;
  #probing: Promise<void> | undefined;
  #answered = Promise.withResolvers<void>();

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  /**
   * @param isByToken the request carries the bot's token; what carries none, as answers to interactions, waits for nothing
   * @throws PausedError while nothing may be called, or where the signal comes before the call; what `send` throws
   */
  async run<Response extends { readonly status: number }>(
    isByToken: boolean,
    send: () => Promise<Response>,
    signal?: AbortSignal,
  ): Promise<Response> {
    if (isByToken) await this.#turn(signal);
    else this.#mayCall();
    try {
      const response = await send();
      this.#saw(response.status, isByToken);
      return response;
    } finally {
      if (isByToken) this.#leave();
    }
  }

  /** Counted in the moment that it is free: what comes in the same one must see it. */
  async #turn(signal?: AbortSignal): Promise<void> {
    for (this.#mayCall(); !this.#isFree(); this.#mayCall()) {
      await Promise.race(
        [this.#answered.promise, this.#probing, signal && ended(signal)].filter((one) => one !== undefined),
      );
      if (signal?.aborted) throw new PausedError(`${this.#options.platform} is slow to answer: the call was not made`);
    }
    this.#openByToken += 1;
  }

  #isFree(): boolean {
    return this.#probing === undefined && this.#openByToken < Math.max(1, this.#options.atOnce - this.#inARow);
  }

  #leave(): void {
    this.#openByToken -= 1;
    this.#answered.resolve();
    this.#answered = Promise.withResolvers();
  }

  #mayCall(): void {
    if (this.#isRefused)
      throw new PausedError(`${this.#options.platform} refuses the token: nothing is called any more`);
    const left = this.#pausedUntil - this.#options.now();
    if (left > 0)
      throw new PausedError(
        `${this.#options.platform} refuses what is asked of it: the next call is made in ${Math.ceil(left / 1_000)} s`,
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
    const now = this.#options.now();
    // what was under way when the pause began says nothing new
    if (now < this.#pausedUntil) return;
    while ((this.#refusals[0] ?? now) < now - this.#options.pauseMs) this.#refusals.shift();
    this.#refusals.push(now);
    this.#inARow += 1;
    if (this.#refusals.length >= MOST_IN_ALL) this.#pause(`${MOST_IN_ALL} calls were refused in a short time`);
    else if (this.#inARow >= MOST_IN_A_ROW) this.#probing ??= this.#probe(status);
  }

  async #probe(status: number): Promise<void> {
    const probed = await this.#options.probe().catch(() => undefined);
    this.#probing = undefined;
    if (probed !== undefined && probed < 400) this.#inARow = 0;
    else if (probed === 401) this.#refuse();
    else this.#pause(`${this.#inARow} calls in a row were answered ${status}`);
  }

  /** The first call after it decides again. */
  #pause(reason: string): void {
    this.#pausedUntil = this.#options.now() + this.#options.pauseMs;
    this.#inARow = MOST_IN_A_ROW - 1;
    this.#refusals.length = 0;
    this.#options.onPaused(reason);
  }
}

function ended(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}
