import type { SentenceEncoder, TokenVectors } from '../../src/domain/encoder.ts';
import { words } from '../../src/text/words.ts';

/** Words of one meaning share a direction; every other word has one of its own, by its letters. */
const CONCEPTS: readonly RegExp[] = [/^(mediat|arbitrat|broker)/, /^(truce|ceasefire)/];
const DIMENSIONS = 128;

/** An encoder that knows two concepts, and what it was asked to encode. */
export class ConceptEncoder implements SentenceEncoder {
  readonly model = 'concepts';
  readonly texts: string[] = [];

  async encode(text: string): Promise<TokenVectors> {
    this.texts.push(text);
    const found = words(text);
    const values = new Float32Array(found.length * DIMENSIONS);
    found.forEach((word, at) => {
      for (const index of directionOf(word)) values[at * DIMENSIONS + index] = 1 / 4;
    });
    return { words: found, values, dimensions: DIMENSIONS };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Sixteen of the dimensions, so that the row has length 1. */
function directionOf(word: string): number[] {
  const concept = CONCEPTS.findIndex((one) => one.test(word));
  let seed =
    concept >= 0
      ? concept + 1
      : [...word].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
  const chosen = new Set<number>();
  while (chosen.size < 16) {
    seed = (seed * 75 + 74) % 65_537;
    chosen.add(seed % DIMENSIONS);
  }
  return [...chosen];
}
