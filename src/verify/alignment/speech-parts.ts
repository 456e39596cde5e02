import { isSaying } from '../grammar/act-words.ts';
import { isComma, type Word } from './word.ts';

/** What somebody says, apart from who says it and how. */
export interface Speech {
  readonly speaker: readonly Word[];
  /** The verb of saying; "say" for "according to". */
  readonly verb: string;
  /** To whom, where and when: all else that is told of the saying. */
  readonly circumstances: readonly Word[];
  readonly body: readonly Word[];
  readonly quoted: boolean;
  /** The one that acts, where the speaker speaks for it. */
  readonly self?: readonly Word[];
  /** Nothing of the sentence stands outside of what is given here. */
  readonly whole: boolean;
}

/** The stretches between quotation marks, as offsets. */
export function quotedOf(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(/["“]([^"“”]+)["”]/g)].map(({ index, 0: all }) => [index, index + all.length] as const);
}

export type Quoted = ReturnType<typeof quotedOf>;

export function isQuoted(body: readonly Word[], quoted: Quoted): boolean {
  const spoken = body.filter(({ unit }) => quoted.some(([start, end]) => unit.start >= start && unit.end <= end));
  return body.length > 0 && spoken.length >= body.length - body.filter(isComma).length - 1;
}

export function isSayingVerb(word: Word | undefined): boolean {
  return word?.finite === true && word.unit.pos === 'VERB' && isSaying(word.unit.lemma) && word.form !== 'base';
}

/** The first verb that is no part of an aside or of what tells more about a noun. */
export function firstVerb(words: readonly Word[], from: number): number {
  for (let at = from; at < words.length; at += 1) {
    const word = words[at] as Word;
    const opens = /^(who|which|whose|whom|where|that)$/.test(word.lower);
    if (isComma(word) || opens) {
      const next = opens ? at : at + 1;
      if (
        opens ||
        /^(who|which|whose|speaking|quoting|citing|referring|a|an|the|one)$/.test(words[next]?.lower ?? '')
      ) {
        const end = words.findIndex((one, index) => index > next && isComma(one));
        if (end < 0) continue;
        at = end;
      }
      continue;
    }
    if (word.finite && /VERB|AUX/.test(word.unit.pos)) return at;
  }
  return -1;
}

/** A noun phrase with what is told of it: no verb of its own but in asides. */
export function isPhrase(words: readonly Word[]): boolean {
  const first = words[0];
  if (first === undefined || /VERB|AUX|SCONJ|CCONJ/.test(first.unit.pos)) return false;
  if (/^(it|he|she|they|we|i|this|that|there|who|which|if|unless|nobody|no|neither|not|but|and)$/.test(first.lower))
    return false;
  if (/ADV|PART|ADP/.test(words.at(-1)?.unit.pos ?? '') && words.at(-1)?.lower !== 'also') return false;
  return firstVerb(words, 0) < 0;
}

export function startsSentence(words: readonly Word[]): boolean {
  const first = words[0];
  if (first === undefined || words.length < 3) return false;
  if (/^(to|so|that|nothing|of|by|with|for)$/.test(first.lower)) return false;
  return words.slice(1, 30).some(({ finite, unit }) => finite && /VERB|AUX/.test(unit.pos));
}

export function relativeOf(words: readonly Word[], from: number): readonly Word[] {
  const comma = words.findIndex((word, at) => at > from && isComma(word));
  return comma < 0 ? [] : words.slice(comma + 1);
}
