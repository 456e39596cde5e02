import type { Unit } from '../grammar/units.ts';
import { backTo, isBreak, isNarrowing, isNounLike, isWeighty, lowerAt, next, phraseEnd } from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';

/** What tells the reason or the occasion of what is denied and does not narrow it. */
const BESIDE =
  /^(because|after|despite|amid|amidst|although|though|while|when|as|since|citing|saying|following|according|due|but|whereas|thanks|given|so|say|says|said)$/;
/** These stand with the noun before them, which may be one that is known without them. */
const OF_NOUN = /^(in|of|on|at|near|between|from|over|about|under|around|inside|outside|along|across|within)$/;
const SPAN =
  /^(night|day|dawn|dusk|dark|sunset|sunrise|hour|curfew|noon|midnight|morning|evening|weekend|winter|summer|spring|autumn|ramadan|all)s?$/;
const KNOWN = /^(the|its|his|her|their|this|that|these|those|'s)$/;
const ONE = /^(a|an|one|some|several|another)$/;

/** Which phrases of a scope narrow what is told in it. */
export interface Narrowing {
  /** Names of days narrow it: they say what was denied for, and not only when somebody denied it. */
  readonly days?: true;
  /** Times do not: it was done then. */
  readonly timeless?: true;
  /** What is denied, ended or forbidden of one that is there is so without what tells where it is. */
  readonly ofOne?: true;
  /** What hangs on a noun that is known narrows it too: it tells of what, and not which. */
  readonly ofKnown?: RegExp;
}

/** Where what begins at `from` ends: at a mark, or before a reason, an occasion or another deed. */
export function scopeEnd(units: readonly Unit[], from: number): number {
  return next(
    units,
    from,
    (one, at) =>
      isBreak(one) ||
      (at > from &&
        ((BESIDE.test(one.lower) && !SPAN.test(lowerAt(units, at + 1))) ||
          isReason(units, at) ||
          isNextDeed(units, at))),
  );
}

/** "suspended the licence for spreading lies" */
function isReason(units: readonly Unit[], at: number): boolean {
  return lowerAt(units, at) === 'for' && lowerAt(units, at + 1).endsWith('ing') && units[at + 1]?.pos === 'VERB';
}

/** "refused to sign and left": nothing of the refusal stands behind the "and". */
function isNextDeed(units: readonly Unit[], at: number): boolean {
  if (!/^(and|or|then)$/.test(lowerAt(units, at))) return false;
  const behind = units[at + 1];
  if (
    behind?.pos === 'AUX' ||
    behind?.lower === 'that' ||
    (behind?.pos === 'VERB' && /ed$|^(said|told|left|went|took|sent|shot|was|were)$/.test(behind.lower))
  )
    return true;
  const verb = units[phraseEnd(units, at + 1)];
  return verb?.pos === 'AUX' || (verb?.pos === 'VERB' && !verb.lower.endsWith('ing') && verb.lower !== verb.lemma);
}

/**
 * A stretch for every phrase between two indices that narrows what stands before it, from `bound` on: who tells the
 * one tells the other, in its own words.
 */
export function narrowedBetween(
  units: readonly Unit[],
  [from, to]: readonly [number, number],
  bound: number,
  how: Narrowing = {},
): readonly Stretch[] {
  if (how.ofOne && isOne(units, from)) return [];
  const starts = startsOf(units, from, to);
  let wasIdle = false;
  return starts.flatMap((start, index): Stretch[] => {
    const end = starts[index + 1] ?? to;
    // "at a meeting in Oslo": what belongs to the idle is idle
    wasIdle = isIdle(units, start, end, from, how) || (wasIdle && OF_NOUN.test(lowerAt(units, start)));
    if (wasIdle) return [];
    const left = partStart(units, start, bound);
    return keepersOf(units.slice(start, end)).map((keeper) => ({
      from: left,
      to: start,
      keepers: [keeper],
      exact: true,
    }));
  });
}

function isOne(units: readonly Unit[], from: number): boolean {
  return ONE.test(lowerAt(units, from)) || units[from]?.kind === 'number';
}

/** Where prepositions, relative clauses, participles and times begin. */
function startsOf(units: readonly Unit[], from: number, to: number): readonly number[] {
  const starts: number[] = [];
  for (let at = from + 1; at < to; at += 1) {
    const isJoined = starts.at(-1) === at - 1;
    if (!isJoined && isStart(units, at)) starts.push(at);
  }
  return starts;
}

function isStart(units: readonly Unit[], at: number): boolean {
  const { pos, lower, kind } = units[at] as Unit;
  if (kind === 'time') return true;
  if (pos === 'ADP' || /^(to|without|until|unless|if|before|who|which|whose|where)$/.test(lower)) return true;
  return isNounLike(units[at - 1]) && (lower === 'that' || isNarrowing(units, at));
}

function isIdle(units: readonly Unit[], start: number, end: number, from: number, how: Narrowing): boolean {
  const [lead, first] = [lowerAt(units, start), units[start]?.kind === 'time' ? units[start] : units[start + 1]];
  const words = units.slice(start, end);
  if (words.some(({ kind }) => kind === 'time'))
    return (
      how.timeless ||
      (!how.days && first === units[start]) ||
      (!how.days && /day$/.test(first?.lower ?? '') && lead === 'on')
    );
  if (how.timeless && first?.kind === 'number') return true;
  if (how.ofKnown?.test(lead) || !OF_NOUN.test(lead) || words.some(({ lower }) => SPAN.test(lower))) return false;
  if (/^(on|over|about|from)$/.test(lead) && units[start - 1]?.kind === 'name') return false;
  return isKnownBefore(units, start, from);
}

/** "the crossing", "its siege", "Rafah": one that is there, wherever it lies. */
function isKnownBefore(units: readonly Unit[], start: number, from: number): boolean {
  let at = start - 1;
  if (!isNounLike(units[at])) return false;
  if (units[at]?.kind === 'name' || (units[at]?.pos === 'PROPN' && at > 0)) return true;
  while (at > from && isNounLike(units[at - 1])) at -= 1;
  return KNOWN.test(lowerAt(units, at - 1)) || KNOWN.test(lowerAt(units, at));
}

/** "barred X or Y at night": what stands behind the last "or" is narrowed, and so may be what stands before it. */
function partStart(units: readonly Unit[], start: number, bound: number): number {
  const lead = lowerAt(units, start);
  const joint = units.slice(bound, start).findLastIndex(({ lower }) => /^(and|or)$/.test(lower));
  if (joint < 0) return bound;
  const before = units.slice(bound, bound + joint);
  return before.some(({ lower }) => lower === lead) ? bound + joint + 1 : bound;
}

/** Of a name its last word; a title before a name may go. */
export function keepersOf(words: readonly Unit[]): readonly Unit[] {
  return words.filter((word, at) => {
    if (!isWeighty(word) && word.kind !== 'time') return false;
    if (word.pos === 'AUX' || (word.pos === 'VERB' && /^(be|have|do)$/.test(word.lemma))) return false;
    const behind = words[at + 1];
    const isNamed = behind?.pos === 'PROPN' && behind.kind !== 'time';
    return !(isNamed && (word.pos === 'PROPN' || word.pos === 'NOUN') && word.kind !== 'name');
  });
}

/** Where the clause before a verb begins. */
export function subjectStart(units: readonly Unit[], at: number): number {
  return backTo(
    units,
    at,
    (one) => isBreak(one) || /^(that|and|but|said|says|after|as|while|because)$/.test(one.lower),
  );
}
