import type { EvidenceSentence } from '../gate.ts';
import { isSameUnit } from '../grammar/same-unit.ts';
import { type Unit, unitsOf } from '../grammar/units.ts';
import { isWeighty } from './stretch-bounds.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
import { OPEN } from './stretches-of-speech.ts';

interface Source {
  readonly units: readonly Unit[];
  /** Those without what must stay with them. */
  readonly torn: readonly Stretch[];
}

/**
 * Whether a claim tells what its sentences tell only as untrue, feared, averted, ordered to be written or one of two,
 * and leaves that out. Both proofs of a claim ask it: it knows no grammar, and may drop a true claim where a word
 * stands in such a stretch alone.
 */
export function isTornOut(claim: string, evidence: readonly EvidenceSentence[]): boolean {
  const own = unitsOf(claim).units;
  const sources = evidence.map(({ text }): Source => {
    const { units } = unitsOf(text);
    return { units, torn: stretchesOf(units) };
  });
  if (sources.every(({ torn }) => torn.length === 0)) return false;
  return own.some((unit, at) => {
    if (!isHeld(unit) || !sources.some((source) => isInTorn(unit, source))) return false;
    const uses = own.filter((one) => isSameUnit(one, unit)).length;
    let [all, whole] = [0, 0];
    for (const { units, torn } of sources)
      units.forEach((one, index) => {
        if (!isSameUnit(unit, one)) return;
        all += 1;
        if (!torn.some((stretch) => isIn(stretch, index) && !isKept(stretch, own, at, units))) whole += 1;
      });
    return all > 0 && whole < Math.min(uses, all);
  });
}

/** Few words of a claim stand in a stretch at all. */
function isInTorn(unit: Unit, { units, torn }: Source): boolean {
  return torn.some(({ from, to }) => units.slice(from, to).some((one) => isSameUnit(unit, one)));
}

function isHeld(unit: Unit): boolean {
  return (
    isWeighty(unit) ||
    unit.kind === 'time' ||
    /^(all|every|anyone|anybody|whoever|everyone|everybody|everything|each|any|no|none|nobody|against)$/.test(
      unit.lower,
    )
  );
}

function isIn({ from, to }: Stretch, at: number): boolean {
  return at >= from && at < to;
}

function isKept(
  { keepers, also, idle, behind, only, before, exact }: Stretch,
  claim: readonly Unit[],
  at: number,
  source: readonly Unit[],
): boolean {
  if (before !== undefined) return before.test(claim[at - 1]?.lower ?? '');
  if (only !== undefined) return only.test(claim[at]?.lower ?? '');
  if (behind !== undefined) return claim.slice(0, at).some(({ lower }) => lower === behind);
  if (exact) return keepers.some((keeper) => claim.some((unit) => isEven(unit, keeper, source)));
  // "said" stands for many a "report", and keeps none
  const isKeeping = (unit: Unit, keeper: Unit) =>
    unit.lemma === 'say' ? keeper.lemma === 'say' : isSameUnit(unit, keeper) || isSameUnit(keeper, unit);
  // a "not" that the source has elsewhere keeps nothing
  const mute = also === OPEN ? source : idle;
  const isOwn = (unit: Unit) => mute?.some(({ lower }) => lower === unit.lower);
  return claim.some(
    (unit) => (also?.test(unit.lower) && !isOwn(unit)) || keepers.some((keeper) => isKeeping(unit, keeper)),
  );
}

/** Two words of which each says the other; "Peru" does not stand for "Lima" where the source has both. */
function isEven(unit: Unit, keeper: Unit, source: readonly Unit[]): boolean {
  if (unit.lower === keeper.lower) return true;
  if (unit.name !== undefined && source.some(({ lower }) => lower === unit.lower)) return false;
  return isSameUnit(unit, keeper) && isSameUnit(keeper, unit);
}
