import { isStopWord, words } from '../text/words.ts';

/** More words than any question has; a pasted page stays cheap. */
const MAX_TERMS = 64;

/**
 * The words that a query looks for: folded, without stop words, each once, in order, 64 at most. Where a query holds
 * stop words only, those.
 */
export function searchTerms(query: string): string[] {
  // An emoji's variation selector is a mark without a letter: no index holds it.
  const spoken = [...new Set(words(query))].filter((word) => /[\p{L}\p{N}]/u.test(word));
  const content = spoken.filter((word) => !isStopWord(word));
  return (content.length > 0 ? content : spoken).slice(0, MAX_TERMS);
}
