import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVariant, says, stemLine, variantsOf } from '../../src/text/thesaurus.ts';
import { stem } from '../../src/text/words.ts';

const known = ['mediate', 'broker', 'kill', 'strike', 'recall', 'phone', 'agree', 'truce', 'condemn', 'ship'].map(stem);

describe('words that can stand for each other', () => {
  it.each([
    ['broker', 'mediate'],
    ['expel', 'expulsion'],
    ['ceasefire', 'truce'],
    ['suspend', 'suspension'],
    ['invade', 'invasion'],
  ])('%s and %s', (one, other) => {
    expect(isVariant(stem(one), stem(other)) || says(stemLine(other), stem(one))).toBe(true);
  });

  it.each([
    ['mediate', 'meditate'],
    ['accept', 'reject'],
    ['open', 'close'],
    ['accord', 'according'],
  ])('not %s and %s', (one, other) => {
    expect(says(stemLine(other), stem(one))).toBe(false);
  });

  it('stand for each other both ways, and each for itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), (one) => {
        expect(isVariant(one, one)).toBe(true);
        for (const other of variantsOf(one)) expect(isVariant(other, one)).toBe(true);
      }),
      { seed: 20_312 },
    );
  });

  it('are also said by phrases', () => {
    expect(says(stemLine('The envoys were thrown out on Monday.'), stem('expelled'))).toBe(true);
  });
});
