import type { Unit } from '../grammar/units.ts';
import { type Narrowing, narrowedBetween, scopeEnd, subjectStart } from './narrowing-phrases.ts';
import { backTo, isBreak, isNounLike, isVerb, lowerAt, next } from './stretch-bounds.ts';
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
