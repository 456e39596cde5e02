import type { Unit } from '../grammar/units.ts';
import {
  backTo,
  isBreak,
  isNarrowing,
  isNounLike,
  isStop,
  isVerb,
  isWeighty,
  lowerAt,
  next,
  phraseEnd,
} from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';

const EITHER = /^(or|either|whether)$/;
/** Under these "A or B" is both. */
const BOTH =
  /^(not|no|never|n't|cannot|without|neither|nor|nobody|nothing|none|few|ban|bans|banned|bar|barred|forbid\w*|prohibit\w*|den(y|ies|ied)|refus\w*|if|whether|can|any|every|all|whoever|anyone|against|before|than)$/;

/** "Either A or B", "to A or B": neither alone, nor both. */
export function alternatives(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (unit.lower !== 'or' || /^(so|less|more|else)$/.test(lowerAt(units, at + 1))) return [];
    const start = backTo(units, at, isStop);
    const before = units.slice(start, at);
    const either = before.findLastIndex(({ lower }) => lower === 'either');
    const clause = units.slice(backTo(units, at, isBreak), at);
    if (either < 0 && (units[at - 1]?.text === ',' || clause.some(({ lower }) => BOTH.test(lower)))) return [];
    const from = either >= 0 ? start + either + 1 : Math.min(verbBefore(units, at), leftOf(units, at));
    return [{ from, to: rightOf(units, at), keepers: [unit], also: EITHER }];
  });
}

function leftOf(units: readonly Unit[], at: number): number {
  const last = units[at - 1];
  if (last === undefined) return at;
  if (isNounLike(last)) return backTo(units, at, (unit) => !isNounLike(unit));
  return last.pos === 'VERB' ? at - 1 : at;
}

