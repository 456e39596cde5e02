import { asides, relatives, whoIs } from './omitted-asides.ts';
import { leadBefore, places, times } from './omitted-circumstances.ts';
import { clauseBefore, clausesBehind, predicateBefore } from './omitted-clauses.ts';
import { adverbs, pronouns, titles } from './omitted-words.ts';
import type { Word } from './word.ts';

/** From the index of its first word, the indices behind each stretch of a source that may be left out there. */
export type Omissions = ReadonlyMap<number, readonly number[]>;

const known = new WeakMap<readonly Word[], Omissions>();

/** What of a sentence may be left out, with what is left still told by it. */
export function omissionsOf(words: readonly Word[]): Omissions {
  const found = known.get(words) ?? findOmissions(words);
  known.set(words, found);
  return found;
}

function findOmissions(words: readonly Word[]): Omissions {
  const found = new Map<number, number[]>();
  const put = (start: number, end: number) => {
    if (end > start && start >= 0) found.set(start, [...(found.get(start) ?? []), end]);
  };
  for (let at = 0; at < words.length; at += 1) {
    asides(words, at, put);
    times(words, at, put);
    places(words, at, put);
    clausesBehind(words, at, put);
    clauseBefore(words, at, put);
    leadBefore(words, at, put);
    adverbs(words, at, put);
    whoIs(words, at, put);
    relatives(words, at, put);
    pronouns(words, at, put);
    titles(words, at, put);
  }
  predicateBefore(words, put);
  return found;
}
