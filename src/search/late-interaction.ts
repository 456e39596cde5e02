import type { Archive, PassageHit } from '../domain/archive.ts';
import type { PassageVectors, SentenceEncoder, TokenVectors } from '../domain/encoder.ts';
import { meaningful, nearest, PACKING, packed } from './packed-vectors.ts';

/** What the words of a passage count beside its meaning, as measured: `../shared/design/answers.md` has the recipe. */
const LEXICAL = 0.5;

/**
 * Milliseconds that a question waits for an encoder on a server: a reader is promised an answer within ten seconds, and
 * waits six of them for its words.
 */
const SOON_MS = 2_500;

type Store = Pick<Archive, 'passages' | 'vectors'>;

/**
 * Hits scored by meaning too: for every word of the query the nearest word of the passage, rare words counting more,
 * plus half of the lexical score. Vectors that are not stored yet are made and stored, so that a second run gives the
 * same.
 * @param hits best first
 * @throws DetenteError `encoder-unusable`, also where a server takes too long
 */
export async function byMeaning(
  archive: Store,
  encoder: SentenceEncoder,
  query: string,
  hits: readonly PassageHit[],
): Promise<PassageHit[]> {
  const soon = AbortSignal.timeout(SOON_MS);
  const asked = meaningful(await encoder.encode(query, soon));
  const [weights, vectors] = [await rarity(archive, asked), await vectorsOf(archive, encoder, hits, soon)];
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const most = Math.max(...hits.map(({ score }) => score), Number.EPSILON);
  return hits.map((hit, at) => {
    const close = nearest(asked, vectors[at] ?? new Uint8Array());
    const meaning = weights.reduce((sum, weight, word) => sum + weight * (close[word] ?? 0), 0) / all;
    return { ...hit, score: meaning + (LEXICAL * hit.score) / most };
  });
}

/** The inverse document frequency of every token's word, as BM25 has it. */
async function rarity({ passages }: Store, { words }: TokenVectors): Promise<readonly number[]> {
  const distinct = [...new Set(words)];
  const { passages: total, holding } = await passages.frequency(distinct);
  const weights = new Map(
    distinct.map((word, at) => {
      const held = holding[at] ?? 0;
      return [word, Math.log(1 + (total - held + 0.5) / (held + 0.5))];
    }),
  );
  return words.map((word) => weights.get(word) ?? 0);
}

/** The name under which an encoder's vectors are stored. */
export function storedAs({ model }: SentenceEncoder): string {
  return `${model}/${PACKING}`;
}

async function vectorsOf(
  { vectors }: Store,
  encoder: SentenceEncoder,
  hits: readonly PassageHit[],
  soon: AbortSignal,
): Promise<readonly Uint8Array[]> {
  const stored = await vectors.get(storedAs(encoder), hits);
  const all = await Promise.all(
    hits.map(async ({ quote }, at) => stored[at] ?? packed(await encoder.encode(quote, soon))),
  );
  const made: PassageVectors[] = [];
  for (const [at, hit] of hits.entries()) {
    const known = all[at];
    if (stored[at] === undefined && known !== undefined) made.push({ ...hit, packed: known });
  }
  if (made.length > 0) await vectors.put(storedAs(encoder), made);
  return all;
}
