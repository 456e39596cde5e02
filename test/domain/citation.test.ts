import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cite, isNonEmpty, type Statement } from '../../src/index.ts';

const article = { id: 'a', text: 'China offered to mediate.' };

describe('a statement', () => {
  it('without a citation does not compile', () => {
    // @ts-expect-error an empty list is no evidence
    const uncited: Statement = { text: 'China offered to mediate.', citations: [], origins: 1 };
    // @ts-expect-error nor is a missing one
    const bare: Statement = { text: 'China offered to mediate.', origins: 1 };
    expect([uncited, bare].every((one) => isNonEmpty(one.citations ?? []))).toBe(false);
  });

  it('with a citation does', () => {
    const cited: Statement = { text: 'China offered to mediate.', citations: [cite(article, 0, 25)], origins: 1 };
    expect(cited.citations[0].quote).toBe('China offered to mediate.');
  });
});

describe('a citation', () => {
  it('is exactly the words at its offsets, in any text', () => {
    const span = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 200 })
      .chain((text) =>
        fc
          .tuple(fc.constant(text), fc.nat(text.length - 1))
          .chain(([words, start]) =>
            fc.tuple(fc.constant(words), fc.constant(start), fc.integer({ min: start + 1, max: words.length })),
          ),
      );
    fc.assert(
      fc.property(span, ([text, start, end]) => {
        expect(cite({ id: 'a', text }, start, end)).toEqual({
          articleId: 'a',
          start,
          end,
          quote: text.slice(start, end),
        });
      }),
      { seed: 11 },
    );
  });

  it.each([
    [0, 0],
    [3, 2],
    [-1, 4],
    [0, 26],
    [0.5, 4],
    [Number.NaN, 4],
  ])('from %d to %d is none', (start, end) => {
    expect(() => cite(article, start, end)).toThrow(/no span/);
  });
});
