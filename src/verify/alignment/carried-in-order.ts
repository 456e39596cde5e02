import type { EvidenceSentence } from '../gate.ts';
import { isSaying } from '../grammar/act-words.ts';
import { foldQuote, holdsQuote } from '../quotes.ts';
import { isAligned } from './alignment.ts';
import { asideClauses, isContrasting, isPointed, laterClauses, partsOf, reductionsOf, saidParts } from './clauses.ts';
import { readingsOf } from './denied-words.ts';
import { isSameSpeech } from './speakers.ts';
import { speechesOf } from './speech-frame.ts';
import type { Speech } from './speech-parts.ts';
import type { Telling } from './telling.ts';
import { timesOf, voicesOf } from './voice.ts';
import type { Word } from './word.ts';
import { wordsOf } from './words.ts';

/** Another proof: whether these sentences carry a claim that stands in no other speaker's words than they do. */
export type Proof = (claim: string, evidence: readonly EvidenceSentence[]) => boolean;

interface Source extends EvidenceSentence {
  readonly words: readonly Word[];
  readonly speeches: readonly Speech[];
}

/**
 * How often the other proof is asked for one claim, and for how many words in all; a claim that would take more is
 * dropped. Of the faithful rewordings of the tests none that passes takes more than 5.
 */
export const MOST_PROOFS = 6;

export const MOST_WORDS = 600;

/** How often a claim is taken apart: three clauses at most. */
const DEEPEST = 2;

/**
 * Whether sentences say a claim word by word in its own order, with what they can do without left out. Each clause of a
 * claim may be said by another sentence; what it gives as the words of the speaker of a sentence may also be carried by
 * what that speaker says, and a clause by the sentences, by `proof`.
 */
export function isCarriedInOrder(claim: string, evidence: readonly EvidenceSentence[], proof: Proof): boolean {
  if (isMisquoting(claim, evidence)) return false;
  const sources = evidence.map((sentence): Source => {
    const words = wordsOf(sentence.text);
    const clauses = [words, ...laterClauses(words)];
    return { ...sentence, words, speeches: clauses.flatMap((own) => speechesOf(own, sentence.text)) };
  });
  const asides = sources.flatMap((source) =>
    asideClauses(source.words).map(
      (words): Source => ({ ...source, text: textOf({ words, text: source.text }), words, speeches: [] }),
    ),
  );
  return isCarried({ words: wordsOf(claim), text: claim }, [...sources, ...asides], limited(proof), DEEPEST);
}

/** The same proof, asked for nothing twice and not without end. */
function limited(proof: Proof): Proof {
  const known = new Map<string, boolean>();
  let words = 0;
  return (claim, evidence) => {
    const key = [claim, ...evidence.map(({ text }) => text)].join('\n');
    const before = known.get(key);
    if (before !== undefined) return before;
    words += key.split(/\s/).length;
    const found = known.size < MOST_PROOFS && words <= MOST_WORDS && proof(claim, evidence);
    known.set(key, found);
    return found;
  };
}

/** Whether a claim gives as somebody's own words what stands in none of its sentences. */
function isMisquoting(claim: string, evidence: readonly EvidenceSentence[]): boolean {
  const quotes = [...foldQuote(claim).matchAll(/"([^"]*)"?/g)].map(([, words = '']) => words.replace(/[,.\s]+$/, ''));
  return quotes.some((words) => words !== '' && !evidence.some(({ text }) => holdsQuote(text, words)));
}

interface Told {
  readonly words: readonly Word[];
  /** Where the words stand. */
  readonly text: string;
}

