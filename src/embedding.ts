import type { Archive } from './domain/archive.ts';
import type { Passage } from './domain/citation.ts';
import type { PassageVectors, SentenceEncoder } from './domain/encoder.ts';
import { storedAs } from './search/late-interaction.ts';
import { packed } from './search/packed-vectors.ts';

interface EmbedOptions {
  readonly signal?: AbortSignal;
  /** Only of articles of which nothing was stored yet when the archive's `mark` gave this number. */
  readonly since?: number;
  /** @param made passages so far */
  readonly onProgress?: (made: number) => void;
}

/**
 * Makes the token vectors that are missing, newest articles first, an article at a time: whatever ends it, what is made
 * stays, and the next run goes on. Gives the number of passages.
 */
export async function embedMissing(
  archive: Pick<Archive, 'articles' | 'vectors'>,
  encoder: SentenceEncoder,
  { signal, since, onProgress }: EmbedOptions = {},
): Promise<number> {
  const { atOnce = 1 } = encoder;
  let made = 0;
  for (const id of await newestFirst(archive, since)) {
    const passages = await archive.vectors.missing(storedAs(encoder), id);
    const text = passages.length === 0 ? '' : ((await archive.articles.get(id))?.text ?? '');
    const vectors: PassageVectors[] = [];
    const encoded = async (passage: Passage) =>
      ({ ...passage, packed: packed(await encoder.encode(text.slice(passage.start, passage.end))) }) as const;
    for (let from = 0; from < passages.length; from += atOnce) {
      if (signal?.aborted) return made;
      vectors.push(...(await Promise.all(passages.slice(from, from + atOnce).map(encoded))));
      onProgress?.(made + vectors.length);
    }
    await archive.vectors.put(storedAs(encoder), vectors);
    made += vectors.length;
  }
  return made;
}

async function newestFirst({ articles }: Pick<Archive, 'articles'>, since?: number): Promise<readonly string[]> {
  const outlines = await (since === undefined
    ? articles.outline()
    : articles.outlines(await articles.storedAfter(since)));
  return outlines
    .toSorted((one, other) => (other.publishedAt ?? '').localeCompare(one.publishedAt ?? ''))
    .map(({ id }) => id);
}
