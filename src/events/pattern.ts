import type { SenseName } from './senses.ts';

/**
 * One way to say a sense: the lemma that heads it, and what must stand around it. `after` is matched right behind the
 * head against the lemmas of the rest of the clause (of the sentence where `wide`), `before` against those up to the head.
 */
export interface Pattern {
  readonly sense: SenseName;
  readonly after?: RegExp;
  readonly before?: RegExp;
  readonly wide?: true;
  /** A noun that names an act: its owner and its object stand in phrases around it. */
  readonly noun: boolean;
}

/** A pattern with the lemmas that can head it. */
export interface Entry {
  readonly heads: readonly string[];
  readonly pattern: Pattern;
}

/** A sense said by a verb. `heads` are lemmas with spaces between them. */
export function verb(heads: string, sense: SenseName, after?: RegExp, before?: RegExp): Entry {
  return entry(heads, sense, false, after, before);
}

/** A sense said by a verb and by what the clauses behind it hold: "warned that it would respond". */
export function verbOf(heads: string, sense: SenseName, content: RegExp): Entry {
  const { pattern, ...rest } = entry(heads, sense, false, content);
  return { ...rest, pattern: { ...pattern, wide: true } };
}

/** A sense said by a noun. */
export function noun(heads: string, sense: SenseName, after?: RegExp, before?: RegExp): Entry {
  return entry(heads, sense, true, after, before);
}

function entry(heads: string, sense: SenseName, isNoun: boolean, after?: RegExp, before?: RegExp): Entry {
  return {
    heads: heads.split(' '),
    pattern: { sense, noun: isNoun, ...(after && { after }), ...(before && { before }) },
  };
}

/** Those whom one state sends to another, as patterns: its head of mission, and the others. */
export const AMBASSADOR = '(ambassador|envoy|charge d|chargé|high commissioner|head of mission|top diplomat)';
export const DIPLOMAT =
  '(diplomat|attach[eé]|consul|consular official|embassy (staff|official)|counsel+or|representative)';
