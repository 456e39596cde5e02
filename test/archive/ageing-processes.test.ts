import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { addTo } from '../archive-of.ts';

const OLD = 80;
const BEFORE = '2031-04-01';
const script = fileURLToPath(new URL('age-loop.ts', import.meta.url));

async function archiveWithOldArticles(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'detente-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'archive.sqlite');
  const archive = await openSqliteArchive(path);
  const told = (at: number) =>
    `Round ${at}: Norway and Sweden held talks in Oslo on Tuesday. Norway condemned Denmark.`;
  const old = Array.from({ length: OLD }, (_, at) => ({ id: `old${at}`, publishedAt: '2031-03-04', text: told(at) }));
  await addTo(archive, [...old, { id: 'recent', publishedAt: '2031-05-06', text: told(OLD) }], {
    today: '2031-01-01',
  });
  await archive.close();
  return path;
}

test('two processes that age one archive forget each article once', async () => {
  const path = await archiveWithOldArticles();
  const both = [start(path), start(path)];
  await Promise.all(both.map(({ ready }) => ready));
  for (const { begin } of both) begin();
  expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
  const gone = both.map(({ lines }) => Number(lines().at(-1)));
  expect(gone.reduce((sum, one) => sum + one, 0)).toBe(OLD);
  await expectWhole(path);
}, 60_000);

test('one that is killed in the middle leaves whole articles, and the next one goes on', async () => {
  const path = await archiveWithOldArticles();
  for (let kill = 0; kill < 3; kill += 1) {
    const { child, ready, begin, ended } = start(path);
    await ready;
    begin();
    await sleep(Math.random() * 60);
    child.kill('SIGKILL');
    await ended;
    expectNothingLoose(path);
  }
  const last = start(path);
  await last.ready;
  last.begin();
  expect(await last.ended).toBe(0);
  await expectWhole(path);
}, 60_000);

function start(path: string) {
  const values = ['--disable-warning=ExperimentalWarning', script, path, BEFORE];
  const child = spawn(process.execPath, values, { stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const ready = once(child.stdout, 'data');
  const begin = () => child.stdin.write('begin\n');
  return { child, ready, begin, ended, lines: () => output.trim().split('\n') };
}

async function expectWhole(path: string): Promise<void> {
  expectNothingLoose(path);
  const archive = await openSqliteArchive(path);
  expect((await archive.articles.list()).map(({ id }) => id)).toEqual(['recent']);
  expect((await archive.ledger.entries()).map(({ firstReport }) => firstReport)).toEqual(['2031-05-06', '2031-05-06']);
  await archive.close();
}

/** What was read out of articles is of articles that are there, and the index holds exactly their words. */
function expectNothingLoose(path: string): void {
  const file = new DatabaseSync(path);
  expect(file.prepare('PRAGMA integrity_check').get()?.['integrity_check']).toBe('ok');
  file.exec("INSERT INTO passage_words (passage_words, rank) VALUES ('integrity-check', 1)");
  for (const table of ['passage', 'mention', 'mention_actor', 'fingerprint', 'person_seen', 'anchor'])
    expect([table, count(file, `SELECT count(*) AS count FROM ${table} WHERE article_id NOT IN ${ARTICLES}`)]).toEqual([
      table,
      0,
    ]);
  expect(count(file, 'SELECT count(*) AS count FROM passage_words')).toBe(
    count(file, 'SELECT count(*) AS count FROM passage'),
  );
  expect(count(file, UNREPORTED)).toBe(0);
  file.close();
}

const ARTICLES = '(SELECT id FROM article_version)';
const UNREPORTED = `
  SELECT count(*) AS count FROM event WHERE NOT EXISTS (SELECT 1 FROM mention WHERE mention.event_id = event.id)`;

function count(file: DatabaseSync, sql: string): number {
  return Number(file.prepare(sql).get()?.['count']);
}
