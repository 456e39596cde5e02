import type { Unit } from './units.ts';

/** Modal and denying phrases as the plain words for them: "is unable to" is "cannot", "would like to" is "wants to". */
export function withModalPhrases(units: readonly Unit[]): Unit[] {
  return [withAble, withLike, withUndone].reduce((told, pass) => pass(told), [...units]);
}

const BE = /^(is|are|was|were|be|been)$/;

/** "is able to act" can act; who "was unable to act" failed to. */
function withAble(units: Unit[]): Unit[] {
  const told = [...units];
  for (let at = 1; at + 1 < told.length; at += 1) {
    const [be, able, to] = [told[at - 1] as Unit, told[at] as Unit, told[at + 1] as Unit];
    if (!BE.test(be.lower) || !/^(able|unable)$/.test(able.lower) || to.lower !== 'to') continue;
    const before = told[at - 2];
    if (able.lower === 'unable') {
      if (/^(was|were)$/.test(be.lower)) told.splice(at - 1, 2, verb(be, 'failed', 'fail'));
      else if (/^(is|are)$/.test(be.lower)) told.splice(at - 1, 3, modal(be, 'can'), not(able));
      continue;
    }
    if (/^(is|are)$/.test(be.lower)) told.splice(at - 1, 3, modal(be, 'can'));
    else if (be.lower === 'be' && /^(will|would)$/.test(before?.lower ?? ''))
      told.splice(at - 2, 4, modal(be, 'could'));
  }
  return told;
}

/** "would like to open" is "wants to open". */
function withLike(units: Unit[]): Unit[] {
  const told = [...units];
  for (let at = 0; at + 2 < told.length; at += 1) {
    const [would, like, to] = [told[at] as Unit, told[at + 1] as Unit, told[at + 2] as Unit];
    if (would.lower === 'would' && like.lower === 'like' && to.lower === 'to')
      told.splice(at, 2, verb(would, 'wants', 'want'));
  }
  return told;
}

const UNDONE =
  /^un(harmed|hurt|injured|damaged|signed|resolved|answered|paid|changed|solved|settled|opened|finished|counted|armed|confirmed|verified)$/;

/** "was unharmed" is "was not harmed". */
function withUndone(units: Unit[]): Unit[] {
  return units.flatMap((unit, at) => {
    const be = units[at - 1];
    if (!UNDONE.test(unit.lower) || be === undefined || !BE.test(be.lower)) return [unit];
    const lower = unit.lower.slice(2);
    const lemma =
      lower === 'hurt'
        ? 'hurt'
        : lower
            .replace(/ied$/, 'y')
            .replace(/(?<=[cvsgrut])ed$/, 'e')
            .replace(/ed$/, '');
    return [not(unit), { ...unit, text: lower, lower, lemma, pos: 'VERB' }];
  });
}

function verb(unit: Unit, lower: string, lemma: string): Unit {
  return { ...unit, text: lower, lower, lemma, pos: 'VERB' };
}

function modal(unit: Unit, lower: string): Unit {
  return { ...unit, text: lower, lower, lemma: lower, pos: 'AUX' };
}

function not(unit: Unit): Unit {
  return { ...unit, text: 'not', lower: 'not', lemma: 'not', pos: 'PART' };
}
