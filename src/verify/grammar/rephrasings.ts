import { withArmedMen, withHalves, withNextYear, withPartOfMonth, withTopCourt } from './short-names.ts';
import { withEntering, withOutOf, withParticles } from './split-verbs.ts';
import { withToll } from './tolls.ts';
import type { Unit } from './units.ts';

/** Words that are told in another order or with other words than they are read in, each made the plain one. */
export function withRephrasings(units: readonly Unit[]): Unit[] {
  return [
    withFirstNoun,
    withSource,
    withNouns,
    withPossible,
    withTold,
    withNoPart,
    withOutOf,
    withArmedMen,
    withPluralOwners,
    withYet,
    withNone,
    withNeither,
    withParticles,
    withToll,
    withEntering,
    withHalves,
    withTopCourt,
    withPartOfMonth,
    withNextYear,
  ].reduce((told, pass) => pass(told), [...units]);
}

/** "Elections will be held": the first word of a sentence is no name for its capital. */
function withFirstNoun(units: Unit[]): Unit[] {
  return units.map((unit, at) => {
    const first = at === 0 || /^[.“"]$/.test(units[at - 1]?.text ?? '');
    if (!first || unit.kind !== 'word' || unit.pos !== 'PROPN' || unit.hyphen || units[at + 1]?.pos === 'PROPN')
      return unit;
    if (!/(?:tion|sion|ment|er|or|ist|ant|ee|ian|ity|ence|ance)s$/.test(unit.lower) || unit.lower.length < 7)
      return unit;
    return { ...unit, pos: 'NOUN', lemma: unit.lower.replace(/ies$/, 'y').replace(/s$/, '') };
  });
}

/** "according to rescue workers", "to a rights monitor in Lima": up to the comma there is no verb. */
function withSource(units: Unit[]): Unit[] {
  let inside = false;
  return units.map((unit, at) => {
    if (units[at - 1]?.lower === 'to' && units[at - 2]?.lower === 'according') inside = true;
    if (unit.kind === 'mark' || /^(who|which|that)$/.test(unit.lower)) inside = false;
    return inside && unit.pos === 'VERB' && unit.lower === unit.lemma ? { ...unit, pos: 'NOUN' } : unit;
  });
}

/** "two spans", "Peru's recall", "carried out exercises": what can only be a noun there. */
function withNouns(units: Unit[]): Unit[] {
  return units.map((unit, at) => {
    const [before, earlier, after] = [units[at - 1], units[at - 2], units[at + 1]];
    if (unit.pos !== 'VERB' || unit.kind !== 'word' || before === undefined || unit.hyphen) return unit;
    const plural = /[^s]s$/.test(unit.lower) && unit.lower !== unit.lemma;
    const closed = !/^(the|a|an|its|their|his|her|that|to)$/.test(after?.lower ?? '');
    const counted = plural && before.kind === 'number' && !/^\p{Lu}/u.test(before.text);
    const carried = plural && /^(out|up|off)$/.test(before.lower) && earlier?.pos === 'VERB';
    const base = unit.lower === unit.lemma && !/(ing|ed)$/.test(unit.lower);
    const owned = base && before.lower === "'s" && earlier !== undefined && /NOUN|PROPN/.test(earlier.pos);
    return closed && (counted || carried || owned) ? { ...unit, pos: 'NOUN' } : unit;
  });
}

/** "the analysts' view": an apostrophe behind a plural owns what stands behind it. */
function withPluralOwners(units: Unit[]): Unit[] {
  let quoted = false;
  return units.map((unit, at) => {
    if (!/^['’‘]$/.test(unit.text)) return unit;
    const [before, after] = [units[at - 1], units[at + 1]];
    const owns =
      !quoted &&
      before !== undefined &&
      before.end === unit.start &&
      /NOUN|PROPN/.test(before.pos) &&
      before.lower.endsWith('s') &&
      after !== undefined &&
      after.kind !== 'mark' &&
      after.start > unit.end;
    if (!owns) {
      quoted = !quoted;
      return unit;
    }
    return { ...unit, kind: 'word', text: "'s", lower: "'s", lemma: "'s", pos: 'PART' };
  });
}

/** "it is possible that he will leave" is "he may leave". */
function withPossible(units: Unit[]): Unit[] {
  const told = [...units];
  for (let at = 0; at + 3 < told.length; at += 1) {
    const words = told.slice(at, at + 4).map(({ lower }) => lower);
    if (words.join(' ') !== 'it is possible that') continue;
    let modal = at + 4;
    while (modal < at + 14 && told[modal] !== undefined && !/VERB|AUX/.test(told[modal]?.pos ?? '')) modal += 1;
    const will = told[modal];
    if (!/^(will|would|may|might|could)$/.test(will?.lower ?? '') || will === undefined) continue;
    told[modal] = { ...will, text: 'may', lower: 'may', lemma: 'may' };
    told.splice(at, 4);
  }
  return told;
}

const TOLD = /^(announced|reported|said|agreed|decided|confirmed|revealed|claimed|alleged)$/;

/** "it was announced that he left": "it" is nobody. */
function withTold(units: Unit[]): Unit[] {
  return units.filter((unit, at) => {
    if (unit.lower !== 'it' || !/^(is|was)$/.test(units[at + 1]?.lower ?? '')) return true;
    if (!TOLD.test(units[at + 2]?.lower ?? '')) return true;
    return !units.slice(at + 3, at + 6).some(({ lower }) => lower === 'that');
  });
}

/** "took no part" is "did not take part". */
function withNoPart(units: Unit[]): Unit[] {
  const told = [...units];
  for (let at = 0; at + 2 < told.length; at += 1) {
    const [take, no, part] = [told[at] as Unit, told[at + 1] as Unit, told[at + 2] as Unit];
    if (!/^(take|took|takes)$/.test(take.lower) || no.lower !== 'no' || part.lower !== 'part') continue;
    const not: Unit = { ...no, text: 'not', lower: 'not', lemma: 'not', pos: 'PART' };
    const did: Unit = { ...take, text: 'did', lower: 'did', lemma: 'do', pos: 'AUX' };
    const plain: Unit = { ...take, text: 'take', lower: 'take', lemma: 'take', pos: 'VERB' };
    told.splice(at, 2, ...(take.lower === 'take' ? [not, plain] : [did, not, plain]));
  }
  return told;
}

/** "has yet to answer" is "has not yet answered". */
function withYet(units: Unit[]): Unit[] {
  const told = [...units];
  for (let at = 1; at + 2 < told.length; at += 1) {
    const [have, yet, to] = [told[at - 1] as Unit, told[at] as Unit, told[at + 1] as Unit];
    if (!/^(has|have|had)$/.test(have.lower) || yet.lower !== 'yet' || to.lower !== 'to') continue;
    told[at - 1] = { ...have, pos: 'AUX' };
    told[at] = { ...yet, text: 'not', lower: 'not', lemma: 'not', pos: 'PART' };
    told[at + 1] = { ...yet, start: to.start, end: to.end, pos: 'ADV' };
  }
  return told;
}

/** "neither confirmed nor denied" is "not confirmed and not denied". */
function withNeither(units: Unit[]): Unit[] {
  const told: Unit[] = [];
  let open = false;
  units.forEach((unit, at) => {
    const after = units[at + 1];
    const not: Unit = { ...unit, text: 'not', lower: 'not', lemma: 'not', pos: 'PART' };
    if (unit.lower === 'neither' && after?.pos === 'VERB') {
      open = true;
      told.push(not);
    } else if (open && unit.lower === 'nor') {
      told.push({ ...unit, text: 'and', lower: 'and', lemma: 'and', pos: 'CCONJ' }, not);
    } else told.push(unit);
  });
  return told;
}

/** "with no agreement" is "without an agreement", "not a single truck" is "no truck". */
function withNone(units: Unit[]): Unit[] {
  const told: Unit[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const [own, second, third] = [units[at] as Unit, units[at + 1]?.lower, units[at + 2]?.lower];
    if (own.lower === 'with' && second === 'no') {
      told.push({ ...own, text: 'without', lower: 'without', lemma: 'without' });
      at += 1;
    } else if (own.lower === 'not' && /^(a|one)$/.test(second ?? '') && third === 'single') {
      told.push({ ...own, text: 'no', lower: 'no', lemma: 'no', pos: 'DET' });
      at += 2;
    } else told.push(own);
  }
  return told;
}
