import type { Unit } from '../grammar/units.ts';
import { isStop, lowerAt, next } from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';

/** "between five and ten", "from five to ten": neither of them is the number. */
export function ranged(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    const joint = { between: 'and', from: 'to' }[unit.lower];
    if (joint === undefined || units[at + 1]?.kind !== 'number') return [];
    const second = next(units, at + 2, ({ kind, lower }) => kind === 'number' || (kind === 'mark' && lower !== '%'));
    if (second > at + 5 || units[second]?.kind !== 'number' || lowerAt(units, second - 1) !== joint) return [];
    return [{ from: at + 1, to: second + 1, keepers: [], also: /^(between|from|range|ranging|to)$/, idle: [] }];
  });
}

const ENDING = /^(end|halt|stop|cease|suspend|withdraw|drop|cut|freeze|abandon|renounce|begin|start|fear)$/;
const OWNING = /^(its|his|her|their|'s|all|any|most|some|the|military|financial|diplomatic|further)$/;

/** "ended its support for the rebels": supports them no more; "fears Chad's invasion": there was none. */
export function ended(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!(unit.pos === 'VERB' || /^fear(s|ed)$/.test(unit.lower)) || !ENDING.test(unit.lemma)) return [];
    const noun = next(
      units,
      at + 1,
      (one) => isStop(one) || isNoun(one) || !(OWNING.test(one.lower) || one.kind === 'name' || one.pos === 'PROPN'),
    );
    const owned = units.slice(at + 1, noun).some(({ lower }) => /^(its|his|her|their|'s|all|any)$/.test(lower));
    if (!owned || !isNoun(units[noun])) return [];
    return [
      {
        from: noun,
        to: noun + 1,
        keepers: [unit],
        also: /^(former|formerly|until|not|longer|no|never|once|end\w*|halt\w*|stop\w*|beg[aiu]n\w*|start\w*)$/,
      },
    ];
  });
}

function isNoun(unit: Unit | undefined): boolean {
  return unit?.pos === 'NOUN' && unit.kind === 'word';
}

/** "Peru left in 2019 and Chile in 2021": the second year is Chile's. */
export function gapped(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!/^(and|but)$/.test(unit.lower) && unit.text !== ';') return [];
    const whose = units[at + 1];
    if (whose === undefined || (whose.kind !== 'name' && whose.pos !== 'PROPN')) return [];
    const lead = lowerAt(units, at + 2);
    const behind = /^(in|on|at|by|from|to|for)$/.test(lead) ? at + 3 : at + 2;
    const what = units[behind];
    const filled = what?.kind === 'time' || what?.kind === 'number' || (behind === at + 3 && what?.pos === 'PROPN');
    if (!filled || what === whose || !isSaidBefore(units, at, lead, what as Unit)) return [];
    const to = next(units, behind, (one) => isStop(one) || one.text === ',' || /VERB|AUX/.test(one.pos));
    if (!isStop(units[to]) && units[to]?.text !== ',') return [];
    return [{ from: behind, to, keepers: [whose] }];
  });
}

/** What stands behind the first name by the same word and of the same kind: only then is a verb left out. */
function isSaidBefore(units: readonly Unit[], joint: number, lead: string, { kind }: Unit): boolean {
  return units
    .slice(0, joint)
    .some(
      (one, at) =>
        one.kind === kind &&
        (kind === 'number' || units[at - 1]?.lower === lead || (kind === 'time' && one.lower.startsWith(lead))),
    );
}
