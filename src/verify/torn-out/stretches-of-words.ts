import type { Unit } from '../grammar/units.ts';
import { isPastForm } from '../grammar/verb-group.ts';
import { backTo, isBreak, isStop, isVerb, isWeighty, lowerAt, next, phraseEnd } from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';
import { NEGATING, PENDING } from './stretches-undone.ts';

/** "near-collapse", "second-largest", "so-called republic": the second word is nothing without the first. */
export function hyphened(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!unit.hyphen || unit.kind === 'number' || unit.kind === 'time') return [];
    const whole = unit.lower === 'so' || NAMING.test(lowerAt(units, at + 1));
    const to = whole ? phraseEnd(units, at + 2) : at + 2;
    return [{ from: at + 1, to, keepers: [unit], also: /^(alleged\w*|self-\w+)$/ }];
  });
}

/** "Moscow-installed governor": no governor like others. */
const NAMING = /^(installed|appointed|imposed|proclaimed|declared|styled|picked|selected)$/;

const SURELESS = /^(may|might|could|possib\w+|perhaps|likely)$/;

const FORCED = /^(must|has|had|need\w*|requir\w*|forc\w*|oblig\w*|compel\w*)$/;

/** "may have to expel": neither "has to" nor "will". "no longer lets": does not. "too slow to": not slow alone. */
export function turnedWords(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    const own = (from: number, to: number, also?: RegExp): Stretch[] => [
      { from, to, keepers: [unit], ...(also && { also }) },
    ];
    if (
      /^(may|might|could)$/.test(unit.lower) &&
      lowerAt(units, at + 1) === 'have' &&
      lowerAt(units, at + 2) === 'to'
    ) {
      const verb = next(units, at + 3, ({ pos }) => pos === 'VERB');
      const forced = { keepers: units.slice(at + 1, at + 2), also: FORCED };
      return [...own(verb, verb + 1, SURELESS), { ...forced, from: verb, to: verb + 1 }];
    }
    if (/^(no longer|never|nowhere|hardly|scarcely|barely|seldom|rarely)$/.test(unit.lower) && at > 0) {
      const verb = next(units, at + 1, (one) => isBreak(one) || one.pos === 'VERB');
      return isBreak(units[verb]) || verb > at + 4 ? [] : own(verb, verb + 1, NEGATING);
    }
    if (unit.lower === 'no' && lowerAt(units, at + 1) === 'longer')
      return own(at + 2, at + 3, /^(not|never|n't|stop\w*|end\w*|ceas\w*|halt\w*)$/);
    if (unit.lower === 'too' && units[at + 1]?.pos === 'ADJ') return own(at + 1, at + 2, /^(not|unable|could|so)$/);
    if (
      /^(last|next|second|all)$/.test(unit.lower) &&
      lowerAt(units, at + 1) === 'but' &&
      lowerAt(units, at + 2) === 'one'
    )
      return [{ from: at + 2, to: at + 3, keepers: [units[at + 1] as Unit] }];
    return [];
  });
}

const WAY: readonly (readonly string[])[] = [
  ['way', 'to'],
  ['en', 'route', 'to'],
  ['bound', 'for'],
  ['heading', 'for'],
  ['headed', 'for'],
  ['towards'],
  ['toward'],
];

/** "on their way to Uganda": not there yet. */
export function underWay(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    const words = WAY.find((phrase) => phrase.every((word, index) => lowerAt(units, at + index) === word));
    if (words === undefined) return [];
    const from = at + words.length;
    return [
      {
        from,
        to: phraseEnd(units, from),
        keepers: [unit],
        also: /^(head\w*|way|route|bound|towards?|destin\w*|travell?\w*|march\w*|flee\w*|fled|advanc\w*)$/,
      },
    ];
  });
}

const WANTING = /^(order|want|demand|request|require|need|seek|urge|wish)$/;

/** "ordered the paper closed": closed it was not said to be. */
export function wanted(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (unit.pos !== 'VERB' || !WANTING.test(unit.lemma)) return [];
    const verb = phraseEnd(units, at + 1);
    if (verb === at + 1 || !isPastForm(units[verb]) || units[verb]?.pos === 'AUX' || verb - at > 6) return [];
    return [{ from: verb, to: verb + 1, keepers: [unit], also: PENDING }];
  });
}

/** "The treaty ending the war was never ratified": it ended nothing. */
export function unborn(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    if (!/^(never|not|n't)$/.test(unit.lower)) return [];
    const aux = backTo(units, at, (one) => one.pos !== 'AUX');
    if (aux === at) return [];
    const from = backTo(units, aux, (one) => isStop(one) || isVerb(one) || one.text === ',');
    const participle = next(units, from, ({ lower, pos }) => lower.endsWith('ing') && pos === 'VERB');
    if (participle >= aux || participle === from || !isWeighty(units[participle - 1] as Unit)) return [];
    return [{ from: participle, to: participle + 1, keepers: [unit], also: PENDING }];
  });
}
