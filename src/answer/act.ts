import type { EventStatus } from '../domain/event.ts';
import { isPassive } from '../events/clause.ts';
import { statusOf } from '../events/modality.ts';
import type { Token } from '../text/sentences.ts';
import { isMisleading, isVariant, phrasesFor } from '../text/thesaurus.ts';
import { stem } from '../text/words.ts';
import type { Question } from './question/frame.ts';
import type { Scene } from './scene.ts';

/** The word of a sentence that does what a question asks about. */
export interface Act {
  /** Token index. */
  readonly at: number;
  readonly noun: boolean;
  readonly passive: boolean;
  readonly status: EventStatus;
}

const ASKING_VERB =
  /^(do|be|have|say|accord|tell|know|happen|want|report|make|take|get|give|come|go|put|let|list|name)$/;

/**
 * The stems of the verbs that a question is about: of "Who chaired the meeting?" the second word's; where it has none,
 * of the noun that names its act: "What came out of the talks?".
 */
export function verbsOf(question: Question): readonly string[] {
  const { tokens } = question.sentence;
  const verbs = tokens.filter(
    (token) => token.pos === 'VERB' && !ASKING_VERB.test(token.lemma) && !isInQuotes(question, token),
  );
  // whom quoted words are said of is told by the words
  if (question.quoted.length > 0) return [];
  if (verbs.length > 0) return verbs.map(({ lower }) => stem(lower));
  const taken = verbBehindWho(question) ?? verbBehindName(question) ?? nounOfRelation(question);
  return taken === undefined ? [] : [stem(taken.lower)];
}

/** "Who chartered the ship": a form of a verb right behind the word of asking. */
function verbBehindWho({ sentence: { tokens }, hole }: Question): Token | undefined {
  const [, second, third] = tokens;
  const fits =
    hole === 'who' && /(ed|en|wn)$/.test(second?.lower ?? '') && /DET|PROPN|NOUN|PRON/.test(third?.pos ?? '');
  return fits ? second : undefined;
}

/** "did Qureshi call": behind an auxiliary and its subject stands a verb, whatever the tagger says. */
function verbBehindName({ sentence: { tokens }, hole }: Question): Token | undefined {
  const aux = tokens.findIndex(({ lower }) => /^(did|do|does|will|would|can|could)$/.test(lower));
  if (aux < 0 || hole === 'said') return undefined;
  const behind = tokens.findIndex(
    ({ pos }, at) => at > aux + 1 && pos === 'NOUN' && /PROPN|NOUN/.test(tokens[at - 1]?.pos ?? ''),
  );
  return tokens[behind];
}

function nounOfRelation({ sentence: { tokens }, relation }: Question): Token | undefined {
  return tokens.find(({ pos, lower }) => pos === 'NOUN' && relation?.words.test(lower));
}

function isInQuotes({ quoted, text }: Question, { start }: Token): boolean {
  return quoted.some((words) => {
    const at = text.indexOf(words);
    return start >= at && start < at + words.length;
  });
}

/** Where a sentence tells of a question's act, as something that is or was done or denied; `undefined` where it does not. */
export function actIn(scene: Scene, verbs: readonly string[]): Act | undefined {
  const { tokens } = scene.sentence();
  for (const at of placesOf(tokens, verbs)) {
    const { pos } = tokens[at] as Token;
    const noun = pos === 'NOUN' || pos === 'PROPN';
    // the tagger calls some participles adjectives: "had been chartered by"
    const participle = pos === 'ADJ' && tokens[at + 1]?.lower === 'by';
    if (!noun && !participle && pos !== 'VERB') continue;
    const status = statusOf(tokens, at, noun);
    if (status === undefined) continue;
    return { at, noun, passive: !noun && isPassive(tokens, at), status: isRefuted(tokens, at) ? 'denied' : status };
  }
  return undefined;
}

/** Token indexes of words that can stand for one of the verbs, and of the first words of such phrases. */
function placesOf(tokens: readonly Token[], verbs: readonly string[]): number[] {
  const phrases = verbs.flatMap((one) => [...phrasesFor(one)]);
  const stems = tokens.map(({ lower }) => stem(lower));
  return tokens.flatMap((token, at) => {
    const line = ` ${stems.slice(at, at + 5).join(' ')} `;
    const starts = phrases.some((phrase) => line.startsWith(phrase));
    const own = [stems[at] ?? '', stem(token.lemma)];
    if (isOtherSense(tokens, at, verbs)) return [];
    return starts || verbs.some((one) => own.some((other) => isVariant(one, other))) ? [at] : [];
  });
}

/**
 * "According to" is no accord; who "called the quarrel settled" phoned nobody, for a call by phone is to someone; and
 * what "met with silence" met nobody.
 */
function isOtherSense(tokens: readonly Token[], at: number, verbs: readonly string[]): boolean {
  const { lower, lemma, pos } = tokens[at] as Token;
  if (isMisleading(lower)) return true;
  // shot in the head, and not at the head of anything
  if (lower === 'head' && pos !== 'VERB') return tokens[at + 1]?.lower !== 'of';
  const behind = tokens.slice(at + 1, at + 4);
  if (lemma === 'meet') return MET_WITH.test(behind.map((one) => one.lower).join(' '));
  if (lemma !== 'call' || pos !== 'VERB' || verbs.includes('call')) return false;
  return /^(on|upon|for|off)$/.test(behind[0]?.lower ?? '') || !behind.some(isSomeone);
}

function isSomeone({ pos, lower }: Token): boolean {
  return pos === 'PROPN' || /^(him|her|them|counterpart)$/.test(lower);
}

/** What is met, but not by sitting down with it. */
const MET_WITH =
  /^(with )?(a |the |its |his |her |their |no |all )?(silence|refusal|resistance|opposition|criticism|approval|scepticism|skepticism|anger|outrage|indifference|praise|protests?|demands?|conditions?|deadlines?|needs?|requirements?|targets?|criteria|goals?|obligations?|standards?)\b/;

/** "denied that the boat had fired": what is told is that it was not so. */
function isRefuted(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 10), at).some(({ lemma }) => /^(deny|refute|dispute)$/.test(lemma));
}
