import type { TimeExpression } from '../domain/mention.ts';
import { agentsOf, isPossessive, objectsOf } from '../events/clause.ts';
import type { ActorPhrase } from '../events/phrase.ts';
import { nameIn } from '../events/signature.ts';
import { subjectOf } from '../events/subject.ts';
import { dayOfSaying, timeOf } from '../events/time.ts';
import { tollOf } from '../events/toll.ts';
import { findTimes, formatEventDate, resolveTime, type TimeFound } from '../text/dates.ts';
import { sameName, standsFor } from '../text/names.ts';
import { NUMBER_FORM } from '../text/numbers.ts';
import type { Sentence } from '../text/sentences.ts';
import { says, stemLine } from '../text/thesaurus.ts';
import { stem, words } from '../text/words.ts';
import type { Act } from './act.ts';
import { isWordOf } from './cover.ts';
import type { Question } from './question/frame.ts';
import type { Scene } from './scene.ts';

/** The values of a question's hole that a sentence gives; none where it gives none for sure. */
export function valuesIn(question: Question, scene: Scene, act: Act | undefined): readonly string[] {
  switch (question.hole) {
    case 'who':
      return act === undefined ? [] : doers(question, scene, act);
    case 'whom':
      if (question.quoted.length > 0) return besideQuoted(question, scene);
      return act === undefined ? [] : doneTo(question, scene, act);
    case 'when':
      return days(scene, act);
    case 'where':
      return places(question, scene);
    case 'how-many':
      return numbers(question, scene);
    default:
      return [];
  }
}

/** Who does an act by the sentence's own words; `undefined` where it does not tell, or only points. */
export function doerOf(scene: Scene, act: Act): readonly string[] | undefined {
  const phrases = act.passive ? agentsOf(scene.sentence(), scene.phrases(), act.at) : subjects(scene, act);
  if (typeof phrases === 'string') return [phrases];
  return phrases.length === 0 ? undefined : phrases.map(({ actor }) => actor);
}

function doers(question: Question, scene: Scene, act: Act): readonly string[] {
  const phrases = act.passive ? agentsOf(scene.sentence(), scene.phrases(), act.at) : subjects(scene, act);
  if (typeof phrases === 'string') return [phrases];
  const named = unasked(question, phrases);
  return named.length > 0 || !act.passive ? named : unnamedAgent(scene, act);
}

/** "chartered by Tai Geophysical": whom no table knows, in the words of the sentence. */
function unnamedAgent(scene: Scene, { at }: Act): readonly string[] {
  const { tokens } = scene.sentence();
  const by = tokens.findIndex(({ lower }, index) => index > at && index <= at + 4 && lower === 'by');
  if (by < 0) return [];
  const end = tokens.findIndex(({ pos }, index) => index > by && !/DET|ADJ|NOUN|PROPN|NUM/.test(pos));
  const last = (end < 0 ? tokens.length : end) - 1;
  return last > by ? [wordsAt(scene.sentence(), scene.hit.quote, by + 1, last)] : [];
}

function subjects(scene: Scene, act: Act): readonly ActorPhrase[] | string {
  const sentence = scene.sentence();
  if (act.noun) return ownersOfNoun(scene, act);
  const subject = subjectOf(sentence, scene.phrases(), act.at);
  if (subject.kind === 'named') return subject.phrases;
  if (subject.kind === 'stranger') return wordsAt(sentence, scene.hit.quote, subject.first, subject.last);
  if (subject.kind === 'pronoun' && /^(he|she)$/.test(subject.word)) return lastPerson(scene);
  // "chaired by": the participle stands behind its noun
  return agentsOf(sentence, scene.phrases(), act.at);
}

/** "Kenya's call", "the call by Kenya": of a noun only whose it is said to be. */
function ownersOfNoun(scene: Scene, { at }: Act): readonly ActorPhrase[] {
  const { tokens } = scene.sentence();
  const owner = scene
    .phrases()
    .find((phrase) => phrase.last < at && at - phrase.last <= 3 && isPossessive(tokens, phrase));
  return owner === undefined ? agentsOf(scene.sentence(), scene.phrases(), at) : [owner];
}

/** "He" is the last person named before. */
function lastPerson(scene: Scene): readonly ActorPhrase[] {
  const person = scene.namesBefore().findLast(({ kind }) => kind === 'person');
  if (person === undefined) return [];
  const actor = person.state === undefined ? person.name : `${person.name} (${person.state})`;
  return [{ first: 0, last: 0, actor, human: true }];
}

function wordsAt({ tokens }: Sentence, text: string, first: number, last: number): string {
  return text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
}

function doneTo(question: Question, scene: Scene, act: Act): readonly string[] {
  const sentence = scene.sentence();
  if (act.passive) return doers({ ...question }, scene, { ...act, passive: false });
  const objects = objectsOf(sentence, scene.phrases(), act.at, 'near', () => true);
  return unasked(question, objects);
}

/** 'the sentiments of "dear brother X"': whom the quoted words are said of. */
function besideQuoted(question: Question, scene: Scene): readonly string[] {
  const at = scene.hit.quote.indexOf(question.quoted[0] ?? '');
  const next = scene.names().find(({ start, kind }) => kind === 'person' && start >= at);
  return next === undefined ? [] : [next.state === undefined ? next.name : `${next.name} (${next.state})`];
}

