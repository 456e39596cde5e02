import type { Unit } from '../grammar/units.ts';
import { keepersOf, type Narrowing, narrowedBetween, scopeEnd } from './narrowing-phrases.ts';
import { backTo, isBreak, isNarrowing, isNounLike, isVerb, lowerAt, next, phraseEnd } from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';

/*
 * Where a sentence is not upward monotone a part of it follows no more than a broader word does: "closed its airspace
 * to Israeli jets" closes it to no others. https://plato.stanford.edu/entries/generalized-quantifiers/#MonotonicityProperties
 */

const DENYING =
  /^(refuse|decline|deny|ban|bar|prohibit|forbid|outlaw|reject|oppose|veto|renounce|relinquish|boycott|refrain|avoid|abstain|prevent|fail|lack)$/;
const NOUN_DENYING = /^(refusal|denial|ban|embargo|moratorium|prohibition)$/;
const ENDING =
  /^(end|halt|suspend|stop|cease|freeze|close|shut|scrap|cancel|abolish|lift|ease|waive|discontinue|terminate|abandon|block|seal|sever|withhold|pause|shelve|dismiss|curtail|overturn|quash|annul|revoke|repeal)$/;
const NOUN_ENDING =
  /^(suspension|closure|closing|ending|halting|lifting|suspending|doubling|tripling|halving|increase|reduction|growth|rise|decline)$/;
const CHANGING =
  /^(double|triple|treble|quadruple|halve|increase|raise|reduce|lower|cut|slash|boost|curb|limit|restrict|rise|fall|drop|surge|grow|shrink|plunge|soar|plummet|dwindle)$/;
const POINTLESS =
  /^(pointless|impossible|useless|futile|meaningless|worthless|senseless|hopeless|unthinkable|inconceivable|unacceptable|illegal|unlawful|inadmissible|invalid|unsafe|dangerous|unworkable|needless|unnecessary|doomed|unwelcome|exempt|immune|unfit|(?!incompat|inevit|insepar|unavoid)(un|im|in|ir)\w{2,}[ai]ble)$/;

/** What is ended or changed was there, at that time. */
const OF_MANY: Narrowing = { timeless: true, ofOne: true };

/** "refuses to open the crossing to trucks", "ended food aid to refugees", "doubled exports of petrol". */
export function scoped(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): readonly Stretch[] => {
    const how = narrowingOfPhrase(units, at) ?? narrowingOf(unit);
    if (how === undefined || isQuality(units, at)) return [];
    const end = isInSubject(units, at) ? next(units, at + 1, isVerb) : scopeEnd(units, at + 1);
    if (unit.pos === 'NOUN') return narrowedBetween(units, [at, end], at, how);
    const lead = next(units, at + 1, ({ lower }) => !/^(to|that|out|of|on|up|down|off|against)$/.test(lower));
    const isPassive = isUndergone(units, at);
    const { ofOne, ...ofAny } = how;
    const from = isPassive ? subjectStart(units, at) : lead;
    const behind = narrowedBetween(units, [isPassive ? at : lead, end], from, isPassive ? ofAny : how);
    if (!isPassive) return behind;
    const before = narrowedBetween(units, [from, at], from, { ...how, ofOne: true });
    return /^(stop|cease|end)$/.test(unit.lemma) ? before : [...before, ...behind];
  });
}

/** "talks to end the war began": what begins is no part of the end. */
function isInSubject(units: readonly Unit[], at: number): boolean {
  return lowerAt(units, at - 1) === 'to' && !units.slice(backTo(units, at, isBreak), at).some(isVerb);
}

/** "four abandoned villages": nobody is told to do it. */
function isQuality(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  return (
    units[at]?.pos !== 'NOUN' &&
    /(ed|en|shut|cut)$/.test(lowerAt(units, at)) &&
    isNounLike(units[at + 1]) &&
    (/DET|NUM|ADJ|ADP/.test(before?.pos ?? '') ||
      before?.lower === "'s" ||
      /^(its|his|her|their)$/.test(before?.lower ?? ''))
  );
}

/** "run out of shells", "told not to fire". */
function narrowingOfPhrase(units: readonly Unit[], at: number): Narrowing | undefined {
  const phrase = `${units[at]?.lemma || lowerAt(units, at)} ${lowerAt(units, at + 1)}`;
  if (/^(not to|rule out|run out|turn down|turn away|short of|be against)$/.test(phrase)) return {};
  return /^(break off|give up|call off|phase out)$/.test(phrase) ? OF_MANY : undefined;
}

function narrowingOf(unit: Unit): Narrowing | undefined {
  const { pos, lemma, lower } = unit;
  if (/^(forbidden|banned|barred|prohibited)$/.test(lower)) return {};
  if (/^(closed|shut|suspended)$/.test(lower)) return OF_MANY;
  if (pos === 'NOUN')
    return NOUN_DENYING.test(lemma)
      ? { ofKnown: /^(on|of)$/ }
      : NOUN_ENDING.test(lower)
        ? { timeless: true, ofKnown: /^(in|of)$/ }
        : undefined;
  if (pos !== 'VERB') return undefined;
  if (DENYING.test(lemma)) return {};
  if (CHANGING.test(lemma)) return { ...OF_MANY, ofKnown: /^of$/ };
  return ENDING.test(lemma) ? OF_MANY : undefined;
}

/** "was closed", "exports doubled": what it is done to stands before it. */
function isUndergone(units: readonly Unit[], at: number): boolean {
  const { lemma } = units[at] as Unit;
  const before = units.slice(Math.max(0, at - 3), at);
  if (before.some(({ lower }) => /^(be|been|being|is|are|was|were)$/.test(lower))) return true;
  const behind = units[at + 1];
  return (
    (CHANGING.test(lemma) || /^(stop|cease|end|halt|resume)$/.test(lemma)) &&
    !(isNounLike(behind) && behind?.kind !== 'number') &&
    !/DET|PRON/.test(behind?.pos ?? '')
  );
}

function subjectStart(units: readonly Unit[], at: number): number {
  return backTo(
    units,
    at,
    (one) => isBreak(one) || /^(that|and|but|said|says|after|as|while|because)$/.test(one.lower),
  );
}

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
