import { isDeed } from '../grammar/act-words.ts';
import type { Unit } from '../grammar/units.ts';
import { isBreak, isVerb, lowerAt, next, phraseEnd } from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';

const DRESSED = /^(dressed|disguised|posing|posed|masquerading|masqueraded|clad|camouflaged|impersonating)$/;

/** "soldiers dressed as rebels": no rebels. */
export function disguised(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!DRESSED.test(unit.lower)) return [];
    const from = lowerAt(units, at + 1) === 'as' ? at + 2 : at + 1;
    if (from === at + 1 && unit.lower !== 'impersonating') return [];
    return [
      { from, to: phraseEnd(units, from), keepers: [unit], also: /^(dressed|disguised|pos\w+|masquerad\w+|clad)$/ },
    ];
  });
}

const MEANT = /^(due|scheduled|planned|expected|slated|set|meant|foreseen)$/;

/** "the payment was due on Monday": whether anything was paid nobody says. */
export function scheduled(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!MEANT.test(unit.lower) || !/^(is|was|are|were|be|been)$/.test(lowerAt(units, at - 1))) return [];
    const behind = units[at + 1];
    if (behind?.kind !== 'time' && !/^(on|for|in|by|at|before|after|next|this)$/.test(behind?.lower ?? '')) return [];
    const nouns = units.slice(0, at - 1).flatMap((one, index) => (one.pos === 'NOUN' && isDeed(one) ? [index] : []));
    return nouns.slice(-1).map((from) => ({
      from,
      to: from + 1,
      keepers: [unit],
      also: /^(due|schedul\w*|plan\w*|expect\w*|slated|set|to|will|would)$/,
    }));
  });
}

/** "did not hold for long": it held. */
export function lasting(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!/^(not|n't|never)$/.test(unit.lower)) return [];
    const end = next(units, at + 1, isBreak);
    const long = next(units, at + 1, ({ lower }, index) => lower === 'long' && lowerAt(units, index - 1) === 'for');
    const verb = next(units, at + 1, isVerb);
    if (long >= end || verb >= long) return [];
    return [{ from: verb, to: verb + 1, keepers: [units[long] as Unit], also: /^(long|brief\w*|short\w*|soon)$/ }];
  });
}
