import type { Unit } from '../grammar/units.ts';
import { isPastForm } from '../grammar/verb-group.ts';
import { backTo, isBreak, isStop, isVerb, isWeighty, lowerAt, next } from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';

/** Behind these stands a deed and no clause. */
const UPON: readonly (readonly string[])[] = [
  ['upon'],
  ['pending'],
  ['subject', 'to'],
  ['conditional', 'on'],
  ['depending', 'on'],
];
const SOON: readonly (readonly string[])[] = [
  ['as', 'soon', 'as'],
  ['so', 'soon', 'as'],
  ['the', 'moment'],
  ['the', 'minute'],
  ['the', 'day'],
  ['the', 'instant'],
  ['immediately', 'after'],
  ['only', 'after'],
  ['only', 'when'],
  ['only', 'once'],
  ['when'],
  ['whenever'],
  ['once'],
  ['after'],
  ['until'],
  ...UPON,
];
const OPEN_FUTURE =
  /^(will|would|shall|can|may|could|might|must|should|'ll|wo|going|plans?|intends?|pledged|promised|vowed|agreed|ready|willing|prepared|due|expected)$/;
const TERM =
  /^(if|unless|once|when|whenever|after|provided|providing|condition\w*|only|without|until|before|event|case|assum\w*|pending|soon|moment|minute|day|instant|follow\w*|upon|depend\w*|subject)$/;

/** "When Paris backs the plan, Algeria will recall its envoy": what is to come stays with what must come first. */
export function awaiting(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((_, at): Stretch[] => {
    const phrase = SOON.find((words) => words.every((word, index) => lowerAt(units, at + index) === word));
    if (phrase === undefined) return [];
    const from = at + phrase.length;
    const end = next(units, from, isBreak);
    const own = { keepers: units.slice(from, end).filter(isWeighty), also: TERM };
    const isReported = !/^(after|until|immediately)$/.test(phrase[0] ?? '');
    return mainClauses(units, at, end).flatMap(([start, close]): Stretch[] => {
      const main = units.slice(start, close);
      if (!main.some(({ lower }) => OPEN_FUTURE.test(lower))) return [];
      const would = isReported && main.some(({ lower }) => /^(would|could)$/.test(lower));
      if (!UPON.includes(phrase) && !isToCome(units, from, end, would)) return [];
      return [{ ...own, from: start, to: close }];
    });
  });
}

/** The clause before the one that begins at `at`, and the one behind its comma where it stands first. */
function mainClauses(units: readonly Unit[], at: number, end: number): readonly (readonly [number, number])[] {
  const isFirst = at === 0 || isStop(units[at - 1]) || /^(that|and|but|,)$/.test(lowerAt(units, at - 1));
  const start = backTo(
    units,
    at,
    (one) => isStop(one) || /^[,()]$/.test(one.text) || /^(that|but|said|says)$/.test(one.lower),
  );
  const before = [start, at] as const;
  return isFirst && units[end]?.text === ',' ? [before, [end + 1, next(units, end + 1, isBreak)]] : [before];
}

/** Its verb tells of what is still to come: in the present, or in the past of a report of what would be. */
function isToCome(units: readonly Unit[], from: number, end: number, reported: boolean): boolean {
  const verb = next(units, from + 1, (one, index) => index >= end || isVerb(one));
  if (verb >= end || lowerAt(units, from).endsWith('ing')) return false;
  return reported || !isPast(units[verb]);
}

function isPast(unit: Unit | undefined): boolean {
  return unit === undefined || /^(was|were|had|did)$/.test(unit.lower) || (unit.pos === 'VERB' && isPastForm(unit));
}
