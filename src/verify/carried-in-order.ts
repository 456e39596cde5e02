import { isAligned } from './alignment.ts';
import type { Telling } from './alignment-match.ts';
import { type Word, wordsOf } from './alignment-words.ts';
import type { EvidenceSentence } from './gate.ts';
import { isSameSpeech } from './speakers.ts';
import { type Speech, speechesOf } from './speech-frame.ts';

/** Another proof: whether these sentences carry a claim that stands in no other speaker's words than they do. */
export type Proof = (claim: string, evidence: readonly EvidenceSentence[]) => boolean;

interface Source extends EvidenceSentence {
  readonly words: readonly Word[];
  readonly speeches: readonly Speech[];
}

/**
 * Whether one of the sentences says a claim word by word in its own order, with what it can do without left out. What a
 * claim gives as the words of the speaker of a sentence may also be carried by what that speaker says, by `proof`.
 */
export function isCarriedInOrder(claim: string, evidence: readonly EvidenceSentence[], proof: Proof): boolean {
  const sources = evidence.map((sentence): Source => {
    const words = wordsOf(sentence.text);
    return { ...sentence, words, speeches: speechesOf(words, sentence.text) };
  });
  return isCarried(claim, sources, proof);
}

function isCarried(claim: string, sources: readonly Source[], proof: Proof): boolean {
  const words = wordsOf(claim);
  const speeches = speechesOf(words, claim).filter(({ whole }) => whole);
  return sources.some((source) => {
    const plain: Telling = { publishedAt: source.publishedAt, reported: false, quoted: false, speaker: [] };
    if (isAligned(words, source.words, plain)) return true;
    return speeches.some((own) =>
      source.speeches.some(
        (other) => isSameSpeech(own, other, plain) && isBodyCarried(own, claim, other, source, proof),
      ),
    );
  });
}

function isBodyCarried(own: Speech, claim: string, other: Speech, source: Source, proof: Proof): boolean {
  const { publishedAt } = source;
  const telling: Telling = { publishedAt, reported: true, quoted: other.quoted, speaker: other.speaker };
  if (isAligned(own.body, other.body, telling)) return true;
  return proof(textOf(own.body, claim), [{ ...source, text: textOf(other.body, source.text) }]);
}

/** The words as a sentence of their own, without what stands between its parts. */
function textOf(words: readonly Word[], text: string): string {
  const parts: [number, number][] = [];
  for (const { unit } of words) {
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

/** More letters between two words of a speech than its marks and left-out auxiliaries have are somebody else's. */
const FARTHEST = 16;
