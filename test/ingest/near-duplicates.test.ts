import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash, derivedId } from '../../src/ingest/identity.ts';
import { fingerprint, likeness } from '../../src/ingest/near-duplicates.ts';

const STORY = `Karvia and Ostmark agreed on Tuesday to reopen the Selin crossing to lorries, ending a closure that had begun
with a quarrel over customs seals. Both sides will open one lane each and share a list of carriers every evening. The
Karvian minister said the barrier would be lifted at six in the morning and that drivers should bring their papers.`;
const OTHER = `Lorries will roll again over the border at Selin. After nine days of closure, transport ministers from the two
neighbours settled their dispute about seals on Tuesday. A joint list of hauliers is to be exchanged each night, and a
single lane in either direction will serve traffic from dawn on Wednesday, according to Ostmark's delegation.`;

describe('likeness', () => {
  it('of a copy with a credit line is near one', () => {
    expect(likeness(STORY, `${STORY}\n(Agency)`)).toBeGreaterThanOrEqual(0.9);
    expect(likeness(`Selin opens\n${STORY}`, STORY)).toBe(1);
  });

  it('of two reports of one event is small', () => {
    expect(likeness(STORY, OTHER)).toBeLessThan(0.3);
  });

  it('of nothing is nothing', () => {
    expect([likeness('', ''), likeness('', STORY), likeness('a word', 'a word')]).toEqual([0, 0, 1]);
  });

  it('is symmetric, between 0 and 1, and 1 of a text with itself', () => {
    const words = fc.array(fc.constantFrom('the', 'lorry', 'border', 'minister', 'said', 'opened', '停戦'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [one, other] = [a.join(' '), b.join(' ')];
        expect(likeness(one, other)).toBe(likeness(other, one));
        expect(likeness(one, other)).toBeGreaterThanOrEqual(0);
        expect(likeness(one, other)).toBeLessThanOrEqual(1);
        expect(likeness(one, one)).toBe(1);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

describe('a fingerprint', () => {
  it('does not change with case, punctuation and white space', () => {
    const changed = STORY.toUpperCase().replaceAll(',', ' —').replaceAll('.', '!').replaceAll(' ', '  \n');
    expect(fingerprint(changed)).toEqual(fingerprint(STORY));
    expect(fingerprint(STORY).length).toBeGreaterThan(2);
  });

  it('is sorted, without doubles, of unsigned 32-bit numbers divisible by 8', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 60 }), (words) => {
        const marks = fingerprint(words.join(' '));
        expect(marks).toEqual([...new Set(marks)].sort((a, b) => a - b));
        for (const mark of marks) expect(mark % 8 === 0 && mark >= 0 && mark < 2 ** 32).toBe(true);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it('keeps about one shingle in eight', () => {
    const words = Array.from({ length: 8004 }, (_, at) => `w${at}`);
    expect(Math.abs(fingerprint(words.join(' ')).length - 1000)).toBeLessThan(150);
  });
});

it('a content hash ignores white space and nothing else; an id derives from it', () => {
  expect(contentHash(' a  b\n')).toBe(contentHash('a b'));
  expect(contentHash('a b')).not.toBe(contentHash('a B'));
  expect(derivedId({ text: 'a b' })).toBe(`a${contentHash('a b').slice(0, 16)}`);
});
