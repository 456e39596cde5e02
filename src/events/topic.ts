import type { Sentence } from '../text/sentences.ts';
import { isStopWord, stem } from '../text/words.ts';
import { clauseEnd } from './clause.ts';

/** What an act is about: the stems of the content words from the predicate to the end of its clause, at most 12. */
export function topicOf(sentence: Sentence, at: number): string[] {
  const clause = sentence.tokens.slice(at, clauseEnd(sentence.tokens, at));
  const words = clause.filter((token) => /NOUN|VERB|ADJ/.test(token.pos) && !isStopWord(token.lower));
  return [...new Set(words.map((token) => stem(token.lower)))].slice(0, 12);
}
