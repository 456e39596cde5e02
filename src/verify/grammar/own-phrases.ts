import type { EvidenceSentence } from '../gate.ts';
import { isSaying } from './act-words.ts';
import { isSameUnit } from './same-unit.ts';
import { type Unit, unitsOf } from './units.ts';

/** What stands between two joints of a sentence, with the times and places in it. */
interface Part {
  readonly units: readonly Unit[];
  readonly phrases: readonly Phrase[];
}

/** A day, or "in" with its place. */
interface Phrase {
  readonly unit: Unit;
  readonly kind: string;
}

/**
 * Whether a claim gives to what a sentence tells in one of its parts the day or the place of another part, although it
 * has one of its own: "won 61 per cent in Basra and 40 in Kirkuk" is not "won 61 per cent in Kirkuk".
 */
export function isLentPhrase(claim: string, evidence: readonly EvidenceSentence[]): boolean {
  const own = partsOf(unitsOf(claim).units);
  const sources = evidence.map(({ text }) => partsOf(unitsOf(text).units));
  return own.some((part) => part.phrases.some((phrase) => isLent(part, phrase, sources.flat())));
}

function isLent(own: Part, phrase: Phrase, parts: readonly Part[]): boolean {
  const home = only(parts, phrase.unit);
  if (home === undefined || !home.units.some(isTold)) return false;
  return own.units.filter(isTold).some((unit) => {
    const part = only(parts, unit);
    if (part === undefined || part === home || !part.units.some((one) => isTold(one) && isSameUnit(unit, one)))
      return false;
    const rival = part.phrases.filter(({ kind }) => kind === phrase.kind);
    return (
      rival.length > 0 &&
      !rival.some((one) => own.units.some((mine) => isSameUnit(mine, one.unit))) &&
      !home.units.some((one) => isTold(one) && own.units.some((mine) => isSameUnit(mine, one)))
    );
  });
}

/** The one part that has a word; undefined where none or several have it. */
function only(parts: readonly Part[], unit: Unit): Part | undefined {
  const having = parts.filter(({ units }) => units.some((one) => isSameUnit(unit, one)));
  return having.length === 1 ? having[0] : undefined;
}

/** Whoever says it says it on a day of its own. */
function isTold({ pos, kind, lemma }: Unit): boolean {
  return (pos === 'VERB' && !isSaying(lemma)) || kind === 'number';
}

function partsOf(units: readonly Unit[]): readonly Part[] {
  const parts: Unit[][] = [[]];
  for (const unit of units)
    if (/^([,;:()]|and|but|while|whereas)$/.test(unit.lower)) parts.push([]);
    else parts.at(-1)?.push(unit);
  return parts.map((own) => ({ units: own, phrases: phrasesOf(own) }));
}

function phrasesOf(units: readonly Unit[]): readonly Phrase[] {
  return units.flatMap((unit, at): Phrase[] => {
    if (unit.kind === 'time') return [{ unit, kind: 'time' }];
    const before = units[at - 1]?.lower ?? '';
    if (/^(in|at|near)$/.test(before) && (unit.kind === 'name' || unit.pos === 'PROPN')) return [{ unit, kind: 'in' }];
    return [];
  });
}
