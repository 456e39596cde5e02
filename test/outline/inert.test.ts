import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstWords, inert, quoteUrl, safeUrl } from '../../src/outline/inert.ts';

test.for([
  ['an escape sequence', 'a\u001b[31mb\u009b0mc', 'a[31mb0mc'],
  ['line breaks', 'a\r\nb\u2028c\u0085d', 'a b c d'],
  ['bidi controls', '\u202ea\u2066b\u2069\u200fc\u061cd', 'abcd'],
  ['zero-width and tag characters', 'a\u200bb\u200dc\u2060d\ufeffe\u00adf\u{e0041}g\u{e0100}h', 'abcdefgh'],
  ['a lone half of a character', 'a\ud800b', 'ab'],
  ['Persian with its non-joiner', 'می\u200cخواهم', 'می\u200cخواهم'],
  ['signs and letters of all kinds', 'é — “日本” 🕊️ ñ', 'é — “日本” 🕊️ ñ'],
] as const)('%s', ([, text, shown]) => {
  expect(inert(text)).toBe(shown);
});

test('inert text holds nothing that controls or hides, and is a fixed point', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(inert(text)).not.toMatch(/\p{Cc}|\p{Cs}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
      expect(inert(inert(text))).toBe(inert(text));
    }),
    { seed: 7, numRuns: 500 },
  );
});

test.for([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'https://user:word@x.example/',
  '//x',
  '',
  'ftp://x.example',
])('%s is no address to link to', (url) => {
  expect(safeUrl(url)).toBeUndefined();
});

test('an address cannot end the link it stands in', () => {
  expect(safeUrl('https://x.example/a)b"c>d\u001be\nf')).toBe('https://x.example/a%29b%22c%3Ed%1Bef');
});

test('a quote is named by its words, a long one by its first and last, an address with a fragment not at all', () => {
  expect(quoteUrl('https://x.example/a', 'well-known, yes')).toBe('https://x.example/a#:~:text=well%2Dknown%2C%20yes');
  expect(quoteUrl('https://x.example/', 'a b c d e f g h i j k l m')).toBe(
    'https://x.example/#:~:text=a%20b%20c%20d%20e,i%20j%20k%20l%20m',
  );
  expect(quoteUrl('https://x.example/#part', 'a')).toBe('https://x.example/#part');
});

test('a text is cut between words and never within a character', () => {
  expect(firstWords('one two three', 9)).toEqual({ text: 'one two', cut: true });
  expect(firstWords('one', 9)).toEqual({ text: 'one', cut: false });
  expect(firstWords('🕊️🕊️🕊️', 4).text.isWellFormed()).toBe(true);
});