/** "must pay, or it will lose the port", "or else": what comes otherwise stays with it. */
export function threatened(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (unit.lower !== 'or') return [];
    const behind = units[phraseEnd(units, at + 1)] ?? unit;
    const isElse = lowerAt(units, at + 1) === 'else' || /^(will|would|shall|must|'ll|face[sd]?)$/.test(behind.lower);
    const to = units[at - 1]?.text === ',' ? at - 1 : at;
    const start = backTo(units, to, isBreak);
    const modal = next(units, start, ({ lower }) => /^(will|would|shall|must|should|to|'ll|can|may)$/.test(lower));
    if (!isElse || modal >= to) return [];
    return [{ from: modal + 1, to, keepers: [unit], also: /^(or|otherwise|unless|if|else)$/ }];
  });
}

/** "will pay by June or lose the port": the first of two deeds, with all that stands behind it. */
function verbBefore(units: readonly Unit[], at: number): number {
  if (units[at + 1]?.pos !== 'VERB' || units[at + 1]?.lower !== units[at + 1]?.lemma) return at;
  const start = backTo(units, at, isBreak);
  const modal = units
    .slice(start, at)
    .findLastIndex(({ lower, pos }) => pos === 'AUX' || lower === 'to' || lower === "'ll");
  if (modal < 0) return at;
  const verb = next(units, start + modal + 1, ({ pos }) => pos === 'VERB');
  return verb < at ? verb : at;
}

function rightOf(units: readonly Unit[], at: number): number {
  const lead = /ADP|DET/.test(units[at + 1]?.pos ?? '') ? at + 2 : at + 1;
  return units[lead]?.pos === 'VERB' || units[lead]?.pos === 'AUX' ? lead + 1 : phraseEnd(units, lead);
}

const ON_TERMS: readonly (readonly string[])[] = [
  ['but', 'only'],
  ['though', 'only'],
  ['although', 'only'],
  ['albeit', 'only'],
  ['provided'],
  ['providing', 'that'],
  ['on', 'condition'],
  ['as', 'long', 'as'],
  ['so', 'long', 'as'],
  ['in', 'principle'],
  ['in', 'theory'],
  ['on', 'paper'],
  ['in', 'vain'],
  ['in', 'name', 'only'],
  ['in', 'part'],
  ['to', 'some', 'extent'],
  ['to', 'a', 'certain', 'extent'],
  ['to', 'a', 'degree'],
  ['up', 'to', 'a', 'point'],
  ['for', 'the', 'most', 'part'],
  ['in', 'places'],
  ['except', 'to'],
  ['except', 'for'],
  ['except', 'in'],
  ['except', 'from'],
];
const TERMS =
  /^(only|if|provided|providing|condition\w*|long|unless|when|principle|theory|paper|vain|until|limited|partly|partial|partially|part|some|mostly|largely|places|except|excluding)$/;
const GRANTING =
  /^(allow|permit|ban|bar|exempt|forbid|prohibit|exclude|admit|grant|restrict|limit|apply|cover|open|close|let|may|can|must|eligible|require|oblige|should|waive|accept|protect)$/;
/** Of these none is told what is told of a part of them. */
const QUANTIFYING = /^(no|every|all|any|each|most|only|single)$/;
const MEASURING = /^(over|under|above|below|aged|older|younger)$/;

/** "allows flights, but only by day"; "is open to trucks carrying food": of nothing less narrow it is told. */
export function narrowed(units: readonly Unit[]): readonly Stretch[] {
  return [...onTerms(units), ...ofKinds(units)];
}

function onTerms(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((_, at): Stretch[] => {
    const phrase = ON_TERMS.find((words) => words.every((word, index) => lowerAt(units, at + index) === word));
    if (phrase === undefined || (phrase[0] === 'provided' && !isTerm(units, at))) return [];
    if (phrase[1] === 'part' && /^(of|because|due|by|owing|on|as|for|since|thanks)$/.test(lowerAt(units, at + 2)))
      return [];
    const end = units[at - 1]?.text === ',' ? at - 1 : at;
    const from = backTo(units, end, (one) => isStop(one) || one.text === ',' || /^(that|but|and)$/.test(one.lower));
    return [
      {
        from,
        to: end,
        keepers: units
          .slice(at, at + phrase.length)
          .filter(({ lower }) => !/^(but|in|on|to|for|the|a|some|certain|most|up)$/.test(lower)),
        also: TERMS,
      },
    ];
  });
}

/** "provided that S", ", provided S": not who provided what. */
function isTerm(units: readonly Unit[], at: number): boolean {
  return (
    lowerAt(units, at + 1) === 'that' ||
    (units[at - 1]?.text === ',' && /DET|PRON|PROPN/.test(units[at + 1]?.pos ?? ''))
  );
}

function ofKinds(units: readonly Unit[]): readonly Stretch[] {
  const granted = units.some(({ lemma }) => GRANTING.test(lemma));
  return units.flatMap((unit, at): Stretch[] => {
    const quantified = /NOUN/.test(unit.pos) && QUANTIFYING.test(lowerAt(units, at - 1));
    if (!quantified && (!granted || !isPlural(units, at) || unit.hyphen)) return [];
    if (!quantified && (/DET|NUM|PRON/.test(units[at - 1]?.pos ?? '') || lowerAt(units, at - 1) === "'s")) return [];
    const relative = /^(who|that|which)$/.test(lowerAt(units, at + 1));
    if (!relative && !isNarrowing(units, at + 1) && !MEASURING.test(lowerAt(units, at + 1))) return [];
    const end = next(
      units,
      at + 1,
      (one, index) => isBreak(one) || (index > at + 2 && isVerb(one) && !isVerb(units[index - 1])),
    );
    const keepers = units
      .slice(at + 1, end)
      .filter((one) => isWeighty(one) && one.pos !== 'AUX')
      .slice(0, 3);
    return keepers.length === 0 ? [] : [{ from: at, to: at + 1, keepers }];
  });
}

/** "to trucks carrying": no infinitive ends so, whatever the tagger says. */
function isPlural(units: readonly Unit[], at: number): boolean {
  const unit = units[at] as Unit;
  if (!unit.lower.endsWith('s')) return false;
  return /NOUN|PROPN/.test(unit.pos) || (unit.pos === 'VERB' && /^(to|for|of|from)$/.test(lowerAt(units, at - 1)));
}

/** "each other's envoys": of neither its own; "Oman the boycott", "Ecuador against": not what the other did. */
export function shared(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (/^(each other|one another|other|another)$/.test(unit.lower) && lowerAt(units, at + 1) === "'s") {
      if (unit.lower.length < 8 && !/^(each|one)$/.test(lowerAt(units, at - 1))) return [];
      const keepers = units.slice(at - 1, at + 1).filter(({ lower }) => /each|other/.test(lower));
      return [
        { from: at + 2, to: phraseEnd(units, at + 2), keepers, also: /^(both|mutual\w*|reciprocal\w*|tit-for-tat)$/ },
      ];
    }
    if (unit.kind !== 'name' || !/^(,|;|and)$/.test(lowerAt(units, at - 1))) return [];
    if (!/^(the|a|an|against|for)$/.test(lowerAt(units, at + 1))) return [];
    const end = next(units, at, isBreak);
    const isGapped = isStop(units[end]) && !units.slice(at, end).some(({ pos }) => /VERB|AUX/.test(pos));
    return isGapped && end - at < 5 ? [{ from: at + 1, to: end, keepers: [unit] }] : [];
  });
}

/** "after a speech by X", "during a raid by X": it is the speech that is X's, whatever the verb before it tells. */
export function agents(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!/^(after|before|during|despite|amid|amidst|following|since)$/.test(unit.lower)) return [];
    const by = next(units, at + 1, (one) => one.lower === 'by' || isBreak(one) || isVerb(one));
    if (lowerAt(units, by) !== 'by' || by === at + 1) return [];
    const keepers = units.slice(at + 1, by).filter((one) => isWeighty(one));
    return [{ from: by + 1, to: phraseEnd(units, by + 1), keepers }];
  });
}

const HOLDING = /^(then|acting|outgoing|interim|caretaker|incoming|late|honorary)$/;

/** "the then minister", "the president-elect": no minister now, no president yet. */
export function titled(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (units[at - 1]?.hyphen && /^(elect|designate|nominate)$/.test(unit.lower))
      return [{ from: at - 1, to: at, keepers: [unit] }];
    if (!HOLDING.test(unit.lower) || !isNounLike(units[at + 1])) return [];
    if (!/DET|PRON/.test(units[at - 1]?.pos ?? '') && lowerAt(units, at - 1) !== "'s" && units[at - 1]?.kind !== 'name')
      return [];
    const to = next(units, at + 1, (one) => one.kind === 'name' || !/NOUN|ADJ/.test(one.pos));
    return [{ from: at + 1, to, keepers: [unit] }];
  });
}
