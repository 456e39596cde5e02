import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS } from '../../src/archive/migrations.ts';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';

type Settings = Readonly<Record<string, string>>;

/** An archive of version 4, before anything was posted by itself, with the settings of channels in it, opened now. */
async function openedNow(channels: Readonly<Record<string, Settings>>) {
  const folder = mkdtempSync(join(tmpdir(), 'detente-'));
  const path = join(folder, 'archive.sqlite');
  const old = new DatabaseSync(path);
  for (const statement of MIGRATIONS.slice(0, 4).flat()) old.exec(statement);
  old.exec("INSERT INTO schema_version (workspace, version) VALUES ('default', 4)");
  old.exec('PRAGMA application_id = 0x4465746e');
  const insert = old.prepare("INSERT INTO setting VALUES ('T1', 'slack', ?, '', ?, ?)");
  for (const [channel, settings] of Object.entries(channels))
    for (const [name, value] of Object.entries(settings)) insert.run(channel, name, value);
  old.close();
  const archive = await openSqliteArchive(path);
  onTestFinished(async () => {
    await archive.close();
    rmSync(folder, { recursive: true });
  });
  return archive;
}

const place = (channel: string) => ({ adapter: 'slack', workspace: 'T1', channel });

test('what was set in a chat before becomes a schedule from now on; quiet days are the other days', async () => {
  const before = Date.now();
  const archive = await openedNow({
    C1: { time: '06:30', zone: 'Asia/Karachi', quiet: 'sat,sun', situation: 'Iran–Pakistan', managers: 'U1' },
    C2: { time: '07:00' },
    C3: { zone: 'UTC', quiet: 'mon' },
    C4: { time: '07:00', quiet: 'mon,tue,wed,thu,fri,sat,sun' },
  });
  const made = { definition: 'de-escalation', madeBy: 'chat', since: expect.any(Number) };
  const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'];
  const schedules = await archive.schedules.list();
  expect(schedules).toEqual([
    {
      ...{ ...made, conversation: place('C1'), situation: 'Iran–Pakistan', time: '06:30', zone: 'Asia/Karachi' },
      days: weekdays,
    },
    {
      ...made,
      conversation: place('C2'),
      situation: '',
      time: '07:00',
      zone: 'UTC',
      days: [...weekdays, 'sat', 'sun'],
    },
  ]);
  for (const { since } of schedules) expect(Math.abs(since - before)).toBeLessThan(60_000);
  const kept = { managers: 'U1', situation: 'Iran–Pakistan', zone: 'Asia/Karachi' };
  expect(await archive.desk.settings(place('C1'))).toEqual(kept);
  for (const channel of ['C2', 'C4']) expect(await archive.desk.settings(place(channel))).toEqual({});
  expect(await archive.desk.settings(place('C3'))).toEqual({ zone: 'UTC' });
});

test('a migrated archive takes changes: its revision moves, deliveries are written down, feeds are taken up', async () => {
  const archive = await openedNow({ C1: { time: '06:30' } });
  expect(await archive.feeds.add({ url: 'https://harbour.example/feed', addedAt: 1, nextAt: 1 })).toBe(true);
  const [schedule] = await archive.schedules.list();
  if (schedule === undefined) throw new Error('no schedule');
  const before = await archive.schedules.revision();
  await archive.schedules.save({ ...schedule, time: '08:00' });
  expect(await archive.schedules.revision()).toBeGreaterThan(before);
  const times = { dueAt: 1, nextAt: 1, openedAt: 1 };
  await archive.outbox.open([{ ...schedule, date: '2031-05-09', revision: '', key: 'k', state: 'waiting', ...times }]);
  expect(await archive.outbox.recent({ limit: 9 })).toMatchObject([{ conversation: place('C1'), state: 'waiting' }]);
});
