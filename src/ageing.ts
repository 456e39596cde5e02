import { setTimeout as sleep } from 'node:timers/promises';
import type { Archive } from './domain/archive.ts';
import type { IsoDate } from './domain/article.ts';
import { retold } from './events/merging.ts';

/** Articles or old texts that are forgotten in one transaction: whoever else writes waits for it. */
const AT_ONCE = 4;

export interface Aged {
  readonly articles: number;
  /** Old texts of articles that stay. */
  readonly versions: number;
}

/**
 * Lets the archive forget articles that are of days before `before` and came in before it, and old texts of articles
 * that changed often; what a kept edition cites stays. In small steps with as long a rest between two of them, so that a
 * process that takes in or delivers meanwhile gets its turn. Several processes may do it at once, and one that is killed
 * loses nothing.
 * @param signal once aborted, the rest is left for the next time
 * @throws DetenteError `archive-unusable` or `archive-busy` where the archive cannot be written
 */
export async function ageArticles(
  { retention }: Pick<Archive, 'retention'>,
  before: IsoDate,
  signal?: AbortSignal,
): Promise<Aged> {
  const articles = await inSteps(() => retention.age(before, AT_ONCE, retold), signal);
  const versions = await inSteps(() => retention.thin(AT_ONCE), signal);
  return { articles, versions };
}

async function inSteps(step: () => Promise<number>, signal?: AbortSignal): Promise<number> {
  for (let total = 0; ; ) {
    const began = performance.now();
    const gone = signal?.aborted ? 0 : await step();
    total += gone;
    if (gone < AT_ONCE) return total;
    await sleep(performance.now() - began);
  }
}
