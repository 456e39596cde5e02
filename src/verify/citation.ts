import type { Archive } from '../domain/archive.ts';
import type { Citation } from '../domain/citation.ts';

/** Whether some stored version of the article holds the quote at the citation's offsets, compared code unit by code unit. */
export async function holds(
  archive: { readonly articles: Pick<Archive['articles'], 'resolve'> },
  citation: Citation,
): Promise<boolean> {
  return (await archive.articles.resolve(citation)) !== undefined;
}

/** Of the given items those whose citations all hold: the last gate before a reader. */
export async function verified<T>(
  archive: { readonly articles: Pick<Archive['articles'], 'resolve'> },
  items: readonly T[],
  citationsOf: (item: T) => readonly Citation[],
): Promise<T[]> {
  const kept: T[] = [];
  for (const item of items) {
    const checks = await Promise.all(citationsOf(item).map((citation) => holds(archive, citation)));
    if (checks.every(Boolean)) kept.push(item);
  }
  return kept;
}
