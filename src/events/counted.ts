import { numberOf } from '../text/numbers.ts';

/** "a day after ...", "two weeks before ...": so many days from the act that the words behind it tell. */
export interface Counted {
  /** Where the words begin, in UTF-16 code units of the text. */
  readonly index: number;
  /** Negative for "before". */
  readonly days: number;
}

const COUNTED = /\b(a|an|one|two|three|four|five|six|seven|\d{1,2}) (day|week)s? (after|before)\b/gi;

/** Every place in a text that counts days from an act. */
export function countedDays(text: string): Counted[] {
  return [...text.matchAll(COUNTED)].map(({ index, 1: number = '', 2: unit = '', 3: side = '' }) => ({
    index,
    days: numberOf(number) * (unit.toLowerCase() === 'week' ? 7 : 1) * (side.toLowerCase() === 'after' ? 1 : -1),
  }));
}
