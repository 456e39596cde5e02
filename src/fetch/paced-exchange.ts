import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../domain/clock.ts';
import type { FetchFailure } from '../domain/fetching.ts';
import type { Ask, Exchange, Reply } from './exchange.ts';
import { aborted, failed } from './failure.ts';
import { retryAfterOf } from './freshness.ts';
import { HostPace, type PaceOptions } from './host-pace.ts';
import { Turns } from './turns.ts';

/** Hosts that are remembered before those that matter no more are forgotten. */
const MANY_HOSTS = 1_000;

/**
 * Asks each host no faster than it can bear, however many documents are wanted of it: so many requests at once, a gap
 * between them, and none before the time that the host named with "too many" or "not now" (`Retry-After`).
 */
export class PacedExchange implements Exchange {
  readonly #inner: Exchange;
  readonly #options: PaceOptions;
  readonly #clock: Clock;
  readonly #all: Turns;
  readonly #hosts = new Map<string, HostPace>();

  constructor(inner: Exchange, options: PaceOptions, clock: Clock) {
    this.#inner = inner;
    this.#options = options;
    this.#clock = clock;
    this.#all = new Turns(options.atOnce);
  }

  async send(ask: Ask): Promise<Reply | FetchFailure> {
    const pace = this.#paceOf(ask.url.host);
    return (await pace.turns.take(ask.signal, () => this.#inTurn(ask, pace))) ?? aborted;
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  async #inTurn(ask: Ask, pace: HostPace): Promise<Reply | FetchFailure> {
    const closedFor = pace.closedFor(this.#clock.now());
    if (closedFor > 0) return leftAlone(ask.url.host, closedFor);
    if (!(await isOver(pace.place(performance.now(), ask.gap), ask.signal))) return aborted;
    const answer = (await this.#all.take(ask.signal, () => this.#inner.send(ask))) ?? aborted;
    if (answer.kind === 'reply') this.#heed(answer, pace);
    return answer;
  }

  #heed({ status, headers }: Reply, pace: HostPace): void {
    const wait = retryAfterOf(headers, Date.now());
    // without a time, 503 may be about the one document
    if (status === 429 || (status === 503 && wait !== undefined)) pace.close(this.#clock.now(), wait);
  }

  #paceOf(host: string): HostPace {
    const known = this.#hosts.get(host);
    if (known !== undefined) return known;
    if (this.#hosts.size >= MANY_HOSTS) this.#forget();
    const pace = new HostPace(this.#options);
    this.#hosts.set(host, pace);
    return pace;
  }

  #forget(): void {
    for (const [host, pace] of this.#hosts)
      if (pace.isIdle(performance.now(), this.#clock.now())) this.#hosts.delete(host);
  }
}

/** False where the signal came first. */
async function isOver(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return milliseconds <= 0 ? !signal.aborted : delay(milliseconds, true, { signal }).catch(() => false);
}

function leftAlone(host: string, wait: number): FetchFailure {
  return failed('busy', `${host} has asked to be left alone for another ${Math.ceil(wait / 1000)} s`, wait);
}
