import type { FetchFailure } from '../domain/fetching.ts';
import type { Ask, Exchange, Reply } from './exchange.ts';
import { aborted, failed, notPublic } from './failure.ts';
import type { RobotsMemory } from './robots-memory.ts';
import { RobotsRules } from './robots-rules.ts';

/** Asks only for what the robots.txt of its origin leaves open; redirects come through here too. */
export class RobotsExchange implements Exchange {
  readonly #inner: Exchange;
  readonly #memory: RobotsMemory;

  constructor(inner: Exchange, memory: RobotsMemory) {
    this.#inner = inner;
    this.#memory = memory;
  }

  async send(ask: Ask): Promise<Reply | FetchFailure> {
    const robots = await unlessAborted(this.#memory.of(ask.url.origin), ask.signal);
    if (robots instanceof RobotsRules)
      return robots.allows(ask.url) ? this.#inner.send({ ...ask, gap: robots.gap }) : unwelcome(ask.url);
    return isOfRobots(robots, ask.url) ? unknownRules(robots) : robots;
  }

  async close(): Promise<void> {
    await Promise.all([this.#memory.close(), this.#inner.close()]);
  }
}

/** Whether it is a failure of the robots.txt alone, which asking for the document itself would not meet. */
function isOfRobots({ code, reason }: FetchFailure, { hostname }: URL): boolean {
  if (code === 'forbidden-address') return reason !== notPublic(hostname).reason;
  return code === 'server' || code === 'busy';
}

/** What others wait for as well goes on. */
function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result | FetchFailure> {
  if (signal.aborted) return Promise.resolve(aborted);
  const { promise, resolve } = Promise.withResolvers<Result | FetchFailure>();
  const giveUp = () => resolve(aborted);
  signal.addEventListener('abort', giveUp);
  void work.then(resolve);
  return promise.finally(() => signal.removeEventListener('abort', giveUp));
}

function unwelcome({ host }: URL): FetchFailure {
  return failed(
    'robots',
    `${host} does not want programs to read this: its robots.txt says so; ask the publisher for leave`,
  );
}

function unknownRules({ code, reason, retryAfter }: FetchFailure): FetchFailure {
  return failed(code, `what programs may read there is not known, its robots.txt cannot be had: ${reason}`, retryAfter);
}
