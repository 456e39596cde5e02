import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, everyDay, weekdayOf } from '../../src/domain/day.ts';
import { dueSlots, latestDate, type Slot, type Timing } from '../../src/schedule/slots.ts';
import { instantOf, localDate } from '../../src/schedule/zone-time.ts';

const WALKS = process.env['DETENTE_LONG'] ? 5_000 : 1_500;
const [SECOND_MS, HOUR_MS] = [1_000, 3_600_000];
const LATE_MS = 6 * HOUR_MS;
const zones = [
  ...['UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Antarctica/Troll', 'Africa/Casablanca'],
  ...['America/Nuuk', 'Asia/Kolkata', 'Pacific/Apia', 'Pacific/Kiritimati', 'America/Havana'],
];

/** Keeps what was done as the bot does: a row for each date. */
class Deliverer {
  readonly delivered: (Slot & { readonly tick: number })[] = [];
  readonly missed: Slot[] = [];
  readonly #timing: Timing;

  constructor(timing: Timing) {
    this.#timing = timing;
  }

  tick(now: number): void {
    const latest = latestDate(this.#timing.zone, now);
    const dates = [...this.delivered, ...this.missed].map(({ date }) => date).filter((date) => date <= latest);
    const lastDone = dates.reduce<string | undefined>((last, date) => (last && last > date ? last : date), undefined);
    const { due, missed } = dueSlots(this.#timing, lastDone, now, LATE_MS);
    this.missed.push(...missed);
    if (due) this.delivered.push({ ...due, tick: now });
  }

  get dates(): string[] {
    return [...this.delivered, ...this.missed].map(({ date }) => date).sort();
  }
}

const step = (least: number, most: number) =>
  fc.integer({ min: least / SECOND_MS, max: most / SECOND_MS }).map((seconds) => seconds * SECOND_MS);
// fast-check would prefer short walks and short steps
const walk = (steps: fc.Arbitrary<number>) => fc.noBias(fc.array(steps, { minLength: 20, maxLength: 40, size: 'max' }));

/** Ticks, minutes in which the event loop hangs, nights of sleep. */
const forward = fc.oneof(
  { weight: 3, arbitrary: step(30 * SECOND_MS, 90 * SECOND_MS) },
  { weight: 6, arbitrary: step(SECOND_MS, 5 * HOUR_MS) },
  { weight: 1, arbitrary: step(HOUR_MS, 80 * HOUR_MS) },
);
const stepped = fc.oneof(
  { weight: 4, arbitrary: forward },
  { weight: 1, arbitrary: step(SECOND_MS, 9 * HOUR_MS).map((size) => -size) },
);
const timings = fc
  .record({
    zone: fc.constantFrom(...zones),
    quarter: fc.nat(95),
    days: fc.oneof(fc.constant(everyDay), fc.subarray([...everyDay], { minLength: 1 })),
    // a week before one of the changes of 2026, or anywhere in the year
    since: fc.oneof(
      fc.constantFrom(
        Date.UTC(2026, 1, 10),
        Date.UTC(2026, 2, 5),
        Date.UTC(2026, 2, 26),
        Date.UTC(2026, 9, 22),
        Date.UTC(2026, 9, 29),
      ),
      fc.nat(365).map((day) => Date.UTC(2026, 0, day)),
    ),
  })
  .map(
    ({ quarter, ...rest }): Timing => ({
      ...rest,
      time: [quarter >> 2, (quarter & 3) * 15].map((part) => String(part).padStart(2, '0')).join(':'),
    }),
  );

function walked(timing: Timing, steps: readonly number[]): { readonly deliverer: Deliverer; readonly end: number } {
  const deliverer = new Deliverer(timing);
  let now = timing.since;
  for (const size of [0, ...steps]) {
    now += size;
    deliverer.tick(now);
  }
  return { deliverer, end: now };
}

function wanted({ zone, time, days, since }: Timing, end: number): string[] {
  const dates: string[] = [];
  for (let date = addDays(localDate(zone, since), -1); date <= latestDate(zone, end); date = addDays(date, 1)) {
    const at = instantOf(zone, date, time);
    if (days.includes(weekdayOf(date)) && at >= since && at <= end) dates.push(date);
  }
  return dates;
}

test(`${WALKS} walks of a clock that sleeps: each date is delivered in time or missed, once`, {
  timeout: 60_000,
}, () => {
  let deliveries = 0;
  fc.assert(
    fc.property(timings, walk(forward), (timing, steps) => {
      const { deliverer, end } = walked(timing, steps);
      expect(deliverer.dates).toEqual(wanted(timing, end));
      expect(deliverer.delivered.filter(({ at, tick }) => tick < at || tick - at > LATE_MS)).toEqual([]);
      deliveries += deliverer.delivered.length;
    }),
    { numRuns: WALKS, seed: 20_260_329 },
  );
  expect(deliveries).toBeGreaterThan(WALKS);
});

test(`${WALKS} walks of a clock that is also put back: no date twice, and none in between left out`, {
  timeout: 60_000,
}, () => {
  let [deliveries, back] = [0, 0];
  fc.assert(
    fc.property(timings, walk(stepped), (timing, steps) => {
      const { deliverer } = walked(timing, steps);
      const { dates } = deliverer;
      expect(new Set(dates).size).toBe(dates.length);
      expect(deliverer.delivered.filter(({ at, tick }) => tick < at || tick - at > LATE_MS)).toEqual([]);
      const furthest = steps.reduce(({ now, most }, size) => ({ now: now + size, most: Math.max(most, now + size) }), {
        now: timing.since,
        most: timing.since,
      }).most;
      expect(dates).toEqual(wanted(timing, furthest));
      deliveries += deliverer.delivered.length;
      back += steps.filter((size) => size < 0).length;
    }),
    { numRuns: WALKS, seed: 20_261_025 },
  );
  expect(deliveries).toBeGreaterThan(WALKS);
  expect(back).toBeGreaterThan(2 * WALKS);
});
