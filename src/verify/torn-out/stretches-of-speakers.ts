import { isSaying } from '../grammar/act-words.ts';
import type { Unit } from '../grammar/units.ts';
import { isBreak, isStop, isVerb, isWeighty, lowerAt, next, singularOf } from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';
import { OPEN } from './stretches-of-speech.ts';

const QUOTE = /^["“”]$/;

/** '"S," a blogger joked': S is the blogger's, by whatever verb. */
export function quoted(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!QUOTE.test(unit.text)) return [];
    const close = next(units, at + 1, ({ text }) => QUOTE.test(text));
    if (close >= units.length || units[close - 1]?.text !== ',') return [];
    const end = next(units, close + 1, isBreak);
    const verb = next(units, close + 1, ({ pos }) => pos === 'VERB');
    if (verb >= end || isSaying(units[verb]?.lemma ?? '')) return [];
    const keepers = units.slice(close + 1, verb + 1).filter(isWeighty);
    return [{ from: at + 1, to: close, keepers }];
  });
}

/** "S, X said, Y reported", "According to Y, X said S": all of it is Y's, and not X's alone. */
export function relayed(units: readonly Unit[]): readonly Stretch[] {
  const end = next(units, 0, isStop);
  const first = next(units, 0, ({ text }) => text === ',');
  if (lowerAt(units, 0) === 'according' && first < end) {
    if (!units.slice(first, end).some(isSayer)) return [];
    return [{ from: first + 1, to: end, keepers: units.slice(2, first).filter(isWeighty) }];
  }
  const comma = units.slice(0, end).findLastIndex(({ text }) => text === ',');
  const behind = units.slice(comma + 1, end);
  const [last] = behind.slice(-1);
  if (comma < 3 || behind.length > 8 || last === undefined || !(isSayer(last) || JESTING.test(last.lemma))) return [];
  const before = units.slice(0, comma);
  const spoken = before.some(
    (unit, at) => (isSayer(unit) || unit.lower === 'according') && before.slice(0, at).some(({ text }) => text === ','),
  );
  if (!spoken && !JESTING.test(last.lemma)) return [];
  return [{ from: 0, to: comma, keepers: behind.filter((unit) => isWeighty(unit) && unit !== last) }];
}

function isSayer(unit: Unit): boolean {
  return unit.pos === 'VERB' && isSaying(unit.lemma);
}

const JESTING =
  /^(joke|quip|lie|muse|boast|speculate|imagine|dream|fantasi[sz]e|sing|hope|fear|guess|suspect|wonder|pretend|jest|gossip|tease|fib)$/;
const UNREAL = /^(doubt|wish|dream|pretend|imagine|joke|quip|fantasi[sz]e|guess|speculate|suppose|assume|fear|hope)$/;

/** "Analysts doubt that S": S to its end, whatever commas stand in it. */
export function unreal(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (unit.lower !== 'that') return [];
    const verb = units[at - 1];
    if (verb !== undefined && UNREAL.test(singularOf(verb)))
      return [{ from: at + 1, to: next(units, at, isStop), keepers: [verb], also: OPEN }];
    const modal = units[at - 2];
    if (verb?.lower === 'be' && /^(may|might|could)$/.test(modal?.lower ?? ''))
      return [{ from: at + 1, to: next(units, at, isStop), keepers: [modal as Unit], also: OPEN }];
    return [];
  });
}

const SURE =
  /^(true|clear|certain|fact|evident|obvious|known|undisputed|plain|news|good|bad|sad|tragic|welcome|shame)$/;

/** "That S is a myth" */
export function judged(units: readonly Unit[]): readonly Stretch[] {
  if (lowerAt(units, 0) !== 'that') return [];
  const end = next(units, 0, isStop);
  const link = units.slice(0, end).findLastIndex(({ lower }) => /^(is|was|remains|remained|seems|seemed)$/.test(lower));
  if (link < 4 || end - link > 6 || !units.slice(1, link).some(isVerb)) return [];
  const keepers = units.slice(link + 1, end).filter(isWeighty);
  if (keepers.length === 0 || keepers.some(({ lower }) => SURE.test(lower))) return [];
  return [{ from: 1, to: link, keepers, also: OPEN }];
}
