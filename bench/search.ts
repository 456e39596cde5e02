import { DatabaseSync } from 'node:sqlite';
import type { Archive } from '../src/domain/archive.ts';
import { searchPassages } from '../src/search/passages.ts';
import { type Asked, HITS, timedRows } from './asked.ts';
import type { Section } from './figures.ts';
import { bareIndex, insertAll } from './ingest.ts';
import type { CorpusPassage } from './passages.ts';

/** Milliseconds of one search of ten hits, over the same text and the same questions. */
export async function searchSection(
  archive: Archive,
  passages: readonly CorpusPassage[],
  queries: readonly string[],
  peer: Asked,
): Promise<Section> {
  const all: Asked[] = [
    { name: '`detente search`', ask: (query) => searchPassages(archive, query, { limit: HITS }) },
    peer,
    { name: 'bare FTS5, stop words left in', ask: bareSearch(passages) },
  ];
  return {
    heading: 'Search',
    about: `${queries.length} news questions over ${passages.length} passages, ten hits each; ours on disk, the peers in memory.`,
    headings: ['', 'p50 ms', 'p99 ms', 'p50 against ours'],
    rows: await timedRows(all, queries, { warming: queries.slice(0, 20), high: 0.99 }),
  };
}

function bareSearch(passages: readonly CorpusPassage[]): Asked['ask'] {
  const database = new DatabaseSync(':memory:');
  database.exec(bareIndex);
  insertAll(database, passages);
  const select = database.prepare('SELECT article, text FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?');
  return (query) => select.all(anyWord(query), HITS);
}

function anyWord(query: string): string {
  return (query.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' OR ');
}
