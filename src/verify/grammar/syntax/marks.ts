import type { Node } from '../graph.ts';
import type { Unit } from '../units.ts';
import { verbGroupAt } from '../verb-group.ts';
import { settle } from './clauses.ts';
import { type Clause, openClause, type Reading, unitAt } from './reading.ts';
import { isReport, readSpeaker } from './speakers.ts';

export function readMark(reading: Reading, unit: Unit): void {
  reading.at += 1;
  if (/^["“”«»]|''|``$/.test(unit.text))
    reading.quoted = /^[“«]/.test(unit.text) || (/^["'`]/.test(unit.text) && !reading.quoted);
  if (unit.text === ',' || /^[()]$/.test(unit.text)) {
    passComma(reading);
    return;
  }
  if (/^[.;:—–?!]$/.test(unit.text) || unit.text === '...' || unit.text === '…') {
    if (reading.at >= reading.units.length) return;
    const { kind } = reading.clause;
    settle(reading, reading.clause);
    reading.clause = openClause(reading, 'root', undefined);
    if (unit.text === '.' || kind === 'report') reading.roots = [];
    if (!reading.quoted && unit.text !== ',') reading.said = undefined;
    reading.preposition = undefined;
    reading.comma = false;
    reading.joint = undefined;
  }
}

function passComma(reading: Reading): void {
  reading.comma = true;
  reading.preposition = undefined;
  let clause = reading.clause;
  const joined =
    /^(and|or|but)$/.test(unitAt(reading)?.lower ?? '') && verbGroupAt(reading.units, reading.at + 1) !== undefined;
  while (
    /relative|participle|adverb|infinitive/.test(clause.kind) &&
    clause.verb !== undefined &&
    clause.outer !== undefined &&
    !joined
  )
    clause = clause.outer;
  if (isUnreadAside(reading, clause)) {
    settle(reading, clause);
    clause = clause.outer as Clause;
  }
  reading.clause = clause;
  if (mainVerb(reading) !== undefined && isReport(reading, reading.at)) readSpeaker(reading);
}

/** ", which hosts refugees, said": its verb was taken for another word; what stands behind the comma is not its own. */
function isUnreadAside(reading: Reading, { apart, verb, subjects, outer, start }: Clause): boolean {
  if (!apart || verb !== undefined || subjects.length > 0 || outer === undefined || outer.subjects.length === 0)
    return false;
  const commas = reading.units.slice(start, reading.at).filter(({ text }) => text === ',');
  return outer.verb === undefined && commas.length === 1 && (verbGroupAt(reading.units, reading.at)?.finite ?? false);
}

export function mainVerb(reading: Reading): Node | undefined {
  for (let clause: Clause | undefined = reading.clause; clause !== undefined; clause = clause.outer)
    if (clause.top !== undefined) return clause.top;
  return undefined;
}

export function skipQuotes(reading: Reading): number {
  while (unitAt(reading)?.kind === 'mark' && /["”’']/.test(unitAt(reading)?.text ?? '')) {
    reading.quoted = false;
    reading.at += 1;
  }
  return reading.at;
}
