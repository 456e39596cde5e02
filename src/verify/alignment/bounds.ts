import { isSaying } from '../grammar/act-words.ts';
import { JOINT } from './turning.ts';
import { isComma, type Word } from './word.ts';

/** Takes the first index of a stretch that may be left out, and the index behind it. */
export type Put = (start: number, end: number) => void;

/** Index of the next comma or semicolon; behind the last word where there is none. */
export function commaAfter(words: readonly Word[], from: number): number {
  for (let at = from; at < words.length; at += 1) if (isComma(words[at]) || words[at]?.lower === ';') return at;
  return words.length;
}

/** Whether a word inside an aside is its verb and no participle behind a noun. */
export function isTelling(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  if (word.unit.pos === 'AUX')
    return !words.slice(0, at).some(({ lower }) => /^(who|which|that|where|whose|when)$/.test(lower));
  if (word.unit.pos !== 'VERB' || word.form === 'ing' || word.form === 'base') return false;
  if (words.slice(0, at).some(({ lower }) => /^(who|which|that|where|whose|when|to)$/.test(lower))) return false;
  return !/^(by|in|on|at|near|from|since|of|under|to|with|as|for)$/.test(words[at + 1]?.lower ?? 'by');
}

/** The words between the joints around an index. */
export function clauseOf(words: readonly Word[], at: number): readonly Word[] {
  let start = at;
  while (start > 0 && !(isComma(words[start - 1]) && JOINT.test(words[start]?.lower ?? ''))) start -= 1;
  let end = at;
  while (end < words.length && !(isComma(words[end]) && JOINT.test(words[end + 1]?.lower ?? ''))) end += 1;
  return words.slice(start, end);
}

/** ", X said" behind what would be left out may be said of all that stands before it. */
export function hasSpeakerBehind(words: readonly Word[]): boolean {
  const comma = words.findIndex(isComma);
  return words.some(
    ({ lower, finite, unit }, at) =>
      lower === 'according' || (comma >= 0 && at > comma && finite && unit.pos === 'VERB' && isSaying(unit.lemma)),
  );
}

/** Whether a verb that tells when stands at an index, or behind adverbs there. */
export function isPredicate(words: readonly Word[], at: number): boolean {
  let verb = at;
  while (/ly$|^(also|then|later|again|now)$/.test(words[verb]?.lower ?? '')) verb += 1;
  const word = words[verb];
  return (
    word?.finite === true &&
    /VERB|AUX/.test(word.unit.pos) &&
    (word.form === 'past' || word.form === 's' || word.unit.pos === 'AUX')
  );
}

/** It begins with a noun phrase, and its first verb tells when. */
export function hasSubject(words: readonly Word[]): boolean {
  const verb = words.findIndex(({ unit, form }) => /VERB|AUX/.test(unit.pos) && form !== 'ing');
  const first = words[0];
  if (first === undefined || verb < 1 || words[verb]?.finite !== true) return false;
  if (
    words[verb]?.unit.pos === 'VERB' &&
    words[verb]?.form === 'base' &&
    words[verb]?.finite &&
    words[verb - 1]?.lower === 'to'
  )
    return false;
  return !/ADP|SCONJ|ADV|VERB|AUX|CCONJ|PART/.test(first.unit.pos) && first.lower !== 'to';
}
