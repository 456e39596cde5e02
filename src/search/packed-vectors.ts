import type { TokenVectors } from '../domain/encoder.ts';
import { isStopWord } from '../text/words.ts';

/**
 * How vectors are packed, part of what they are stored under. Stop words and punctuation are left out, every number
 * takes 4 bits: about 2.9 KB a sentence. Measured on 86 questions over 2,451 articles and 24 over five, the ranks are
 * those of whole float vectors (`npm run eval`).
 */
export const PACKING = 'q4';

/** Steps on either side of zero. */
const STEPS = 7;
/** What is farther out than this many root mean squares is cut: of normal numbers one in 140. */
const CLIPPED = 2.7;

/** The width of one step: the root mean square of a row of length 1 is 1 / √dimensions. */
function stepOf(dimensions: number): number {
  return CLIPPED / Math.sqrt(dimensions) / STEPS;
}

/** Rows of the words that carry meaning; all rows where none does. */
export function meaningful({ words, values, dimensions }: TokenVectors): TokenVectors {
  const kept = words.flatMap((word, at) => (carriesMeaning(word) ? [at] : []));
  if (kept.length === 0 || kept.length === words.length) return { words, values, dimensions };
  const rows = new Float32Array(kept.length * dimensions);
  kept.forEach((from, to) => {
    rows.set(values.subarray(from * dimensions, (from + 1) * dimensions), to * dimensions);
  });
  return { words: kept.map((at) => words[at] ?? ''), values: rows, dimensions };
}

function carriesMeaning(word: string): boolean {
  return /[\p{L}\p{N}]/u.test(word) && !isStopWord(word);
}

/** Two numbers a byte, row after row. */
export function packed(vectors: TokenVectors): Uint8Array {
  const { values, dimensions } = meaningful(vectors);
  const step = stepOf(dimensions);
  const bytes = new Uint8Array(values.length / 2);
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = (level(values[2 * at], step) << 4) | level(values[2 * at + 1], step);
  return bytes;
}

/** 0 to 14, 7 for zero. */
function level(value = 0, step: number): number {
  return Math.max(-STEPS, Math.min(STEPS, Math.round(value / step))) + STEPS;
}

/**
 * For every row of a question the dot product with the row of a passage that is nearest to it, about -1 to 1.
 * Late interaction as of ColBERT: https://arxiv.org/abs/2004.12832
 */
export function nearest(question: TokenVectors, passage: Uint8Array): Float32Array {
  const { words, values, dimensions } = question;
  const best = new Float32Array(words.length).fill(-1);
  const width = dimensions / 2;
  const row = new Float32Array(dimensions);
  const step = stepOf(dimensions);
  for (let from = 0; from + width <= passage.length; from += width) {
    unpackInto(row, passage, from, step);
    for (let at = 0; at < best.length; at += 1) best[at] = Math.max(best[at] ?? -1, dot(values, at * dimensions, row));
  }
  return best;
}

function unpackInto(row: Float32Array, bytes: Uint8Array, from: number, step: number): void {
  for (let at = 0; at < row.length; at += 2) {
    const byte = bytes[from + at / 2] ?? 0;
    row[at] = ((byte >> 4) - STEPS) * step;
    row[at + 1] = ((byte & 15) - STEPS) * step;
  }
}

function dot(values: Float32Array, from: number, row: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < row.length; at += 1) sum += (values[from + at] ?? 0) * (row[at] ?? 0);
  return sum;
}
