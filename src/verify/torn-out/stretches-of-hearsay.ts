import type { Unit } from '../grammar/units.ts';
import { backTo, isStop, isWeighty, lowerAt, next } from './stretch-bounds.ts';
import type { Stretch } from './stretches.ts';

const TELLING =
  /^(say|allege|claim|report|seem|appear|believe|think|suppose|suspect|fear|rumour|rumor|understand|gather|hear|assert|insist|maintain|argue|contend|suggest|tell|state|announce|declare|add|warn|charge|write|note|reckon|estimate|guess|speculate|assume|presume|hope|imagine|complain|swear|predict|admit|acknowledge|concede|confirm|deny)$/;
const TOLD =
  /^(allege\w*|claim\w*|report\w*|seem\w*|appear\w*|apparent\w*|believe\w*|thought|think\w*|suppose\w*|suspect\w*|fear\w*|rumou?r\w*|understood|accord\w*|sa(y|id|ys|ying)|told|tell\w*|assert\w*|insist\w*|maintain\w*|argu\w*|contend\w*|suggest\w*|accus\w*|blam\w*|state[sd]?|stating|announc\w*|declar\w*|add\w*|warn\w*|charg\w*|wr(ite|ites|ote)|note[sd]?|purport\w*|estimat\w*|predict\w*|admit\w*|acknowledg\w*|conced\w*|confirm\w*|den(y|ies|ied)|hop(e|es|ed)|quot\w*|cit(e|es|ed|ing))$/;
const LEADING =
  /^(who|which|whose|whom|where|when|that|and|but|or|after|before|while|although|though|because|since|if|unless|whether|to|by|with|without)$/;

/** ", it is alleged,", ", rumour has it,", ", so the rebels say,": what stands on both sides of it is told by hearsay. */
export function heard(units: readonly Unit[]): readonly Stretch[] {
  return units.flatMap((unit, at): Stretch[] => {
    const start = /^[,(–—]$/.test(unit.text) ? at + 1 : at;
    if (start === at && !isStop(units[at - 1])) return [];
    const end = next(units, start, (one) => isStop(one) || /^[,)]$/.test(one.text));
    const inside = units.slice(start, end);
    if (start === at)
      return isRumour(inside) ? [{ from: at + 3, to: next(units, at, isStop), ...ownOf(inside.slice(0, 3)) }] : [];
    if (inside.length > 8 || inside.length < 2 || !isHearsay(inside, /^[,)–—]$/.test(units[end]?.text ?? '')))
      return [];
    const own = ownOf(inside);
    return [
      { ...own, from: backTo(units, at, isStop), to: at },
      {
        ...own,
        from: end + 1,
        to: next(units, end, (one, index) => index > end && (isStop(one) || isJoint(units, index))),
      },
    ];
  });
}

function ownOf(inside: readonly Unit[]): Pick<Stretch, 'keepers' | 'also'> {
  return { keepers: inside.filter((one) => isWeighty(one) && one.pos !== 'AUX'), also: TOLD };
}

function isRumour(inside: readonly Unit[]): boolean {
  return /^(rumou?rs?|word|legend) ha(s|ve) it\b/.test(inside.map(({ lower }) => lower).join(' '));
}

/** Set between marks any clause of saying is hearsay; behind the last comma only what points to the whole sentence. */
function isHearsay(inside: readonly Unit[], between: boolean): boolean {
  const words = inside.map(({ lower }) => lower).join(' ');
  if (isRumour(inside) || ACCOUNT.test(words)) return true;
  if (/^(it|so|as|or so|at least so)\b/.test(words) && inside.some(({ lower }) => TOLD.test(lower))) return true;
  if (!between || LEADING.test(lowerAt(inside, 0))) return false;
  return inside.some(
    ({ lemma, lower, pos }, at) =>
      at > 0 &&
      at >= inside.length - 3 &&
      !lower.endsWith('ing') &&
      (pos === 'VERB' || pos === 'AUX' ? TELLING.test(lemma) : isTold(inside[at - 1], lower)),
  );
}

const ACCOUNT =
  /^(according to|in the words of|in (his|her|its|their) (own )?(words|telling)|by (his|her|its|their|all|some|most) (own )?(accounts?|admission|telling))\b/;

/** "witnesses claim", "Morocco alleged": the tagger takes the verb for a noun or a quality. */
function isTold(before: Unit | undefined, word: string): boolean {
  if (before === undefined || !/NOUN|PROPN/.test(before.pos)) return false;
  if (/ed$/.test(word)) return TOLD.test(word) || TELLING.test(word.slice(0, -2));
  return /[^s]s$|^(people|police)$/.test(before.lower) && TELLING.test(word);
}

function isJoint(units: readonly Unit[], at: number): boolean {
  return units[at]?.text === ',' && /^(and|but|while|whereas|although|though)$/.test(lowerAt(units, at + 1));
}
