import { situationsBetween } from '../brief/situation.ts';
import type { Archive } from '../domain/archive.ts';

/** What can be typed into the options of a command, the likeliest first. */
export interface CompletionIndex {
  /** Names such as "Iran–Pakistan": the configured ones, then the pairs with most events between them. */
  readonly situation: readonly string[];
  /** Who acts, most acts first. */
  readonly actor: readonly string[];
  /** Days of articles, `2024-01-19`, the latest first. */
  readonly date: readonly string[];
  /** Most articles first. */
  readonly outlet: readonly string[];
}

/** More pairs than anybody looks through; archives of many crises have thousands. */
const MOST_PAIRS = 500;

export async function completionIndex(
  { articles, ledger }: Pick<Archive, 'articles' | 'ledger'>,
  situations: readonly string[],
): Promise<CompletionIndex> {
  const [outlines, entries] = await Promise.all([articles.outline(), ledger.entries()]);
  const events = entries.map(({ outline }) => outline);
  const pairs = situationsBetween(events).slice(0, MOST_PAIRS);
  return {
    situation: [...new Set([...situations, ...pairs.map(({ name }) => name)])],
    actor: byCount(events.flatMap(({ actors }) => actors)),
    date: [...new Set(outlines.flatMap(({ publishedAt }) => publishedAt ?? []))].sort().reverse(),
    outlet: byCount(outlines.flatMap(({ outlet }) => outlet ?? [])),
  };
}

/** Each value once, the most frequent first; ties by name. */
function byCount(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([value]) => value);
}
