import { setTimeout as delay } from 'node:timers/promises';
import { type Logger, reasonOf } from '../../../src/index.ts';
import { failureOf } from './failure.ts';

/** The part of Slack's Socket Mode client that is looked after; its own reconnecting is off. */
interface SocketClient {
  /** Resolves when Slack has said hello. */
  start(): Promise<unknown>;
  disconnect(): Promise<void>;
  once(event: 'disconnected', listener: () => void): unknown;
  off(event: 'disconnected', listener: () => void): unknown;
}

export interface SupervisorOptions {
  readonly client: SocketClient;
  readonly logger: Logger;
  /** Before the first attempt to connect again; each failure doubles it up to `mostDelayMs`. */
  readonly delayMs: number;
  readonly mostDelayMs: number;
  /** A connection that Slack does not greet within this time is given up. */
  readonly helloMs: number;
}

/**
 * Keeps a socket open: connects again about a second after it was dropped, ever more slowly while Slack cannot be
 * reached, and not at all once Slack refuses the token. The client's own way ends the process on the first failure.
 */
export class SocketSupervisor {
  readonly #options: SupervisorOptions;
  readonly #ending = new AbortController();
  readonly #connected = Promise.withResolvers<void>();
  #running: Promise<void> | undefined;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  /**
   * Resolves once connected, however long Slack cannot be reached.
   * @throws what Slack's client threw where Slack refuses the token.
   */
  start(): Promise<void> {
    this.#running ??= this.#run();
    return Promise.race([this.#connected.promise, this.#running]);
  }

  /** Resolves when the socket is closed for good; rejects when Slack refuses the token. */
  get ended(): Promise<void> {
    return this.#running ?? Promise.resolve();
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#running?.catch(() => {});
  }

  async #run(): Promise<void> {
    const { logger, delayMs, mostDelayMs } = this.#options;
    const { signal } = this.#ending;
    let failures = 0;
    while (!signal.aborted) {
      let least = 0;
      try {
        await this.#connection(() => {
          failures = 0;
        });
        if (!signal.aborted) logger.info({ adapter: 'slack' }, 'the socket was closed: connecting again');
      } catch (error) {
        const failure = failureOf(error, 'starting');
        if (failure.kind === 'refused') throw error;
        if (failure.kind === 'rate-limited') least = failure.retryAfterMs;
        failures += 1;
        logger.warn({ adapter: 'slack', failures, reason: reasonOf(error) }, 'Slack cannot be reached: trying again');
      }
      const wait = Math.min(delayMs * 2 ** Math.max(0, failures - 1), mostDelayMs) * (0.8 + 0.4 * Math.random());
      await delay(Math.max(wait, least), undefined, { signal }).catch(() => {});
    }
  }

  /** From connecting to the end of the connection. @throws Error where it ends before Slack said hello. */
  async #connection(onHello: () => void): Promise<void> {
    const { client, helloMs } = this.#options;
    const { signal } = this.#ending;
    const closed = Promise.withResolvers<'closed'>();
    const close = () => closed.resolve('closed');
    client.once('disconnected', close);
    signal.addEventListener('abort', close, { once: true });
    try {
      const tooLate = rejectOn(AbortSignal.timeout(helloMs), `Slack did not greet within ${helloMs} ms`);
      const first = await Promise.race([closed.promise, client.start(), tooLate]);
      if (signal.aborted) return;
      if (first === 'closed') throw new Error('the connection was closed before Slack greeted');
      onHello();
      this.#connected.resolve();
      await closed.promise;
    } finally {
      client.off('disconnected', close);
      signal.removeEventListener('abort', close);
      await this.#disconnect();
    }
  }

  /** A peer that does not close its side would hold this up for half a minute. */
  async #disconnect(): Promise<void> {
    await Promise.race([this.#options.client.disconnect(), delay(1_000)]).catch(() => {});
  }
}

function rejectOn(signal: AbortSignal, reason: string): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error(reason)), { once: true }));
}
