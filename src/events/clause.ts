import type { Sentence, Token } from '../text/sentences.ts';
import { coordinated } from './coordination.ts';
import type { ActorPhrase } from './phrase.ts';
import { isGroup } from './signature.ts';

const OPENERS =
  /^(after|before|as|while|whereas|because|since|if|when|although|though|unless|where|amid|until|that|which|who)$/;

/** Where the clause of the verb ends: a wall, or a word that opens another clause. Token index, exclusive. */
export function clauseEnd(tokens: readonly Token[], at: number): number {
  for (let index = at + 1; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    if (isWall(token) || isTrailingSpeech(tokens, index)) return index;
    if (index > at + 1 && opensClause(tokens, index)) return index;
    if ((token.text === ',' || token.lower === 'and') && startsClause(tokens, index + 1)) return index;
    if (token.lower === 'and' && isFinitePast(tokens[index + 1])) return index;
    // "..., which Israel struck in June, has rejected"
    if (token.text === ',' && tokens[index + 1]?.pos === 'AUX') return index;
  }
  return tokens.length;
}

const NO_OBJECT =
  /^(by|of|after|before|following|since|under|like|despite|amid|during|over|about|alongside|through|via|without|for|besides|except|because|between|among)$/;

/** "a village near the Thai border", "rockets from Lebanon": not what is hit. */
const BESIDE = /^(near|along|off|from|around|outside|across|beyond|behind)$/;

/** "condemned the killing of civilians by the army", not "condemned X for answering an attack by Y". */
function isOneNoun(tokens: readonly Token[], at: number, phrase: ActorPhrase): boolean {
  return tokens.slice(at + 1, phrase.first).every((token) => token.pos !== 'VERB' && token.lower !== 'for');
}

/** `direct`: no preposition; `near`: most prepositions; `parts`: also "the suburbs of Beirut", "positions of the rebels"; `offers`: only those and "mediation by Kenya". */
export type ObjectReach = 'direct' | 'near' | 'parts' | 'offers';

/** Actors that the predicate can act on, in its own clause; an agent or a time phrase is none. */
export function objectsOf(
  sentence: Sentence,
  phrases: readonly ActorPhrase[],
  at: number,
  reach: ObjectReach,
  fits: (phrase: ActorPhrase) => boolean,
): ActorPhrase[] {
  const end = clauseEnd(sentence.tokens, at);
  const free = phrases.filter((phrase) => {
    if (phrase.first <= at || phrase.first >= end || !fits(phrase)) return false;
    const preposition = closest(sentence.tokens, phrase);
    if (reach === 'direct')
      return preposition === '' || (preposition === 'by' && isOneNoun(sentence.tokens, at, phrase));
    if (reach === 'parts' && BESIDE.test(preposition)) return preposition === 'from' && isGroup(phrase.actor);
    if (reach === 'offers') return /^(of|from|by|)$/.test(preposition);
    if (reach === 'parts' && preposition === 'of') return true;
    return !NO_OBJECT.test(preposition);
  });
  const first = free.find((phrase) => !isPossessive(sentence.tokens, phrase)) ?? free[0];
  return first === undefined ? [] : coordinated(sentence.tokens, phrases, first).filter((phrase) => phrase.first > at);
}

/** The agents of a passive: what stands after "by" in the same clause. */
export function agentsOf(sentence: Sentence, phrases: readonly ActorPhrase[], at: number): ActorPhrase[] {
  const end = clauseEnd(sentence.tokens, at);
  const one = phrases.find((phrase) => phrase.first > at && phrase.first < end && isAgent(sentence.tokens, phrase));
  return one === undefined ? [] : coordinated(sentence.tokens, phrases, one).filter((phrase) => phrase.first > at);
}

const DOERS =
  /^(force|troop|soldier|army|armies|jet|plane|aircraft|warplane|drone|missile|rocket|shell|artillery|fire|gunfire|strike|attack|fighter|militant|rebel|militia|gunm|police|guard|navy|naval|ship|official|authorit|government|minister|leader|diplomat|negotiat|mediat|commander|president|air|bomb|helicopter|tank|sniper|border|military|security|intelligence|coast|state|counterpart)/;

