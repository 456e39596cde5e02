import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseText } from '../../src/text/sentences.ts';

const split = (text: string): string[] => parseText(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test.each([
    [['Lt. Col. Ali Khan arrived at 5 p.m. on Tuesday.', 'He said no.']],
    [['He left at 6 p.m.', 'The army said so.']],
    [['No. 2 official Gen. Asim Munir spoke... and then left.', 'Nobody asked.']],
    [['Maj. Gen. Avichay Adraee met Adm. Lee in the U.S. on Oct. 7.', 'The talks went on.']],
    [['Brig. Gen. Pat Ryder (Ret.) spoke.', 'Spokesman Sgt. Maj. Kim did not.']],
    [['“We will act.”', 'He said it twice.']],
    [['He said: “We will act.”', 'Then he left.']],
    [['"It is done," she said.', '"We go."', 'They went.']],
    [['He is in Washington, D.C. on Jan. 5 at St. Petersburg Street.', 'It rained.']],
    [['Mr. Abiy, Mrs. Clinton and Dr. Abdullah met Sen. Jones vs. Rep. Smith.', 'Really?', 'Yes!']],
    [['(The claim could not be verified.)', 'Kyiv did not comment.']],
    [['About 1,500 people fled Goma on Jan. 27, 2025.', '12 died.']],
    [['“Is it over?” he asked.', '“No.”']],
  ])('%j', (sentences) => expect(split(sentences.join(' '))).toEqual(sentences));

  test('a line break ends a sentence', () => {
    expect(split('Talks resume\nReuters\r\n\r\nThe two sides\u2028met.')).toEqual([
      'Talks resume',
      'Reuters',
      'The two sides',
      'met.',
    ]);
  });

  test('reading starts at the offset asked for', () => {
    const text = 'Headline here.\nThe story.';
    expect(parseText(text, 15).map((sentence) => sentence.start)).toEqual([15]);
    expect(parseText(text, 999)).toEqual([]);
  });

  test('tokens carry part of speech, lemma and place', () => {
    const text = 'Amir-Abdollahian  didn’t call.';
    const [sentence] = parseText(text);
    expect(sentence?.tokens.map((token) => token.text)).toEqual([
      'Amir',
      '-',
      'Abdollahian',
      'did',
      'n’t',
      'call',
      '.',
    ]);
    expect(sentence?.tokens[5]).toEqual({
      text: 'call',
      start: 25,
      end: 29,
      pos: 'VERB',
      lemma: 'call',
      lower: 'call',
    });
  });

  test('words that are properties of every object are words', () => {
    expect(split('The constructor and __proto__ of hasOwnProperty, toString.')).toHaveLength(1);
  });
});

describe('for any text', () => {
  const phrase = fc.constantFrom(
    'U.S. ',
    'Mr. ',
    '“',
    '”',
    '"',
    "'s ",
    'said. ',
    '...',
    '…',
    '\u00a0',
    '\n',
    '\r\n',
    ' \t ',
    'Gen. X ',
    "don't",
    'can’t ',
    '5pm. ',
    '$5.5bn',
    '🇺🇦',
    'a@b.c',
    'http://x.y/z.',
    '#tag',
    ':-)',
    '\u200b',
    'Türkiye',
    '\u0301',
    '한국. ',
    'constructor ',
  );
  const any = fc
    .array(fc.oneof(phrase, fc.string({ unit: 'binary', maxLength: 8 }), fc.string({ unit: 'grapheme' }), fc.lorem()))
    .map((parts) => parts.join(''));

  test('offsets are exact, sentences are in order, and nothing is left out', () => {
    fc.assert(
      fc.property(any, (text) => {
        const covered = new Uint8Array(text.length);
        let last = 0;
        for (const { start, end, tokens } of parseText(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          covered.fill(1, start, end);
          let cursor = start;
          for (const token of tokens) {
            expect(text.slice(token.start, token.end)).toBe(token.text);
            expect(token.start).toBeGreaterThanOrEqual(cursor);
            cursor = token.end;
          }
          expect(cursor).toBeLessThanOrEqual(end);
          last = end;
        }
        for (let i = 0; i < text.length; i += 1) if (/\S/.test(text[i] ?? '')) expect(covered[i]).toBe(1);
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  test('time grows with length, not faster', () => {
    const timeOf = (text: string): number => {
      const begun = performance.now();
      parseText(text);
      return performance.now() - begun;
    };
    for (const unit of ['the army said that it and ', 'x', '.', '“ ', ' ', 'a.b']) {
      timeOf(unit.repeat(2_000));
      const short = timeOf(unit.repeat(Math.ceil(20_000 / unit.length)));
      const long = timeOf(unit.repeat(Math.ceil(160_000 / unit.length)));
      expect(long, JSON.stringify(unit)).toBeLessThan(short * 24 + 200);
    }
  });
});
