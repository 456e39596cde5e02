import { findNames } from '../text/names.ts';
import { variantsOf } from '../text/thesaurus.ts';
import { contentWords, isStopWord, stem, words } from '../text/words.ts';

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

/**
 * The same with what can stand for them: names in their canonical form, words of one meaning. The words themselves come
 * twice, for what is said in the reader's own words is likelier meant: of 254 questions about general news (RealTimeQA
 * 2024 Q1) .311 instead of .299 then have their answer in the first three quotes.
 */
export function widenedTerms(query: string): string[] {
  const names = findNames(query).flatMap(({ name }) => searchTerms(name));
  const variants = contentWords(query).flatMap((word) => [...variantsOf(stem(word))]);
  const asked = searchTerms(query);
  return [...asked, ...new Set([...asked, ...names, ...variants])];
}
