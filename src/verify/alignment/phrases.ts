import { rootsOf } from '../grammar/licence.ts';
import { BROADER, SAME } from '../grammar/word-meanings.ts';
import { TURNS } from './turns-of-phrase.ts';
import type { Word } from './word.ts';

/** One way to say the thing of its line: the roots of its words, in order. */
export interface Turn {
  readonly line: number;
  readonly words: readonly (readonly string[])[];
  readonly side: 'same' | 'narrow' | 'broad';
}

let table: ReadonlyMap<string, readonly Turn[]> | undefined;

/** The turns that begin at a word, each with the index of the first word behind it. */
export function turnsAt(words: readonly Word[], at: number): readonly { readonly turn: Turn; readonly next: number }[] {
  table ??= tableOfTurns();
  const found: { turn: Turn; next: number }[] = [];
  for (const key of keysAt(words[at]))
    for (const turn of table.get(key) ?? []) {
      const next = at + turn.words.length;
      if (next <= words.length && turn.words.every((one, index) => index === 0 || fits(one, words[at + index])))
        found.push({ turn, next });
    }
  return found;
}

/** Whether a turn of a claim may stand for a turn of a source. */
export function isTurnOf(claimed: Turn, source: Turn): boolean {
  if (claimed.line !== source.line) return false;
  return claimed.side === 'same' ? source.side === 'same' : claimed.side === 'broad' && source.side === 'narrow';
}

const OWNER = /^(his|her|its|their|our|my)$/;

function keysAt(word: Word | undefined): readonly string[] {
  if (word === undefined || word.unit.kind === 'number' || word.unit.kind === 'time') return [];
  return [...new Set([...word.keys, word.lower])];
}

function fits(keys: readonly string[], word: Word | undefined): boolean {
  if (word === undefined) return false;
  if (keys[0] === '<owner>') return OWNER.test(word.lower);
  if (keys[0] === 'a') return /^(a|an|any)$/.test(word.lower);
  return keys.includes(word.lower) || keys.some((key) => word.keys.includes(key) && word.form !== 'ing');
}

function tableOfTurns(): ReadonlyMap<string, readonly Turn[]> {
  const made = new Map<string, Turn[]>();
  let line = 0;
  const put = (entry: string, side: Turn['side']) => {
    const words = entry.trim().split(/\s+/).map(keysOfEntry);
    for (const key of new Set(words[0])) made.set(key, [...(made.get(key) ?? []), { line, words, side }]);
  };
  for (const text of [SAME, TURNS])
    for (const row of text.trim().split('\n')) {
      line += 1;
      for (const entry of row.split(',')) if (entry.trim() !== '') put(entry, 'same');
    }
  for (const row of BROADER.trim().split('\n')) {
    line += 1;
    const [narrow = '', broad = ''] = row.split('>');
    for (const entry of narrow.split(',')) if (entry.trim() !== '') put(entry, 'narrow');
    for (const entry of broad.split(',')) if (entry.trim() !== '') put(entry, 'broad');
  }
  return made;
}

function keysOfEntry(word: string): readonly string[] {
  if (OWNER.test(word)) return ['<owner>'];
  if (word.includes('_')) return [word.replaceAll('_', ' ')];
  return word === 'be' ? rootsOf('was', 'be') : [word, ...rootsOf(word, word)];
}
