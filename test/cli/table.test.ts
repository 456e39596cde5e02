import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkdown, oneLine } from '../../src/cli/table.ts';

test('what moves a cursor or turns the writing direction is taken out of foreign text', () => {
  expect(oneLine('a\u001b[2Jb\r\nc\u202ed\u2028e')).toBe('a [2Jb c d e');
});

test('Persian keeps the non-joiner that it is written with', () => {
  expect(oneLine('می\u200cخواهم')).toBe('می\u200cخواهم');
});

test('foreign text in a table is one line without control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(oneLine(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }),
    { seed: 7 },
  );
});

test('foreign text in Markdown makes no link, no mention and no column', () => {
  expect(escapeMarkdown('[a](http://x) @all | <b>')).toBe('\\[a\\](http://x) @\u200ball \\| \\<b\\>');
});
