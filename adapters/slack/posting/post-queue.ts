import { setTimeout as delay } from 'node:timers/promises';
import PQueue from 'p-queue';
import { InOrder } from '../../../src/index.ts';
import { failureOf } from '../connection/failure.ts';

export interface PostQueueOptions {
  /** Slack takes one message a second and channel. https://docs.slack.dev/apis/web-api/rate-limits */
  readonly intervalMs: number;
  /** Slack takes several hundred messages a minute in a workspace (the same page): posts a second in all channels. */
  readonly perSecond: number;
  /** How often a post that never reached Slack is tried again. */
  readonly retries: number;
}

/** Somebody waits for an answer; nobody for the second at which a brief comes. */
export type Urgency = 'answer' | 'scheduled';

const priorities: Readonly<Record<Urgency, number>> = { answer: 1, scheduled: 0 };

/**
 * Posts of a channel one after the other, in the order they were given, no faster than Slack takes them; of those whose
 * channel is free, answers go first. Tried again is only what was surely not posted: refused for its rate, and then not
 * before Slack's time, or never sent.
 */
export class PostQueue {
  readonly #options: PostQueueOptions;
  readonly #order = new InOrder();
  /** Turns in the workspace. Its own intervals go by the system's clock, which may be set back: a turn takes its time instead. */
  readonly #turns = new PQueue({ concurrency: 1 });
  /** Since when each channel takes another message; milliseconds of the monotonic clock. */
  readonly #free = new Map<string, number>();
  readonly #ending = new AbortController();
  /** Slack's rate limits hold for the method in the whole workspace. */
  #heldUntil = 0;

  constructor(options: PostQueueOptions) {
    this.#options = options;
  }

  /** @throws what `post` threw at last; an AbortError once the queue has ended. */
  run<Result>(channel: string, urgency: Urgency, post: () => Promise<Result>): Promise<Result> {
    return this.#order.run(channel, () => this.#inTurn(channel, urgency, post));
  }

  /** What waits is given up. */
  end(): void {
    this.#ending.abort();
  }

  async #inTurn<Result>(channel: string, urgency: Urgency, post: () => Promise<Result>): Promise<Result> {
    for (let left = this.#options.retries; ; left -= 1) {
      await this.#wait(channel, urgency);
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

  /** Until the channel is free, and then for a turn; it may be held when that comes. */
  async #wait(channel: string, urgency: Urgency): Promise<void> {
    const { signal } = this.#ending;
    signal.throwIfAborted();
    do {
      for (let left = this.#left(channel); left > 0; left = this.#left(channel))
        await delay(Math.ceil(left), undefined, { signal });
      await this.#turn(urgency);
    } while (this.#left(channel) > 0);
    this.#free.delete(channel);
  }

  #left(channel: string): number {
    return Math.max(this.#free.get(channel) ?? 0, this.#heldUntil) - performance.now();
  }

  #turn(urgency: Urgency): Promise<void> {
    const { signal } = this.#ending;
    return new Promise((resolve, reject) => {
      const take = () => {
        resolve();
        return delay(1_000 / this.#options.perSecond, undefined, { signal });
      };
      this.#turns.add(take, { priority: priorities[urgency], signal }).catch(reject);
    });
  }
}
