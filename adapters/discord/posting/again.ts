import { setTimeout as delay } from 'node:timers/promises';
import { failureOf } from '../connection/failure.ts';

const ATTEMPTS = 3;

/** Discord knows a nonce for "some minutes": by then a call must have been made again, also where it waits for a rate. */
const KNOWN_MS = 60_000;

/**
 * A call whose answer was lost is made again, ever later. Only for calls that come to the same when made twice: posts
 * under a nonce, which Discord knows for some minutes, changes of a message, the one thread of a message.
 * @param call is given what ends it, from its second attempt on
 * @param waitMs before the second attempt
 * @param onDoubt told of each answer that was lost
 */
export async function again<Result>(
  call: (within?: AbortSignal) => Promise<Result>,
  waitMs: number,
  onDoubt?: () => void,
): Promise<Result> {
  let within: AbortSignal | undefined;
  for (let attempt = 1; ; attempt += 1)
    try {
      return await call(within);
    } catch (error) {
      if (failureOf(error).kind !== 'doubtful') throw error;
      onDoubt?.();
      if (attempt === ATTEMPTS) throw error;
      within ??= AbortSignal.timeout(KNOWN_MS);
      await delay(waitMs * attempt);
    }
}
