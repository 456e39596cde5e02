import { fold, isStopWord, stem, words } from '../text/words.ts';

/** Words of asking that no article needs to hold. */
const ASKING = new Set(
  `who whom whose what which when where why how many much did do does done is are was were be been has have had will would can
  could country countries state states nation side sides party parties government governments body bodies group groups person
  people minister ministers official officials anyone anybody somebody else exactly actually happen happened want wants wanted
  wish put forward itself himself themselves first last say said tell told according name list give number count day date time
  place city part foreign ministry army military forces one two both all any report reported report reports article articles archive know known`.split(
    /\s+/,
  ),
);

/**
 * The stems that a question's frame leaves over: neither names nor dates, nor the words of its relation, nor words of
 * asking. What they say must stand in the evidence too, else another question would be answered.
 */
export function leftoverOf(text: string, relation: RegExp | undefined, names: readonly string[]): string[] {
  const rest = relation === undefined ? fold(text) : fold(text).replace(new RegExp(relation.source, 'g'), ' ');
  const named = new Set(names.flatMap((name) => words(name)));
  const left = words(rest).filter(
    (word) => !isStopWord(word) && !ASKING.has(word) && !named.has(word) && !CALENDAR.test(word),
  );
  return [...new Set(left.map(stem))];
}

const CALENDAR =
  /^(\d+(st|nd|rd|th)?|(mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|week|month|year)$/;

/** The share of the stems that a text holds, 0 to 1; 1 where there are none. */
export function coverage(stems: readonly string[], text: string): number {
  if (stems.length === 0) return 1;
  const own = new Set(words(text).map(stem));
  return stems.filter((one) => own.has(one)).length / stems.length;
}
