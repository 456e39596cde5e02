import { setTimeout as delay } from 'node:timers/promises';
import { DetenteError, type Logger, reasonOf } from '../../../src/index.ts';
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

/** For `catch`: a token that Slack refuses is a mistake of the configuration; the rest stays what it is. */
export function startRefusal(key: string): (error: unknown) => never {
  return (error) => {
    const failure = failureOf(error, 'starting');
    if (failure.kind !== 'refused') throw error;
    const message = `${key} is refused by Slack (${failure.reason}): make a new one as docs/slack.md says`;
    throw new DetenteError('bad-configuration', message, { cause: error });
  };
}
