import { squash } from './spelling.ts';

/** A word as names are put together from: folded and without a possessive. */
export interface NameToken {
  readonly raw: string;
  readonly key: string;
  readonly start: number;
  /** Behind the word, before a possessive. */
  readonly end: number;
  /** Behind a possessive, where there is one. */
  readonly gapStart: number;
  readonly capital: boolean;
  /** First word of a sentence, line or quotation, where a capital says nothing. */
  readonly opens: boolean;
  /** Stands in a line in which most words have capitals. */
  readonly headline: boolean;
  /** Stands in a line without small letters. */
  readonly shouts: boolean;
}

const WORD =
  /([\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ‘`](?!s(?![\p{L}\p{M}]))[\p{L}\p{M}]+)*)(['’]s(?![\p{L}\p{M}\p{N}]))?/gu;
/** A word behind a word: no sentence can begin there. Most stand so, and need no further search. */
const GOES_ON = /[\p{L}\p{N},]\s$/u;
const OPENING = /(?:^|[.!?:…]["”’)\]]*\s+|[\n\r"“([•–—]\s*)$/u;

/** The words of a text in order. */
export function nameTokens(text: string): NameToken[] {
  const tokens: NameToken[] = [];
  let begin = 0;
  for (const line of text.split(/(?<=[\n\r\u2028\u2029])/)) {
    tokens.push(...lineTokens(text, line, begin));
    begin += line.length;
  }
  return tokens;
}

function lineTokens(text: string, line: string, begin: number): NameToken[] {
  const headline = inTitleCase(line);
  const shouts = !/\p{Ll}/u.test(line);
  return Array.from(line.matchAll(WORD), (found) => {
    const raw = found[1] ?? '';
    const start = begin + found.index;
    return {
      raw,
      key: squash(raw),
      start,
      end: start + raw.length,
      gapStart: start + found[0].length,
      capital: /^[\p{Lu}\p{Lt}]/u.test(raw),
      opens: start === begin || opensSentence(text.slice(Math.max(begin, start - 8), start)),
      headline,
      shouts,
    };
  });
}

function opensSentence(before: string): boolean {
  return !GOES_ON.test(before.slice(-2)) && OPENING.test(before);
}

/** "Iran Strikes Militant Bases in Pakistan": capitals of such a line make no names. */
function inTitleCase(line: string): boolean {
  if (/[.!?]["”’]?\s*$/.test(line) && line.length > 160) return false;
  const longer = line.match(/[\p{L}][\p{L}\p{M}'’]{3,}/gu) ?? [];
  if (longer.length < 4) return false;
  return longer.filter((word) => /^\p{Lu}/u.test(word)).length >= longer.length * 0.75;
}
