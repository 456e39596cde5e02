import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';

const KILLS = process.env['DETENTE_LONG'] ? 300 : 8;
const FEEDS = 10;
const script = fileURLToPath(new URL('poll-loop.ts', import.meta.url));
const compileCache = fileURLToPath(new URL('../../src/compile-cache.mjs', import.meta.url));

test(
  `of two processes that poll the same feeds, one killed ${KILLS} times, no poll is made twice and none is lost`,
  async () => {
    const polls = KILLS * 20;
    const path = await archiveWithFeeds();
    const steady = start(path, 'steady', polls);
    const killed: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const process = start(path, `killed ${kill}`, polls);
      await Promise.race([once(process.child.stdout ?? process.child, 'data'), process.ended]);
      await sleep(Math.random() * 40);
      process.child.kill('SIGKILL');
      await process.ended;
      killed.push(...process.lines());
    }
    const other = start(path, 'other', polls);
    expect(await Promise.all([steady.ended, other.ended])).toEqual([0, 0]);
    const acknowledged = [...killed, ...steady.lines(), ...other.lines()];
    console.info(`${KILLS} kills, ${killed.length} polls acknowledged by killed processes of ${acknowledged.length}`);
    expect(killed.length).toBeGreaterThan(KILLS / 2);
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    // a killed process may have settled a poll that it could not say any more
    expect(acknowledged.length).toBeGreaterThanOrEqual(FEEDS * polls - KILLS);
    await expectExact(path, polls);
  },
  KILLS * 10_000,
);

async function archiveWithFeeds(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'detente-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'archive.sqlite');
  const archive = await openSqliteArchive(path);
  for (let at = 0; at < FEEDS; at += 1)
    await archive.feeds.add({ url: `https://feed${at}.example/`, addedAt: at, nextAt: 0 });
  await archive.close();
  return path;
}

/** Every poll noted its item, and counted it once however often it was begun. */
async function expectExact(path: string, polls: number): Promise<void> {
  const archive = await openSqliteArchive(path);
  const keys = Array.from({ length: polls }, (_, at) => `${at}`);
  for (const feed of await archive.feeds.list()) {
    expect(feed).toMatchObject({ nextAt: polls, seen: polls, taken: polls, failures: 0 });
    expect((await archive.feeds.seen(feed.url, keys)).size).toBe(polls);
  }
  await archive.close();
}

function start(path: string, name: string, polls: number) {
  const flags = ['--import', compileCache, '--disable-warning=ExperimentalWarning'];
  const child: ChildProcess = spawn(process.execPath, [...flags, script, path, name, String(polls)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, ended, lines: () => output.split('\n').slice(0, -1) };
}
