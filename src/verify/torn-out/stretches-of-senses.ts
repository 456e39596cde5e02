import { isDeed } from '../grammar/act-words.ts';
import type { Unit } from '../grammar/units.ts';
import { backTo, isBreak, isNounLike, isVerb, isWeighty, lowerAt, next, phraseEnd } from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';
import { OPEN } from './stretches-of-speech.ts';
import { NEGATING } from './stretches-undone.ts';

/** A word that means several things: beside these words it can be told only by those. */
interface Sense {
  readonly word: RegExp;
  readonly beside: RegExp;
  readonly only: RegExp;
}

const SENSES: readonly Sense[] = [
  {
    word: /^strikes?$/,
    beside:
      /^(pay|wages?|unions?|workers?|dockers?|teachers?|nurses?|doctors?|miners?|pilots?|drivers?|employees?|staff|students?|hunger|general|lecturers?|judges?|farmers?)$/,
    only: /^(strik\w*|struck|walkout|stoppage|industrial|action|protest\w*)$/,
  },
  {
    word: /^(strikes?|struck|striking|hit|hits)$/,
    beside:
      /^(rock|reef|deal|bargain|agreement|accord|iceberg|tree|wall|balance|chord|note|tone|pose|bird|buoy|target)$/,
    only: /^(strik\w*|struck|hits?|hitting|colli\w*|ramm?\w*|reach\w*|agree\w*|sign\w*|conclu\w*|made|make\w*|making)$/,
  },
  {
    word: /^charg(e|es|ed|ing)$/,
    beside: /^(dollars?|euros?|pounds?|fees?|batter(y|ies)|price|toll|rent|tax|\$.*)$/,
    only: /^(charg\w*|ask\w*|demand\w*|took|take\w*)$/,
  },
];

const NEAR = 5;

/** "began a strike over pay": no attack. */
export function senses(units: readonly Unit[]): readonly Stretch[] {
  return [...senseless(units), ...blazes(units)];
}

function senseless(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    const near = units.slice(Math.max(0, at - NEAR), at + NEAR + 1);
    return SENSES.filter(({ word, beside }) => word.test(unit.lower) && near.some((one) => beside.test(one.lower))).map(
      ({ only }) => ({ from: at, to: at + 1, keepers: [], only }),
    );
  });
}

/** "a fire": what burns. */
function blazes(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    const counted = /^fires$/.test(unit.lower) && unit.pos === 'NOUN';
    if (!counted && !(unit.lower === 'fire' && /^(a|another|one|large|forest|wild)$/.test(lowerAt(units, at - 1))))
      return [];
    return [{ from: at, to: at + 1, keepers: [], only: /^(fires?|blazes?|burn\w*|inferno|flames?|ablaze)$/ }];
  });
}

/** "declined to comment", "failed to agree": who only declined, or failed, did something else. */
export function halved(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!/^(decline|fail|tend|prove|hesitate)$/.test(unit.lemma) || lowerAt(units, at + 1) !== 'to') return [];
    const keepers = units.slice(at + 2, next(units, at + 2, isBreak)).filter(isWeighty);
    return [{ from: at, to: at + 1, keepers, also: NEGATING }];
  });
}

/** "forces the minister praised had lost": the minister lost nothing. */
export function contacted(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!/NOUN/.test(unit.pos) || !/^(the|a|an|its|his|her|their)$/.test(lowerAt(units, at + 1))) return [];
    const verb = phraseEnd(units, at + 2);
    if (verb === at + 2 || units[verb]?.pos !== 'VERB' || !isVerb(units[verb + 1]) || !isNounLike(units[verb - 1]))
      return [];
    return [{ from: at + 2, to: verb, keepers: [units[verb] as Unit] }];
  });
}

const SPAN = /^(since|years?|decades?|months?|weeks?|days?|centur(y|ies)|generations?)$/;

/** "will stay until June", "for the first time since 1991": not for ever, and not the first of all. */
export function bounded(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    const end = next(units, at + 1, isBreak);
    if (/^(stay|remain|continue|last|hold|keep)$/.test(unit.lemma) && unit.pos === 'VERB') {
      const until = next(units, at + 1, ({ lower }) => /^(until|till)$/.test(lower));
      if (until >= end || units.slice(at + 1, until).some(isVerb)) return [];
      return [
        { from: at, to: at + 1, keepers: units.slice(until + 1, until + 2), also: /^(until|till|end\w*|expir\w*|by)$/ },
      ];
    }
    if (
      !/^(first|only|last|\w{3,}est|most)$/.test(unit.lower) ||
      /^(west|guest|test|rest|quest|arrest|protest|interest|forest|request|harvest)$/.test(unit.lower)
    )
      return [];
    const since = next(units, at + 1, (one) => one.lower === 'since');
    if (since >= Math.min(end, at + 5)) return [];
    return [{ from: at, to: at + 1, keepers: units.slice(since + 1, since + 2), also: SPAN }];
  });
}

/** "Peace is closer than ever": there is none yet. */
export function distant(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (
      !/^(closer|nearer|near|far|farther|further|distant|remote|elusive|possible|impossible|unlikely|likely|inevitable|imminent)$/.test(
        unit.lower,
      )
    )
      return [];
    const aux = backTo(units, at, (one) => one.pos !== 'ADV' && !/^(not|never|as|too)$/.test(one.lower));
    if (!/^(is|was|are|were|seems?|seemed|looks?|looked|remains?|remained|be|been)$/.test(lowerAt(units, aux - 1)))
      return [];
    const from = backTo(units, aux - 1, (one) => isBreak(one) || isVerb(one) || /^(that|and|but)$/.test(one.lower));
    const open = units
      .slice(from, aux - 1)
      .some((one) => isDeed(one) || /^(peace|war|truce|ceasefire|famine|recession|victory|defeat)$/.test(one.lower));
    return open ? [{ from, to: aux - 1, keepers: [unit], also: OPEN }] : [];
  });
}

/** "as likely to join as to leave": not likely. */
export function equalled(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    const before = units[at - 1];
    if (before?.lower !== 'as' || unit.pos !== 'ADJ' || /^(long|far|many|much|early|late|such)$/.test(unit.lower))
      return [];
    const as = next(units, at + 1, (one) => isBreak(one) || one.lower === 'as');
    return lowerAt(units, as) === 'as' ? [{ from: at, to: at + 1, keepers: [before], also: /^(equal\w*|same)$/ }] : [];
  });
}

/** "exchanged fire, leaving two dead": which of them killed nobody says. */
export function mutual(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!/^(exchange|clash|trade|fight|battle|skirmish)$/.test(unit.lemma) || unit.pos !== 'VERB') return [];
    const comma = next(units, at, isBreak);
    const effect = next(units, comma + 1, (one) => !/ADV/.test(one.pos));
    if (units[comma]?.text !== ',' || !/ing$/.test(lowerAt(units, effect))) return [];
    return [{ from: effect, to: effect + 1, keepers: [unit], also: MUTUAL }];
  });
}

const MUTUAL = /^(exchang\w*|clash\w*|trad\w*|fight\w*|fought|battl\w*|skirmish\w*|was|were|died|dead)$/;
