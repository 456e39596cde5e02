import { setTimeout as delay } from 'node:timers/promises';
import PQueue from 'p-queue';
import { failureOf } from './failure.ts';

/** Calls of one method that are under way together: so many at most meet a refusal for their rate. */
const MOST_AT_ONCE = 4;

interface Method {
  readonly queue: PQueue;
  /** Milliseconds of the monotonic clock. */
  heldUntil: number;
}

/**
 * Calls that may be made twice: reading, opening, changing. A call that Slack refuses for its rate is made again, not
 * before Slack's time; until then no other of its method is made, since the limit is the method's in the whole
 * workspace. https://docs.slack.dev/apis/web-api/rate-limits
 */
export class RepeatableCalls {
  readonly #signal: AbortSignal;
  readonly #methods = new Map<string, Method>();

  /** @param signal nothing is asked any more */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /**
   * @param name of the method, as Slack writes it
   * @throws what `call` threw for any other reason; an AbortError once nothing is asked any more
   */
  async run<Result>(name: string, call: () => Promise<Result>): Promise<Result> {
    const method = this.#methods.get(name) ?? { queue: new PQueue({ concurrency: MOST_AT_ONCE }), heldUntil: 0 };
    this.#methods.set(name, method);
    return method.queue.add(() => this.#call(method, call), { signal: this.#signal });
  }

  async #call<Result>(method: Method, call: () => Promise<Result>): Promise<Result> {
    for (;;) {
      await this.#released(method);
      try {
        return await call();
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind !== 'rate-limited') throw error;
        method.heldUntil = Math.max(method.heldUntil, performance.now() + failure.retryAfterMs);
      }
    }
  }

  async #released(method: Method): Promise<void> {
    this.#signal.throwIfAborted();
    const left = () => method.heldUntil - performance.now();
    while (left() > 0) await delay(Math.ceil(left()), undefined, { signal: this.#signal });
  }
}
