import type { ActDraft } from '../domain/model.ts';
import { placeOfQuote } from '../text/quote-place.ts';
import type { Sentence, Token } from '../text/sentences.ts';
import { saysDeed } from './predicate.ts';
import { typesOfVerb } from './verb-types.ts';

/** A verb where it stands: the sentence with it tagged as one, its token, its dictionary form. */
export interface VerbFound {
  readonly sentence: Sentence;
  readonly at: number;
  readonly lemma: string;
}

/**
 * The verb of a draft, where its quote stands in the sentence and the verb, as whole words, in the quote; `undefined`
 * where it does not, or where the words say what something is and not what is done.
 * @param words of the sentence
 */
export function draftedVerb({ quote, verb }: ActDraft, sentence: Sentence, words: string): VerbFound | undefined {
  const outer = placeOfQuote(words, quote);
  const inner = outer && placeOfQuote(words.slice(outer.start, outer.end), verb);
  if (outer === undefined || inner === undefined) return undefined;
  const from = sentence.start + outer.start + inner.start;
  const to = sentence.start + outer.start + inner.end;
  const first = sentence.tokens.findIndex((token) => token.start === from);
  const last = sentence.tokens.findIndex((token) => token.end === to);
  if (first < 0 || last < first) return undefined;
  const tagged = withVerb(sentence, first, last);
  const at = tagged.tokens.findIndex((_, index) => index >= first && index <= last && saysDeed(tagged.tokens, index));
  const token = tagged.tokens[at];
  return token && { sentence: tagged, at, lemma: token.lemma };
}

/** "Bahrain ostracised Qatar": a past tense that we know, and that the tagger does not take for a verb. */
function withVerb(sentence: Sentence, first: number, last: number): Sentence {
  const tokens = sentence.tokens.map((token, at) => {
    if (at < first || at > last || !/VERB|NOUN|ADJ|PROPN/.test(token.pos)) return token;
    if (typesOfVerb(token.lemma).size > 0 && token.pos === 'VERB') return token;
    const lemma = pastOf(token.lower);
    return lemma === undefined || (token.pos !== 'VERB' && isDetermined(sentence.tokens[at - 1]))
      ? token
      : { ...token, pos: 'VERB', lemma };
  });
  return { ...sentence, tokens };
}

/** "a mined road", "in mined fields". */
function isDetermined(before: Token | undefined): boolean {
  return before === undefined || /DET|ADP|ADJ|PART|PRON/.test(before.pos);
}

/** The verb that a regular past tense is of, where we know it; "waylaid" is near enough to one. */
function pastOf(word: string): string | undefined {
  const stem = /^(\p{L}+)ed$/u.exec(word.replace(/aid$/, 'ayed'))?.[1];
  if (stem === undefined) return undefined;
  const forms = [`${stem}e`, stem, stem.replace(/i$/, 'y'), stem.replace(/(.)\1$/, '$1')];
  return forms.find((form) => typesOfVerb(form).size > 0);
}
