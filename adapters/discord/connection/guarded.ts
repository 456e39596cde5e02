import { setTimeout as delay } from 'node:timers/promises';
import type { SimpleShardingStrategy } from 'discord.js';
import type { Logger } from '../../../src/index.ts';

/** What a shard calls without waiting for it: a failure in it is caught by nobody. */
const UNAWAITED = ['onMessage', 'onClose', 'internalConnect', 'heartbeat'] as const;

interface Shard extends Record<(typeof UNAWAITED)[number], (...args: unknown[]) => Promise<unknown>> {
  on(event: 'ready' | 'resumed', listener: () => void): unknown;
  readonly connection: { onerror: unknown; terminate(): void } | null;
}

export interface GuardOptions {
  readonly logger: Logger;
  onThrow(error: unknown): void;
  /** Ends with the client: a shard that waits to connect again would connect after it was destroyed. */
  readonly life: AbortSignal;
  /** Before a shard that could not connect tries again; doubles with each attempt. */
  readonly restartMs: number;
  readonly mostRestartMs: number;
}

/**
 * discord.js handles what comes down the socket in async functions that nobody awaits: one odd payload would end the
 * process as an unhandled rejection. It connects again twice a second as long as Discord is not there, and leaves a
 * connection that is being made when it is destroyed. From now on a failure is told to `onThrow`, attempts are spaced,
 * and what was begun is ended.
 */
export function guarded(strategy: SimpleShardingStrategy, options: GuardOptions): SimpleShardingStrategy {
  const { shards } = strategy as unknown as { readonly shards: ReadonlyMap<number, Shard> };
  const [spawn, destroy] = [strategy.spawn.bind(strategy), strategy.destroy.bind(strategy)];
  strategy.spawn = async (ids) => {
    await spawn(ids);
    for (const shard of shards.values()) guardShard(shard, options);
  };
  strategy.destroy = async (...given) => {
    const left = [...shards.values()];
    await destroy(...given);
    for (const { connection } of left) terminate(connection);
  };
  return strategy;
}

/** Without a listener the end of a connection that is being made would be an error that nobody handles. */
function terminate(connection: Shard['connection']): void {
  if (connection === null) return;
  connection.onerror = () => {};
  connection.terminate();
}

function guardShard(shard: Shard, options: GuardOptions): void {
  const { onThrow, life } = options;
  const connect = shard.internalConnect.bind(shard);
  const spaced = spacing(shard, options);
  shard.internalConnect = async () => {
    await spaced();
    return life.aborted ? undefined : connect();
  };
  for (const name of UNAWAITED) {
    const method = shard[name].bind(shard);
    shard[name] = async (...args) => {
      if (life.aborted) return undefined;
      try {
        return await method(...args);
      } catch (error) {
        onThrow(error);
        return undefined;
      }
    };
  }
}

/** The first attempt after a session that stood comes at once, the next ones ever more slowly. */
function spacing(shard: Shard, { logger, life, restartMs, mostRestartMs }: GuardOptions): () => Promise<void> {
  let attempts = 0;
  const stands = () => {
    attempts = 0;
  };
  shard.on('ready', stands);
  shard.on('resumed', stands);
  return async () => {
    attempts += 1;
    if (attempts === 3)
      logger.warn({ adapter: 'discord' }, 'Discord cannot be reached: trying again, ever more slowly');
    if (attempts < 3) return;
    const wait = Math.min(restartMs * 2 ** (attempts - 3), mostRestartMs);
    await delay(wait, undefined, { signal: life }).catch(() => {});
  };
}
