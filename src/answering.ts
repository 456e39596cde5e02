import { setTimeout as delay, setImmediate as loopTurn } from 'node:timers/promises';
import type { ChatRequest, RequestHandler } from './domain/chat.ts';
import type { Logger } from './domain/logger.ts';
import type { Reply } from './domain/reply.ts';

export interface AnsweringOptions {
  /** The adapter's name, for the log. */
  readonly adapter: string;
  readonly handle: RequestHandler;
  readonly logger: Logger;
  /** Milliseconds: a request that takes longer is answered with a failure. */
  readonly patienceMs: number;
}

/** An acknowledgement that takes longer holds up no answer any more. */
const MOST_HOLD_MS = 500;

/**
 * What stands between an adapter and the bot, whichever platform it is: no request rejects or takes for ever, and one
 * answer after the other begins.
 */
export class Answering {
  readonly #options: AnsweringOptions;
  readonly #acknowledging = new Set<Promise<unknown>>();
  #last: Promise<void> = Promise.resolve();

  constructor(options: AnsweringOptions) {
    this.#options = options;
  }

  /** What a platform waits for goes before answers: none begins while it is under way. */
  async first<Result>(acknowledgement: Promise<Result>): Promise<Result> {
    const late = delay(MOST_HOLD_MS, undefined, { ref: false });
    const held = Promise.race([acknowledgement.catch(() => {}), late]).finally(() => this.#acknowledging.delete(held));
    this.#acknowledging.add(held);
    return acknowledgement;
  }

  /**
   * Begins in a turn of the event loop of its own. An answer may keep the processor busy for a tenth of a second;
   * between two of them what came in meanwhile is acknowledged. One that waits for something else holds up none.
   * @returns undefined where nothing is to be shown
   */
  async inTurn(request: ChatRequest): Promise<Reply | undefined> {
    this.#last = this.#last.then(() => this.#turn());
    await this.#last;
    return this.atOnce(request);
  }

  async #turn(): Promise<void> {
    await loopTurn();
    await Promise.all(this.#acknowledging);
  }

  async atOnce(request: ChatRequest): Promise<Reply | undefined> {
    const { adapter, handle, logger, patienceMs } = this.#options;
    try {
      return await patient(handle(request), patienceMs);
    } catch (error) {
      logger.error({ adapter, kind: request.kind, error }, 'request failed');
      return { kind: 'failure', text: 'Something went wrong here, and it is not your fault. Try again.' };
    }
  }
}

/** Rejects when the time is over. */
function patient<Result>(work: Promise<Result>, patienceMs: number): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no reply within ${patienceMs} ms`)), patienceMs);
  timer.unref();
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}
