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
  /** Nothing is shown any more. */
  isOver?(): boolean;
}

/** Puts another reply in the place of one that stands. @throws what the platform says */
export type Replace = (reply: Reply) => Promise<void>;

type Update = NonNullable<Parameters<RequestHandler>[1]>;

/** An acknowledgement that takes longer holds up no answer any more. */
const MOST_HOLD_MS = 500;

/**
 * What stands between an adapter and the bot, whichever platform it is: no request rejects or takes for ever, and one
 * answer after the other begins.
 */
export class Answering {
  readonly #options: AnsweringOptions;
  readonly #acknowledging = new Set<Promise<unknown>>();
  readonly #replacing = new Set<Promise<void>>();
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
   * @param update given where a better reply can take the place of this one
   * @returns undefined where nothing is to be shown
   */
  async inTurn(request: ChatRequest, update?: Update): Promise<Reply | undefined> {
    this.#last = this.#last.then(() => this.#turn());
    await this.#last;
    return this.atOnce(request, update);
  }

  /**
   * Asks in turn, and shows each better reply in the place of the first.
   * @param show shows the first, which is on its way; gives how another takes its place, undefined where none can
   * @throws what `show` threw
   */
  async replaceably(
    request: ChatRequest,
    show: (answering: Promise<Reply | undefined>) => Promise<Replace | undefined>,
  ): Promise<void> {
    const shown = Promise.withResolvers<Replace | undefined>();
    try {
      shown.resolve(await show(this.inTurn(request, this.#updateOf(request, shown.promise))));
    } finally {
      // does nothing where it was shown
      shown.resolve(undefined);
    }
  }

  /** Resolves once no better reply is being shown. */
  replaced(): Promise<unknown> {
    return Promise.all(this.#replacing);
  }

  async #turn(): Promise<void> {
    await loopTurn();
    await Promise.all(this.#acknowledging);
  }

  async atOnce(request: ChatRequest, update?: Update): Promise<Reply | undefined> {
    const { adapter, handle, logger, patienceMs } = this.#options;
    try {
      return await patient(handle(request, update), patienceMs);
    } catch (error) {
      logger.error({ adapter, kind: request.kind, error }, 'request failed');
      return { kind: 'failure', text: 'Something went wrong here, and it is not your fault. Try again.' };
    }
  }

  /** One after the other, none before the first reply stands. */
  #updateOf(request: ChatRequest, shown: Promise<Replace | undefined>): Update {
    let last: Promise<void> = Promise.resolve();
    return (reply) => {
      const replacing = last.then(() => this.#replace(request, shown, reply));
      last = replacing;
      this.#replacing.add(replacing);
      return replacing.finally(() => this.#replacing.delete(replacing));
    };
  }

  /** What fails here leaves the first reply, which is as true as the better one. */
  async #replace({ kind }: ChatRequest, shown: Promise<Replace | undefined>, reply: Reply): Promise<void> {
    const { adapter, logger, isOver } = this.#options;
    try {
      const replace = await shown;
      if (replace !== undefined && isOver?.() !== true) await replace(reply);
    } catch (error) {
      logger.warn({ adapter, kind, error }, 'a better reply could not be shown');
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
