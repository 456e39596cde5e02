import type { Unit } from '../grammar/units.ts';
import { isPastForm } from '../grammar/verb-group.ts';

/** The word at an index, folded; empty behind the end. */
export function lowerAt(units: readonly Unit[], at: number): string {
  return units[at]?.lower ?? '';
}

export function isStop(unit: Unit | undefined): boolean {
  return unit === undefined || /^[.;:?!—–]$/.test(unit.text);
}

export function isBreak(unit: Unit | undefined): boolean {
  return isStop(unit) || unit?.text === ',' || /^[()]$/.test(unit?.text ?? '');
}

/** A verb that is no participle in "-ing". */
export function isVerb(unit: Unit | undefined): boolean {
  return unit !== undefined && (unit.pos === 'AUX' || (unit.pos === 'VERB' && !unit.lower.endsWith('ing')));
}

/** A noun, a verb, a name or what says of which kind: what a text is about. */
export function isWeighty({ pos, kind }: Unit): boolean {
  return kind === 'name' || kind === 'number' || /NOUN|PROPN|VERB|ADJ|NUM/.test(pos);
}

export function isNounLike(unit: Unit | undefined): boolean {
  return unit !== undefined && (/NOUN|PROPN|ADJ|NUM/.test(unit.pos) || unit.kind === 'name');
}

/** Index of the next unit for which `ends` holds; behind the last where it holds for none. */
export function next(units: readonly Unit[], from: number, ends: (unit: Unit, at: number) => boolean): number {
  let at = from;
  while (at < units.length && !ends(units[at] as Unit, at)) at += 1;
  return at;
}

/** Index behind the nearest unit before `at` for which `ends` holds; 0 where it holds for none. */
export function backTo(units: readonly Unit[], at: number, ends: (unit: Unit) => boolean): number {
  let from = at;
  while (from > 0 && !ends(units[from - 1] as Unit)) from -= 1;
  return from;
}

/** The end of a noun phrase without what hangs on it by a preposition. */
export function phraseEnd(units: readonly Unit[], from: number): number {
  return next(
    units,
    from,
    (unit, at) => at > from && !isNounLike(unit) && !/^(the|a|an|'s|its|his|her|their)$/.test(unit.lower),
  );
}

/** "carrying", "registered in": a participle that narrows the noun before it. */
export function isNarrowing(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (unit === undefined) return false;
  if (unit.lower.endsWith('ing') && unit.pos === 'VERB') return true;
  return unit.pos === 'VERB' && isPastForm(unit) && units[at + 1]?.pos === 'ADP';
}

/** The singular of a noun: at the beginning of a sentence the tagger takes nouns for names and gives none. */
export function singularOf({ lower, lemma }: Unit): string {
  const own = lemma === '' ? lower : lemma;
  return own.endsWith('ies') ? `${own.slice(0, -3)}y` : own.replace(/([^s])s$/, '$1');
}
