import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS } from '../../src/archive/migrations.ts';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';

type Settings = Readonly<Record<string, string>>;

/** An archive of an older version with what is put into it, opened now. */
async function migrated(version: number, fill: (old: DatabaseSync) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'detente-'));
  const path = join(folder, 'archive.sqlite');
  const old = new DatabaseSync(path);
  for (const statement of MIGRATIONS.slice(0, version).flat()) old.exec(statement);
  old.exec(`INSERT INTO schema_version (workspace, version) VALUES ('default', ${version})`);
  old.exec('PRAGMA application_id = 0x4465746e');
  fill(old);
  old.close();
  const archive = await openSqliteArchive(path);
  onTestFinished(async () => {
    await archive.close();
    rmSync(folder, { recursive: true });
  });
  return archive;
}

/** An archive of version 4, before anything was posted by itself, with the settings of channels in it, opened now. */
async function openedNow(channels: Readonly<Record<string, Settings>>) {
  return migrated(4, (old) => {
    const insert = old.prepare("INSERT INTO setting VALUES ('T1', 'slack', ?, '', ?, ?)");
    for (const [channel, settings] of Object.entries(channels))
      for (const [name, value] of Object.entries(settings)) insert.run(channel, name, value);
  });
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

test('what editions of a migrated archive cite stays, and all other articles age from the migration on', async () => {
  const dayIn = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000).toISOString().slice(0, 10);
  const earliest = dayIn(0);
  const archive = await migrated(6, (old) => {
    const insert = old.prepare(`INSERT INTO article_version (workspace, id, version, is_current, content_hash,
      published_at, date_basis, origin, language, body_start, title, text)
      VALUES ('default', ?1, 1, 1, ?1, ?2, ?3, ?1, 'en', 0, '', 'Envoys met.')`);
    for (const id of ['cited', 'spare']) insert.run(id, '2020-01-01', 'stated');
    insert.run('undated', null, 'unknown');
    const citation = { articleId: 'cited', start: 0, end: 11, quote: 'Envoys met.' };
    old.prepare("INSERT INTO edition VALUES ('default', 'e', ?)").run(JSON.stringify({ brief: [{ citation }] }));
  });
  const age = (before: string) => archive.retention.age(before, 9, () => expect.unreachable());
  expect(await age(earliest)).toBe(0);
  expect((await archive.articles.list()).map(({ id }) => id)).toEqual(['cited', 'spare', 'undated']);
  expect(await age(dayIn(1))).toBe(2);
  expect((await archive.articles.list()).map(({ id }) => id)).toEqual(['cited']);
});
