import type { Unit } from './units.ts';

/** A noun with what stands before it, up to a possessive: "Iran's", "two senior commanders". Indexes of units. */
export interface Chunk {
  readonly start: number;
  readonly head: number;
  readonly next: number;
  readonly modifiers: readonly number[];
  /** The chunk that owns it. */
  readonly owner: Chunk | undefined;
  readonly determiners: readonly number[];
}

const PRONOUN =
  /^(he|she|it|they|we|i|you|him|them|us|me|himself|itself|themselves|herself|this|these|those|that|everyone|everybody|nobody|someone|anyone|nothing|something|anything|everything|who|none|any|others|both|all|many|some|few|several|most)$/;
export const OWNING = /^(its|their|his|her|our|my|your|whose)$/;
const DETERMINER =
  /^(the|a|an|this|that|these|those|any|some|all|every|each|both|no|neither|either|another|such|many|several|few|most|half|other|more|fewer|less|much|enough|certain|various|what|which)$/;

/** The noun phrase that begins at a unit, up to its noun; undefined where none does. */
export function chunkAt(units: readonly Unit[], start: number, owner?: Chunk): Chunk | undefined {
  let at = start;
  const modifiers: number[] = [];
  const determiners: number[] = [];
  let head = -1;
  for (; at < units.length; at += 1) {
    const unit = units[at] as Unit;
    if (unit.kind === 'mark' || unit.kind === 'time') break;
    // "an offensive last October"
    if (head >= 0 && /^(last|next|this)$/.test(unit.lower) && units[at + 1]?.kind === 'time') break;
    if (unit.lower === "'s" || unit.lower === "'") {
      if (head < 0) break;
      const own: Chunk = {
        start,
        head,
        next: at + 1,
        modifiers: modifiers.filter((one) => one !== head),
        owner,
        determiners,
      };
      return chunkAt(units, at + 1, own) ?? { ...own, next: at + 1 };
    }
    if (unit.pos === 'PRON' || OWNING.test(unit.lower)) {
      if (OWNING.test(unit.lower) && head < 0 && modifiers.length === 0) {
        const own: Chunk = {
          start: at,
          head: at,
          next: at + 1,
          modifiers: [],
          owner: undefined,
          determiners: [...determiners],
        };
        const owned = chunkAt(units, at + 1, own);
        return owned === undefined
          ? undefined
          : { ...owned, start, determiners: [...determiners, ...owned.determiners] };
      }
      if (head >= 0 || modifiers.length > 0) break;
      if (DETERMINER.test(unit.lower) && isNominal(units[at + 1])) {
        determiners.push(at);
        continue;
      }
      if (!PRONOUN.test(unit.lower)) return undefined;
      return { start, head: at, next: at + 1, modifiers, owner, determiners };
    }
    if (DETERMINER.test(unit.lower) && unit.kind === 'word') {
      if (head >= 0) break;
      if (modifiers.length > 0 && /^(the|a|an|this|that)$/.test(unit.lower)) break;
      determiners.push(at);
      continue;
    }
    if (isCoordinated(units, at, head)) {
      continue;
    }
    if (head >= 0 && units[head]?.kind === 'number' && AFFECTED.test(unit.lower) && !isNominal(units[at + 1])) break;
    if (unit.pos === 'NUM' || unit.kind === 'number') {
      if (
        head >= 0 &&
        !unit.hyphen &&
        !(isNamed(units[head]) && /^\d{1,3}$/.test(unit.text)) &&
        !/ADJ|SYM/.test(units[head]?.pos ?? '') &&
        !/^(first|last|next|another)$/.test(units[head]?.lower ?? '')
      )
        break;
      modifiers.push(at);
      head = at;
      continue;
    }
    if (unit.pos === 'NOUN' || unit.pos === 'PROPN' || unit.kind === 'name' || unit.hyphen || unit.pos === 'SYM') {
      modifiers.push(at);
      head = at;
      continue;
    }
    if (unit.pos === 'ADJ') {
      const open = head < 0 || /NUM|ADJ/.test(units[head]?.pos ?? '') || units[head]?.name?.via === 'demonym';
      if (head >= 0 && !isNominal(units[at + 1]) && !(open && /NUM/.test(units[head]?.pos ?? ''))) break;
      if (!open && !isInside(units, at) && !units[at - 1]?.hyphen) break;
      modifiers.push(at);
      if (head < 0) head = at;
      continue;
    }
    if (unit.pos === 'VERB' && isAttribute(units, at, head < 0 && (at > start || owner !== undefined))) {
      modifiers.push(at);
      continue;
    }
    if (
      unit.pos === 'ADV' &&
      head < 0 &&
      /ADJ|VERB|NUM/.test(units[at + 1]?.pos ?? '') &&
      (at > start || /ly$/.test(unit.lower)) &&
      isNominal(units[at + 2])
    ) {
      modifiers.push(at);
      continue;
    }
    break;
  }
  if (head < 0) {
    const last = determiners.at(-1);
    // "all", "both", "some" alone
    if (
      last !== undefined &&
      /^(all|both|some|many|several|few|most|each|another|half|neither|none|others|this|these|those|that)$/.test(
        units[last]?.lower ?? '',
      )
    )
      return {
        start,
        head: last,
        next: last + 1,
        modifiers: [],
        owner,
        determiners: determiners.filter((one) => one !== last),
      };
    return undefined;
  }
  // the noun is the last of them that is one
  const nouns = modifiers.filter((one) => !/ADJ|ADV|VERB/.test((units[one] as Unit).pos) || one === head);
  const last = nouns.at(-1) ?? head;
  return { start, head: last, next: at, modifiers: modifiers.filter((one) => one !== last), owner, determiners };
}

