import type { Unit } from '../grammar/units.ts';
import { backTo, isBreak, isStop, isVerb, isWeighty, lowerAt, next, phraseEnd } from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';

/** What something is for as long as it lasts, and verbs of lasting. */
const STATE =
  /^(clos(ed|ure)|shut|open|opened|suspended|suspension|banned|barred|blocked|halted|cut|valid|safe|ready|full|empty|detained|jailed|imprisoned|occupied|grounded|frozen|exempt|allowed|permitted|forbidden|confined|cordoned|sealed|away|absent|abroad|force|effect|place|hold|holds|held|last|lasts|lasted|remain|remains|remained|stay|stays|stayed|stand|stands|stood|continue|continues|continued|apply|applies|applied|lifted|extended|postponed|limited|restricted|offline|idle|dark|quiet|calm|president|minister|leader|chief|commander|governor|mayor)$/;
const SPAN =
  /^(second|minute|hour|day|week|month|year|decade|night|weekend|fortnight|century|time|while|winter|summer|spring|autumn|season|holiday|ramadan|eid|christmas|easter|lent)s?$/;
const LIMIT = /^(until|till|throughout|during|temporar\w+|through|by|for|week-long|day-long|brief\w*|limit\w*)$/;

/** "was closed until Monday", "open for an hour": a state is told with its end. */
export function limited(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!/^(until|till|for|by|through|throughout)$/.test(unit.lower) || !isLimit(units, at)) return [];
    const from = backTo(units, at, isBreak);
    const state = units.slice(from, at).findLastIndex(({ lower }) => STATE.test(lower));
    if (state < 0 || units.slice(from + state, at).filter(isVerb).length > 1) return [];
    const keepers = units
      .slice(at + 1, phraseEnd(units, at + 1))
      .filter((one) => isWeighty(one) || one.kind === 'time');
    return [{ from: from + state, to: from + state + 1, keepers, also: LIMIT }];
  });
}

/** A span, a day, or an end that is told as a deed. */
function isLimit(units: readonly Unit[], at: number): boolean {
  if (/^(until|till)$/.test(lowerAt(units, at))) return true;
  const words = units.slice(at + 1, at + 5);
  const first = words[0];
  if (first === undefined) return false;
  if (lowerAt(units, at) === 'by')
    return first.kind === 'time' || /^(noon|midnight|dawn|dusk|sunset|sunrise)$/.test(first.lower);
  const noun = words.findIndex(({ lower }) => SPAN.test(lower));
  return (
    first.kind === 'time' ||
    (noun >= 0 && words.slice(0, noun).every(({ pos, kind }) => /DET|ADJ|NUM|ADP|ADV/.test(pos) || kind === 'number'))
  );
}

const RANK =
  /^(first|second|third|last|only|sole|best|worst|most|least|final|longest|shortest|\w{3,}(?<!for|gu|arr|prot|inter|requ|harv|cont|unr|conqu|mod|hon|inv|sugg|t|r|w)est)$/;

/** "the largest strike since 2019": of the others before it nothing is told. */
export function ranked(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!RANK.test(unit.lower) || !/ADJ|ADV|PROPN|NOUN|DET/.test(unit.pos) || unit.kind !== 'word') return [];
    const end = next(
      units,
      at + 1,
      (one, index) => one.kind === 'time' || !/NOUN|PROPN|ADJ|VERB/.test(one.pos) || (isVerb(one) && index > at + 1),
    );
    const lead = lowerAt(units, end);
    const to = next(units, end + 1, (one) => isBreak(one) || isVerb(one));
    const since = units.slice(end, to).findIndex(({ lower }) => lower === 'since');
    const from = since >= 0 ? end + since : end;
    if (/^(that|who|which)$/.test(lead) || (lead === 'to' && units[end + 1]?.pos === 'VERB')) {
      const words = units.slice(end + 1, next(units, end + 1, isBreak)).filter(isWeighty);
      return [{ from: at, to: isWeighty(unit) ? at + 1 : end, keepers: words.slice(0, 2) }];
    }
    if (since < 0 && !(/^(in|for|of)$/.test(lead) && isSpan(units.slice(end + 1, to)))) return [];
    const keepers = units.slice(from + 1, to).filter((one) => isWeighty(one) || one.kind === 'time');
    return keepers.length === 0 ? [] : [{ from: at, to: at + 1, keepers }];
  });
}

function isSpan(words: readonly Unit[]): boolean {
  return words
    .slice(0, 5)
    .some(
      ({ lower, kind }) =>
        SPAN.test(lower) || kind === 'time' || /^(war|crisis|conflict|era|history|campaign)$/.test(lower),
    );
}

/** "a few" are some, "few" are hardly any. */
export function fewOrSome(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!/^(few|little)$/.test(unit.lower)) return [];
    const some = lowerAt(units, at - 1) === 'a';
    if (some && /^(only|just|but)$/.test(lowerAt(units, at - 2))) return [];
    return [{ from: at, to: at + 1, keepers: [], before: some ? /^(a|some|quite)$/ : /^(?!a$)/ }];
  });
}

const SET = /^(all|each|every|any|none|most|half|both|many|some)$/;

/** "each of the hostages in Rafah": of no hostages elsewhere it is told. */
export function within(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!SET.test(unit.lower) || lowerAt(units, at + 1) !== 'of') return [];
    const end = phraseEnd(units, at + 2);
    if (!/^(in|at|near|from|on|under|inside|outside|around)$/.test(lowerAt(units, end))) return [];
    const keepers = units.slice(end + 1, phraseEnd(units, end + 1)).filter(isWeighty);
    return keepers.length === 0 ? [] : [{ from: at, to: end, keepers }];
  });
}

/** "With the exception of Malta, all members agreed." */
export function spared(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (unit.lower !== 'exception' || lowerAt(units, at + 1) !== 'of') return [];
    const start = backTo(units, at, isStop);
    const all = next(units, start, ({ lower }) =>
      /^(all|every|everyone|everybody|each|any|no|none|nobody)$/.test(lower),
    );
    const from = isStop(units[all]) ? at + 2 : all;
    const own = { keepers: [unit], also: /^(but|bar|save|except|excluding|barring|other|apart|without|only|most)$/ };
    return [
      { ...own, from: at + 2, to: phraseEnd(units, at + 2) },
      { ...own, from, to: phraseEnd(units, from) },
    ];
  });
}
