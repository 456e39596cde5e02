import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'discord.js';
import { GatewayCloseCodes } from 'discord-api-types/v10';
import { DetenteError, type Logger, reasonOf } from '../../../src/index.ts';

export interface GatewayOptions {
  /** A client that is not logged in. `onThrow` hears of failures inside of it that nobody awaits; it connects to nothing after its `life`. */
  makeClient(onThrow: (error: unknown) => void, life: AbortSignal): Client;
  /** The client is ready, for the first time or after another. */
  onReady(client: Client<true>): void;
  readonly token: string;
  readonly logger: Logger;
  readonly restartMs: number;
  readonly mostRestartMs: number;
  readonly readyMs: number;
}

/** Discord closes with these where connecting again can help nobody. */
const hopeless: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'DISCORD_TOKEN is refused by Discord (4004): reset it under "Bot" and copy it anew',
  [GatewayCloseCodes.InvalidIntents]:
    'Discord does not know the intents that are asked for (4013): a newer version may',
  [GatewayCloseCodes.DisallowedIntents]: 'Discord refuses the intents that are asked for (4014)',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord has given up the version of its API that is asked for (4012)',
  [GatewayCloseCodes.ShardingRequired]: 'the bot is in more servers than one connection may serve (4011)',
  [GatewayCloseCodes.InvalidShard]: 'Discord refuses the shard (4010)',
};

/** A client that worked this long has failed by chance, and is replaced at once. */
const HEALTHY_MS = 600_000;

/**
 * Keeps a client of discord.js connected. It resumes dropped connections by itself; a client that fails inside, or never
 * becomes ready, is replaced by another, ever more slowly.
 */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #ending = new AbortController();
  readonly #ready = Promise.withResolvers<void>();
  #running: Promise<void> | undefined;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#ready.promise.catch(() => {});
  }

  /**
   * Resolves once a client is ready, or all is stopped.
   * @throws DetenteError `bad-configuration` where Discord refuses what is asked for
   */
  async start(): Promise<void> {
    this.#running ??= this.#run();
    this.#running.catch((error: unknown) => this.#ready.reject(error));
    await Promise.race([this.#ready.promise, this.#running]);
  }

  /** Rejects once Discord refuses for good. */
  get ended(): Promise<void> {
    return this.#running ?? Promise.resolve();
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#running?.catch(() => {});
  }

  async #run(): Promise<void> {
    const { logger, restartMs, mostRestartMs } = this.#options;
    for (let failures = 0; !this.#ending.signal.aborted; ) {
      const began = performance.now();
      try {
        await this.#session();
      } catch (error) {
        if (error instanceof DetenteError) throw error;
        failures = performance.now() - began > HEALTHY_MS ? 0 : failures + 1;
        logger.error(
          { adapter: 'discord', reason: reasonOf(error), error },
          'the connection to Discord failed: another is made',
        );
      }
      const wait = Math.min(restartMs * 2 ** Math.max(0, failures - 1), mostRestartMs) * (0.8 + 0.4 * Math.random());
      await delay(wait, undefined, { signal: this.#ending.signal }).catch(() => {});
    }
  }

  /** One client, until it fails or all is stopped. @throws what it failed with */
  async #session(): Promise<void> {
    const { makeClient, token, onReady, readyMs } = this.#options;
    const { signal } = this.#ending;
    const over = Promise.withResolvers<void>();
    over.promise.catch(() => {});
    const life = new AbortController();
    const client = makeClient((error) => over.reject(error), life.signal);
    signal.addEventListener('abort', () => over.resolve(), { once: true, signal: life.signal });
    client.on('shardDisconnect', ({ code }) => over.reject(hopelessError(code)));
    client.on('invalidated', () => over.reject(new Error('Discord has invalidated the session')));
    const isReady = new Promise<void>((resolve) =>
      client.once('clientReady', (ready) => {
        onReady(ready);
        this.#ready.resolve();
        resolve();
      }),
    );
    try {
      const login = client.login(token).then(
        () => isReady,
        (error: unknown) => over.reject(loginError(error)),
      );
      const late = delay(readyMs, 'late', { signal: life.signal, ref: false }).catch(() => 'over');
      if ((await Promise.race([over.promise, login, late])) === 'late')
        throw new Error(`not ready within ${readyMs} ms`);
      await over.promise;
    } finally {
      life.abort();
      await Promise.race([client.destroy(), delay(1_000, undefined, { ref: false })]).catch(() => {});
    }
  }
}

function hopelessError(code: number): Error {
  const reason = hopeless[code];
  if (reason === undefined) return new Error(`Discord closed the connection with ${code}`);
  return new DetenteError('bad-configuration', reason);
}

/** Refused tokens are told by the API too, and by words alone where the gateway refuses. */
function loginError(error: unknown): unknown {
  const { code, status } = (error ?? {}) as { readonly code?: unknown; readonly status?: number };
  if (status === 401 || code === 'TokenInvalid') return hopelessError(GatewayCloseCodes.AuthenticationFailed);
  return error;
}