/** "37 wounded": the number is what the word tells of. */
const AFFECTED = /^(wounded|injured|hurt|killed|dead|missing|detained|arrested|displaced|captured)$/;

function isNamed(unit: Unit | undefined): boolean {
  return unit?.kind === 'name' || unit?.pos === 'PROPN';
}

function isNominal(unit: Unit | undefined): boolean {
  return (
    unit !== undefined &&
    unit.kind !== 'mark' &&
    unit.kind !== 'time' &&
    (/NOUN|PROPN|ADJ|NUM/.test(unit.pos) || unit.hyphen === true)
  );
}

/** "Wagner mercenary group", "Nagorno-Karabakh ethnic Armenian": an adjective inside a run of nouns. */
function isInside(units: readonly Unit[], at: number): boolean {
  return /NOUN|PROPN/.test(units[at + 1]?.pos ?? '') && /PROPN|NOUN/.test(units[at - 1]?.pos ?? '');
}

/** "Egyptian and Qatari mediators", "military and financial aid", "men and women" is no such. */
function isCoordinated(units: readonly Unit[], at: number, head: number): boolean {
  const [before, unit, after, beyond] = [units[at - 1], units[at], units[at + 1], units[at + 2]];
  if (!/^(and|or|,)$/.test(unit?.lower ?? '') || head < 0 || after === undefined || beyond === undefined) return false;
  const adjectival = (one: Unit | undefined) => one?.pos === 'ADJ' || one?.name?.via === 'demonym';
  if (!adjectival(before) || !adjectival(after)) return false;
  if (/s$/.test(before?.lower ?? '') && before?.name?.via === 'demonym') return false;
  return (
    /NOUN/.test(beyond.pos) ||
    (beyond.lower === 'and' && unit?.lower === ',') ||
    (adjectival(beyond) && unit?.lower !== ',')
  );
}

/** "wounded soldiers", "floating barrier", "occupied territory": a form of a verb that tells what it is. */
function isAttribute(units: readonly Unit[], at: number, inside: boolean): boolean {
  const unit = units[at] as Unit;
  const before = units[at - 1];
  const after = units[at + 1];
  if (before?.hyphen) return true;
  if (!/(ed|en|ing|wn|ld)$/.test(unit.lower)) return false;
  if (!isNominal(after) || after?.lower === 'one') return false;
  if (inside) return true;
  if (before === undefined) return false;
  if (before.pos === 'ADP' && /(ed|wn|en)$/.test(unit.lower))
    return after?.pos === 'NOUN' && !/^(by|after|before|as|than|when|while)$/.test(before.lower);
  return /DET|ADJ|NUM/.test(before.pos) && before.kind !== 'mark';
}
