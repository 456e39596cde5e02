import { rootsOf } from '../grammar/licence.ts';
import type { Unit } from '../grammar/units.ts';

/** Which form of its root a word is; `same` where the root alone is past and present ("hit", "put"). */
export type Form = 'base' | 's' | 'past' | 'ing' | 'noun' | 'same';

/** A word as it is held against another: what is only grammar of its verb is told by `form`, not by words of its own. */
export interface Word {
  readonly unit: Unit;
  readonly lower: string;
  readonly keys: readonly string[];
  readonly form: Form;
  /** It tells by itself when it is: no participle behind "was", no infinitive. */
  readonly finite: boolean;
  /** Its form is not the one that is written: "leave" of "did leave" tells the past. */
  readonly turned?: true;
  /** "He has left", "he had left": done before the time that is spoken of. */
  readonly perfect?: true;
}

/** The mark itself. */
export const isComma = (word: Word | undefined): boolean => word?.lower === ',';

/** What is written as a name. */
export const isName = ({ unit }: Word): boolean =>
  unit.kind === 'name' || (unit.pos === 'PROPN' && /^\p{Lu}/u.test(unit.text));

/** Behind these a verb has no time of its own. */
export const MODAL = /^(will|would|wo|'ll|can|ca|could|may|might|must|shall|should|to|ought)$/;

/** What all forms of "be" are roots of. */
export const BE = rootsOf('was', 'be');

/** Past and present alike. */
export const SAME =
  /^(hit|cut|put|set|let|shut|quit|spread|hurt|cost|split|bid|rid|shed|burst|cast|broadcast|upset|beset|read)$/;

/** The verb as it stands behind "to" and "did". */
export function isBare({ unit, lower }: Word): boolean {
  return (
    unit.kind === 'word' &&
    (/VERB|AUX/.test(unit.pos) || unit.lemma === lower) &&
    !/(ed|ing)$/.test(lower) &&
    /^[a-z]+$/.test(lower)
  );
}

/** Whether one of the last words before it denies what follows. */
export function denied(before: readonly Word[]): boolean {
  return before.slice(-3).some(({ lower }) => /^(not|never|to|no|without)$/.test(lower));
}

/** A word put in where another stood. */
export function made({ unit }: Word, lower: string): Word {
  const own: Unit = { ...unit, kind: 'word', text: lower, lower, lemma: lower, pos: 'ADV' };
  return { unit: own, lower, keys: rootsOf(lower, lower), form: 'base', finite: false };
}
