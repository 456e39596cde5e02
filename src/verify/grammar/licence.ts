import { fold, stem } from '../../text/words.ts';
import type { Node } from './graph.ts';
import { kept } from './kept.ts';
import type { Unit } from './units.ts';
import { ALONE, FORMS } from './word-forms.ts';
import { BROADER, SAME } from './word-meanings.ts';

interface Meanings {
  /** Of a word of the claim's, the words of a source that may stand for it. */
  readonly from: ReadonlyMap<string, ReadonlySet<string>>;
}

let roots: Map<string, string[]> | undefined;
let meanings: Meanings | undefined;

/** Words whose roots are kept. */
const MOST_KEPT = 10_000;

const keptRoots = kept(MOST_KEPT, (key) => {
  const [lower = '', lemma = ''] = key.split('\n');
  return findRoots(lower, lemma);
});

/** The roots of a word: one for most, several where one form belongs to several words ("flight"). */
export function rootsOf(lower: string, lemma: string): readonly string[] {
  return keptRoots(`${lower}\n${lemma}`);
}

function findRoots(lower: string, lemma: string): readonly string[] {
  roots ??= rootTable();
  if (lower.endsWith('s') && ALONE.has(lower) && ALONE.has(lower.replace(/s$/, '')) && lemma === lower)
    return [lower.replace(/s$/, '')];
  for (const form of [lower, lemma, lower.replace(/\.$/, ''), ...basesOf(lower)]) {
    const own = roots.get(form);
    if (own !== undefined) return own;
    if (ALONE.has(form)) return [ALONE.has(lemma) ? lemma : form];
  }
  const plain = /[^aeiou]ly$/.test(lower) && lower.length > 6 ? lower.slice(0, -2) : lemma || lower;
  return [`~${stem(plain)}`];
}

/** What the word may be a form of: the tagger gives no lemma of a word that it takes for a name. */
function basesOf(lower: string): string[] {
  if (lower.length < 5) return lower.endsWith('s') ? [lower.slice(0, -1)] : [];
  if (lower.endsWith('ly') && lower.length > 6) return [lower.slice(0, -2), `${lower.slice(0, -3)}y`];
  if (lower.endsWith('ies')) return [`${lower.slice(0, -3)}y`];
  if (lower.endsWith('es')) return [lower.slice(0, -1), lower.slice(0, -2)];
  if (/[^s]s$/.test(lower)) return [lower.slice(0, -1)];
  if (lower.endsWith('ed')) return [lower.slice(0, -2), lower.slice(0, -1), lower.replace(/(.)\1ed$/, '$1')];
  if (lower.endsWith('ing')) return [lower.slice(0, -3), `${lower.slice(0, -3)}e`, lower.replace(/(.)\1ing$/, '$1')];
  return [];
}

function rootTable(): Map<string, string[]> {
  const table = new Map<string, string[]>();
  FORMS.trim()
    .split('\n')
    .forEach((line) => {
      const forms = line.trim().split(/\s+/);
      const [root = ''] = forms;
      for (const form of forms) table.set(form, [...(table.get(form) ?? []), root]);
    });
  return table;
}

/** The roots of a word with its particle: "shoot+down". */
export function keysOf(node: Node): readonly string[] {
  const { lower, lemma } = node.unit;
  const own = rootsOf(lower, lemma);
  const { particle } = node;
  return particle === undefined ? own : own.map((root) => `${root}+${particle}`);
}

/** Whether a word of a source says at least what a word of the claim says. */
export function isSaidBy(claimed: readonly string[], source: readonly string[]): boolean {
  meanings ??= table();
  for (const one of claimed) {
    if (source.includes(one)) return true;
    const from = meanings.from.get(one);
    if (from !== undefined && source.some((other) => from.has(other))) return true;
  }
  return false;
}

function table(): Meanings {
  const from = new Map<string, Set<string>>();
  for (const line of SAME.trim().split('\n')) {
    const members = line.split(',').map(keyOf);
    for (const one of members) put(from, one, members);
  }
  for (const line of BROADER.trim().split('\n')) {
    const [narrow = '', broad = ''] = line.split('>');
    for (const one of broad.split(',').map(keyOf)) put(from, one, narrow.split(',').map(keyOf));
  }
  return { from };
}

const PARTICLE = /^(up|down|out|off|over|back|away|apart|aside|forward|together|through|on|for|to|in|from|place|part)$/;

/** An entry of the tables as nodes have it: a word, or a verb with its particle. */
function keyOf(entry: string): string {
  const words = entry
    .trim()
    .split(/\s+/)
    .map((word) => fold(word));
  const [first = '', second = ''] = words;
  const root = rootsOf(first, first)[0] ?? first;
  if (words.length === 2 && PARTICLE.test(second)) return `${root}+${second}`;
  if (words.length === 1) return root;
  return words.map((word) => rootsOf(word, word)[0]).join(' ');
}

function put(map: Map<string, Set<string>>, key: string, values: readonly string[]): void {
  const set = map.get(key) ?? new Set();
  for (const value of values) if (value !== key) set.add(value);
  map.set(key, set);
}

/** Whether a unit is a word that a name is made of: it stands with a capital, and not at the beginning alone. */
export function isProper(unit: Unit): boolean {
  return unit.kind === 'name' || (unit.pos === 'PROPN' && /^\p{Lu}/u.test(unit.text));
}
