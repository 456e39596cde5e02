import type { EvidenceSentence } from '../gate.ts';
import { backTo, isBreak, isStop, next } from '../torn-out/stretch-bounds.ts';
import { isSameUnit } from './same-unit.ts';
import { type Unit, unitsOf } from './units.ts';

/** Of two deeds of a sentence the one that came first and the one that came later. */
interface Order {
  readonly first: Unit;
  readonly later: Unit;
}

const ORDERED =
  /^(after|before|following|follow\w*|earlier|later|previously|since|when|once|until|as|had|already|prior|because)$/;

/** Whether a claim tells two deeds by "and" the other way round than its sentences do by "after" and "before". */
export function isDisordered(claim: string, evidence: readonly EvidenceSentence[]): boolean {
  const own = unitsOf(claim).units;
  const joint = own.findIndex(({ lower }) => /^(and|then|[.;])$/.test(lower));
  if (joint < 0 || own.some(({ lower }) => ORDERED.test(lower))) return false;
  return evidence.some(({ text }) =>
    ordersOf(unitsOf(text).units).some(({ first, later }) => {
      const late = own.findIndex((unit) => isDeed(unit) && isSameUnit(unit, later));
      const early = own.findLastIndex((unit) => isDeed(unit) && isSameUnit(unit, first));
      return late >= 0 && late < early && own.slice(late, early).some(({ lower }) => /^(and|then|[.;])$/.test(lower));
    }),
  );
}

function ordersOf(units: readonly Unit[]): readonly Order[] {
  return units.flatMap((unit, at): Order[] => {
    if (!/^(after|before)$/.test(unit.lower)) return [];
    const end = next(units, at, isBreak);
    const inner = units.slice(at + 1, end).find(isDeed);
    const isLead = at === 0 || isBreak(units[at - 1]);
    const outer =
      isLead && units[end]?.text === ','
        ? units.slice(end, next(units, end, isStop)).find(isDeed)
        : units.slice(backTo(units, at, isStop), at).findLast(isDeed);
    if (inner === undefined || outer === undefined) return [];
    return unit.lower === 'after' ? [{ first: inner, later: outer }] : [{ first: outer, later: inner }];
  });
}

function isDeed({ pos, lower }: Unit): boolean {
  return pos === 'VERB' && !/^(has|have|had|said|says)$/.test(lower);
}
