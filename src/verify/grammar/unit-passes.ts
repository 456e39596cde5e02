import { fold } from '../../text/words.ts';
import { isDeed } from './act-words.ts';
import type { Unit } from './units.ts';
import { lemmaOf } from './word-tags.ts';

/** "the military said", "a Danish liberal", "a televised address": the last word of a phrase is its noun. */
export function withLoneNouns(units: readonly Unit[]): Unit[] {
  return units.map((unit, at) => {
    const [before, earlier, after] = [units[at - 1], units[at - 2], units[at + 1]];
    if (unit.kind !== 'word' || before === undefined) return unit;
    // "Egypt reserves the right": no noun has an article behind it
    if (
      unit.pos === 'NOUN' &&
      /[^s]s$/.test(unit.lower) &&
      /NOUN|PROPN/.test(before.pos) &&
      /^(the|a|an|its|their|his|her)$/.test(after?.lower ?? '')
    )
      return { ...unit, pos: 'VERB' };
    // "Israel demands that": what is behind the demand is demanded
    if (
      unit.pos === 'NOUN' &&
      /^(demands|claims|reports|fears|hopes|plans|requests|orders|states|notes|suspects)$/.test(unit.lower) &&
      before.kind === 'name' &&
      after?.lower === 'that'
    )
      return { ...unit, pos: 'VERB' };
    // "a new Chinese map showing": between a word that describes and a participle there is a noun
    if (
      unit.pos === 'VERB' &&
      unit.lower === unit.lemma &&
      (before.name?.via === 'demonym' || before.pos === 'ADJ') &&
      /^(a|an|the|its|their|his|her|new|old)$/.test(units[at - (before.pos === 'ADJ' ? 2 : 2)]?.lower ?? '') &&
      (after === undefined || /(ing|ed)$/.test(after.lower) || /ADP|AUX/.test(after.pos) || after.kind === 'mark')
    )
      return { ...unit, pos: 'NOUN' };
    // "rejected calls": a verb has no other verb in the present behind it
    if (
      unit.pos === 'VERB' &&
      /[^s]s$/.test(unit.lower) &&
      unit.lower !== unit.lemma &&
      before.pos === 'VERB' &&
      /(ed|ing)$/.test(before.lower)
    )
      return { ...unit, pos: 'NOUN' };
    const opened = before.pos === 'DET' || (/ADJ|VERB|PROPN/.test(before.pos) && earlier?.pos === 'DET');
    const closed = after === undefined || after.kind !== 'word' || /VERB|AUX|ADP|PRON|SCONJ|PART/.test(after.pos);
    if (
      unit.pos === 'ADJ' &&
      opened &&
      closed &&
      !/^(such|same|own|close|able|ready|likely)$/.test(unit.lower) &&
      before.pos !== 'VERB'
    )
      return { ...unit, pos: 'NOUN' };
    if (unit.pos !== 'VERB' || unit.lower !== unit.lemma || unit.hyphen) return unit;
    const article = /^(a|an|the|any|no|every|each)$/;
    if (article.test(before.lower)) return { ...unit, pos: 'NOUN' };
    return /(ed|ing)$/.test(before.lower) && /ADJ|VERB/.test(before.pos) && article.test(earlier?.lower ?? '')
      ? { ...unit, pos: 'NOUN' }
      : unit;
  });
}

/** "if the rebels attack again", "that miners strike the company": a plural before a noun is its subject. */
export function withBareVerbs(units: readonly Unit[]): Unit[] {
  return units.map((unit, at) => {
    const [before, behind] = [units[at - 1], units[at + 1]];
    // "they are all fighting rebels"
    if (
      unit.lower.endsWith('ing') &&
      /^(all|both|each)$/.test(before?.lower ?? '') &&
      /^(is|are|was|were|been)$/.test(units[at - 2]?.lower ?? '')
    )
      return { ...unit, pos: 'VERB', lemma: lemmaOf(unit, unit.lower, 'VERB') };
    if (isHiddenInAside(units, at)) return { ...unit, pos: 'VERB' };
    if (
      unit.pos !== 'NOUN' ||
      unit.lower !== unit.lemma ||
      !canBeVerb(unit) ||
      !/ADV|DET|PROPN/.test(behind?.pos ?? '')
    )
      return unit;
    if (before?.pos !== 'NOUN' || !/[^s]s$/.test(before.lower) || before.lower === before.lemma) return unit;
    const opened = units.slice(Math.max(0, at - 5), at).map(({ lower, pos }) => (CLAUSE.test(lower) ? 'clause' : pos));
    const clause = opened.lastIndexOf('clause');
    // "Rebels plan an attack": nothing before it can be its verb
    const first =
      behind?.pos === 'DET' && units.slice(0, at).every(({ pos, kind }) => !/VERB|AUX/.test(pos) && kind !== 'mark');
    const inside = clause >= 0 && !opened.slice(clause).includes('VERB');
    return inside || first ? { ...unit, pos: 'VERB' } : unit;
  });
}

function canBeVerb(unit: Unit): boolean {
  return isDeed(unit) || /^(plan|fear|need|face|host|back|guard|man|fund|arm|mine|gain)$/.test(unit.lemma);
}

/** ", which borders Chad and hosts thousands of refugees,": nothing else in it can be its verb. */
function isHiddenInAside(units: readonly Unit[], at: number): boolean {
  const [earlier, before, unit, behind] = units.slice(Math.max(0, at - 2), at + 2).slice(at < 2 ? at - 4 : -4);
  if (unit?.pos !== 'NOUN' || !/[^s]s$/.test(unit.lower) || unit.lower === unit.lemma) return false;
  if (/^(who|which)$/.test(before?.lower ?? '') && earlier?.text === ',')
    return /NOUN|PROPN|DET|NUM|ADJ|PRON/.test(behind?.pos ?? '');
  if (before?.lower !== 'and' || (!/NUM|DET/.test(behind?.pos ?? '') && !/[^s]s$/.test(behind?.lower ?? '')))
    return false;
  const opened = units.slice(Math.max(0, at - 12), at);
  const aside = opened.findLastIndex(
    ({ lower }, index) => /^(who|which)$/.test(lower) && opened[index - 1]?.text === ',',
  );
  return aside >= 0 && !opened.slice(aside).some(({ text }) => text === ',');
}

const CLAUSE = /^(if|unless|when|because|although|though|while|until|once|that|after|before)$/;

/** "€50 billion": the money stands before its number, and is read behind it. */
export function withCurrency(units: readonly Unit[]): Unit[] {
  const ordered = [...units];
  for (let at = 0; at + 1 < ordered.length; at += 1) {
    const [symbol, number] = [ordered[at] as Unit, ordered[at + 1] as Unit];
    if (!/^[$€£¥]$/.test(symbol.text) || number.kind !== 'number') continue;
    ordered.splice(at, 2, number, { ...symbol, pos: 'NOUN' });
    at += 1;
  }
  return ordered;
}

/** "Adl's", "Katz's": a possessive that the tagger left with its word. */
export function withPossessives(units: readonly Unit[]): Unit[] {
  return units.flatMap((unit) => {
    if (unit.kind !== 'word' || !/.['’]s$/.test(unit.text)) return [unit];
    const cut = unit.end - 2;
    const text = unit.text.slice(0, -2);
    const own = { ...unit, text, lower: fold(text), lemma: fold(text), end: cut };
    return [own, { ...unit, text: "'s", lower: "'s", lemma: "'s", pos: 'PART', start: cut }];
  });
}
