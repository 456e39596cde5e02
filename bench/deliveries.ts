import { join } from 'node:path';
import { openSqliteArchive } from '../src/archive/sqlite-archive.ts';
import { everyDay } from '../src/domain/day.ts';
import { percentile, rounded, type Section } from './figures.ts';
import { morningRows } from './morning.ts';
import { DUE, schedulerOf } from './scheduling.ts';

const SCHEDULES = 10_000;
const TICKS = 500;

/** What scheduled briefs cost: a tick at which nothing is due, and a morning on which all are due at once. */
export async function deliveriesSection(folder: string): Promise<Section> {
  const ticks = await quietTicks(join(folder, 'schedules.sqlite'));
  return {
    heading: 'Scheduled briefs',
    about: 'In this process, on an archive in a file. A platform is a process of its own on this machine.',
    headings: ['', 'measured', 'goal'],
    rows: [
      [`tick, ${SCHEDULES} schedules, none due, p50 ms`, rounded(percentile(ticks, 0.5)), 'under 1'],
      ['the same, p99 ms', rounded(percentile(ticks, 0.99)), ''],
      ...(await morningRows(folder)),
    ],
  };
}

async function quietTicks(path: string): Promise<number[]> {
  const archive = await openSqliteArchive(path);
  const zones = Intl.supportedValuesOf('timeZone');
  // half an hour after 07:00 UTC, and no zone's clock stands at ten past
  const clock = { now: () => DUE + 30 * 60_000 };
  for (let at = 0; at < SCHEDULES; at += 1)
    await archive.schedules.save({
      ...{ conversation: { adapter: 'none', workspace: 'W', channel: `C${at}` }, definition: 'de-escalation' },
      ...{ situation: '', time: `${String(at % 24).padStart(2, '0')}:10`, zone: zones[at % zones.length] ?? 'UTC' },
      ...{ days: everyDay, since: clock.now(), madeBy: 'command-line' },
    });
  const scheduler = schedulerOf(archive, new Map(), clock);
  await scheduler.tick();
  const times: number[] = [];
  for (let at = 0; at < TICKS; at += 1) {
    const began = performance.now();
    await scheduler.tick();
    times.push(performance.now() - began);
  }
  await archive.close();
  return times;
}
