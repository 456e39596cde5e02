import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_INTERVAL_MS as FIRST_MS } from '../../src/domain/feed.ts';
import { afterFailure, afterSuccess, LONGEST_MS, SHORTEST_MS } from '../../src/polling/interval.ts';

const MINUTE = 60_000;
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const interval = fc.integer({ min: SHORTEST_MS, max: LONGEST_MS });
const fresh = fc.nat(500);
const quietMinutes = fc.option(fc.nat(10_000), { nil: undefined });
const maxAge = fc.option(fc.nat(1_000_000), { nil: undefined });

test('a feed that brings something is polled more often, one that brings nothing less often', () => {
  expect(afterSuccess(FIRST_MS, { fresh: 3 }, 0)).toEqual({ interval: 15 * MINUTE, wait: 15 * MINUTE });
  expect(afterSuccess(FIRST_MS, { fresh: 0 }, 0)).toEqual({ interval: 45 * MINUTE, wait: 45 * MINUTE });
});

test('no feed is polled more often than every five minutes or, less often than once a day', () => {
  fc.assert(
    fc.property(interval, fresh, random, (before, count, chance) => {
      const next = afterSuccess(before, { fresh: count }, chance);
      expect(next.interval).toBeGreaterThanOrEqual(SHORTEST_MS);
      expect(next.interval).toBeLessThanOrEqual(LONGEST_MS);
      expect(next.wait).toBeGreaterThanOrEqual(SHORTEST_MS);
      expect(next.wait).toBeLessThanOrEqual(LONGEST_MS);
    }),
  );
});

test('a feed is left alone as long as it asks for, up to a day', () => {
  fc.assert(
    fc.property(interval, fresh, quietMinutes, maxAge, random, (before, count, quiet, age, chance) => {
      const { wait } = afterSuccess(before, { fresh: count, quietMinutes: quiet, maxAge: age }, chance);
      const asked = Math.max((quiet ?? 0) * MINUTE, (age ?? 0) * 1_000);
      expect(wait).toBeGreaterThanOrEqual(Math.min(LONGEST_MS, asked));
      expect(wait).toBeLessThanOrEqual(LONGEST_MS);
    }),
  );
});

test('a feed that always brings something comes to five minutes, an idle one to a day, within a dozen polls', () => {
  const after = (polls: number, count: number) =>
    Array.from({ length: polls }).reduce<number>(
      (before) => afterSuccess(before, { fresh: count }, 0.5).interval,
      FIRST_MS,
    );
  expect(after(3, 1)).toBe(SHORTEST_MS);
  expect(after(10, 0)).toBe(LONGEST_MS);
});

test('a feed with news every two hours is polled a few times for each, and no news waits for more than two hours', () => {
  const every = 120 * MINUTE;
  const [polls, waits] = [[] as number[], [] as number[]];
  for (let now = 0, length = FIRST_MS, published = 0; now < 200 * every; ) {
    const count = Math.floor(now / every) - published;
    for (let one = 1; one <= count; one += 1) waits.push(now - (published + one) * every);
    published += count;
    const next = afterSuccess(length, { fresh: count }, 0.5);
    polls.push(now);
    now += next.wait;
    length = next.interval;
  }
  const perNews = polls.length / waits.length;
  expect(perNews).toBeGreaterThan(1.5);
  expect(perNews).toBeLessThan(4);
  expect(Math.max(...waits)).toBeLessThan(every);
});

test('items that are left over are looked at within two minutes, whatever the feed asks for', () => {
  fc.assert(
    fc.property(interval, fresh, quietMinutes, random, (before, count, quiet, chance) => {
      const { wait } = afterSuccess(before, { fresh: count, quietMinutes: quiet, left: 0 }, chance);
      expect(wait).toBeLessThanOrEqual(2 * MINUTE);
    }),
  );
});

test('a poll that tells nothing of how often a feed brings something leaves its interval as it was', () => {
  expect(afterSuccess(FIRST_MS, {}, 0)).toEqual({ interval: FIRST_MS, wait: FIRST_MS });
});

test('each failure in a row is waited for longer, up to a day', () => {
  const failures = fc.integer({ min: 1, max: 5_000 });
  fc.assert(
    fc.property(interval, failures, random, (before, count, chance) => {
      const [one, next] = [count, count + 1].map((of) => afterFailure(before, { failures: of }, chance));
      expect(next?.wait).toBeGreaterThanOrEqual(one?.wait ?? Number.NaN);
      expect(one?.wait).toBeLessThanOrEqual(LONGEST_MS);
      expect(one?.interval).toBe(before);
    }),
  );
  const first = [1, 2, 3, 4, 20].map((of) => afterFailure(FIRST_MS, { failures: of }, 0).wait / MINUTE);
  expect(first).toEqual([10, 20, 40, 80, 1440]);
});

test('a server is not asked before it wants to be, where that is within a day', () => {
  fc.assert(
    fc.property(interval, fc.nat(5 * LONGEST_MS), fc.integer({ min: 1, max: 50 }), random, (before, ms, of, chance) => {
      const { wait } = afterFailure(before, { failures: of, retryAfter: ms }, chance);
      expect(wait).toBeGreaterThanOrEqual(Math.min(LONGEST_MS, ms));
      expect(wait).toBeLessThanOrEqual(LONGEST_MS);
    }),
  );
});

test('a feed that is gone is asked for once a day', () => {
  const { wait } = afterFailure(FIRST_MS, { failures: 1, isGone: true }, 0);
  expect(wait).toBe(LONGEST_MS);
});
