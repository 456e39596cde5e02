import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotations } from '../../src/text/quotations.ts';

const quoted = (text: string): string[] => findQuotations(text).map(({ start, end }) => text.slice(start, end));

describe('quotations', () => {
  test.each([
    ['He said “we will act. We must.” Then he left.', ['“we will act. We must.”']],
    ['"It is done," she said. "We go."', ['"It is done,"', '"We go."']],
    [
      '“First paragraph of a speech.\n“Second paragraph,” he said.',
      ['“First paragraph of a speech.', '“Second paragraph,”'],
    ],
    ['The so-called "special operation" and the «pause»', ['"special operation"', '«pause»']],
    ['„Ja“, sagte er.', ['„Ja“']],
    ['She said “it was Iran’s ‘red line’” twice.', ['“it was Iran’s ‘red line’”']],
    ["It is Iran's own affair.", []],
    ['A 5" shell hit.', []],
    ['”', []],
  ])('%s', (text, expected) => expect(quoted(text)).toEqual(expected));

  test('ranges are in order, begin with a mark and hold no line break', () => {
    const parts = fc.array(fc.constantFrom('“', '”', '"', '«', '»', '„', "''", 'a', ' ', '\n', '5', 'said.'));
    fc.assert(
      fc.property(parts, (list) => {
        const text = list.join('');
        let last = 0;
        for (const { start, end } of findQuotations(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).not.toContain('\n');
          last = end;
        }
      }),
      { seed: 2 },
    );
  });
});
