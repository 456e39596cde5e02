import type { Sentence, Token } from '../text/sentences.ts';
import { patternsOf } from './lexicon.ts';

/**
 * The sentence with the tagger's commonest slips set right, as far as they hide acts: a first word with a capital that
 * is no name ("Talks between ..."), "plans to" and "vows to" as nouns, "striking targets" as an adjective.
 */
export function retagged(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  let changed: Token[] | undefined;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    if (token.pos !== 'PROPN' && token.pos !== 'NOUN' && token.pos !== 'ADJ') continue;
    const right = corrected(token, tokens[index - 1], tokens[index + 1], index);
    if (right === token) continue;
    changed ??= [...tokens];
    changed[index] = right;
  }
  return changed === undefined ? sentence : { ...sentence, tokens: changed };
}

function corrected(token: Token, before: Token | undefined, after: Token | undefined, index: number): Token {
  if (token.pos === 'PROPN' && (index === 0 || isCapitals(token))) return asNoun(token) ?? token;
  if (token.pos === 'NOUN' && after?.pos === 'PART' && after.lower === 'to' && before?.pos === 'PROPN')
    return known(token, 'VERB', singular(token.lower)) ?? token;
  if (token.pos === 'ADJ' && /^(will|would|can|could|may|might|should|shall|must)$/.test(before?.lower ?? ''))
    return known(token, 'VERB', token.lower) ?? token;
  if (token.pos === 'ADJ' && token.lower.endsWith('ing') && !/DET|ADP|AUX|ADJ/.test(before?.pos ?? 'DET'))
    return /NOUN|PROPN|DET|ADJ/.test(after?.pos ?? '') ? (asVerb(token) ?? token) : token;
  return token;
}

function isCapitals(token: Token): boolean {
  return token.text.length > 3 && token.text === token.text.toUpperCase();
}

function asNoun(token: Token): Token | undefined {
  return known(token, 'NOUN', token.lower) ?? known(token, 'NOUN', singular(token.lower));
}

function asVerb(token: Token): Token | undefined {
  const stem = token.lower.slice(0, -3);
  return known(token, 'VERB', stem) ?? known(token, 'VERB', `${stem}e`);
}

function singular(word: string): string {
  return word.replace(/s$/, '');
}

/** The token as that part of speech, if the lexicon knows the lemma so. */
function known(token: Token, pos: 'NOUN' | 'VERB', lemma: string): Token | undefined {
  return patternsOf(lemma).some((pattern) => pattern.noun === (pos === 'NOUN')) ? { ...token, pos, lemma } : undefined;
}
