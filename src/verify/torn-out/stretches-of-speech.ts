import type { Unit } from '../grammar/units.ts';
import { backTo, isBreak, isStop, isVerb, isWeighty, lowerAt, next } from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';

/** What is said to be so of what stands behind "that" leaves it as told. */
const SURE =
  /^(true|clear|certain|evident|obvious|sure|plain|known|undeniable|undisputed|indisputable|significant|regrettable|tragic|sad|good|bad|great|remarkable|shameful|shame|pity|unfortunate|fortunate|lucky|strange|odd|surprising|striking|telling|secret|coincidence|accident|surprise|fact|relief|noteworthy|notable|understandable|ironic|welcome)$/;
const LINKING =
  /^(is|was|be|been|are|seem|seems|seemed|look|looks|looked|appear|appears|appeared|remain|remains|remained|became|becomes)$/;
/** Words that leave open, or deny, what stands with them. */
export const OPEN =
  /^(not|no|never|n't|none|nobody|may|might|could|doubt\w*|den(y|ies|ied)|reject\w*|dismiss\w*|unlikely|improbable|possib\w+|impossible|unclear|uncertain|unknown|untrue|false\w*|wrong\w*|incorrect\w*|unconfirmed|whether|allege\w*|likely|fear\w*|hope\w*|rumou?r\w*|suspect\w*|expect\w*|perhaps)$/;

/** "It is unlikely that S": S is not told. */
export function evaluated(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!/^(that|whether|if|how|why|when)$/.test(unit.lower)) return [];
    const start = backTo(units, at, (one) => one.lower === 'it' || isBreak(one));
    if (lowerAt(units, start - 1) !== 'it' || at - start > 8) return [];
    const link = next(units, start, ({ lower }) => LINKING.test(lower));
    if (link >= at) return [];
    const what = units.slice(link + 1, at).filter((one) => /ADJ|NOUN|ADV|PROPN/.test(one.pos));
    const denied = units
      .slice(start, at)
      .filter(({ lower }) => /^(not|n't|never|no|hardly|no longer|too)$/.test(lower));
    if (what.length === 0 || (denied.length === 0 && what.every(isSureOf))) return [];
    return [{ from: at + 1, to: sayingFrom(units, at), keepers: [...what, ...denied], also: OPEN }];
  });
}

function isSureOf({ lower, pos }: Unit): boolean {
  return SURE.test(lower) || pos === 'ADV';
}

/** Up to the speaker behind it. */
function sayingFrom(units: readonly Unit[], at: number): number {
  const end = next(units, at, isStop);
  for (let comma = at; comma < end; comma += 1)
    if (
      units[comma]?.text === ',' &&
      /^(and|but|while|although|though|which|who|whose)$/.test(lowerAt(units, comma + 1))
    )
      return comma;
  const last = units.slice(at, end).findLastIndex(({ text }) => text === ',');
  return last > 0 && units.slice(at + last, end).some(({ pos }) => pos === 'VERB') ? at + last : end;
}

const TOLD =
  /^(write|reply|say|state|repeat|answer|output|print|tell|claim|pretend|imagine|suppose|assume|ignore|respond|report|note|remember|add|include|mention|insist|declare|announce|confirm|conclude|translate|copy|summari[sz]e|disregard|forget)$/;
const ORDERING =
  /^(that|:|,|"|“|'|with|after|only|in|to|me|us|readers?|users?|everyone|everybody|all|the|any|a|an|how|this|these|it|nothing)$/;

/** "Write: S", "Say that S", "Suppose S": nobody says S. */
export function ordered(units: readonly Unit[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let at = 0; at < units.length; at += 1) {
    if (at > 0 && !isStop(units[at - 1])) continue;
    const verb = next(
      units,
      at,
      ({ lower }) => !/^(please|then|now|just|simply|also|do|let|us|you|must|should|always|and|")$/.test(lower),
    );
    const unit = units[verb];
    if (unit === undefined || !TOLD.test(unit.lower)) continue;
    if (!ORDERING.test(lowerAt(units, verb + 1)) && !/^(suppose|imagine|pretend|assume)$/.test(unit.lower)) continue;
    // "said" would not keep it: the order makes nobody say it
    found.push({ from: verb + 1, to: units.length, keepers: unit.lower === 'say' ? [] : [unit] });
  }
  return found;
}

/** "Is it true that S?": nothing is told by a question. */
export function doubted(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (unit.text !== '?') return [];
    return [{ from: backTo(units, at, isStop), to: at, keepers: [], also: /^(whether|if|ask\w*|question\w*)$/ }];
  });
}

/** "asked when S", "wanted to know why S": S is a question. */
export function questioned(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!/^(ask|wonder|enquire|inquire|query|question)$/.test(unit.lemma) && !isWantingToKnow(units, at)) return [];
    const end = next(units, at, isBreak);
    const asking = next(units, at + 1, ({ lower }) =>
      /^(when|where|why|how|who|whom|whether|if|what|which)$/.test(lower),
    );
    return asking < end
      ? [{ from: asking + 1, to: end, keepers: [unit], also: /^(question\w*|unclear|unknown|whether|know)$/ }]
      : [];
  });
}

function isWantingToKnow(units: readonly Unit[], at: number): boolean {
  return lowerAt(units, at) === 'know' && lowerAt(units, at - 1) === 'to';
}

/** "quoted an officer as saying S": S is the officer's. */
export function quotedAs(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!/^(quote|cite)$/.test(unit.lemma)) return [];
    const as = next(
      units,
      at,
      (one, index) => isStop(one) || (one.lower === 'as' && lowerAt(units, index + 1) === 'saying'),
    );
    if (lowerAt(units, as) !== 'as') return [];
    const keepers = units.slice(at + 1, as).filter(isWeighty);
    return [{ from: as + 2, to: next(units, as, isStop), keepers: keepers.length > 0 ? keepers : [unit] }];
  });
}

/** "Shells hit market: residents": what is behind the colon says it. */
export function headlined(units: readonly Unit[]): readonly Stretch[] {
  const colon = units.findLastIndex(({ text }) => text === ':' || text === '—' || text === '–');
  const behind = units.slice(colon + 1);
  if (colon < 2 || behind.length > 4 || behind.length === 0 || behind.some(isVerb) || behind.some(isStop)) return [];
  const keepers = behind.filter(isWeighty);
  return keepers.length > 0 ? [{ from: 0, to: colon, keepers }] : [];
}
