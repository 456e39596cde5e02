import type { Answer } from '../domain/answer.ts';
import { nameIn, stateIn } from '../events/signature.ts';
import { says, stemLine } from '../text/thesaurus.ts';
import { fold } from '../text/words.ts';
import type { Question } from './question/frame.ts';
import { holeOf } from './question/hole.ts';
import { answerToOffer } from './relations.ts';

/** What a conversation remembers of its last turn. */
export interface Turn {
  readonly question: Question;
  /** Whom the answer named. */
  readonly actors: readonly string[];
}

/** The turn that a question and its answer leave behind. */
export function turnOf(question: Question, answer: Answer): Turn {
  const named =
    answer.kind === 'answered' && /^(who|whom|list|reactions)$/.test(question.hole) ? (answer.short ?? '') : '';
  return { question, actors: named === '' ? [] : named.split('; ') };
}

const BARE =
  /^(?:(?:and|but|so|ok|okay)\s+)?(when|where|why|who|whom|by whom|how many|what happened|how)(?:\s+(?:exactly|else|then|was (?:that|it|this)|did (?:that|it|this|they|he|she) (?:happen|do (?:that|it|so)|say (?:that|so))|is that))?\s*\??$/;
const ABOUT = /^(?:(?:and|but|so)\s+)?(?:what about|how about|and)\s+(?:the\s+)?\S+/;
const POINTS =
  /\b(they|he|she|it|them|him|her|their|his|its|that|this|the (offer|call|meeting|strike|strikes|attack|talks|deal|agreement|ceasefire))\b/;

/**
 * A question with what it takes over from the turn before: "and when?" asks for the day of the same act, "what about
 * Turkey?" the same of another, "they" are those of the turn before. One that stands by itself stays as it is.
 */
export function followed(question: Question, { question: before, actors }: Turn): Question {
  const folded = fold(question.text);
  if (asksForMore(question, before)) return { ...besides(question, before, actors), hole: question.hole };
  if (BARE.test(folded)) {
    const hole = holeOf(folded.replace(/^(and|but|so|ok|okay) /, '').replace(/^by whom/, 'who'));
    return /\belse\b/.test(folded)
      ? { ...besides(question, before, actors), hole }
      : { ...carried(question, before, actors), hole };
  }
  if (ABOUT.test(folded) && question.names.length > 0) return { ...sameOf(question, before), except: [] };
  const offered = before.relation?.name === 'mediation' ? answerToOffer(folded) : undefined;
  if (question.names.length > 0 || question.proper.length > 0)
    return offered === undefined || question.relation !== undefined
      ? question
      : { ...question, relation: offered, leftover: [] };
  if (!POINTS.test(folded)) return question;
  const relation = offered ?? question.relation;
  if (relation === undefined && question.leftover.length > 0)
    return { ...question, names: before.names, proper: before.proper, subjects: partiesOf(before, actors) };
  if (relation === undefined) return { ...carried(question, before, actors), hole: question.hole };
  return {
    ...question,
    text: `${before.text} ${question.text}`,
    hole: offered !== undefined && question.hole === 'said' ? 'what' : question.hole,
    relation,
    leftover: offered !== undefined ? [] : question.leftover,
    subjects: offered !== undefined ? [] : partiesOf(before, actors),
  };
}

/** "Who else offered?": the act of the turn before, in its words or by its class, and another one. */
function asksForMore(question: Question, before: Question): boolean {
  if (!/\b(who|whom|which \w+) else\b/i.test(question.text) || question.names.length > 0) return false;
  if (question.relation !== undefined) return question.relation.name === before.relation?.name;
  const line = stemLine(before.text);
  return question.leftover.length > 0 && question.leftover.every((one) => says(line, one));
}

/** The frame of the turn before; whom its answer named acts now. */
function carried(question: Question, before: Question, actors: readonly string[]): Question {
  const acting = before.hole === 'who' && actors.length === 1 ? actors.map(nameIn) : before.subjects;
  return {
    ...before,
    text: `${before.text} ${question.text}`,
    subjects: [...new Set([...before.subjects, ...acting])],
  };
}

/** The frame of the turn before without those who acted in it: they are known. */
function besides(question: Question, before: Question, actors: readonly string[]): Question {
  return {
    ...before,
    text: `${before.text} ${question.text}`,
    names: before.names.filter(({ name }) => !before.subjects.includes(name)),
    subjects: [],
    except: [...new Set([...before.except, ...actors, ...before.subjects])],
  };
}

/** The frame of the turn before with another actor in the place of its own. */
function sameOf(question: Question, before: Question): Question {
  const names = question.names.map(({ name }) => name);
  const acting = before.subjects.length > 0 || before.hole === 'who';
  return {
    ...before,
    text: `${before.text} ${question.text}`,
    hole: before.hole === 'who' ? 'yes-no' : before.hole,
    names: question.names,
    subjects: acting ? names : before.subjects,
    objects: acting ? before.objects : names,
    leftover: before.leftover,
  };
}

function partiesOf(before: Question, actors: readonly string[]): readonly string[] {
  return actors.length === 1 ? actors.map(stateIn) : before.subjects;
}
