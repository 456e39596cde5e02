import { isDeed } from '../grammar/act-words.ts';
import type { Unit } from '../grammar/units.ts';
import {
  backTo,
  isBreak,
  isNarrowing,
  isStop,
  isVerb,
  isWeighty,
  lowerAt,
  next,
  phraseEnd,
  singularOf,
} from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';
import { OPEN } from './stretches-of-speech.ts';

/** Words that deny what stands with them. */
export const NEGATING =
  /^(not|no|never|n't|none|nothing|nobody|without|instead|rather|refus\w*|fail\w*|avoid\w*|refrain\w*|declin\w*|neither|nor|except|excluding|bar|save|short|stop\w*|far|against|yet|before|unlike|alone|but|only|other|oppos\w*|reject\w*)$/;
/** By their first word: what stands behind them is not done. */
const FREE: readonly (readonly string[])[] = [
  ['instead', 'of'],
  ['rather', 'than'],
  ['in', 'place', 'of'],
  ['short', 'of'],
  ['far', 'from'],
  ['without'],
  ['against'],
  ['let', 'alone'],
  ['much', 'less'],
];

/** "Instead of sending aid", "decided against opening a consulate". */
export function free(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    const phrase = FREE.find((words) => words.every((word, index) => lowerAt(units, at + index) === word));
    if (phrase === undefined) return [];
    const from = at + phrase.length;
    const gerund = lowerAt(units, from).endsWith('ing') && units[from]?.pos !== 'NOUN';
    if (!gerund && /^(against|far|short)$/.test(unit.lower)) return [];
    const to = gerund ? next(units, from, isBreak) : phraseEnd(units, from);
    if (!gerund && unit.lower === 'without' && !isOfDeed(units, from, to)) return [];
    return [{ from, to, keepers: [unit], also: NEGATING }];
  });
}

/** "all fronts bar Taiz", "all of the students but two": not all, and not what stands behind. */
export function excepted(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!/^(but|bar|save|except|excluding|barring)$/.test(unit.lower) || isStop(units[at + 1])) return [];
    const from = backTo(units, at, (one) => isStop(one) || isVerb(one) || /^(and|but)$/.test(one.lower));
    const all = next(units, from, ({ lower }) =>
      /^(all|every|everyone|everybody|everything|each|any|no|none|nobody)$/.test(lower),
    );
    if (all >= at) return [];
    const to = phraseEnd(units, at + 1);
    const own = {
      keepers: [unit],
      also: /^(but|bar|save|except|excluding|barring|other|apart|without|not|only|most)$/,
    };
    return [
      { ...own, from: all, to: all + 1 === at ? phraseEnd(units, at + 1) : at },
      { ...own, from: at + 1, to },
    ];
  });
}

/** Nouns of what may come; behind them nothing is told as done. */
const OPEN_NOUN =
  /^(fear|threat|risk|prospect|hope|rumou?r|possibility|danger|likelihood|chance|speculation|talk|warning|hint|suspicion|probability|notion|idea)$/;
/** Nouns of what somebody wants; what they are of or for is not done, where it is a deed. */
const WANTED_NOUN =
  /^(plan|offer|call|proposal|suggestion|request|demand|bid|attempt|preparation|promise|pledge|vow|expectation|dream|appeal|petition|motion|campaign|push|need|intention|ambition|desire|wish|deadline|report|allegation|accusation|claim|denial|refusal|failure|prevention|avoidance|proponent|option|pretext|timetable|date|condition|conditions|scenario|bill|draft|blueprint)$/;

/** "Fears of a strike by Israel grew": none is told of. */
export function opened(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    const open = OPEN_NOUN.test(singularOf(unit)) && unit.lower !== 'talks';
    if (!open && !WANTED_NOUN.test(singularOf(unit))) return [];
    if (unit.pos === 'VERB' && at > 0) return [];
    if (!/^(of|for|about|over|against)$/.test(lowerAt(units, at + 1))) return [];
    const to = next(units, at + 2, (one, index) => isBreak(one) || (isVerb(one) && !isNarrowing(units, index)));
    const inside = units.slice(at + 2, to);
    if (!open && !inside.some((one) => isDeed(one) || one.lower.endsWith('ing'))) return [];
    return [
      {
        from: at + 2,
        to,
        keepers: [unit],
        also: open ? OPEN : /^(would|plan\w*|seek\w*|sought|want\w*|urge\w*|threat\w*)$/,
      },
    ];
  });
}

const AVERTING =
  /^(postpone|avert|prevent|foil|cancel|delay|avoid|thwart|block|abort|scrap|shelve|forestall|veto|oppose|refuse|deny|reject|rule|call|put|propose|plan|schedule|fear|expect|threaten|discuss|consider|demand|request|forbid|ban|prohibit|frustrate|preempt|pre-empt|drop|abandon)$/;