/** "by Iran", "by Iranian drones"; not "by the Iranian count". */
export function isAgent(tokens: readonly Token[], phrase: ActorPhrase): boolean {
  if (phrase.preposition !== 'by') return false;
  const next = tokens[phrase.last + 1];
  return next?.pos !== 'NOUN' || DOERS.test(next.lower);
}

/** "was struck", "has been expelled": a form of be, or a bare participle with its agent, and no -ing. */
export function isPassive(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at] as Token;
  if (verb.lower.endsWith('ing')) return false;
  for (let index = at - 1; index >= Math.max(0, at - 5); index -= 1) {
    const token = tokens[index] as Token;
    if (token.lemma === 'be') return true;
    if (!/AUX|ADV|PART/.test(token.pos)) break;
  }
  return tokens[at + 1]?.lower === 'by' && verb.pos === 'VERB' && /(ed|wn|un|id)$/.test(verb.lower);
}

/** "and urged": the next verb has objects of its own; "and meet" shares those of the infinitive before it. */
function isFinitePast(token: Token | undefined): boolean {
  return token?.pos === 'VERB' && token.lower !== token.lemma && !token.lower.endsWith('ing');
}

/** Signs that no clause crosses. Quotation marks are not among them: words are quoted in the middle of clauses. */
export function isWall(token: Token): boolean {
  return token.text === ';' || token.text === ':' || isDash(token);
}

export function isDash(token: Token): boolean {
  return token.text === '—' || token.text === '–';
}

/** "after", "as", "that" ... with a clause of its own behind it, not a bare noun ("after the strikes"). */
export function opensClause(tokens: readonly Token[], index: number): boolean {
  const { lower } = tokens[index] as Token;
  if (!OPENERS.test(lower)) return false;
  if (lower === 'where') return true;
  if (/^(\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(tokens[index + 1]?.lower ?? '')) return false;
  const rest = tokens.slice(index + 1, index + 9);
  const verb = rest.findIndex((token) => token.pos === 'VERB' || token.pos === 'AUX');
  const stop = rest.findIndex((token) => token.text === ',' || isWall(token));
  return verb >= 0 && (stop < 0 || verb < stop);
}

/** `," said the army`, ", according to": the words said end here. */
function isTrailingSpeech(tokens: readonly Token[], index: number): boolean {
  if (!/^[,"”]$/.test((tokens[index] as Token).text)) return false;
  let next = index + 1;
  while (/^["”]$/.test(tokens[next]?.text ?? '')) next += 1;
  const token = tokens[next];
  if (next > index + 1 && startsClause(tokens, next)) return true;
  return (
    token !== undefined &&
    (token.lower === 'according' || (token.pos === 'VERB' && /^(say|add|tell)$/.test(token.lemma)))
  );
}

/** ", while ...", ", with X striking ...", "and China offered ...": another subject and verb begin here. */
function startsClause(tokens: readonly Token[], from: number): boolean {
  const opener = tokens[from];
  if (opener === undefined) return false;
  if (/^(while|but|which|who|with|as|after|before|although|prompting|raising|killing)$/.test(opener.lower)) return true;
  let nouns = 0;
  for (const token of tokens.slice(from, from + 9)) {
    if (token.lower === 'to') return false;
    if (/VERB|AUX/.test(token.pos)) return nouns > 0;
    if (/NOUN|PROPN|PRON/.test(token.pos)) nouns += 1;
    else if (!/DET|ADJ|NUM|PART|ADV/.test(token.pos)) return false;
  }
  return false;
}

/** "Iran's ...": the phrase owns what follows. */
export function isPossessive(tokens: readonly Token[], phrase: ActorPhrase): boolean {
  return /^['’]s?$/.test(tokens[phrase.last + 1]?.text ?? '') || /['’]s?$/.test(tokens[phrase.last]?.text ?? '');
}

function closest(tokens: readonly Token[], phrase: ActorPhrase): string {
  const token = tokens[phrase.first - 1];
  return token?.pos === 'ADP' ? token.lower : (phrase.preposition ?? '');
}
