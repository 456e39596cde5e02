import type { SimpleShardingStrategy } from 'discord.js';

/** What a shard calls without waiting for it: a failure in it is caught by nobody. */
const UNAWAITED = ['onMessage', 'onClose', 'internalConnect', 'heartbeat'] as const;

type Shard = Record<(typeof UNAWAITED)[number], (...args: unknown[]) => Promise<unknown>>;

/**
 * discord.js handles what comes down the socket in async functions that nobody awaits: one odd payload would end the
 * process as an unhandled rejection. From now on such a failure is told to `onThrow`.
 * @param life ends with the client: a shard that waits to connect again would connect after it was destroyed
 */
export function guarded(
  strategy: SimpleShardingStrategy,
  onThrow: (error: unknown) => void,
  life: AbortSignal,
): SimpleShardingStrategy {
  const spawn = strategy.spawn.bind(strategy);
  strategy.spawn = async (ids) => {
    await spawn(ids);
    const { shards } = strategy as unknown as { readonly shards: ReadonlyMap<number, Shard> };
    for (const shard of shards.values()) guardShard(shard, onThrow, life);
  };
  return strategy;
}

function guardShard(shard: Shard, onThrow: (error: unknown) => void, life: AbortSignal): void {
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
