import { describe, expect, test } from 'vitest';
import { placeOfQuote, placesOfQuote } from '../../src/text/quote-place.ts';

const text = 'Kuwait’s envoy\u00a0 said “no”\n– twice.';
const found = (quote: string) => {
  const place = placeOfQuote(text, quote);
  return place && text.slice(place.start, place.end);
};

describe('where a quote stands', () => {
  test('white space, quotation marks and dashes are alike', () => {
    expect(found('Kuwait\'s envoy said "no" - twice.')).toBe(text);
    expect(found('said «no»')).toBe('said “no”');
  });
  test('what nobody sees is passed over on both sides', () => {
    expect(placeOfQuote('The am\u00adbas\u200bsador left.', 'ambassador')).toEqual({ start: 4, end: 16 });
    expect(found('en\u200bvoy')).toBe('envoy');
  });
  test('a mark of a letter is part of it', () => {
    expect(placeOfQuote('Kiribati\u0301 left.', 'Kiribati left')).toBeUndefined();
  });
  test('other letters, other cases and other numbers are other words', () => {
    expect(['kuwait', 'envoys', 'said no', 'twice 2'].map(found)).toEqual([undefined, undefined, undefined, undefined]);
  });
  test('no words stand nowhere', () => {
    expect(['', '  ', '\u200b'].map(found)).toEqual([undefined, undefined, undefined]);
  });
  test('every place is found, beyond characters of two units too', () => {
    expect(placesOfQuote('😀 Oman, Oman', 'Oman')).toEqual([
      { start: 3, end: 7 },
      { start: 9, end: 13 },
    ]);
  });
});
