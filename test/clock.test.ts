import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { clockFrom, systemClock } from '../src/clock.ts';

test("the system's clock is the present", () => {
  expect(Math.abs(systemClock().now() - Date.now())).toBeLessThan(1000);
});

test('a clock starts at its instant and runs at its speed', async () => {
  const clock = clockFrom('2031-04-12T07:00:00+02:00', 3600);
  const start = clock.now();
  await setTimeout(20);
  expect(start - Date.parse('2031-04-12T05:00:00Z')).toBeLessThan(3_600_000);
  expect(clock.now() - start).toBeGreaterThanOrEqual(15 * 3600);
});

test.for(['2031-04-12', '2031-04-12T07:00:00', '2031-02-30T07:00:00Z', '2031-13-01T07:00Z', 'now', ''])(
  '%s is no instant',
  (instant) => {
    expect(() => clockFrom(instant)).toThrow(expect.objectContaining({ code: 'bad-usage' }));
  },
);

test.for([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('%d is no speed', (speed) => {
  expect(() => clockFrom('2031-04-12T07:00:00Z', speed)).toThrow('speed');
});
