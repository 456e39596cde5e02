import { everyDay } from '../src/domain/day.ts';
import { nextSlot, type Timing } from '../src/schedule/slots.ts';
import { percentile, rounded, type Section } from './figures.ts';

const SCHEDULES = 10_000;
const ZONES = 30;
const ROUNDS = 10;

/** Milliseconds that schedules cost when they are loaded. */
export function scheduleSection(): Section {
  const timings = timingsOf(SCHEDULES);
  // in March, before clocks go forward in Europe
  const now = Date.UTC(2026, 2, 28, 22, 10);
  const times = Array.from({ length: ROUNDS }, () =>
    took(() => timings.map((timing) => nextSlot(timing, undefined, now))),
  );
  return {
    heading: 'Schedules',
    about: `Milliseconds for ${SCHEDULES} schedules in ${ZONES} zones, in this process.`,
    headings: ['', 'the first time', `p50 of ${ROUNDS}`],
    rows: [['the next slot of each', rounded(times[0] ?? 0), rounded(percentile(times, 0.5))]],
  };
}

/** At every quarter of an hour, on weekdays and on all days. */
function timingsOf(count: number): Timing[] {
  const all = Intl.supportedValuesOf('timeZone');
  const zones = Array.from({ length: ZONES }, (_, at) => all[Math.floor((at * all.length) / ZONES)] ?? 'UTC');
  return Array.from({ length: count }, (_, at) => {
    const time = [at % 24, (at % 4) * 15].map((part) => String(part).padStart(2, '0')).join(':');
    return { time, zone: zones[at % ZONES] ?? 'UTC', days: at % 2 === 0 ? everyDay : everyDay.slice(0, 5), since: 0 };
  });
}

function took(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
