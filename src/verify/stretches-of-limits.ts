import { backTo, isBreak, isStop, isVerb, isWeighty, lowerAt, next, phraseEnd } from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';
import type { Unit } from './units.ts';
import { isPastForm } from './verb-group.ts';

/** What something is for as long as it lasts, and verbs of lasting. */
const STATE =
  /^(clos(ed|ure)|shut|open|opened|suspended|suspension|banned|barred|blocked|halted|cut|valid|safe|ready|full|empty|detained|jailed|imprisoned|occupied|grounded|frozen|exempt|allowed|permitted|forbidden|confined|cordoned|sealed|away|absent|abroad|force|effect|place|hold|holds|held|last|lasts|lasted|remain|remains|remained|stay|stays|stayed|stand|stands|stood|continue|continues|continued|apply|applies|applied|lifted|extended|postponed|limited|restricted|offline|idle|dark|quiet|calm|president|minister|leader|chief|commander|governor|mayor)$/;
const SPAN = /^(second|minute|hour|day|week|month|year|decade|night|weekend|fortnight|century|time|while)s?$/;
const LIMIT = /^(until|till|temporar\w+|through|by|for|week-long|day-long|brief\w*|limit\w*)$/;

/** "was closed until Monday", "open for an hour": a state is told with its end. */
export function limited(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!/^(until|till|for|by)$/.test(unit.lower) || !isLimit(units, at)) return [];
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
      (one) => one.kind === 'time' || !/NOUN|PROPN|ADJ|VERB/.test(one.pos) || isVerb(one),
    );
    if (end === at + 1) return [];
    const lead = lowerAt(units, end);
    const to = next(units, end + 1, (one) => isBreak(one) || isVerb(one));
    const since = units.slice(end, to).findIndex(({ lower }) => lower === 'since');
    const from = since >= 0 ? end + since : end;
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
  ['pending'],
];
const OPEN_FUTURE =
  /^(will|would|shall|can|may|could|might|must|should|'ll|wo|going|plans?|intends?|pledged|promised|vowed|agreed|ready|willing|prepared|due|expected)$/;
const TERM =
  /^(if|unless|once|when|whenever|after|provided|providing|condition\w*|only|without|until|before|event|case|assum\w*|pending|soon|moment|minute|day|instant|follow\w*|upon|depend\w*)$/;

/** "When Paris backs the plan, Algeria will recall its envoy": what is to come stays with what must come first. */
export function awaiting(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((_, at): Stretch[] => {
    const phrase = SOON.find((words) => words.every((word, index) => lowerAt(units, at + index) === word));
    if (phrase === undefined) return [];
    const from = at + phrase.length;
    const end = next(units, from, isBreak);
    const verb = next(units, from + 1, (one, index) => index >= end || isVerb(one));
    if (verb >= end || isPast(units[verb]) || lowerAt(units, from).endsWith('ing')) return [];
    const own = { keepers: units.slice(from, end).filter(isWeighty), also: TERM };
    const isFirst = at === 0 || isStop(units[at - 1]) || /^(that|and|but|,)$/.test(lowerAt(units, at - 1));
    if (isFirst && units[end]?.text === ',') {
      const close = next(units, end + 1, isBreak);
      if (units.slice(end + 1, close).some(({ lower }) => OPEN_FUTURE.test(lower)))
        return [{ ...own, from: end + 1, to: close }];
    }
    const start = backTo(
      units,
      at,
      (one) => isStop(one) || /^[,()]$/.test(one.text) || /^(that|but|said|says)$/.test(one.lower),
    );
    const open = units.slice(start, at).some(({ lower }) => OPEN_FUTURE.test(lower));
    return open ? [{ ...own, from: start, to: at }] : [];
  });
}

function isPast(unit: Unit | undefined): boolean {
  return unit === undefined || /^(was|were|had|did)$/.test(unit.lower) || (unit.pos === 'VERB' && isPastForm(unit));
}
