/**
 * M. F. Porter, "An algorithm for suffix stripping", 1980, with the two changes of the author's own release
 * ("bli" for "abli", "logi" to "log"), which SQLite's FTS5 tokenizer `porter` makes too: the index and the
 * query must cut a word alike. https://tartarus.org/martin/PorterStemmer/
 */

/** Longest rule first where one ending holds another. */
const STEP_2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['logi', 'log'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['ousli', 'ous'],
  ['eli', 'e'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
];

const STEP_3: readonly (readonly [string, string])[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];

const STEP_4 =
  /(?:al|ance|ence|er|ic|able|ible|ant|ement|(?<!e)ment|(?<!m|em)ent|(?<=[st])ion|ou|ism|ate|iti|ous|ive|ize)$/;

/**
 * The stem of a folded word: "mediated", "mediating" and "mediates" give "mediat".
 * Words of fewer than 3 or more than 64 letters, and words with anything but a to z, come back as they are.
 */
export function stem(word: string): string {
  if (word.length < 3 || word.length > 64 || !/^[a-z]+$/.test(word)) return word;
  let stemmed = withoutPlural(word);
  stemmed = withoutPast(stemmed);
  if (stemmed.endsWith('y') && hasVowel(stemmed.slice(0, -1))) stemmed = `${stemmed.slice(0, -1)}i`;
  stemmed = replaced(stemmed, STEP_2);
  stemmed = replaced(stemmed, STEP_3);
  stemmed = withoutLatinEnding(stemmed);
  return tidied(stemmed);
}

/** Porter's m: how often a vowel is followed by a consonant. */
function measure(stemmed: string): number {
  let count = 0;
  let afterVowel = false;
  for (let i = 0; i < stemmed.length; i += 1) {
    const vowel = isVowel(stemmed, i);
    if (afterVowel && !vowel) count += 1;
    afterVowel = vowel;
  }
  return count;
}

function isVowel(word: string, at: number): boolean {
  const letter = word[at] ?? '';
  if (letter === 'y') return at > 0 && !isVowel(word, at - 1);
  return 'aeiou'.includes(letter);
}

function hasVowel(stemmed: string): boolean {
  for (let i = 0; i < stemmed.length; i += 1) if (isVowel(stemmed, i)) return true;
  return false;
}

function endsInShortSyllable(stemmed: string): boolean {
  const last = stemmed.length - 1;
  if (last < 2 || 'wxy'.includes(stemmed[last] ?? '')) return false;
  return !isVowel(stemmed, last) && isVowel(stemmed, last - 1) && !isVowel(stemmed, last - 2);
}

function withoutPlural(word: string): string {
  if (/.(?:sses|ies)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function withoutPast(word: string): string {
  if (/.eed$/.test(word)) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const cut = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0;
  const base = word.slice(0, word.length - cut);
  if (cut === 0 || !hasVowel(base)) return word;
  if (/(?:at|bl|iz)$/.test(base)) return `${base}e`;
  if (/([^aeiou])\1$/.test(base) && !/[lsz]$/.test(base)) return base.slice(0, -1);
  return measure(base) === 1 && endsInShortSyllable(base) ? `${base}e` : base;
}

/** The first rule whose ending fits decides, whether or not its condition holds. */
function replaced(word: string, rules: readonly (readonly [string, string])[]): string {
  for (const [ending, replacement] of rules) {
    if (!word.endsWith(ending)) continue;
    const base = word.slice(0, word.length - ending.length);
    return measure(base) > 0 ? base + replacement : word;
  }
  return word;
}

function withoutLatinEnding(word: string): string {
  const ending = STEP_4.exec(word)?.[0];
  if (ending === undefined) return word;
  const base = word.slice(0, word.length - ending.length);
  return measure(base) > 1 ? base : word;
}

function tidied(word: string): string {
  let result = word;
  if (result.endsWith('e')) {
    const base = result.slice(0, -1);
    const m = measure(base);
    if (m > 1 || (m === 1 && !endsInShortSyllable(base))) result = base;
  }
  return result.endsWith('ll') && measure(result.slice(0, -1)) > 1 ? result.slice(0, -1) : result;
}
