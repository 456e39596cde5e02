import fc from 'fast-check';
import { expect, test } from 'vitest';
import { definition } from '../../briefs/de-escalation.ts';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { emptyBrief } from '../../src/brief/empty.ts';
import type { Brief } from '../../src/domain/brief.ts';
import { formatDay } from '../../src/domain/day.ts';
import { LATE_AFTER_MS } from '../../src/schedule/notices.ts';
import { instantOf } from '../../src/schedule/zone-time.ts';
import { DAY_MS, delivering, HandClock, HOUR_MS, MINUTE_MS, Platform, scheduled } from './under-test.ts';

const LATE_MS = 6 * HOUR_MS;
const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Apia'];
const within = (least: number, most: number) =>
  fc.integer({ min: least / MINUTE_MS, max: most / MINUTE_MS }).map((minutes) => minutes * MINUTE_MS);
/** Ticks, an event loop that hangs, nights of sleep, a clock that is put back or forward. */
const step = fc.oneof(
  { weight: 3, arbitrary: within(MINUTE_MS, 5 * MINUTE_MS) },
  { weight: 6, arbitrary: within(MINUTE_MS, 5 * HOUR_MS) },
  { weight: 2, arbitrary: within(5 * HOUR_MS, 80 * HOUR_MS) },
  { weight: 2, arbitrary: within(MINUTE_MS, 30 * HOUR_MS).map((size) => -size) },
);
const walks = fc.record({
  zone: fc.constantFrom(...zones),
  hour: fc.nat(23),
  since: fc.constantFrom(Date.UTC(2026, 2, 26), Date.UTC(2026, 9, 22), Date.UTC(2026, 5, 1)),
  steps: fc.noBias(fc.array(fc.tuple(step, fc.nat(9)), { minLength: 20, maxLength: 30, size: 'max' })),
});
type Walk = typeof walks extends fc.Arbitrary<infer Value> ? Value : never;

/** The clock is walked, a tick after each step; at some steps the process is another one. */
async function walked({ zone, hour, since, steps }: Walk) {
  const archive = await openSqliteArchive(':memory:');
  const clock = new HandClock(since);
  const platform = new Platform(clock);
  const time = `${String(hour).padStart(2, '0')}:30`;
  await archive.schedules.save(scheduled('desk', { zone, time, since }));
  const compose: NonNullable<Parameters<typeof delivering>[3]>['compose'] = async ({ date }) => ({
    brief: emptyBrief(definition, { date, zone }, 0),
    mark: 0,
  });
  const begin = () => delivering(archive, clock, [platform], { compose, lateMs: LATE_MS });
  let process = begin();
  for (const [size, chance] of steps) {
    clock.pass(size);
    if (chance === 0) process = begin();
    await process.tick();
  }
  const rows = [...(await archive.outbox.recent({ limit: 1_000 }))].sort((one, other) =>
    one.date < other.date ? -1 : 1,
  );
  await archive.close();
  return { briefs: platform.briefsIn('desk'), rows, time };
}

const textsOf = (brief: Brief, code: string) =>
  brief.notices.filter((one) => one.code === code).map(({ text }) => text);

test('300 walks of a clock through the scheduler: a post a date, late ones say so, missed ones are named, none twice', {
  timeout: 60_000,
}, async () => {
  const seen = { posts: 0, late: 0, missed: 0, back: 0 };
  await fc.assert(
    fc.asyncProperty(walks, async (walk) => {
      const { briefs, rows, time } = await walked(walk);
      const dates = briefs.map(({ date }) => date);
      expect(new Set(dates).size).toBe(dates.length);
      expect(rows.filter(({ state }) => state === 'sent').map(({ date }) => date)).toEqual([...dates].sort());
      for (const brief of briefs) {
        const lateness = brief.at - instantOf(walk.zone, brief.date, time);
        expect(lateness).toBeGreaterThanOrEqual(0);
        expect(lateness).toBeLessThanOrEqual(LATE_MS);
        const late = lateness > LATE_AFTER_MS ? [`Delayed since ${time} (${walk.zone}).`] : [];
        expect(textsOf(brief, 'late')).toEqual(late);
        seen.late += late.length;
      }
      for (const { date } of rows.filter(({ state }) => state === 'missed')) {
        const next = briefs
          .filter((brief) => brief.date > date)
          .sort((one, other) => (one.date < other.date ? -1 : 1))[0];
        if (next === undefined) continue;
        const said = textsOf(next, 'missed').join(' ');
        if (!said.includes(' days from ')) expect(said).toContain(formatDay(date));
        seen.missed += 1;
      }
      seen.posts += briefs.length;
      seen.back += walk.steps.filter(([size]) => size < 0).length;
    }),
    { numRuns: 300, seed: 20_260_329 },
  );
  console.info(
    `300 walks: ${seen.posts} posts, ${seen.late} late, ${seen.missed} missed and named, ${seen.back} steps back`,
  );
  expect(Math.min(seen.posts, seen.late, seen.missed, seen.back)).toBeGreaterThan(300);
});

test('a clock a day ahead for an hour costs neither that day nor the next its brief', async () => {
  const steps = [8 * HOUR_MS, DAY_MS, -DAY_MS + HOUR_MS, DAY_MS - HOUR_MS, DAY_MS].map(
    (size) => [size, 1] as [number, number],
  );
  const { briefs } = await walked({ zone: 'UTC', hour: 7, since: Date.UTC(2026, 5, 1), steps });
  expect(briefs.map(({ date }) => date)).toEqual(['2026-06-01', '2026-06-02', '2026-06-03']);
});
