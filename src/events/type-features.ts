import { parseText, type Sentence } from '../text/sentences.ts';
import { stem } from '../text/stem.ts';
import { fold } from '../text/words.ts';
import { predicatesOf } from './predicate.ts';
import { retagged } from './tagging.ts';

/** A sentence whose event is to be typed, and the words in it for who acts and for whom or what it acts on. */
export interface TypedSentence {
  readonly sentence: string;
  readonly source?: string;
  readonly target?: string;
}

/** How many words behind the second of the two still belong to its act. */
const BEHIND = 6;
/** A source's verb stands no more words behind it. */
const FAR = 14;

/**
 * The features of a sentence: stems, alone and in pairs, by where they stand. What is between the two sides tells most;
 * what stands behind them less; the target's own words and all others least.
 * @returns names such as `b:accus`, each once
 */
export function typeFeatures({ sentence, source = '', target = '' }: TypedSentence): string[] {
  const text = sentence.toLowerCase();
  const from = placeOf(text, source, 0);
  const behindSource = from < 0 ? -1 : placeOf(text, target, end(from, source));
  const whom = behindSource < 0 ? placeOf(text, target, 0) : behindSource;
  const [first, second] =
    from >= 0 && (whom < 0 || from <= whom) ? [end(from, source), whom] : [end(whom, target), from];
  const between = sentence.slice(Math.max(0, first), second >= first ? second : undefined);
  const order = whom >= 0 && whom < from ? 'p' : 'b';
  const last = Math.max(end(from, source), end(whom, target), 0);
  const parsed = parseText(sentence).map(retagged);
  const behind = second >= first ? stems(sentence.slice(last)) : [];
  return [
    ...new Set([
      ...marked(order, stems(between)),
      ...marked('a', behind.slice(0, BEHIND)),
      ...stems(sentence).map((word) => `u:${word}`),
      ...stems(target).map((word) => `t:${word}`),
      ...frames(parsed, first, second),
      ...mainVerb(parsed, end(from, source)),
    ]),
  ];
}

/** The verb that stands after the source: what it does, more often than any other word. */
function mainVerb(parsed: readonly Sentence[], behind: number): string[] {
  const tokens = parsed.flatMap((sentence) => sentence.tokens).filter(({ start }) => start >= behind);
  const verb = tokens.slice(0, FAR).find(({ pos }) => pos === 'VERB');
  return verb === undefined ? [] : [`v:${verb.lemma}`];
}

/** The acts that the lexicon sees, between the two sides and elsewhere. */
function frames(parsed: readonly Sentence[], first: number, second: number): string[] {
  return parsed.flatMap((sentence) =>
    predicatesOf(sentence).map(({ at, sense }) => {
      const place = sentence.tokens[at]?.start ?? 0;
      return place >= first && (second < first || place < second) ? `f:b:${sense.type}` : `f:r:${sense.type}`;
    }),
  );
}

/** Where the words stand, whatever their case; -1 where they do not or there are none. */
function placeOf(text: string, words: string, from: number): number {
  return words === '' ? -1 : text.indexOf(words.toLowerCase(), from);
}

function end(at: number, words: string): number {
  return at < 0 ? -1 : at + words.length;
}

function stems(text: string): string[] {
  return [...fold(text).matchAll(/[\p{L}\d]+/gu)].map(([word]) => stem(word));
}

function marked(region: string, words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    return next === undefined ? [`${region}:${word}`] : [`${region}:${word}`, `${region}:${word} ${next}`];
  });
}
