import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { ratio, rounded, type Section } from './figures.ts';
import type { CorpusPassage } from './passages.ts';

interface IngestRun {
  readonly ms: number;
  readonly passages: number;
  readonly reindexMs: number;
  readonly megabytes: readonly number[];
}

export function runIngest(articles: string, archive: string, count: number): IngestRun {
  const script = fileURLToPath(new URL('./ingest-run.ts', import.meta.url));
  const out = execFileSync(process.execPath, [script, articles, archive, String(count)], { encoding: 'utf8' });
  return JSON.parse(out) as IngestRun;
}

/** Passages a second against what the disk and SQLite take for the same text without reading a word of it. */
export function ingestSection(run: IngestRun, passages: readonly CorpusPassage[], folder: string): Section {
  const rate = (ms: number) => (1000 * run.passages) / ms;
  const line = (name: string, ms: number) => [name, String(Math.round(rate(ms))), ratio(run.ms, ms)];
  return {
    heading: 'Ingest',
    about: `${run.passages} passages. Ingest finds sentences, dates, events and near-copies; the peers store the same text.`,
    headings: ['', 'passages/s', 'times as fast as ingest'],
    rows: [
      line('`detente ingest`', run.ms),
      line('`detente reindex`', run.reindexMs),
      line('node:sqlite, rows alone', insertMs(passages, join(folder, 'rows.sqlite'), bareTable)),
      line('node:sqlite, bare FTS5', insertMs(passages, join(folder, 'fts.sqlite'), bareIndex)),
    ],
  };
}

export function memorySection({ megabytes }: IngestRun): Section {
  const growth = ratio(megabytes.at(-1) ?? 0, megabytes[0] ?? 1);
  return {
    heading: 'Memory of an ingest',
    about: `Resident memory at each tenth of the articles: the last is ${growth} the first.`,
    headings: ['', ...megabytes.map((_, index) => `${(index + 1) * 10} %`)],
    rows: [['MB', ...megabytes.map(rounded)]],
  };
}

const bareTable = 'CREATE TABLE passage (article TEXT, text TEXT)';
export const bareIndex =
  "CREATE VIRTUAL TABLE passage USING fts5(article UNINDEXED, text, tokenize='porter unicode61')";
/** As many articles as ingest stores at once would be about this many rows. */
const batchSize = 2000;

function insertMs(passages: readonly CorpusPassage[], path: string, schema: string): number {
  const database = new DatabaseSync(path);
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${schema}`);
  const began = performance.now();
  insertAll(database, passages);
  const ms = performance.now() - began;
  database.close();
  return ms;
}

export function insertAll(database: DatabaseSync, passages: readonly CorpusPassage[]): void {
  const insert = database.prepare('INSERT INTO passage (article, text) VALUES (?, ?)');
  for (let start = 0; start < passages.length; start += batchSize) {
    database.exec('BEGIN');
    for (const { article, text } of passages.slice(start, start + batchSize)) insert.run(article, text);
    database.exec('COMMIT');
  }
}
