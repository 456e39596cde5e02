import type { Lease } from '../domain/delivery.ts';

/** No process holds anything for longer without a word: what ends later was taken before the clock was put back. */
const LONGEST_LEASE_MS = 4 * 60_000;

/** The condition that nobody holds a row; its two values are those of `free`. */
export const FREE = '(owner IS NULL OR lease_until <= ? OR lease_until > ?)';

export function endOf({ now, milliseconds }: Lease): number {
  return now + milliseconds;
}

/** Processes may have leases of different lengths. */
export function free({ now, milliseconds }: Lease): [number, number] {
  return [now, now + Math.max(milliseconds, LONGEST_LEASE_MS)];
}
