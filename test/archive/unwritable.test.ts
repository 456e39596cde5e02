import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Archive } from '../../src/domain/archive.ts';
import { NO_DISK, smallDisk } from '../small-disk.ts';
import { readArticle } from './articles.ts';

const AT = '2031-05-08T07:00:00Z';

/** An archive with one article that was closed in order. */
async function stored(path: string): Promise<string> {
  const archive = await openSqliteArchive(path);
  await archive.articles.put([readArticle({ id: 'a', text: 'Envoys met.' })]);
  await archive.close();
  return path;
}

async function opened(path: string) {
  const reasons: string[] = [];
  const archive = await openSqliteArchive(path, { onUnwritable: (reason) => void reasons.push(reason) });
  onTestFinished(() => archive.close());
  return { archive, reasons };
}

const writes = (archive: Archive) => archive.desk.firstSeen('slack', 'r1', AT);
const ids = async (archive: Archive) => (await archive.articles.outline()).map(({ id }) => id);

test('an archive on a file system that is read-only is read, says so, and is written once it can be', async ({
  skip,
}) => {
  const disk = smallDisk('4m') ?? skip(NO_DISK);
  const path = await stored(join(disk.folder, 'archive.sqlite'));
  disk.makeReadOnly();
  const { archive, reasons } = await opened(path);
  expect(reasons).toEqual([expect.stringContaining(path)]);
  expect(await ids(archive)).toEqual(['a']);
  await expect(writes(archive)).rejects.toMatchObject({
    code: 'archive-unusable',
    message: expect.stringContaining('may not be written'),
  });
  disk.makeWritable();
  expect(await writes(archive)).toBe(true);
  expect(await writes(archive)).toBe(false);
  expect(await ids(archive)).toEqual(['a']);
});

test('one that a killed process left is read with all that was acknowledged, and written once it can be', async ({
  skip,
}) => {
  const disk = smallDisk('64m') ?? skip(NO_DISK);
  const path = join(disk.folder, 'archive.sqlite');
  const script = join(import.meta.dirname, 'put-loop.ts');
  const writer = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, path, 'run', '1000000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(writer, 'close');
  let output = '';
  writer.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  await once(writer.stdout, 'data');
  await sleep(300);
  writer.kill('SIGKILL');
  await ended;
  const acknowledged = output.split('\n').slice(0, -1);
  expect(acknowledged.length).toBeGreaterThan(0);
  disk.makeReadOnly();
  const { archive } = await opened(path);
  expect(await ids(archive)).toEqual(expect.arrayContaining(acknowledged));
  await expect(writes(archive)).rejects.toMatchObject({ code: 'archive-unusable' });
  disk.makeWritable();
  expect(await writes(archive)).toBe(true);
});

test('an archive on a full disk is read, and written once there is room', async ({ skip }) => {
  const disk = smallDisk('4m') ?? skip(NO_DISK);
  const path = await stored(join(disk.folder, 'archive.sqlite'));
  disk.fill();
  const { archive, reasons } = await opened(path);
  expect(reasons).toEqual([expect.stringContaining('is full')]);
  expect(await ids(archive)).toEqual(['a']);
  await expect(writes(archive)).rejects.toThrow(/is full/);
  disk.clear();
  expect(await writes(archive)).toBe(true);
});

test('an archive that another process wrote meanwhile is read anew after half a minute', async ({ skip }) => {
  const disk = smallDisk('4m') ?? skip(NO_DISK);
  const path = await stored(join(disk.folder, 'archive.sqlite'));
  disk.makeReadOnly();
  const { archive } = await opened(path);
  disk.makeWritable();
  const other = await opened(path);
  await other.archive.articles.put([readArticle({ id: 'b', text: 'Envoys left.' })]);
  expect(await ids(archive)).toEqual(['a']);
  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now + 31_000);
  onTestFinished(() => void vi.restoreAllMocks());
  expect(await ids(archive)).toEqual(['a', 'b']);
});

test.for(['older', 'newer'] as const)(
  'one of %s tables on a read-only file system is refused',
  async (age, { skip }) => {
    const disk = smallDisk('4m') ?? skip(NO_DISK);
    const path = await stored(join(disk.folder, 'archive.sqlite'));
    setVersion(path, age === 'older' ? 1 : 1_000);
    disk.makeReadOnly();
    await expect(openSqliteArchive(path)).rejects.toMatchObject({ code: 'archive-unusable' });
  },
);

test('a newer archive is refused and left byte for byte, also where a killed process left its journal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const live = await stored(join(folder, 'live.sqlite'));
  const writer = new DatabaseSync(live);
  onTestFinished(() => writer.close());
  writer.exec('UPDATE schema_version SET version = 1000');
  const path = join(folder, 'archive.sqlite');
  for (const part of ['', '-wal', '-shm']) copyFileSync(`${live}${part}`, `${path}${part}`);
  const kept = () => ['', '-wal'].map((part) => readFileSync(`${path}${part}`).toString('base64'));
  const before = kept();
  await expect(openSqliteArchive(path)).rejects.toThrow(/newer Détente/);
  expect(kept()).toEqual(before);
  expect(
    readdirSync(folder)
      .filter((name) => name.startsWith('archive'))
      .sort(),
  ).toEqual(['archive.sqlite', 'archive.sqlite-shm', 'archive.sqlite-wal']);
});

function setVersion(path: string, version: number): void {
  const file = new DatabaseSync(path);
  file.exec(`UPDATE schema_version SET version = ${version}`);
  file.close();
}
