import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';

const COUNT = 36;
const NAMES = ['north', 'south'];
const script = fileURLToPath(new URL('intake-loop.ts', import.meta.url));

interface Report {
  readonly added: number;
  readonly known: number;
  readonly updated: number;
  readonly rejected: number;
}

test('what two processes take in at the same time is stored once: one article a text, one an address', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'archive.sqlite');
  await (await openSqliteArchive(path)).close();
  const instant = String(Date.now() + 2_000);
  const reports = await Promise.all(NAMES.map((name) => run(path, name, instant)));
  const sum = (of: keyof Report) => reports.reduce((total, report) => total + report[of], 0);
  const third = COUNT / 3;
  expect([sum('added'), sum('updated'), sum('known'), sum('rejected')]).toEqual([COUNT, third, 2 * third, 0]);
  const rows = versions(path);
  const current = rows.filter(({ is_current }) => is_current === 1);
  expect(current).toHaveLength(COUNT);
  expect(rows).toHaveLength(COUNT + third);
  for (const name of ['url', 'content_hash'] as const)
    for (const [value, same] of Map.groupBy(rows, (row) => row[name]))
      expect([value, new Set(same.map(({ id }) => id)).size]).toEqual([value, 1]);
}, 60_000);

async function run(path: string, name: string, instant: string): Promise<Report> {
  const flags = ['--disable-warning=ExperimentalWarning'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, script, path, name, `${COUNT}`, instant]);
  return JSON.parse(stdout) as Report;
}

function versions(path: string) {
  interface Row {
    readonly id: string;
    readonly url: string;
    readonly content_hash: string;
    readonly is_current: number;
  }
  const file = new DatabaseSync(path);
  const rows = file.prepare('SELECT id, url, content_hash, is_current FROM article_version').all();
  file.close();
  return rows as unknown as Row[];
}
