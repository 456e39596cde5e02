import MiniSearch from 'minisearch';
import { percentile, ratio, rounded } from './figures.ts';
import type { CorpusPassage } from './passages.ts';

/** Something that is put questions to and timed. */
export interface Asked {
  readonly name: string;
  readonly ask: (question: string) => unknown;
}

/** Passages that every search is asked for. */
export const HITS = 10;

/**
 * A row for each: its name, the median and a higher percentile in milliseconds, and its median against the first one's.
 * @param warming asked before, untimed: all is timed warm
 */
export async function timedRows(
  all: readonly Asked[],
  questions: readonly string[],
  { warming, high }: { readonly warming: readonly string[]; readonly high: number },
): Promise<string[][]> {
  const rows: string[][] = [];
  let ours: number | undefined;
  for (const { name, ask } of all) {
    for (const question of warming) await ask(question);
    const took = await timesOf(ask, questions);
    const p50 = percentile(took, 0.5);
    ours ??= p50;
    rows.push([name, rounded(p50), rounded(percentile(took, high)), ratio(p50, ours)]);
  }
  return rows;
}

async function timesOf(ask: Asked['ask'], questions: readonly string[]): Promise<readonly number[]> {
  const took: number[] = [];
  for (const question of questions) {
    const began = performance.now();
    await ask(question);
    took.push(performance.now() - began);
  }
  return took;
}

export function miniSearch(passages: readonly CorpusPassage[]): Asked {
  const index = new MiniSearch<CorpusPassage>({ fields: ['text'], storeFields: ['article'] });
  index.addAll(passages);
  return { name: 'minisearch', ask: (question) => index.search(question).slice(0, HITS) };
}
