import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { longBrief } from '../contract/replies.ts';
import { DAY_MS, delivering, HandClock, HOUR_MS, Platform, scheduled } from './under-test.ts';

const [DAYS, CONVERSATIONS, KEEP_DAYS] = [365, process.env['DETENTE_LONG'] ? 20 : 8, 90];

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** In memory where there is such a folder: a year's writes are synced to the disk one by one. */
function scratchFile(): string {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'detente-year-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'archive.sqlite');
}

function sizesOf(path: string) {
  const file = new DatabaseSync(path);
  file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const count = (table: string) => Number(file.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count']);
  const sizes = { deliveries: count('delivery'), editions: count('edition'), bytes: statSync(path).size };
  file.close();
  return { ...sizes, heap: heap() };
}

test(`after ${KEEP_DAYS} days a year of daily briefs for ${CONVERSATIONS} conversations takes no more room`, {
  timeout: 120_000,
}, async () => {
  const path = scratchFile();
  const archive = await openSqliteArchive(path);
  onTestFinished(() => archive.close());
  const clock = new HandClock('2031-01-01T06:30:00Z');
  const platform = new Platform(clock);
  for (let at = 0; at < CONVERSATIONS; at += 1)
    await archive.schedules.save(scheduled(`c${at}`, { since: clock.now() }));
  let mark = 0;
  const delivery = delivering(archive, clock, [platform], {
    compose: async ({ date }) => {
      mark += 1;
      return { brief: { ...longBrief(), date }, mark };
    },
  });
  const seen: (ReturnType<typeof sizesOf> & { readonly day: number })[] = [];
  const began = performance.now();
  for (let day = 1; day <= DAYS; day += 1) {
    clock.pass(HOUR_MS);
    await delivery.tick();
    clock.pass(DAY_MS - HOUR_MS);
    await archive.outbox.expire(clock.now() - KEEP_DAYS * DAY_MS);
    expect(platform.posts).toHaveLength(CONVERSATIONS);
    platform.forget();
    if (day === 30 || day === KEEP_DAYS + 10 || day === DAYS) seen.push({ day, ...sizesOf(path) });
  }
  const took = Math.round(performance.now() - began);
  for (const { day, deliveries, editions, bytes, heap: used } of seen)
    console.info(
      `day ${day}: ${deliveries} deliveries, ${editions} editions, ${(bytes / 2 ** 20).toFixed(2)} MiB, heap ${(used / 2 ** 20).toFixed(1)} MiB`,
    );
  console.info(`${DAYS * CONVERSATIONS} briefs in ${took} ms`);
  const [, full, last] = seen;
  const most = CONVERSATIONS * (KEEP_DAYS + 1);
  expect(last?.deliveries).toBeLessThanOrEqual(most);
  expect(last?.deliveries).toBe(full?.deliveries);
  expect(last?.editions).toBeLessThanOrEqual(most);
  expect(last?.bytes).toBeLessThanOrEqual(1.05 * (full?.bytes ?? 0));
  expect((last?.heap ?? 0) - (full?.heap ?? 0)).toBeLessThan(4 * 2 ** 20);
});
