import type { Sentence, Token } from '../text/sentences.ts';
import { clauseEnd } from './clause.ts';
import type { Predicate } from './predicate.ts';
import type { SenseName } from './senses.ts';

/** A content of more words is left out: cut short it could say something else. */
const MOST_WORDS = 10;

/** The word behind which the content of an act of words stands; right behind the verb where there is none. */
const BEHIND: Partial<Record<SenseName, RegExp | undefined>> = {
  accuse: /^(of|for)$/,
  brand: undefined,
  condemn: undefined,
  demand: /^(that|to)$/,
  reject: undefined,
};

const TIME = /\s(?:on |last |this |late |early |since )*(?:\p{Lu}\p{Ll}+day|yesterday|today|tonight|overnight)\b.*$/u;

/** Says no more than that something was asked. */
const BARE =
  /^(the|an?|its|his|her|their|\S+['’]s?) (demand|offer|proposal|request|call|appeal)s?( (of|by|from) \S+)?$/;

/**
 * What an accusation, a condemnation, a demand or a rejection is about, in the words of the article: "violating its
 * airspace". `undefined` where the words tell no such content, or too long a one.
 */
export function contentOf({ tokens }: Sentence, { at, name, noun }: Predicate): string | undefined {
  if (noun || !(name in BEHIND)) return undefined;
  const end = clauseEnd(tokens, at);
  // "put the blame on the crush of the crowd"
  const word = /^(blame|put|place|lay|pin)$/.test(tokens[at]?.lemma ?? '') ? /^for$/ : BEHIND[name];
  const before = word === undefined ? at : tokens.findIndex(({ lower }, index) => index > at && word.test(lower));
  const last = name === 'brand' ? tokens.findIndex(({ lower }, index) => index > at && lower === 'by') : end;
  if (before < 0 || before >= last) return undefined;
  return quotable(tokens.slice(before + 1, last));
}

/** The words as they stand, without the time at their end; nothing that holds words of a third one. */
function quotable(tokens: readonly Token[]): string | undefined {
  const [first] = tokens;
  if (first === undefined || /ADP|PUNCT/.test(first.pos)) return undefined;
  const words = tokens.map(({ text, start }, at) => {
    const gap = at === 0 ? 0 : start - (tokens[at - 1] as Token).end;
    return ' '.repeat(Math.min(1, gap)) + text;
  });
  const text = words
    .join('')
    .replace(TIME, '')
    .replace(/[\s,.;:]+$/, '');
  const plain = !BARE.test(text) && !/["“”«»]|^['‘]/.test(text) && /(^|\s)(?!the\b)\p{Ll}{3}/u.test(text);
  return plain && text.split(' ').length <= MOST_WORDS ? text : undefined;
}