function isCarried(claim: Told, sources: readonly Source[], proof: Proof, deep: number): boolean {
  const speeches = speechesOf(claim.words, claim.text);
  const whole = speeches.filter((speech) => speech.whole);
  const isSaid = sources.some((source) => {
    const plain: Telling = { publishedAt: source.publishedAt, reported: false, quoted: false, speaker: [] };
    const isSpoken = source.speeches.some((speech) => speech.whole && speech.body.length < source.words.length);
    if ((!isSpoken || isSpeaking(claim.words)) && isSaidIn(claim.words, source.words, plain)) return true;
    if (
      !isSpoken &&
      reductionsOf(source.words).some((words) =>
        proof(textOf(claim), [{ ...source, text: textOf({ words, text: source.text }) }]),
      )
    )
      return true;
    return whole.some((own) =>
      source.speeches.some(
        (other) =>
          isSameSpeech(own, other, plain) &&
          isBodyCarried({ ...claim, words: own.body }, other, source, proof, DEEPEST),
      ),
    );
  });
  if (isSaid) return true;
  if (deep === 0) return false;
  // what is said to be somebody's words at its end is so as a whole
  if (speeches.some(({ body }) => body[0] === claim.words[0])) return false;
  return partsOf(
    claim.words,
    sources.some(({ words }) => isContrasting(words)),
  ).some((parts) => {
    const told = parts.map((words) => ({ ...claim, words }));
    const isOne = (one: Told, from: readonly Source[]) =>
      isCarried(one, from, proof, deep - 1) || proof(textOf(one), from);
    if (told.some(({ words }) => isPointed(words)))
      return sources.some((source) => told.every((one) => isOne(one, [source])));
    return told.every((one) => isOne(one, sources));
  });
}

function isSpeaking(words: readonly Word[]): boolean {
  return words.some(({ unit, lower }) => lower === 'according' || isSaying(unit.lemma));
}

/** By whichever voice either is told in. */
function isSaidIn(claim: readonly Word[], source: readonly Word[], telling: Telling): boolean {
  const sources = waysOf(source, readingsOf);
  return waysOf(claim, (words) => [words]).some((own) => sources.some((other) => isAligned(own, other, telling)));
}

const ways = new WeakMap<readonly Word[], (readonly Word[])[]>();

/** A statement as it stands, in its other voice, and with its time before it. */
function waysOf(words: readonly Word[], read: (words: readonly Word[]) => (readonly Word[])[]): (readonly Word[])[] {
  const found = ways.get(words) ?? read(words).flatMap(voicesOf).flatMap(timesOf);
  ways.set(words, found);
  return found;
}

/** Whether what a speaker of a source says carries what the claim gives as the speaker's. */
function isBodyCarried(claim: Told, other: Speech, source: Source, proof: Proof, deep: number): boolean {
  const { publishedAt } = source;
  const telling: Telling = {
    publishedAt,
    reported: true,
    quoted: other.quoted,
    speaker: other.speaker,
    self: other.self ?? [],
  };
  if (isSaidIn(claim.words, other.body, telling)) return true;
  if (isProven(claim, other.body, source, proof)) return true;
  if (deep === 0) return false;
  return [...saidParts(claim.words), ...partsOf(claim.words, isContrasting(other.body))].some((parts) =>
    parts.every((words) => isBodyCarried({ ...claim, words }, other, source, proof, deep - 1)),
  );
}

/** By the other proof, of what the source says or of a part of it: shorter sentences are read better. */
function isProven(claim: Told, body: readonly Word[], source: Source, proof: Proof): boolean {
  const own = textOf(claim);
  return [body, ...reductionsOf(body)].some((words) =>
    proof(own, [{ ...source, text: textOf({ words, text: source.text }) }]),
  );
}

/** The words as a sentence of their own, without what stands between its parts. */
function textOf({ words, text }: Told): string {
  const parts: [number, number][] = [];
  for (const { unit } of words.toSorted((one, other) => one.unit.start - other.unit.start)) {
    const last = parts.at(-1);
    if (last !== undefined && unit.start - last[1] < FARTHEST) last[1] = Math.max(last[1], unit.end);
    else parts.push([unit.start, unit.end]);
  }
  const own = parts
    .map(([start, end]) => text.slice(start, end))
    .join(' ')
    .replace(/["“”]/g, '')
    .replace(/[,.\s]+$/, '');
  return `${own.charAt(0).toUpperCase()}${own.slice(1)}.`;
}

/** More letters between two words of a clause than its marks and left-out auxiliaries have are no part of it. */
const FARTHEST = 12;
