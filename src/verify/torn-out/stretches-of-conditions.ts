import { isSameUnit } from '../grammar/same-unit.ts';
import type { Unit } from '../grammar/units.ts';
import { backTo, isBreak, isNounLike, isStop, isVerb, isWeighty, lowerAt, next, phraseEnd } from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';

/** What keeps a condition one, beside what is only supposed. */
const TERM =
  /^(if|unless|once|when|whenever|after|provided|providing|condition\w*|only|without|until|before|event|case|lest|suppos\w*|assum\w*|pending|whether|soon)$/;

const SUPPOSED =
  /^(if|unless|provided|providing|condition\w*|case|event|whether|lest|suppos\w*|assum\w*|would|could|might|any|should|when|whenever|once)$/;
const AWAITED = new RegExp(`${TERM.source}|^(would|could|might|any|should)$`);

/** "If Serbia pays, the line reopens", "were X to leave": neither is told by itself. */
export function conditional(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    const isFirst = at === 0 || isBreak(units[at - 1]) || /^(that|and|but)$/.test(lowerAt(units, at - 1));
    const from = conditionAt(units, at, isFirst);
    if (from === undefined) return [];
    const end = next(units, from, isBreak);
    const own = { keepers: ownWords(units, from, end), also: TERM };
    const condition = {
      idle: units.slice(from, end),
      keepers: [unit],
      also: unit.lower === 'once' ? AWAITED : SUPPOSED,
      from,
      to: end,
    };
    if (isFirst && units[end]?.text === ',') {
      const close = next(units, end + 1, isBreak);
      return [condition, { ...own, from: end + 1, to: close }];
    }
    if (!/^(were|had|should|once)$/.test(unit.lower)) return [condition];
    return [condition, { ...own, from: backTo(units, at, isBreak), to: at }];
  });
}

/** The words of a condition that stand nowhere else. */
function ownWords(units: readonly Unit[], from: number, end: number): readonly Unit[] {
  const others = [...units.slice(0, from), ...units.slice(end)];
  return units.slice(from, end).filter((unit) => isWeighty(unit) && !others.some((one) => isSameUnit(one, unit)));
}

function conditionAt(units: readonly Unit[], at: number, isFirst: boolean): number | undefined {
  const word = lowerAt(units, at);
  if (/^(if|unless|lest)$/.test(word)) return at + 1;
  if (isFirst && /^(once|supposing|assuming)$/.test(word) && lowerAt(units, at + 1) !== 'again') return at + 1;
  if (word === 'once' && isAwaited(units, at)) return at + 1;
  if (word === 'in' && /^(event|case)$/.test(lowerAt(units, at + 2)) && /^(of|that)$/.test(lowerAt(units, at + 3)))
    return at + 4;
  if (/^(were|should|had)$/.test(word) && isInverted(units, at)) return at + 1;
  return undefined;
}

/** "will be reopened once Minsk agrees" */
function isAwaited(units: readonly Unit[], at: number): boolean {
  const clause = units.slice(backTo(units, at, isBreak), at);
  return (
    clause.some(({ lower }) => /^(will|would|can|could|may|might)$/.test(lower)) &&
    isNounLike(units[phraseEnd(units, at + 1) - 1])
  );
}

/** "were Haftar to leave", "should Belarus send": no subject stands before it. */
function isInverted(units: readonly Unit[], at: number): boolean {
  const verb = phraseEnd(units, at + 1);
  if (verb === at + 1 || (at > 0 && !isVerb(units[at - 1]) && !isBreak(units[at - 1]) && !isAfterPhrase(units, at)))
    return false;
  if (lowerAt(units, at) === 'were') return lowerAt(units, verb) === 'to';
  if (lowerAt(units, at) === 'had') return isVerb(units[verb]) && !/^(been|a|the)$/.test(lowerAt(units, verb - 1));
  return at === 0 && units[verb]?.pos === 'VERB';
}

/** "would be lifted were X to leave", "would have closed the strait had X not objected". */
function isAfterPhrase(units: readonly Unit[], at: number): boolean {
  return (
    isNounLike(units[at - 1]) &&
    /^(would|could|might)$/.test(
      lowerAt(
        units,
        next(units, backTo(units, at, isStop), ({ pos }) => pos === 'AUX'),
      ),
    )
  );
}

const FICTION =
  /^(novel|film|movie|play|story|drill|dream|scenario|simulation|game|exercise|series|sketch|satire|fiction|drama|opera|legend|myth|joke|cartoon|poem|thriller|comedy|wargame)$/;

/** "In the novel, Finland joins the war": not in the world. */
export function imagined(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!FICTION.test(unit.lemma) || !/NOUN/.test(unit.pos)) return [];
    const start = backTo(units, at, isStop);
    const comma = next(units, at, isBreak);
    if (units[comma]?.text !== ',' || !/^(in|during)$/.test(lowerAt(units, start)) || at - start > 4) return [];
    return [{ from: comma + 1, to: next(units, comma, isStop), keepers: [unit] }];
  });
}

const FORGED =
  /^(fake|doctored|forged|false|fabricated|manipulated|satirical|spoof|deepfake|hoax|bogus|staged|invented|fictional|fictitious)$/;

/** "A fake video showed X": X is not so. */
export function forged(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!FORGED.test(unit.lower) || !isNounLike(units[at + 1])) return [];
    const verb = next(units, at + 1, (one) => isBreak(one) || isVerb(one));
    if (
      !/^(show|claim|say|suggest|report|depict|purport|announce|state|quote|have|describe)$/.test(
        units[verb]?.lemma ?? '',
      )
    )
      return [];
    return [{ from: verb + 1, to: next(units, verb, isStop), keepers: [unit], also: FORGED }];
  });
}

/** Nouns of what somebody says or thinks, before a "that": it is theirs. */
const SAID_NOUN =
  /^(remark|comment|assertion|contention|insistence|prediction|estimate|message|tweet|post|theory|hypothesis|myth|story|tale|lie|joke|slogan|headline|excuse|pretext|pretence|accusation|allegation|complaint|speculation|expectation|premise|assumption|presumption|illusion|insinuation|boast|confession|testimony|feeling|worry|anxiety|prospect|likelihood|probability|danger|notion|idea|suggestion|rumou?r|claim|report|charge|denial|fear|hope|doubt|risk|threat|chance|possibility|view|belief|opinion|conviction|argument|warning|conclusion|impression|demand|proposal|plan)$/;
const SAYING =
  /^(claim\w*|alleg\w*|accus\w*|warn\w*|predict\w*|argu\w*|insist\w*|report\w*|fear\w*|hop(e|es|ed|ing)|threat\w*|propos\w*|demand\w*|deny|denie\w+|believ\w*|think\w*|thought|suggest\w*|expect\w*|may|might|could|worr\w+|conclud\w*|charg\w*|rumou?r\w*|assum\w*|doubt\w*)$/;

/** "took back his remark that S": S is only said. */
export function remarked(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (unit.lower !== 'that' || !SAID_NOUN.test((units[at - 1]?.lemma ?? '').replace(/([^s])s$/, '$1'))) return [];
    if (isVerb(units[at + 1]) || units[at - 1]?.pos === 'VERB') return [];
    return [{ from: at + 1, to: next(units, at, isBreak), keepers: [units[at - 1] as Unit], also: SAYING }];
  });
}
