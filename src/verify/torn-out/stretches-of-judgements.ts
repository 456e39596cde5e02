import type { Unit } from '../grammar/units.ts';
import { keepersOf, narrowedBetween, scopeEnd, subjectStart } from './narrowing-phrases.ts';
import { backTo, isBreak, lowerAt, next, phraseEnd } from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';

const POINTLESS =
  /^(pointless|impossible|useless|futile|meaningless|worthless|senseless|hopeless|unthinkable|inconceivable|unacceptable|illegal|unlawful|inadmissible|invalid|unsafe|dangerous|unworkable|needless|unnecessary|doomed|unwelcome|exempt|immune|unfit|(?!incompat|inevit|insepar|unavoid)(un|im|in|ir)\w{2,}[ai]ble)$/;

/** "acquitted of murder": of the rest nobody knows. */
export function acquitted(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): readonly Stretch[] => {
    if (!/^(acquit\w*|clear(s|ed|ing)?|innocent|exonerat\w+|absolv\w+|exculpat\w+)$/.test(unit.lower)) return [];
    const end = scopeEnd(units, at + 1);
    const of = next(units, at + 1, ({ lower }, index) => index >= end || /^(of|over|from|on)$/.test(lower));
    if (of >= end || of > phraseEnd(units, at + 1) + 1) return [];
    return narrowedBetween(units, [of - 1, end], at, { timeless: true, ofKnown: /./ }).map((one) => ({
      ...one,
      to: at + 1,
    }));
  });
}

/** "talks without the RSF are pointless", "peace is impossible without the RSF". */
export function pointless(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((_, at): readonly Stretch[] => {
    if (!isPointless(units, at)) return [];
    const from = subjectStart(units, at);
    const end = scopeEnd(units, at + 1);
    const lead = units[from - 1]?.text === ',' ? backTo(units, from - 1, isBreak) : from;
    const before = /^(without|unless|until|if|while)$/.test(lowerAt(units, lead)) ? lead : from;
    return [
      ...keptWith(units, [before, from], [from, at]),
      ...narrowedBetween(units, [from, at], from),
      ...narrowedBetween(units, [at, end], from, { days: true }),
      ...(/^(while|as|when)$/.test(lowerAt(units, at + 1))
        ? keptWith(units, [at + 1, next(units, at + 1, isBreak)], [from, at + 1])
        : []),
    ];
  });
}

function isPointless(units: readonly Unit[], at: number): boolean {
  const words = [0, 1, 2, 3].map((step) => lowerAt(units, at + step)).join(' ');
  if (lowerAt(units, at - 1) === 'too' && units[at]?.pos === 'ADJ') return true;
  return POINTLESS.test(lowerAt(units, at)) || /^(waste of time|out of the question)/.test(words);
}

/** The words of one part stay with what another tells. */
function keptWith(
  units: readonly Unit[],
  [start, end]: readonly [number, number],
  [from, to]: readonly [number, number],
): readonly Stretch[] {
  return keepersOf(units.slice(start, end)).map((keeper) => ({ from, to, keepers: [keeper], exact: true }));
}
