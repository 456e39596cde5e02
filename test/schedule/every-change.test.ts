import { expect, test } from 'vitest';
import { addDays, everyDay } from '../../src/domain/day.ts';
import { dueSlots, nextSlot, type Slot, type Timing } from '../../src/schedule/slots.ts';
import { changes, firstInstants, type WallClock, walk, wallClock } from './wall-clock.ts';

const isLong = Boolean(process.env['DETENTE_LONG']);
const DAY_MS = 86_400_000;
const [from, to] = [Date.UTC(2024, 0, 1), Date.UTC(2031, 0, 1)];
const times = Array.from({ length: 96 }, (_, quarter) =>
  [Math.floor(quarter / 4), (quarter % 4) * 15].map((part) => String(part).padStart(2, '0')).join(':'),
);

/** The slots of the five dates around a change, for each quarter of an hour. */
function expected(clock: WallClock, change: number): Map<string, Slot[]> {
  const middle = clock.shows(change).slice(0, 10);
  const dates = [-2, -1, 0, 1, 2].map((days) => addDays(middle, days));
  const wanted = dates.flatMap((date) => times.map((time) => `${date} ${time}`));
  const quarter = change - (change % (DAY_MS / 96));
  const found = firstInstants(walk(clock, quarter - 4 * DAY_MS, quarter + 4 * DAY_MS), wanted);
  expect(found.size).toBe(wanted.length);
  return new Map(
    times.map((time) => [time, dates.map((date) => ({ date, at: found.get(`${date} ${time}`) as number }))]),
  );
}

/** What the product makes of the same dates: all at once after they have passed, or one after the other. */
function allAtOnce(timing: Timing, first: Slot, last: Slot): readonly Slot[] {
  return dueSlots(timing, addDays(first.date, -1), last.at, -1).missed;
}

function oneByOne(timing: Timing, first: Slot, count: number): Slot[] {
  const slots: Slot[] = [];
  for (let slot = nextSlot(timing, undefined, first.at - 1); slot && slots.length < count; ) {
    slots.push(slot);
    slot = nextSlot(timing, slot.date, slot.at);
  }
  return slots;
}

test(`one slot a date around every change of every zone from 2024 to 2030${isLong ? '' : ', each kind of change once'}`, {
  timeout: 600_000,
}, () => {
  const known = new Set<string>();
  let [met, slots] = [0, 0];
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const clock = wallClock(zone);
    for (const change of changes(clock, from, to)) {
      met += 1;
      // zones whose clocks show the same before and after the same instant have the same slots
      const kind = [change, clock.shows(change - 1), clock.shows(change)].join();
      if (!isLong && known.has(kind)) continue;
      known.add(kind);
      for (const [time, wanted] of expected(clock, change)) {
        const [first, last] = [wanted[0] as Slot, wanted.at(-1) as Slot];
        const timing: Timing = { time, zone, days: everyDay, since: 0 };
        const got = [allAtOnce(timing, first, last), oneByOne(timing, first, wanted.length)];
        if (JSON.stringify(got) !== JSON.stringify([wanted, wanted]))
          expect({ zone, time, change: new Date(change).toISOString(), got }).toMatchObject({ got: [wanted, wanted] });
        if (wanted.some(({ at }, next) => next > 0 && at <= (wanted[next - 1] as Slot).at))
          expect.fail(`two dates at once: ${JSON.stringify({ zone, time, wanted })}`);
        slots += wanted.length;
      }
    }
  }
  console.log(`${met} changes, ${known.size} kinds of them, ${slots} slots`);
  expect(met).toBeGreaterThan(1_500);
});

test('one slot at the beginning of each date of a year, in every zone', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const clock = wallClock(zone);
    const timing: Timing = { time: '00:00', zone, days: everyDay, since: 0 };
    const dates = oneByOne(timing, { date: '', at: Date.UTC(2026, 0, 1, 12) }, 366).map(({ date, at }) => {
      const isFirst = clock.shows(at) >= `${date} 00:00` && clock.shows(at - 1) < `${date} 00:00`;
      if (!isFirst) expect.fail(`${zone}: ${date} does not begin at ${new Date(at).toISOString()}`);
      return date;
    });
    const first = dates[0] as string;
    expect(dates).toEqual(Array.from({ length: 366 }, (_, later) => addDays(first, later)));
  }
});
