import type { Unit } from '../grammar/units.ts';
import { narrowedBetween, scopeEnd } from './narrowing-phrases.ts';
import { isBreak, isNarrowing, isVerb, lowerAt, next } from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';

/** "drones flying at night will be shot down", "journalists without a pass were turned away": of others it is not told. */
export function kinds(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): readonly Stretch[] => {
    const isFirst = at === 0 || isBreak(units[at - 1]) || /^(that|said|says|and|but)$/.test(lowerAt(units, at - 1));
    if (!isFirst || !(unit.lower.endsWith('s') || /^(people|those|men|women|children|aircraft)$/.test(unit.lower)))
      return [];
    const end = scopeEnd(units, at + 1);
    const verb = mainVerb(units, at, end);
    const isRule = /^(will|would|shall|must|may|can|cannot|should|are|face|risk)$/.test(lowerAt(units, verb));
    const which = isNarrowing(units, at + 1) || /^(who|that|which)$/.test(lowerAt(units, at + 1));
    if (verb >= end || !(lowerAt(units, at + 1) === 'without' || (which && isRule))) return [];
    return narrowedBetween(units, [at, verb], at);
  });
}

const EVERY =
  /^(any|every|each|all|no|nobody|none|anyone|anybody|everyone|everybody|whoever|anything|everything|whatever|whichever|few|half|most)$/;
const WHOLE = /^(anyone|anybody|everyone|everybody|nobody|whoever|whatever|none)$/;

/** "any boat that enters at night will be searched": of others nothing is told. */
export function universal(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): readonly Stretch[] => {
    if (!EVERY.test(unit.lower) || isPhrase(units, at)) return [];
    const isNone = /^(no|nobody|none|few)$/.test(unit.lower);
    const end = scopeEnd(units, at + 1);
    const verb = Math.min(end, mainVerb(units, at, end));
    return narrowedBetween(
      units,
      [at, isNone ? end : verb],
      WHOLE.test(unit.lower) ? at : at + 1,
      isNone ? { days: true } : {},
    );
  });
}

/** "no longer", "at all", "each other", "every year": of nothing is all told. */
function isPhrase(units: readonly Unit[], at: number): boolean {
  const [before, own, behind] = [lowerAt(units, at - 1), lowerAt(units, at), lowerAt(units, at + 1)];
  if (own === 'all' && /^(at|after|of|in|above)$/.test(before)) return true;
  if (own === 'most' && behind !== 'of') return true;
  if ((own === 'few' && before === 'a') || isAfloat(units, at)) return true;
  return /^(longer|more|matter|doubt|sooner|less|fewer|other|but|over|along|way|(day|night|week|month|year|time|hour|minute)s?)$/.test(
    behind,
  );
}

/** "exchanged 300 prisoners each on Sunday" */
function isAfloat(units: readonly Unit[], at: number): boolean {
  const behind = units[at + 1];
  return !WHOLE.test(lowerAt(units, at)) && behind?.lower !== 'of' && (behind?.pos === 'ADP' || isBreak(behind));
}

/** The verb behind the noun and the clause that says which. */
function mainVerb(units: readonly Unit[], at: number, end: number): number {
  const first = next(units, at + 1, (one, index) => isVerb(one) && lowerAt(units, index - 1) !== 'to');
  const isWhich = units
    .slice(at, first)
    .some(({ lower }) => /^(who|that|which|whose|whoever|whatever|where)$/.test(lower));
  if (first >= end || !(isWhich || isNarrowing(units, first))) return first;
  const group = next(units, first, (one) => !isVerb(one) && one.pos !== 'ADV' && !/^(not|n't|to)$/.test(one.lower));
  return next(units, group, (one, index) => isVerb(one) && !/^(to|and|or)$/.test(lowerAt(units, index - 1)));
}
