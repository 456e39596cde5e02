import { setTimeout as delay } from 'node:timers/promises';
import { type Logger, reasonOf } from '../../../src/index.ts';
import { failureOf } from './failure.ts';

export interface Patience {
  readonly logger: Logger;
  readonly signal: AbortSignal;
  readonly reconnectMs: number;
  readonly mostReconnectMs: number;
}

/**
 * Calls until Slack is there, ever more slowly: a machine may start before its network does. Undefined once told to
 * stop.
 * @throws what Slack answers when it refuses the token.
 */
export async function untilReached<Result>(
  call: () => Promise<Result>,
  patience: Patience,
): Promise<Result | undefined> {
  const { logger, signal, reconnectMs, mostReconnectMs } = patience;
  for (let wait = reconnectMs; !signal.aborted; wait = Math.min(2 * wait, mostReconnectMs)) {
    try {
      return await call();
    } catch (error) {
      const failure = failureOf(error, 'starting');
      if (failure.kind === 'refused') throw error;
      const least = failure.kind === 'rate-limited' ? failure.retryAfterMs : 0;
      logger.warn({ adapter: 'slack', reason: reasonOf(error) }, 'Slack cannot be reached: trying again');
      await delay(Math.max(wait, least), undefined, { signal }).catch(() => {});
    }
  }
  return undefined;
}
