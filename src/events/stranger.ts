import type { Token } from '../text/sentences.ts';
import type { ActorPhrase } from './phrase.ts';

const TIME =
  /^(day|night|week|month|year|hour|minute|morning|afternoon|evening|noon|midnight|dawn|dusk|overnight|weekend|today|yesterday|tomorrow|time|mon|tues|wednes|thurs|fri|satur|sun|january|february|march|april|may|june|july|august|september|october|november|december)(day)?s?$/;
const LEADING = /^(on|in|at|last|late|early|this|next|the|previous|following)$/;

/** Token indexes, both inclusive. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The words for someone whom we have no name for and who does what the verb at `at` says: "protesters", "Human Rights
 * Watch". Nobody named further left does it then. `undefined` where a name or a pronoun can be the subject.
 */
export function strangerBefore(
  tokens: readonly Token[],
  phrases: readonly ActorPhrase[],
  at: number,
): TokenRange | undefined {
  const named = (index: number) => phrases.some((phrase) => index >= phrase.first && index <= phrase.last);
  let last = beforeVerbGroup(tokens, at);
  while (last >= 0 && !named(last) && /NOUN|PROPN/.test((tokens[last] as Token).pos)) {
    const first = nounPhraseStart(tokens, last, named);
    if (first === undefined) return undefined;
    const before = tokens[first - 1];
    const joined = before?.lower === 'and' && !isObject(tokens, phrases, first - 2);
    if (before?.pos !== 'ADP' && !joined) return { first, last };
    last = first - 2;
  }
  return undefined;
}

/** "bombed Kharkiv, and protesters ...": what stands before the "and" ends a clause, it is not one of two subjects. */
function isObject(tokens: readonly Token[], phrases: readonly ActorPhrase[], last: number): boolean {
  const phrase = phrases.find((one) => last >= one.first && last <= one.last);
  if (phrase === undefined) return !/NOUN|PROPN/.test(tokens[last]?.pos ?? '');
  return phrase.preposition !== undefined || tokens[phrase.first - 1]?.pos === 'VERB';
}

/** The token before "had", "also", "on Monday night" and the like. */
function beforeVerbGroup(tokens: readonly Token[], at: number): number {
  let index = at - 1;
  for (; index >= 0; index -= 1) {
    const token = tokens[index] as Token;
    const next = tokens[index + 1]?.lower ?? '';
    const timed = TIME.test(token.lower) || (LEADING.test(token.lower) && (TIME.test(next) || LEADING.test(next)));
    if (!timed && !/AUX|ADV|PART/.test(token.pos)) break;
  }
  return index;
}

/** Where the noun phrase that ends at `last` begins; `undefined` where it holds a name, an owner or a pair. */
function nounPhraseStart(
  tokens: readonly Token[],
  last: number,
  named: (index: number) => boolean,
): number | undefined {
  let index = last;
  while (index > 0 && /NOUN|PROPN|ADJ|DET|NUM|PART|PRON/.test((tokens[index - 1] as Token).pos)) {
    index -= 1;
    const token = tokens[index] as Token;
    if (named(index) || /^(its|their|his|her|our|both|two)$/.test(token.lower)) return undefined;
    if (token.pos === 'DET' && !/^(all|both)$/.test(tokens[index - 1]?.lower ?? '')) return index;
  }
  return index;
}
