import type { EvidenceSentence } from '../gate.ts';
import { type Unit, unitsOf } from './units.ts';

/** What becomes of people, a word for each kind. */
const HARMS: readonly RegExp[] = [
  /^(kill\w*|dead|die[sd]?|dying|death|deaths|slain|perish\w*)$/,
  /^(wound\w*|injur\w*|hurt)$/,
  /^missing$/,
  /^(arrest\w*|detain\w*|captur\w*|jail\w*)$/,
  /^(releas\w*|freed|free|freeing)$/,
];

/**
 * Whether a claim gives a number to another harm than its sentences do: "nine dead and ten wounded" are not nine
 * wounded. Numbers of which no harm, or both, is told are left to the proofs.
 */
export function isLentToll(claim: string, evidence: readonly EvidenceSentence[]): boolean {
  const own = tollsOf(unitsOf(claim).units);
  if (own.length === 0) return false;
  const told = evidence.flatMap(({ text }) => tollsOf(unitsOf(text).units));
  return own.some(({ value, harm }) => {
    const same = told.filter((one) => one.value === value);
    return same.length > 0 && !same.some((one) => one.harm === harm);
  });
}

interface Toll {
  readonly value: number;
  readonly harm: number;
}

function tollsOf(units: readonly Unit[]): readonly Toll[] {
  const parts: Unit[][] = [[]];
  for (const unit of units)
    if (/^([,;:]|and|but|while|of|after|when|in)$/.test(unit.lower)) parts.push([]);
    else parts.at(-1)?.push(unit);
  return parts.flatMap((part) => {
    const harms = HARMS.flatMap((words, harm) => (part.some(({ lower }) => words.test(lower)) ? [harm] : []));
    const values = part.flatMap(({ value }) => (value === undefined ? [] : [value]));
    return harms.length === 1 && values.length === 1 ? [{ value: values[0] as number, harm: harms[0] as number }] : [];
  });
}
