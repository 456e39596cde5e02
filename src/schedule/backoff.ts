const FIRST_MS = 30_000;
const MOST_MS = 15 * 60_000;
/** Those that failed together must not come back together. */
const JITTER = 0.2;

/**
 * Milliseconds until a delivery is tried again: twice as long after each failure, up to a quarter of an hour.
 * @param attempts that failed, at least 1
 * @param random from 0 up to 1
 */
export function pauseAfter(attempts: number, random: number): number {
  const pause = Math.min(MOST_MS, FIRST_MS * 2 ** (attempts - 1));
  return Math.round(pause * (1 - JITTER + 2 * JITTER * random));
}
