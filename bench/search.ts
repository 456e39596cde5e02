import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import type { Archive } from '../src/domain/archive.ts';
import { searchPassages } from '../src/search/passages.ts';
import { percentile, ratio, rounded, type Section } from './figures.ts';
import { bareIndex, insertAll } from './ingest.ts';
import type { CorpusPassage } from './passages.ts';

const hits = 10;

type Search = (query: string) => unknown;

interface Peer {
  readonly name: string;
  readonly search: Search;
}

/** Milliseconds of one search of ten hits, over the same text and the same questions. */
export async function searchSection(
  archive: Archive,
  passages: readonly CorpusPassage[],
  queries: readonly string[],
): Promise<Section> {
  const peers: Peer[] = [
    { name: '`detente search`', search: (query) => searchPassages(archive, query, { limit: hits }) },
    { name: 'minisearch', search: miniSearch(passages) },
    { name: 'bare FTS5, stop words left in', search: bareSearch(passages) },
  ];
  const rows: string[][] = [];
  let ours = Number.NaN;
  for (const { name, search } of peers) {
    const took = await timesOf(search, queries);
    const p50 = percentile(took, 0.5);
    if (Number.isNaN(ours)) ours = p50;
    rows.push([name, rounded(p50), rounded(percentile(took, 0.99)), ratio(p50, ours)]);
  }
  return {
    heading: 'Search',
    about: `${queries.length} news questions over ${passages.length} passages, ten hits each; ours on disk, the peers in memory.`,
    headings: ['', 'p50 ms', 'p99 ms', 'p50 against ours'],
    rows,
  };
}

/** The first queries are asked twice: a search is timed warm. */
async function timesOf(search: Search, queries: readonly string[]): Promise<number[]> {
  for (const query of queries.slice(0, 20)) await search(query);
  const took: number[] = [];
  for (const query of queries) {
    const began = performance.now();
    await search(query);
    took.push(performance.now() - began);
  }
  return took;
}

function miniSearch(passages: readonly CorpusPassage[]): Search {
  const index = new MiniSearch<CorpusPassage>({ fields: ['text'], storeFields: ['article'] });
  index.addAll(passages);
  return (query) => index.search(query).slice(0, hits);
}

function bareSearch(passages: readonly CorpusPassage[]): Search {
  const database = new DatabaseSync(':memory:');
  database.exec(bareIndex);
  insertAll(database, passages);
  const select = database.prepare('SELECT article, text FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?');
  return (query) => select.all(anyWord(query), hits);
}

function anyWord(query: string): string {
  return (query.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' OR ');
}
