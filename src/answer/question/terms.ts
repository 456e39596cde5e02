import { says, stemLine } from '../../text/thesaurus.ts';
import { fold, isStopWord, stem, words } from '../../text/words.ts';

/** Words of asking that no article needs to hold. */
const ASKING = new Set(
  `who whom whose what which when where why how many much did do does done is are was were be been has have had will would can
  could country countries state states nation side sides party parties government governments body bodies group groups person
  people minister ministers official officials anyone anybody somebody else exactly actually happen happened want wants wanted
  wish put forward itself himself themselves say said tell told according name list give number count day date time
  place city part two both all any report reported reports article articles archive know known ever yet so far recently
  latest currently officially reportedly really still already just new there please tell me according us you think about regarding
  concerning come came get got make made take took third countries outside power powers leader leaders reason step steps
  during whether expected planned scheduled due supposed going set`.split(/\s+/),
);

const CALENDAR =
  /^(\d{1,2}(st|nd|rd|th)?|(19|20)\d\d|(mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|today|yesterday|week|month|year)$/;

/**
 * The stems that a question's frame leaves over: neither names nor dates, nor the words of its relation, nor words of
 * asking. What they say must stand in the evidence too, else another question would be answered.
 * @param taken spellings that the frame accounts for
 */
export function leftoverOf(text: string, relation: RegExp | undefined, taken: readonly string[]): string[] {
  const plain = fold(text).replace(/\bcall(s|ed|ing)? (for|up ?on|on)\b/g, 'appeal');
  const rest = relation === undefined ? plain : plain.replace(new RegExp(relation.source, 'g'), ' ');
  const named = new Set(taken.flatMap((name) => words(name)));
  const left = words(rest).filter(
    (word) => word.length > 1 && !isStopWord(word) && !ASKING.has(word) && !named.has(word) && !CALENDAR.test(word),
  );
  return [...new Set(left.map(stem))];
}

/** The share of the stems that a text says in some way, 0 to 1; 1 where there are none. */
export function coverage(stems: readonly string[], text: string): number {
  if (stems.length === 0) return 1;
  const line = stemLine(text);
  return stems.filter((one) => says(line, one)).length / stems.length;
}
