import type { Sentence } from '../text/sentences.ts';
import { clauseEnd } from './clause.ts';
import type { Predicate } from './predicate.ts';
import type { Clause } from './sides.ts';

const LOCATIVE = /^(in|at|near|inside|within)$/;

/** Where the act took place, if the words say so. */
export function placeOf({ sentence, phrases, predicate }: Clause): { place?: string } {
  // "recalled its ambassador in Nairobi": where the embassy stands
  if (predicate.sense.type === 'SANCTION') return {};
  const end = Math.min(
    clauseEnd(sentence.tokens, predicate.at),
    ownerAt(sentence.tokens, predicate.at),
    agreedDeedAt(sentence.tokens, predicate),
  );
  const within = phrases.filter((phrase) => phrase.first > predicate.at && phrase.first < end);
  const at = within.find(
    (phrase) => LOCATIVE.test(phrase.preposition ?? '') && (phrase.place ?? phrase.city) !== undefined,
  );
  const place = at?.place ?? at?.city;
  return place === undefined ? {} : { place };
}

/** "agreed to post officers in Goma": that is where it will be done, not where it was agreed; a meeting is where it will be. */
function agreedDeedAt(tokens: Sentence['tokens'], { at, name, sense }: Predicate): number {
  if (sense.type !== 'AGREE' || name === 'planMeeting' || name === 'planVisit') return tokens.length;
  const deed = tokens.findIndex(
    (token, index) => index > at && token.pos === 'VERB' && tokens[index - 1]?.lower === 'to',
  );
  return deed < 0 ? tokens.length : deed;
}

/** ", the ministry in Mogadishu said.": where the owner of the words stands at the end of the sentence. */
function ownerAt(tokens: Sentence['tokens'], at: number): number {
  if (!/^(say|announce|report|add|state|confirm)$/.test(tokens.at(-2)?.lemma ?? '')) return tokens.length;
  const comma = tokens.findLastIndex((token) => token.text === ',');
  return comma > at ? comma : tokens.length;
}
