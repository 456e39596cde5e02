import { canonicalName, findNames, type NameMention } from '../../text/names.ts';
import type { Token } from '../../text/sentences.ts';

/** A name in a question: half-open offsets. */
export interface NameAsked {
  /** Canonical; of "Pakistan's foreign minister" the state. */
  readonly name: string;
  readonly at: number;
  readonly end: number;
  /** The words that are the name: of "Pakistani soldiers" the first. */
  readonly spelling: string;
  /** The office that the words speak of: "Iran's foreign minister". */
  readonly role?: string;
  /** A town, a province or a capital, which can be where something happened. */
  readonly place?: true;
}

/** Known names and persons of a question in order; names in small letters and with a letter wrong count. */
export function namesAsked(text: string): NameAsked[] {
  const found = findNames(text).map(nameAsked);
  for (const word of text.matchAll(/[\p{L}’'-]{4,}/gu)) {
    if (found.some((name) => name.at < word.index + word[0].length && word.index < name.end)) continue;
    const bare = word[0].replace(/['’]s?$/, '');
    const name = canonicalName(bare);
    if (name === undefined || isCommonWord(bare, name)) continue;
    found.push({ name, at: word.index, end: word.index + bare.length, spelling: bare });
  }
  return found.sort((one, other) => one.at - other.at);
}

/** "turkey" is Turkey; "china's" too; but "guinea pig" is a question for others: short words must be spelled right. */
function isCommonWord(word: string, name: string): boolean {
  return (
    /^(force|forces|group|party|state|states|peace|talks|border|house|nations|council|union|guard|guards)$/i.test(
      word,
    ) || name === ''
  );
}

function nameAsked({ name, state, start, end, text, via, kind, role }: NameMention): NameAsked {
  const isName = (word: string) => canonicalName(word.replace(/['’]s?$/, '')) !== undefined;
  const spelling = via === 'institution' ? text.split(/\s+/).filter(isName).join(' ') : text;
  const person = kind === 'person';
  return {
    name: person || kind === 'group' || kind === 'place' ? name : (state ?? name),
    at: start,
    end,
    spelling,
    ...(role !== undefined && !person && { role }),
    ...((kind === 'place' || via === 'capital') && { place: true as const }),
  };
}

/** Capitalised words that no table knows: surnames, towns, names of bodies and their initials. */
export function properWords(tokens: readonly Token[], names: readonly NameAsked[]): string[] {
  return tokens.flatMap((token, index) => {
    if (!/^\p{Lu}/u.test(token.text) || names.some(({ at, end }) => token.start >= at && token.start < end)) return [];
    if (CALENDAR.test(token.lower)) return [];
    if (index === 0 && !/^\p{Lu}{2,}/u.test(token.text)) return [];
    return /^\p{Lu}[\p{L}\p{M}’'-]*\p{L}$/u.test(token.text) ? [token.text] : [];
  });
}

const CALENDAR =
  /^((mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|i)$/;
