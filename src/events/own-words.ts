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
 */
export function ownWords(sentence: Sentence, at: number): string | undefined {
  const { tokens } = sentence;
  const end = clauseEnd(tokens, at);
  if (isPassive(tokens, at)) {
    const words = isFirstClause(tokens, at) ? quotable(tokens.slice(openingEnd(sentence, at), end)) : undefined;
    return words === undefined ? undefined : `did this: “${words}”`;
  }
  const first = groupStart(tokens, at);
  const unfinished = (tokens[first] as Token).lower.endsWith('ing') || tokens[first]?.lower === 'to';
  const words = unfinished ? undefined : quotable(tokens.slice(first, end));
  return words === undefined ? undefined : `“${words}”`;
}

/** Whether an act is told by its whole clause, its subject included. */
export function isWhole(act: string): boolean {
  return act.startsWith('did this: ');
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

/** Without the time at the end, which the summary gives as a date. */
function withoutTime(words: string): string {
  const text = words.replace(/[\s,.;:]+$/, '');
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
