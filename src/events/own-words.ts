import type { EventStatus } from '../domain/event.ts';
import { findTimes } from '../text/dates.ts';
import type { Sentence, Token } from '../text/sentences.ts';
import { clauseEnd, isPassive, isWall, opensClause } from './clause.ts';

/** Longer ones are no account of an act in a line; cut short they could say something else. */
const MOST_WORDS = 24;

/** Bind a clause to what stands before it, which is not told with it. */
const BINDING =
  /^(also|then|later|meanwhile|however|instead|again|but|and|therefore|thus|so|yesterday|today|tonight)$/i;
/** Stand for what the clause does not name. */
const UNCLEAR = /^(it|them|him|her|us|we|our|i|me|my|you|your|they|he|she|this|that|these|those|here|there)$/;

/**
 * An act as its sentence words it, in quotation marks, to stand behind those who did it: `“airlifted tents to Sudan”`,
 * with its helping verbs and negations, without its time. Of a passive the whole clause: `did this: “...”`.
 * `undefined` where the words do not stand by themselves.
 * @param joint whom it was done with is told among those who did it: `“conferred”`, not `“conferred with Kosovo”`
 */
export function ownWords(sentence: Sentence, at: number, joint = false): string | undefined {
  const { tokens } = sentence;
  const whole = ownEnd(tokens, at);
  if (whole === undefined) return undefined;
  const company = joint ? tokens.findIndex(({ lower }, index) => index > at && lower === 'with') : -1;
  const end = company < 0 ? whole : Math.min(whole, company);
  if (isPassive(tokens, at)) {
    const words = isFirstClause(tokens, at) ? quotable(tokens.slice(openingEnd(sentence, at), end)) : undefined;
    return words === undefined ? undefined : `did this: “${words}”`;
  }
  const first = groupStart(tokens, at);
  const unfinished = (tokens[first] as Token).lower.endsWith('ing') || tokens[first]?.lower === 'to';
  const words = unfinished ? undefined : quotable(tokens.slice(first, end));
  if (words === undefined) return undefined;
  // "Chad, which Sudan raided in May": whom it was done to stands before
  return words.endsWith((tokens[at] as Token).text) ? `“${words}”[ {target}]` : `“${words}”`;
}

const NEGATED = /\b(not|never|no|neither|nor|hardly|barely|scarcely)\b|n[’'‘]t\b/i;
const AHEAD = /\b(will|would|shall|to)\b/i;
/** Says less than that it was done. */
const HEDGED =
  /\b(almost|nearly|narrowly|virtually|all but|allegedly|reportedly|supposedly|purportedly|apparently|possibly|perhaps|probably|likely)\b/i;

/** Whether the own words of an act say by themselves that it was done, is planned, or was not done. */
export function saysItself(act: string, status: EventStatus): boolean {
  if (HEDGED.test(act)) return false;
  const isWhole = act.startsWith('did this: ');
  if (status === 'denied') return !isWhole && NEGATED.test(act);
  if (status === 'planned') return !isWhole && AHEAD.test(act) && !NEGATED.test(act);
  return status === 'reported' && !NEGATED.test(act);
}

/**
 * Where the words of an act end: with its clause, or at the comma before what is told of something else ("which Chad
 * torched, called for calm"); `undefined` where another verb stands in it and no comma parts the two.
 */
function ownEnd(tokens: readonly Token[], at: number): number | undefined {
  const end = clauseEnd(tokens, at);
  const other = tokens.findIndex((token, index) => index > at && index < end && showsTense(token));
  if (other < 0) return end;
  const comma = tokens.findLastIndex(({ text }, index) => index > at && index < other && text === ',');
  return comma < 0 ? undefined : comma;
}

function showsTense({ pos, lower, lemma }: Token): boolean {
  return pos === 'AUX' || (pos === 'VERB' && lower !== lemma && !lower.endsWith('ing'));
}

/** The first token of "has not yet begun to strafe", of which `at` is the last. */
function groupStart(tokens: readonly Token[], at: number): number {
  let first = at;
  for (let index = at - 1; index >= 0; index -= 1) {
    const { pos } = tokens[index] as Token;
    const governs = /VERB|ADJ/.test(pos) && tokens[index + 1]?.lower === 'to';
    if (!/AUX|ADV|PART/.test(pos) && !governs) break;
    first = index;
  }
  while (first < at && BINDING.test((tokens[first] as Token).lower)) first += 1;
  return first;
}

/** Nothing but the clause's own subject stands before its verb. */
function isFirstClause(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(0, at)
    .every(
      (token, index) => token.pos !== 'VERB' && token.text !== ',' && !isWall(token) && !opensClause(tokens, index),
    );
}

/** Behind "On Monday": a clause that begins with its time is told without it. */
function openingEnd({ start, tokens }: Sentence, at: number): number {
  const words = tokens
    .slice(0, at)
    .map((token) => token.text)
    .join(' ');
  const leads = /^(On|In|At|Late|Early|Last|Yesterday|Overnight)\b/.test(words) && tokens[0]?.start === start;
  if (!leads) return 0;
  const subject = tokens.findIndex(({ pos }, index) => index > 1 && index < at && /DET|NUM|ADJ|NOUN/.test(pos));
  return subject < 0 ? 0 : subject;
}

function quotable(tokens: readonly Token[]): string | undefined {
  const text = nested(withoutTime(spaced(tokens)).replace(/[\s,.;:]+$/, ''));
  if (text === undefined || /[[\]{}“”]/.test(text) || text.split(' ').length > MOST_WORDS) return undefined;
  const last = tokens.findLast(({ text: word }) => text.endsWith(word));
  const clear = tokens.every(({ lower }) => !UNCLEAR.test(lower)) && !/DET|CCONJ/.test(last?.pos ?? 'DET');
  return clear && findTimes(text).every(({ expression: { kind } }) => ABSOLUTE.has(kind)) ? text : undefined;
}

/** Times that say the same whenever they are read. */
const ABSOLUTE: ReadonlySet<string> = new Set(['day', 'month', 'year', 'since']);

/** The tokens as they stand, with one space for any white space. */
function spaced(tokens: readonly Token[]): string {
  return tokens
    .map(({ text, start }, at) => (at > 0 && start > (tokens[at - 1] as Token).end ? ` ${text}` : text))
    .join('');
}

const VAGUE_TIME =
  /\s(next|last|this|the coming|the past) (week|weekend|month|year|spring|summer|autumn|winter)$|\sovernight$/i;

/** Without the time at the end, which the summary gives as a date. */
function withoutTime(words: string): string {
  const text = words.replace(/[\s,.;:]+$/, '').replace(VAGUE_TIME, '');
  const time = findTimes(text).at(-1);
  if (time === undefined || time.end < text.length || time.start === 0) return text;
  return withoutTime(
    text.slice(0, time.start).replace(/(\s(on|in|by|at|late|early|last|this|next|since|until|of))+\s*$/i, ''),
  );
}

/** Quotation marks inside quotation marks are single ones; `undefined` where one of them is not closed. */
function nested(text: string): string | undefined {
  const inner = text.replace(/["“]([^"“”]*)["”]/g, '‘$1’');
  return /["“”«»]/.test(inner) ? undefined : inner;
}
