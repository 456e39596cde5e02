import { chunkAt } from '../noun-phrase.ts';
import type { Unit } from '../units.ts';
import { type VerbGroup, verbGroupAt } from '../verb-group.ts';
import { ADVERBIAL, SUBORDINATE } from './joint-words.ts';
import { type Clause, type Reading, unitAt } from './reading.ts';
import { INTRANSITIVE } from './verb-kinds.ts';

/** Behind "of the army", "in the capital". */
export function pastPhrase(reading: Reading, from: number): number {
  let at = from;
  for (;;) {
    const unit = unitAt(reading, at);
    if (unit?.kind === 'time') at += 1;
    else if (unit !== undefined && unit.pos === 'ADP' && !/^(that|if|because|unless)$/.test(unit.lower)) {
      if (ADVERBIAL.test(unit.lower) && isClauseAhead(reading, at + 1)) return at;
      if (/^(which|whom|who)$/.test(unitAt(reading, at + 1)?.lower ?? '')) return at;
      const time = unitAt(reading, at + 1)?.kind === 'time';
      const chunk = time ? undefined : chunkAt(reading.units, at + 1);
      if (!time && chunk === undefined) return at;
      at = chunk?.next ?? at + 2;
      if (unit.lower === 'between' && unitAt(reading, at)?.lower === 'and')
        at = chunkAt(reading.units, at + 1)?.next ?? at;
    } else if (unit?.pos === 'ADV' || /^(close|early|late|there)$/.test(unit?.lower ?? '')) at += 1;
    else return at;
  }
}

/** Whether a verb of the clause stands ahead, before another clause begins. */
export function isClauseAhead(reading: Reading, from: number): boolean {
  let at = from;
  for (let steps = 0; steps < 40 && at < reading.units.length; steps += 1) {
    const unit = unitAt(reading, at) as Unit;
    // "after the minister, who had left, was dismissed"
    const aside = unit.text === ',' && /^(who|which|whose|whom)$/.test(unitAt(reading, at + 1)?.lower ?? '');
    const close = aside ? reading.units.findIndex((one, index) => index > at + 1 && one.text === ',') : -1;
    if (close > at) {
      at = close + 1;
      continue;
    }
    if (unit.kind === 'mark' && !/["“”'’]/.test(unit.text)) return false;
    if (unit.kind === 'time' && at === from) return false;
    const group = verbGroupAt(reading.units, at);
    if (group !== undefined && !isNounAt(reading, group, at)) {
      if (group.infinitive) return false;
      if (group.finite) return group.bare !== 'past' || at > from;
      if (group.bare === 'ing' && at === from) return false;
      at = group.next;
      continue;
    }
    if (at > from && SUBORDINATE.test(unit.lower) && !/^(as|since|before|after|until)$/.test(unit.lower)) return false;
    at = chunkAt(reading.units, at)?.next ?? at + 1;
  }
  return false;
}

/** "the fighting in Gaza stops", "attacks" behind "of": a noun in the dress of a verb. */
export function isNounHere(reading: Reading, group: VerbGroup): boolean {
  return isNounAt(reading, group, reading.at);
}

export function isNounAt(reading: Reading, group: VerbGroup, at: number): boolean {
  if (group.verb !== at || group.copula) return false;
  const before = unitAt(reading, at - 1);
  const unit = unitAt(reading, at) as Unit;
  if (unit.hyphen) return true;
  if (unit.pos === 'AUX') return false;
  if (group.bare === 'past' && before?.hyphen) return true;
  if (
    group.bare === 'past' &&
    before?.pos === 'ADP' &&
    unitAt(reading, at + 1)?.pos === 'NOUN' &&
    !/^(by|after|before|as|than|when|while)$/.test(before.lower)
  )
    return true;
  if (
    group.bare === undefined &&
    group.finite &&
    before !== undefined &&
    (before.pos === 'ADP' || before.pos === 'DET') &&
    !/^(that|which|who|than)$/.test(before.lower)
  )
    return true;
  return false;
}

export function isFiniteAhead(reading: Reading, from: number): boolean {
  let at = from;
  for (let steps = 0; steps < 30 && at < reading.units.length; steps += 1) {
    const unit = unitAt(reading, at) as Unit;
    if (unit.kind === 'mark' && !/["“”'’]/.test(unit.text)) return false;
    if (/^(and|but|or)$/.test(unit.lower) || (SUBORDINATE.test(unit.lower) && isClauseAhead(reading, at + 1)))
      return false;
    const group = verbGroupAt(reading.units, at);
    if (group !== undefined && !isNounAt(reading, group, at)) {
      if (group.finite && !group.infinitive) {
        if (group.bare !== 'past') return true;
        // "the man hurt in the blast died", not "agreed in talks held in Cairo"
        const next = unitAt(reading, group.next);
        if (next?.pos === 'ADP' && !INTRANSITIVE.test(unitAt(reading, group.verb)?.lemma ?? '')) return false;
        return /^(ADP|NOUN)$/.test(unitAt(reading, from)?.pos ?? '') || unitAt(reading, from)?.kind === 'time';
      }
      at = group.next;
      continue;
    }
    const chunk = chunkAt(reading.units, at);
    // "said its forces had": the noun is the subject of what was said
    if (
      chunk !== undefined &&
      at === from &&
      (verbGroupAt(reading.units, pastPhrase(reading, chunk.next))?.finite ?? false)
    )
      return false;
    at = chunk?.next ?? at + 1;
  }
  return false;
}

/** "Mali, Niger and Chad": this one and the next are of one list. */
export function isListed(reading: Reading, next: number): boolean {
  const unit = unitAt(reading, next);
  if (/^(and|or)$/.test(unit?.lower ?? '')) return chunkAt(reading.units, next + 1) !== undefined;
  if (unit?.text !== ',') return false;
  const following = chunkAt(reading.units, next + 1);
  return (
    following !== undefined &&
    /^(and|or)$/.test(unitAt(reading, following.next)?.lower ?? '') &&
    chunkAt(reading.units, following.next + 1) !== undefined
  );
}

/** Whether a clause around it still has a subject without a verb. */
export function isWaiting(clause: Clause): boolean {
  for (let outer = clause.outer; outer !== undefined; outer = outer.outer)
    if (outer.verb === undefined && outer.subjects.length > 0) return true;
  return false;
}

/** How many verbs that tell something stand ahead, up to the next comma. */
export function finiteAhead(reading: Reading, from: number): number {
  let found = 0;
  for (let at = from; at < reading.units.length && unitAt(reading, at)?.kind !== 'mark'; ) {
    const group = verbGroupAt(reading.units, at);
    if (group?.finite && !group.infinitive && !isNounAt(reading, group, at)) found += 1;
    at = group?.next ?? at + 1;
  }
  return found;
}
