import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenVectors } from '../../src/domain/encoder.ts';
import { meaningful, nearest, packed } from '../../src/search/packed-vectors.ts';

const DIMENSIONS = 64;

/** Rows as models make them: no number far out. */
const rowArbitrary = fc
  .array(fc.tuple(fc.double({ min: 0.3, max: 1, noNaN: true }), fc.boolean()), {
    minLength: DIMENSIONS,
    maxLength: DIMENSIONS,
  })
  .map((row) => row.map(([value, negative]) => (negative ? -value : value)))
  .map((row) => row.map((value) => value / Math.hypot(...row)));

function vectorsOf(words: readonly string[], rows: readonly (readonly number[])[]): TokenVectors {
  return { words, values: Float32Array.from(rows.flat()), dimensions: DIMENSIONS };
}

describe('packed vectors', () => {
  it('take half a byte a number, and none for stop words and punctuation', () => {
    const rows = Array.from({ length: 4 }, (_, at) =>
      Array.from({ length: DIMENSIONS }, (_, one) => (one === at ? 1 : 0)),
    );
    expect(packed(vectorsOf(['the', 'truce', '.', 'held'], rows))).toHaveLength((2 * DIMENSIONS) / 2);
    expect(meaningful(vectorsOf(['the', 'truce', '.', 'held'], rows)).words).toEqual(['truce', 'held']);
  });

  it('keep all rows where every word is a stop word', () => {
    const rows = [[1, ...Array<number>(DIMENSIONS - 1).fill(0)]];
    expect(meaningful(vectorsOf(['who'], rows)).words).toEqual(['who']);
    expect(packed(vectorsOf([], []))).toHaveLength(0);
  });

  it('give back a dot product within .15 of the exact one', () => {
    fc.assert(
      fc.property(rowArbitrary, rowArbitrary, (one, other) => {
        const exact = one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
        const [close = -1] = nearest(vectorsOf(['truce'], [one]), packed(vectorsOf(['calm'], [other])));
        expect(Math.abs(close - exact)).toBeLessThan(0.15);
      }),
      { seed: 20_311, numRuns: 200 },
    );
  });

  it('let every word of a question find its nearest one, wherever it stands', () => {
    const unit = (at: number) =>
      Array.from({ length: DIMENSIONS }, (_, one) => (one % 8 === at ? 1 / Math.sqrt(8) : 0));
    const passage = packed(vectorsOf(['ships', 'left', 'port'], [unit(0), unit(1), unit(2)]));
    const [one = 0, other = 0] = nearest(vectorsOf(['port', 'mars'], [unit(2), unit(5)]), passage);
    expect(one).toBeGreaterThan(0.8);
    expect(other).toBeLessThan(0.1);
  });
});
