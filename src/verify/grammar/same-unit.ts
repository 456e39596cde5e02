import { isSaidBy, rootsOf } from './licence.ts';
import type { Unit } from './units.ts';

/** Whether a word of a source is one of a claim's, by its letters, number, name or meaning; no grammar is asked. */
export function isSameUnit(claimed: Unit, source: Unit): boolean {
  if (claimed.lower === source.lower) return true;
  if (claimed.kind === 'number' || source.kind === 'number')
    return claimed.value !== undefined && claimed.value === source.value;
  if (claimed.name !== undefined || source.name !== undefined)
    return claimed.name?.canonical === source.name?.canonical;
  return isSaidBy(rootsOfUnit(claimed), rootsOfUnit(source));
}

const known = new WeakMap<Unit, readonly string[]>();

function rootsOfUnit(unit: Unit): readonly string[] {
  const roots = known.get(unit) ?? rootsOf(unit.lower, unit.lemma);
  known.set(unit, roots);
  return roots;
}