const AVERTED =
  /^(postponed|averted|prevented|foiled|cancell?ed|delayed|avoided|thwarted|blocked|aborted|scrapped|shelved|forestalled|vetoed|opposed|refused|denied|rejected|ruled|called|put|proposed|planned|scheduled|feared|expected|threatened|discussed|considered|demanded|requested|forbidden|banned|prohibited|frustrated|preempted|dropped|abandoned)$/;
const PARTED = /^(rule|ruled|call|called|put)$/;
const DOUBLE = /^(out|off|back)$/;
/** Words of what has not come, or was kept from coming. */
export const PENDING =
  /^(not|no|never|n't|will|would|due|plan\w*|schedul\w*|postpon\w*|avert\w*|prevent\w*|foil\w*|cancel\w*|call\w*|put|delay\w*|avoid\w*|refrain\w*|thwart\w*|block\w*|abort\w*|scrap\w*|shelv\w*|rul\w+|reject\w*|oppos\w*|veto\w*|propos\w*|fear\w*|expect\w*|threat\w*|ban\w*|stop\w*|drop\w*|abandon\w*|forbid\w*|den(y|ies|ied)|refus\w*|g(ive|ives|ave|iven|iving)|renounc\w*|relinquish\w*)$/;

/** "A's signing of the treaty was postponed": nothing was signed. */
export function averted(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!AVERTED.test(unit.lower) || (PARTED.test(unit.lower) && !DOUBLE.test(lowerAt(units, at + 1)))) return [];
    const aux = backTo(units, at, (one) => !/ADV|PART/.test(one.pos) && !/^(been|being)$/.test(one.lower));
    if (
      !/^(is|was|are|were|be|been|being)$/.test(lowerAt(units, aux - 1)) &&
      !/^(been|being)$/.test(lowerAt(units, at - 1))
    )
      return [];
    const end = backTo(units, at, (one) => one.pos !== 'AUX' && !/ADV|PART/.test(one.pos));
    const from = backTo(
      units,
      end,
      (one) =>
        isStop(one) ||
        isVerb(one) ||
        /^(that|and|but|because|after|when|as|while|although|though|which|who)$/.test(one.lower),
    );
    return isOfDeed(units, from, end) ? [{ from, to: end, keepers: [unit], also: PENDING }] : [];
  });
}

/** "cancelled the launch of a missile": none was launched. */
export function held(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (unit.pos !== 'VERB' || !AVERTING.test(unit.lemma)) return [];
    const particle = DOUBLE.test(lowerAt(units, at + 1));
    if (PARTED.test(unit.lemma) && !particle) return [];
    const from = particle ? at + 2 : at + 1;
    const to = next(
      units,
      from,
      (one) => isBreak(one) || isVerb(one) || /^(after|when|because|but|as|while|before|if|that|to)$/.test(one.lower),
    );
    return isOfDeed(units, from, to) ? [{ from, to, keepers: [unit], also: PENDING }] : [];
  });
}

function isOfDeed(units: readonly Unit[], from: number, to: number): boolean {
  return units.slice(from, to).some((unit) => isDeed(unit) && unit.kind === 'word');
}

/** "more in May than in April", "twice as much as": what is compared stays on its side. */
export function compared(units: readonly Unit[]): readonly Stretch[] {
  return units
    .flatMap((unit, at): Stretch[] => {
      if (/^(twice|thrice|half|times)$/.test(unit.lower) && lowerAt(units, at + 1) === 'as') {
        const as = next(units, at + 2, (one) => isBreak(one) || one.lower === 'as');
        const own = { keepers: [unit] };
        return [
          { ...own, from: at + 2, to: at + 3 },
          { ...own, from: as + 1, to: Math.max(as + 1, next(units, as, isBreak)), behind: 'as' },
        ];
      }
      if (unit.lower !== 'than' || units[at + 1]?.kind === 'number' || units[at + 1]?.kind === 'time') return [];
      if (/^(a|an|half|one)$/.test(lowerAt(units, at + 1))) return [];
      const start = backTo(units, at, isStop);
      const more = units.slice(start, at).some(({ lower }) => /^(more|fewer|less|worse|better)$|er$/.test(lower));
      if (!more || /^(rather|other|later|earlier)$/.test(lowerAt(units, at - 1))) return [];
      const to = next(units, at + 1, isBreak);
      return [{ from: at + 1, to, keepers: [unit], behind: 'than' }];
    })
    .filter(({ from, to }) => units.slice(from, to).some((unit) => isWeighty(unit) || unit.kind === 'time'));
}
