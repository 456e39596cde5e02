import { setTimeout as delay } from 'node:timers/promises';
import { InOrder } from '../../../src/index.ts';
import { failureOf } from '../connection/failure.ts';

export interface PostQueueOptions {
  /** Slack takes one message a second and channel. https://docs.slack.dev/apis/web-api/rate-limits */
  readonly intervalMs: number;
  /** How often a post that never reached Slack is tried again. */
  readonly retries: number;
}

/**
 * Posts of a channel one after the other, in the order they were given, no faster than Slack takes them. Tried again is
 * only what was surely not posted: refused for its rate, and then not before Slack's time, or never sent.
 */
export class PostQueue {
  readonly #options: PostQueueOptions;
  readonly #order = new InOrder();
  /** Since when each channel takes another message; milliseconds of the monotonic clock. */
  readonly #free = new Map<string, number>();
  readonly #ending = new AbortController();
  /** Slack's rate limits hold for the method in the whole workspace. */
  #heldUntil = 0;

  constructor(options: PostQueueOptions) {
    this.#options = options;
  }

  /** @throws what `post` threw at last; an AbortError once the queue has ended. */
  run<Result>(channel: string, post: () => Promise<Result>): Promise<Result> {
    return this.#order.run(channel, () => this.#inTurn(channel, post));
  }

  /** What waits is given up. */
  end(): void {
    this.#ending.abort();
  }

  async #inTurn<Result>(channel: string, post: () => Promise<Result>): Promise<Result> {
    for (let left = this.#options.retries; ; left -= 1) {
      await this.#wait(channel);
      try {
        return await post();
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === 'rate-limited') {
          this.#heldUntil = Math.max(this.#heldUntil, performance.now() + failure.retryAfterMs);
          left += 1;
        } else if (failure.kind !== 'not-sent' || left <= 0) throw error;
      } finally {
        this.#free.set(channel, performance.now() + this.#options.intervalMs);
      }
    }
  }

  async #wait(channel: string): Promise<void> {
    const { signal } = this.#ending;
    signal.throwIfAborted();
    for (;;) {
      const until = Math.max(this.#free.get(channel) ?? 0, this.#heldUntil);
      const left = until - performance.now();
      if (left <= 0) return void this.#free.delete(channel);
      await delay(Math.ceil(left), undefined, { signal });
    }
  }
}
