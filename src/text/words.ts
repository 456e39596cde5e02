export { stem } from './stem.ts';

/** Letters that Unicode does not take apart into a letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ə: 'e',
};

const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above after again against all also am among an and any are as at be became because been before being ' +
    'below between both but by can cannot could did do does doing don down during each either else ever few for ' +
    'from further get got had has have having he her here hers herself him himself his how however i if in into is ' +
    'it its itself just let ll may me might more most much must my myself neither no nor not now of off on once one ' +
    'only onto or other others our ours ourselves out over own per re s same shall she should since so some such t ' +
    'than that the their theirs them themselves then there these they this those though through thus to too toward ' +
    'towards under until up upon us ve very was we were what when where whether which while who whom whose why will ' +
    'with within without would yet you your yours yourself yourselves'
  ).split(' '),
);

/**
 * The form in which words are compared: compatibility characters resolved, lower case, Latin marks removed,
 * typographic quotes and dashes as their ASCII ones. Its length may differ from that of `text`.
 */
export function fold(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .replace(/[‘’‚‛ʻʼʽˈ´`′]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .normalize('NFC')
    .replace(/[łøđðþıßæœə]/g, (letter) => LETTERS[letter] ?? letter);
}

/** Folded words in order: runs of letters and digits. Apostrophes and hyphens split; a possessive "'s" is dropped. */
export function words(text: string): string[] {
  return (
    fold(text)
      .replace(/(?<=[\p{L}\p{N}])'s(?![\p{L}\p{N}])/gu, '')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** The words that carry meaning: `words` without stop words. */
export function contentWords(text: string): string[] {
  return words(text).filter((word) => !STOP_WORDS.has(word));
}

/** Whether a folded word says nothing by itself: articles, prepositions, pronouns, auxiliaries, question words. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
