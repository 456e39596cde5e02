import { isSaying } from '../act-words.ts';
import type { Node } from '../graph.ts';
import { chunkAt } from '../noun-phrase.ts';
import type { Unit } from '../units.ts';
import { isOnlyPast, type VerbGroup } from '../verb-group.ts';
import { isParticiple, openInfinitive, readGerund, readInfinitive, readParticiple } from './nonfinite.ts';
import { attachQuality } from './qualities.ts';
import { type Clause, nodeAt, openClause, type Reading, tie, unitAt } from './reading.ts';
import { thingNode } from './things.ts';

/** The node of a verb, with what its auxiliaries make of it. */
export function actNode(reading: Reading, group: VerbGroup, at = group.verb): Node {
  const node = nodeAt(reading, at, unitAt(reading, at) as Unit, 'act');
  node.negated = group.negated !== reading.clause.negated;
  reading.clause.negated = false;
  node.mood = group.mood;
  node.aspect = group.aspect;
  node.passive = group.passive;
  return node;
}

/** Reads a verb group: what it is decides who can have done it. */
export function readVerb(reading: Reading, group: VerbGroup): void {
  if (reading.preposition === 'than' && group.bare === 'past') readThan(reading, group);
  else if (group.copula) readCopula(reading, group);
  else if (group.infinitive) readInfinitive(reading, group);
  else if (group.bare === 'ing' || isInstead(reading, group)) readGerund(reading, group);
  else if (group.bare === 'past' && isParticiple(reading, group)) readParticiple(reading, group);
  else readFinite(reading, group);
}

/** "rather than invade" is "instead of invading". */
function isInstead({ preposition }: Reading, { infinitive, bare, mood, aspect }: VerbGroup): boolean {
  return preposition === 'instead' && !infinitive && bare === undefined && mood === undefined && aspect === 'present';
}

/** "earlier than planned" */
function readThan(reading: Reading, group: VerbGroup): void {
  const head = reading.clause.last ?? reading.clause.verb;
  const unit = unitAt(reading, group.verb) as Unit;
  if (head !== undefined) tie(reading, head, nodeAt(reading, group.verb, unit, 'quality'), 'p:than');
  reading.preposition = undefined;
  reading.at = group.next;
}

function readFinite(reading: Reading, group: VerbGroup): void {
  enterClause(reading, group);
  const { clause } = reading;
  const shared = reading.joint !== undefined && clause.verb !== undefined ? clause.verb : undefined;
  const node = actNode(reading, group);
  if (shared !== undefined) takeFrom(shared, node, group);
  // "35 were killed and 37 wounded"
  if (group.bare === 'past' && clause.subjects[0]?.kind === 'number' && AFFECTED.test(node.unit.lower))
    node.passive = true;
  placeAct(reading, node, clause, shared);
  for (const adverb of group.adverbs) attachQuality(reading, adverb, node);
  reading.at = group.next;
  readParticle(reading, node);
}

/** "were killed and buried", "would resume and deploy": the second verb has the auxiliaries of the first. */
function takeFrom(shared: Node, node: Node, group: VerbGroup): void {
  const { unit } = node;
  if (group.bare === 'past' && shared.passive && !isOnlyPast(unit)) {
    node.passive = true;
    node.mood = shared.mood;
  }
  if (group.mood === undefined && unit.lower === unit.lemma && shared.mood !== undefined) {
    node.mood = shared.mood;
    node.aspect = 'bare';
  }
  if (group.mood === undefined && group.bare === 'past' && shared.aspect === 'done') node.aspect = 'done';
}

/** A finite verb behind a clause that has one: back to the clause that still waits for its own. */
export function enterClause(reading: Reading, group?: VerbGroup): void {
  // "asked him to leave and said": the past is not joined to an infinitive
  if (reading.joint !== undefined && group?.finite && (group.bare === 'past' || group.mood !== undefined))
    while (reading.clause.kind === 'infinitive' && reading.clause.outer !== undefined)
      reading.clause = reading.clause.outer;
  if (reading.joint !== undefined && group?.finite) leaveOtherTense(reading, group);
  if (reading.joint !== undefined || group === undefined) return;
  const own = reading.clause;
  if (own.verb === undefined) return;
  // "which the army said had hit a depot": what is said is said of what the clause is about
  if (own.kind === 'relative' && own.gap !== undefined && own.last === undefined && isSaying(own.verb.unit.lemma)) {
    reading.clause = openClause(reading, 'content', own, [{ head: own.verb, relation: 'comp' }]);
    reading.clause.subjects = [own.gap];
    return;
  }
  for (let clause = reading.clause.outer; clause !== undefined; clause = clause.outer) {
    if (clause.verb !== undefined) continue;
    if (clause.subjects.length > 0) {
      reading.clause = clause;
      return;
    }
  }
  // "attacked the town, burned houses and fled" goes on; any other second verb has a subject that was not read
  if (group.bare === 'past' && reading.comma && own.acts.length > 0) return;
  reading.clause = openClause(
    reading,
    own.kind === 'root' || own.kind === 'report' ? 'root' : own.kind,
    own.outer,
    own.links,
  );
}