function unasked(question: Question, phrases: readonly ActorPhrase[]): readonly string[] {
  const asked = question.names.map(({ name }) => name);
  const isAsked = (actor: string) =>
    asked.some((name) => sameName(nameIn(actor), name)) ||
    question.proper.some((word) => isWordOf(word, nameIn(actor)));
  const free = phrases.map(({ actor }) => actor).filter((actor) => !isAsked(actor));
  return [...new Set(free)];
}

/** The day that a sentence names, from the day of its article: that of the act where it tells of one. */
function days(scene: Scene, act: Act | undefined): readonly string[] {
  const times = findTimes(scene.hit.quote);
  const own = act === undefined ? times.map(({ expression }) => expression) : [timeOfAct(times, scene, act)];
  const dates = own
    .filter(({ kind }) => kind !== 'unstated' && kind !== 'since')
    .map((expression) => resolveTime(expression, scene.article.publishedAt))
    .filter(({ precision }) => precision !== 'unknown');
  return dates.length === 1 ? dates.map(formatEventDate) : [];
}

/** Of "said on Wednesday that they had left in May" the May. */
function timeOfAct(times: readonly TimeFound[], scene: Scene, act: Act): TimeExpression {
  const sentence = scene.sentence();
  const offset = sentence.tokens[act.at]?.start ?? 0;
  const time = timeOf(times, offset, sentence, act);
  return time === dayOfSaying(times, offset, sentence) ? { kind: 'unstated' } : time;
}

/** Places behind "in", "at", "near"; what the question names itself is none. */
function places(question: Question, scene: Scene): readonly string[] {
  const { quote } = scene.hit;
  const asked = question.names.flatMap(({ name, spelling }) => [name, spelling]);
  const found = scene
    .names()
    .filter(
      ({ start, kind, via, text, name }) =>
        (kind === 'place' || kind === 'state') &&
        (via === 'name' || via === 'capital') &&
        /\b(in|at|near|to|from|outside|around|inside|across)( the)?( \p{Lu}?[\p{L}-]+(’s|'s)?){0,3} ?(of )?$/iu.test(
          quote.slice(Math.max(0, start - 40), start),
        ) &&
        !asked.includes(text) &&
        !asked.includes(name),
    );
  const [narrow] = found.filter(({ kind, via }) => kind === 'place' || via === 'capital');
  const best = narrow ?? found[0] ?? pointedTo(scene);
  return best === undefined ? [] : [best.text];
}

/** "were held there": the last place named before. */
function pointedTo(scene: Scene) {
  return /\bthere\b(?! (is|are|was|were|has|have|will))/i.test(scene.hit.quote)
    ? scene.namesBefore().findLast(({ kind }) => kind === 'place')
    : undefined;
}

const MONTH_BEFORE = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? $/i;
const QUANTITY = new RegExp(
  `(?:(about|around|some|nearly|at least|more than|over|up to|almost|as many as)\\s+)?(?<![\\w.,-])(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|${NUMBER_FORM})(?:\\s(hundred|thousand|million|billion))?(?![\\w]|[.,]\\d|-\\w)`,
  'giu',
);
/** Words between a number and its noun at most. */
const NOUN_REACH = 4;

/** Nouns for whoever died. */
export const ANYONE = /^(peopl|person|death|dead|casualt|victim|fatalit|live|other)/;

/** Whose the noun behind "how many" is: of "Pakistani soldiers" Pakistan. */
export function ownerOfCounted({
  counted = '',
  names,
  text,
}: Pick<Question, 'counted' | 'names' | 'text'>): string | undefined {
  const noun = counted.split(' ').at(-1) ?? '';
  const lower = text.toLowerCase();
  return names.find(
    ({ at, end }) =>
      noun !== '' && (lower.slice(at, end).endsWith(noun) || lower.slice(end).trimStart().startsWith(noun)),
  )?.name;
}

/** "16 soldiers" are not Russian because insurgents in the sentence are for Russia: the name stands before the noun. */
function isOfOwner(question: Question, scene: Scene, noun: string): boolean {
  const owner = ownerOfCounted(question);
  if (owner === undefined) return true;
  return scene.names().some((one) => {
    return standsFor(one, owner) && says(stemLine(scene.hit.quote.slice(one.start, one.end + OWNED_REACH)), noun);
  });
}

/** UTF-16 code units from a demonym to its noun: "Russian infantry and marine soldiers". */
const OWNED_REACH = 30;

/** Numbers that count the noun asked for: "nine soldiers" for soldiers, not for days. */
function numbers(question: Question, scene: Scene): readonly string[] {
  const noun = words(question.counted ?? '')
    .map(stem)
    .at(-1);
  const { quote } = scene.hit;
  if (noun !== undefined && !isOfOwner(question, scene, noun)) return [];
  const toll =
    question.relation?.name === 'toll' && (noun === undefined || ANYONE.test(noun)) ? tollOf(quote) : undefined;
  if (toll !== undefined) return [String(toll)];
  const found = [...quote.matchAll(QUANTITY)].filter(({ index, 0: whole }) => {
    if (MONTH_BEFORE.test(quote.slice(0, index))) return false;
    const rest =
      quote
        .slice(index + whole.length)
        .split(
          /[,;.]|\b(?:and|but|with|after|before|since|in|on|at|for|from|near|who|which|that|is|are|was|were|has|have|had|will)\b/,
        )[0] ?? '';
    const behind = words(rest).slice(0, NOUN_REACH).join(' ');
    return noun !== undefined && says(stemLine(behind), noun);
  });
  return [...new Set(found.map(([whole]) => whole.trim()))];
}
