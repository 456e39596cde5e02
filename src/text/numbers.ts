const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};

/** A whole number as texts write it, in words up to fifty or in figures, as the source of a regular expression; any case. */
export const NUMBER_FORM = `\\d{1,3}(?:,\\d{3})+|\\d{1,6}|${Object.keys(WORDS).join('|')}`;

/** The number that a word or figures stand for; "a" and "an" are one; NaN for anything else. */
export function numberOf(word: string): number {
  const plain = word.toLowerCase().replaceAll(',', '');
  return plain === 'a' || plain === 'an' ? 1 : (WORDS[plain] ?? Number(plain || Number.NaN));
}
