import { Turns } from './turns.ts';

export interface PaceOptions {
  /** Requests under way at all hosts together. */
  readonly atOnce: number;
  /** Requests under way at one host. */
  readonly perHost: number;
  /** Milliseconds between two requests to one host, on the average. */
  readonly gap: number;
  /** Requests that may follow each other without a gap where the host was left alone before: a page and what it names. */
  readonly burst: number;
}

/** A host's own wish is kept up to here: a feed that asks for hours between requests would hold up whoever waits. */
const LONGEST_GAP = 60_000;
/** A host that says "later" without saying when. */
const UNSAID = 60_000;
const LONGEST_CLOSING = 24 * 3_600_000;

/** When one host may be asked. Times are milliseconds of a clock that never goes back, but where another is named. */
export class HostPace {
  readonly turns: Turns;
  readonly #gap: number;
  readonly #burst: number;
  /** When the host has had time for all requests so far. */
  #settledAt = Number.NEGATIVE_INFINITY;
  #closedUntil = Number.NEGATIVE_INFINITY;

  constructor({ perHost, gap, burst }: PaceOptions) {
    this.turns = new Turns(perHost);
    this.#gap = gap;
    this.#burst = burst;
  }

  /**
   * Takes the next place in the row.
   * @param wish milliseconds that the host itself wants between requests: then none follow each other without
   * @returns milliseconds until the place comes
   */
  place(now: number, wish = 0): number {
    const gap = Math.max(this.#gap, Math.min(wish, LONGEST_GAP));
    const ahead = wish > this.#gap ? 0 : (this.#burst - 1) * gap;
    const startAt = Math.max(now, this.#settledAt - ahead);
    this.#settledAt = Math.max(now, this.#settledAt) + gap;
    return startAt - now;
  }

  /** @param today epoch milliseconds of the clock that schedules go by */
  close(today: number, wait = UNSAID): void {
    this.#closedUntil = today + Math.min(wait, LONGEST_CLOSING);
  }

  /** Milliseconds that the host wants to be left alone, from `today` on. */
  closedFor(today: number): number {
    const left = this.#closedUntil - today;
    // more than can have been asked for: the clock was set back
    return left > LONGEST_CLOSING ? 0 : Math.max(0, left);
  }

  /** Whether nothing would be lost with it. */
  isIdle(now: number, today: number): boolean {
    return this.turns.isIdle && this.#settledAt <= now && this.closedFor(today) === 0;
  }
}