/** "a text that binds Chad and had not signed", "ordered that he be expelled and gave": the past is joined to a past. */
function leaveOtherTense(reading: Reading, group: VerbGroup): void {
  for (;;) {
    const { kind, verb, outer } = reading.clause;
    if (verb === undefined || outer?.verb === undefined || group.aspect !== 'done' || verb.aspect !== 'present') return;
    const had = unitAt(reading, group.start)?.lower === 'had';
    const bidden = unitAt(reading, verb.at - 1)?.lower === 'be' && verb.passive;
    if (!(kind === 'relative' && had) && !(kind === 'content' && bidden)) return;
    reading.clause = outer;
  }
}

export function placeAct(reading: Reading, node: Node, clause: Clause, shared: Node | undefined): void {
  node.clause = clause.id;
  for (const link of clause.links) tie(reading, link.head, node, link.relation, link.open, link.soft);
  if (shared === undefined) {
    for (const { node: dependent, relation } of clause.fronted) tie(reading, node, dependent, relation);
    clause.fronted = [];
    if (clause.kind === 'root') reading.roots.push(node);
  } else if (clause.kind === 'root') reading.roots.push(node);
  if (/root|report/.test(clause.kind)) reading.heads.push(node);
  // "A," X said, "and B": what is quoted behind the speaker is the speaker's too
  if (clause.kind === 'root' && reading.quoted && reading.said !== undefined) tie(reading, reading.said, node, 'comp');
  if (clause.kind === 'report' && isSaying(node.unit.lemma)) reading.said = node;
  for (const subject of clause.subjects)
    tie(reading, node, subject, node.passive ? 'obj' : 'subj', undefined, clause.implied);
  if (clause.gap !== undefined) tie(reading, node, clause.gap, 'obj', true);
  if (clause.contrast !== undefined) tie(reading, node, clause.contrast, 'beside:but', undefined, true);
  clause.contrast = undefined;
  if (reading.telling !== undefined && clause.kind === 'report' && isSaying(node.unit.lemma)) {
    reading.telling(node);
    reading.telling = undefined;
  }
  if (reading.pending !== undefined && reading.pending.clause.outer === clause) {
    for (const one of reading.nodes)
      if (one.clause === reading.pending.clause.id && one.telling) {
        tie(reading, node, one, reading.pending.relation);
        if (reading.pending.relation === 'ing')
          for (const subject of clause.subjects) tie(reading, one, subject, one.passive ? 'obj' : 'subj');
      }
    reading.pending = undefined;
  }
  clause.top ??= node;
  clause.acts.push(node);
  clause.verb = node;
  clause.object = undefined;
  clause.last = undefined;
  reading.joint = undefined;
  reading.comma = false;
  reading.preposition = undefined;
}

export function readParticle(reading: Reading, verb: Node): void {
  const unit = unitAt(reading);
  if (verb.unit.lemma === 'take' && /^(place|part)$/.test(unit?.lower ?? '')) {
    verb.particle = unit?.lower;
    reading.at += 1;
    return;
  }
  if (
    unit === undefined ||
    !/^(up|down|out|off|over|back|away|apart|aside|forward|together|through|short)$/.test(unit.lower)
  )
    return;
  const next = unitAt(reading, reading.at + 1);
  if (
    /^(over|through|down|off|up)$/.test(unit.lower) &&
    unit.pos === 'ADP' &&
    next !== undefined &&
    next.kind !== 'mark' &&
    !/^(down|up|off)$/.test(unit.lower)
  )
    return;
  verb.particle = unit.lower;
  reading.at += 1;
}

function readCopula(reading: Reading, group: VerbGroup): void {
  enterClause(reading, group);
  const clause = reading.clause;
  const shared = reading.joint !== undefined ? clause.verb : undefined;
  if (group.infinitive) {
    reading.at = group.next;
    openInfinitive(reading);
  } else reading.at = group.next;
  const own = reading.clause;
  let chunk = chunkAt(reading.units, reading.at);
  let adverb: number | undefined;
  if (chunk === undefined && unitAt(reading)?.pos === 'ADV') {
    chunk = chunkAt(reading.units, reading.at + 1);
    if (chunk !== undefined) adverb = reading.at;
  }
  const followed = chunk !== undefined && true;
  const node =
    followed && chunk !== undefined
      ? thingNode(
          reading,
          chunk,
          chunk.determiners.some((one) => unitAt(reading, one)?.lower === 'no'),
        )
      : actNode(reading, group);
  if (followed && chunk !== undefined) {
    node.negated = (group.negated !== own.negated) !== node.negated;
    own.negated = false;
    node.mood = group.mood;
    node.aspect = group.aspect === 'done' ? 'done' : 'present';
    reading.at = chunk.next;
  }
  const existential = own.existential;
  own.existential = false;
  const subjects = own.subjects;
  if (existential) own.subjects = [];
  node.passive = false;
  node.telling = true;
  placeAct(reading, node, own, shared);
  own.subjects = subjects;
  own.last = node;
  if (adverb !== undefined) attachQuality(reading, adverb, node);
  for (const one of group.adverbs) attachQuality(reading, one, node);
}

const AFFECTED = /^(wounded|injured|hurt|killed|missing|detained|arrested|displaced|captured)$/;
