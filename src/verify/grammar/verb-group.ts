import type { Mood } from './graph.ts';
import type { Unit } from './units.ts';

/** "would not have been struck": its verb, and what the words before it make of it. */
export interface VerbGroup {
  /** Index of the verb; of a copula where nothing follows it. */
  readonly verb: number;
  readonly start: number;
  readonly next: number;
  readonly negated: boolean;
  readonly mood: Mood | undefined;
  readonly aspect: 'done' | 'ongoing' | 'present' | 'bare';
  readonly passive: boolean;
  readonly copula: boolean;
  /** With "to" before it. */
  readonly infinitive: boolean;
  /** Says of itself when it is: not a bare participle or infinitive. */
  readonly finite: boolean;
  /** A past form alone, which may also be a participle. */
  readonly bare: 'past' | 'ing' | undefined;
  readonly adverbs: readonly number[];
}

const BE = /^(be|is|are|was|were|been|being|am|'s|'re|'m)$/;
const HAVE = /^(have|has|had|having|'ve|'d)$/;
const DO = /^(do|does|did)$/;
const MODALS: Readonly<Record<string, Mood>> = {
  will: 'will',
  wo: 'will',
  "'ll": 'will',
  would: 'will',
  shall: 'will',
  may: 'may',
  might: 'may',
  could: 'could',
  can: 'can',
  ca: 'can',
  cannot: 'can',
  must: 'must',
  should: 'should',
  ought: 'should',
};
const NEGATIONS = /^(not|never|n't|cannot|no longer|hardly|scarcely|barely)$/;
/** Forms that are no participle: with nothing before them they tell the past. */
const ONLY_PAST =
  /^(took|retook|went|gave|began|fell|broke|chose|drove|flew|knew|saw|spoke|wrote|withdrew|rose|threw|grew|shook|swore|tore|wore|froze|hid|ate|rode|sang|sank|drew|blew|arose|awoke|overthrew|overtook|undertook|forgave|foresaw|mistook|underwent|became|came|ran|overran|was|were|did|had)$/;
const ONLY_PARTICIPLE =
  /^(taken|retaken|gone|given|begun|fallen|broken|chosen|driven|flown|known|seen|spoken|written|withdrawn|risen|thrown|grown|shaken|sworn|torn|worn|frozen|hidden|drawn|blown|overthrown|overtaken|undertaken|foreseen|undergone|done|shown|stricken|beaten|eaten|forbidden|proven)$/;

export function isPastForm(unit: Unit | undefined): boolean {
  if (unit === undefined) return false;
  if (ONLY_PAST.test(unit.lower) || ONLY_PARTICIPLE.test(unit.lower)) return true;
  return (
    /(ed|dden|tten|ken|ven|wn)$/.test(unit.lower) ||
    (unit.lower !== unit.lemma && !/(s|ing)$/.test(unit.lower)) ||
    SAME.test(unit.lower)
  );
}
/** Past forms that are the verb itself. */
const SAME =
  /^(hit|cut|put|set|let|shut|quit|spread|hurt|cost|overrun|run|split|bid|rid|shed|burst|cast|broadcast|beset|offset|upset|become|overcome|come|shot|beat)$/;

export function isOnlyPast(unit: Unit): boolean {
  return ONLY_PAST.test(unit.lower);
}

function isVerb(unit: Unit | undefined): boolean {
  return unit?.pos === 'VERB';
}

function isAuxiliary(unit: Unit | undefined): boolean {
  if (unit === undefined) return false;
  return (
    unit.pos === 'AUX' ||
    MODALS[unit.lower] !== undefined ||
    (unit.kind === 'word' && BE.test(unit.lower) && unit.lower !== "'s")
  );
}

/** The verb group that begins at a unit, if one does. */
export function verbGroupAt(units: readonly Unit[], start: number): VerbGroup | undefined {
  let at = start;
  let infinitive = false;
  let negated = false;
  let mood: Mood | undefined;
  let have = false;
  let be = false;
  let progressive = false;
  let finite = false;
  let past = false;
  const adverbs: number[] = [];
  let lastAuxiliary = -1;
  for (; at < units.length; at += 1) {
    const unit = units[at] as Unit;
    if (NEGATIONS.test(unit.lower)) {
      negated = !negated;
      if (unit.lower === 'cannot') {
        mood = 'can';
        finite = true;
        lastAuxiliary = at;
      }
      continue;
    }
    if (unit.lower === 'to' && (unit.pos === 'PART' || isVerb(units[at + 1]) || units[at + 1]?.pos === 'AUX')) {
      if (lastAuxiliary < 0 || (be && !isVerbAhead(units, at))) {
        if (lastAuxiliary >= 0) break;
        infinitive = true;
        continue;
      }
      // "have to leave", "is to leave"
      const auxiliary = units[lastAuxiliary] as Unit;
      if (!isVerbAhead(units, at) || at !== lastAuxiliary + 1) break;
      // "might have to leave" is no "must leave"
      if (HAVE.test(auxiliary.lower)) mood = mood === undefined || mood === 'will' ? 'must' : mood;
      else if (auxiliary.lower !== 'ought') mood = 'will';
      have = false;
      be = false;
      finite = true;
      continue;
    }
    // "may or may not"
    if (unit.lower === 'or' && lastAuxiliary === at - 1 && MODALS[units[at + 1]?.lower ?? ''] !== undefined) {
      adverbs.push(at);
      at += units[at + 2]?.lower === 'not' ? 2 : 1;
      continue;
    }
    if (isAuxiliary(unit) || (HAVE.test(unit.lower) && isVerbAhead(units, at))) {
      const modal = MODALS[unit.lower];
      if (modal !== undefined) mood ??= modal;
      if (HAVE.test(unit.lower)) have = true;
      if (BE.test(unit.lower)) {
        if (unit.lower === 'being') progressive = true;
        be = true;
      }
      if (/^(was|were|had|did)$/.test(unit.lower)) past = true;
      if (!/^(be|been|being|having)$/.test(unit.lower) && !infinitive) finite = true;
      if (unit.lower === 'have' && mood === undefined && !infinitive) finite = true;
      lastAuxiliary = at;
      continue;
    }
    // "which are all fighting rebels"
    if (/^(all|both|each)$/.test(unit.lower) && be && lastAuxiliary === at - 1 && isVerb(units[at + 1])) continue;
    if (
      (unit.pos === 'ADV' || (unit.lower === 'since' && lastAuxiliary >= 0)) &&
      !/^(why|when|where|how|ago|early|late|later|earlier)$/.test(unit.lower) &&
      isVerbalAhead(units, at)
    ) {
      adverbs.push(at);
      continue;
    }
    break;
  }
  const unit = units[at];
  const participle =
    (be || have) &&
    unit !== undefined &&
    !isVerb(unit) &&
    /ADJ|NOUN/.test(unit.pos) &&
    /(ed|dden|wn|ken|ten|ven)$/.test(unit.lower) &&
    units[at + 1]?.lower === 'by';
  if (unit !== undefined && (isVerb(unit) || participle)) {
    const ing = unit.lower.endsWith('ing') && unit.lemma !== unit.lower;
    if (be && ing) progressive = true;
    const pastForm = isPastForm(unit);
    const passive = be && !ing && pastForm;
    const bare =
      lastAuxiliary < 0 && !infinitive
        ? ing
          ? 'ing'
          : pastForm && unit.lower !== unit.lemma
            ? 'past'
            : SAME.test(unit.lower)
              ? 'past'
              : undefined
        : undefined;
    const aspect = progressive
      ? 'ongoing'
      : have || past || bare === 'past' || (passive && !infinitive && mood === undefined && past)
        ? 'done'
        : infinitive || mood !== undefined || bare === 'ing'
          ? 'bare'
          : 'present';
    return {
      verb: at,
      start,
      next: at + 1,
      negated,
      mood: have && mood !== undefined ? perfect(mood, units.slice(start, at)) : mood,
      aspect,
      passive,
      copula: false,
      infinitive,
      finite: finite || bare === 'past' || (bare === undefined && !infinitive),
      bare,
      adverbs,
    };
  }
  if (lastAuxiliary < 0) return undefined;
  const auxiliary = units[lastAuxiliary] as Unit;
  const copula = BE.test(auxiliary.lower);
  if (!copula && !HAVE.test(auxiliary.lower) && !DO.test(auxiliary.lower)) return undefined;
  return {
    verb: lastAuxiliary,
    start,
    next:
      at -
      (adverbs.filter((one) => one > lastAuxiliary).length > 0
        ? at - Math.min(...adverbs.filter((one) => one > lastAuxiliary))
        : 0),
    negated,
    mood,
    aspect: past || (copula && have) ? 'done' : infinitive || mood !== undefined ? 'bare' : 'present',
    passive: false,
    copula,
    infinitive,
    finite,
    bare: undefined,
    adverbs: adverbs.filter((one) => one < lastAuxiliary),
  };
}

function isVerbAhead(units: readonly Unit[], at: number): boolean {
  for (const unit of units.slice(at + 1, at + 4)) {
    if (isVerb(unit) || unit.pos === 'AUX') return true;
    if (unit.pos !== 'ADV' && !NEGATIONS.test(unit.lower) && unit.lower !== 'to') return false;
  }
  return false;
}

function isVerbalAhead(units: readonly Unit[], at: number): boolean {
  for (const unit of units.slice(at + 1, at + 4)) {
    if (isVerb(unit) || isAuxiliary(unit)) return true;
    if (unit.pos !== 'ADV' && !NEGATIONS.test(unit.lower)) return false;
  }
  return false;
}

/** "may have struck"; "has to leave" is no such, having no modal verb. */
function perfect(mood: Mood, auxiliaries: readonly Unit[]): Mood {
  if (!auxiliaries.some((unit) => MODALS[unit.lower] !== undefined)) return mood;
  return `${mood.replace(' have', '') as 'may'} have`;
}
