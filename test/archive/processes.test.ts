import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';

const KILLS = process.env['DETENTE_LONG'] ? 1_000 : 50;
/** Most of the time a process starts: two at a time take half of it. */
const LANES = 2;
const script = fileURLToPath(new URL('put-loop.ts', import.meta.url));
const compileCache = fileURLToPath(new URL('../../src/compile-cache.mjs', import.meta.url));

test(
  `${KILLS} kills in the middle of puts lose no acknowledged one and leave an archive that opens`,
  async () => {
    const lanes = await Promise.all(Array.from({ length: LANES }, () => killedOverAndOver(KILLS / LANES)));
    const acknowledged = lanes.reduce((sum, one) => sum + one, 0);
    console.info(`${KILLS} kills, ${acknowledged} acknowledged articles and deliveries, 0 lost`);
    expect(acknowledged).toBeGreaterThan(KILLS);
  },
  KILLS * 3000,
);

/** One archive, and one process after the other that writes to it. Gives how much was acknowledged. */
async function killedOverAndOver(kills: number): Promise<number> {
  const path = scratchFile();
  const acknowledged: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const writer = start(path, `run${kill}`, 1e9);
    await once(writer.process.stdout ?? writer.process, 'data');
    await sleep(Math.random() * 60);
    writer.process.kill('SIGKILL');
    await writer.ended;
    acknowledged.push(...writer.lines());
    const archive = await openSqliteArchive(path);
    const stored = new Set((await archive.articles.outline()).map((article) => article.id));
    const noted = new Set((await archive.outbox.recent({ limit: 1e6 })).map(({ key }) => key));
    await archive.close();
    expect(acknowledged.filter((id) => !stored.has(id) || !noted.has(id))).toEqual([]);
    expect(noted.size).toBeLessThanOrEqual(stored.size);
  }
  expectWhole(path);
  return acknowledged.length;
}

test('two processes that open a new file and write at once both succeed', async () => {
  const path = scratchFile();
  const writers = ['north', 'south'].map((name) => start(path, name, 40));
  expect(await Promise.all(writers.map((writer) => writer.ended))).toEqual([0, 0]);
  const archive = await openSqliteArchive(path);
  expect((await archive.articles.outline()).length).toBe(80);
  expect((await archive.mentions.find({ actors: ['north'] })).length).toBe(1600);
  expect((await archive.passages.find({ terms: ['south'], limit: 5000 })).length).toBe(1600);
  await archive.close();
  expectWhole(path);
}, 30_000);

function scratchFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'detente-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'new', 'archive.sqlite');
}

function start(
  path: string,
  prefix: string,
  count: number,
): { process: ChildProcess; ended: Promise<number | null>; lines: () => string[] } {
  const child = spawn(
    process.execPath,
    ['--import', compileCache, '--disable-warning=ExperimentalWarning', script, path, prefix, String(count)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  // A line that was cut by the kill was not acknowledged to anyone.
  return { process: child, ended, lines: () => output.split('\n').slice(0, -1) };
}

/** No page is damaged, and the index holds exactly the words that were put into it. */
function expectWhole(path: string): void {
  const file = new DatabaseSync(path);
  expect(file.prepare('PRAGMA integrity_check').get()?.['integrity_check']).toBe('ok');
  file.exec("INSERT INTO passage_words (passage_words, rank) VALUES ('integrity-check', 1)");
  const counts = 'SELECT (SELECT count(*) FROM passage) AS rows, (SELECT count(*) FROM passage_words) AS indexed';
  const { rows, indexed } = file.prepare(counts).get() ?? {};
  expect(indexed).toBe(rows);
  file.close();
}
