import { setTimeout as delay } from 'node:timers/promises';
import { failureOf } from '../connection/failure.ts';

const ATTEMPTS = 3;

/**
 * A call whose answer was lost is made again, ever later. Only for calls that come to the same when made twice: posts
 * under a nonce, which Discord knows for some minutes, changes of a message, the one thread of a message.
 * @param waitMs before the second attempt
 */
export async function again<Result>(call: () => Promise<Result>, waitMs: number): Promise<Result> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await call();
    } catch (error) {
      if (failureOf(error).kind !== 'doubtful' || attempt === ATTEMPTS) throw error;
      await delay(waitMs * attempt);
    }
}
