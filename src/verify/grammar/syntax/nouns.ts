import { isSaying } from '../act-words.ts';
import type { Node } from '../graph.ts';
import { type Chunk, chunkAt, OWNING } from '../noun-phrase.ts';
import { PERSON } from '../reference.ts';
import type { Unit } from '../units.ts';
import { verbGroupAt } from '../verb-group.ts';
import { openBeside } from './beside.ts';
import { isListed, isNounAt, isWaiting, pastPhrase } from './lookahead.ts';
import { attachPhrase, candidatesFor } from './phrases.ts';
import { type Clause, nodeAt, openClause, type Reading, tie, unitAt } from './reading.ts';
import { thingNode } from './things.ts';
import { readParticle } from './verbs.ts';

/** Reads a noun phrase: what a preposition governs, a subject, an object, one of a list, or a name for the last. */
export function readNoun(reading: Reading, chunk: Chunk): void {
  leaveFronted(reading, chunk);
  const { preposition, comma, joint } = reading;
  const subject = isSubjectOfNext(reading, chunk);
  reading.preposition = undefined;
  reading.comma = false;
  reading.joint = undefined;
  if (preposition !== undefined) {
    reading.apart = comma;
    attachPhrase(reading, take(reading, chunk), preposition, joint !== undefined);
  } else if (isMeasuring(reading, chunk)) readMeasure(reading, chunk);
  else if (isOfGap(reading, chunk, joint, comma)) openGap(reading, chunk);
  else if (reading.clause.verb === undefined) readSubject(reading, chunk, joint, comma);
  else if (subject || isGapped(reading, chunk, joint, comma)) openSubject(reading, chunk, joint, comma);
  else readObject(reading, chunk, joint, comma);
}

/** "if the talks fail our answer will follow": the subject of what the condition stands before. */
function leaveFronted(reading: Reading, { start, next }: Chunk): void {
  const { clause, preposition, joint } = reading;
  const { outer } = clause;
  if (clause.kind !== 'adverb' || clause.verb === undefined || preposition !== undefined || joint !== undefined) return;
  if (outer === undefined || outer.verb !== undefined || outer.subjects.length > 0) return;
  const opened = unitAt(reading, start);
  if (opened?.pos !== 'DET' && opened?.pos !== 'PRON' && !OWNING.test(opened?.lower ?? '')) return;
  const behindAdverb = clause.last === undefined && unitAt(reading, start - 1)?.pos === 'ADV';
  if (!behindAdverb && (clause.last?.at !== start - 1 || clause.last === clause.verb)) return;
  const group = verbGroupAt(reading.units, pastPhrase(reading, next));
  if (!group?.finite || group.infinitive || group.bare === 'past') return;
  reading.clause = outer;
}

function take(reading: Reading, chunk: Chunk): Node {
  const node = thingNode(reading, chunk);
  reading.at = chunk.next;
  return node;
}

/** "the positions they lost": a clause about the noun right before it. */
function isOfGap(
  { clause, units }: Reading,
  { start, head, next }: Chunk,
  joint: string | undefined,
  comma: boolean,
): boolean {
  if (joint !== undefined || comma || !/^(they|he|she|it|we|i)$/.test(units[head]?.lower ?? '')) return false;
  const { last, verb } = clause;
  if (last === undefined || last.kind !== 'thing' || last.at !== start - 1 || isSaying(verb?.unit.lemma ?? ''))
    return false;
  return verbGroupAt(units, next)?.finite ?? false;
}

function openGap(reading: Reading, chunk: Chunk): void {
  const { last } = reading.clause;
  reading.clause = openClause(reading, 'relative', reading.clause);
  reading.clause.gap = last;
  reading.clause.subjects = [take(reading, chunk)];
}

/** Whether a verb of its own stands behind it: "said its forces had left", "and the rebels fled". */
function isSubjectOfNext(reading: Reading, chunk: Chunk): boolean {
  const { clause, comma, joint } = reading;
  const phrase = pastPhrase(reading, chunk.next);
  // ", and Chad and Niger blamed each other"
  const second =
    joint !== undefined && comma && /^(and|or)$/.test(unitAt(reading, phrase)?.lower ?? '')
      ? chunkAt(reading.units, phrase + 1)
      : undefined;
  const ahead = second === undefined ? phrase : pastPhrase(reading, second.next);
  const group = verbGroupAt(reading.units, ahead);
  if (!group?.finite || group.infinitive || isNounAt(reading, group, ahead)) return false;
  if (/relative|participle/.test(clause.kind) && joint === undefined && !comma && isWaiting(clause)) return false;
  // "a plan to build roads has been approved"
  const silent = clause.kind === 'infinitive' && !isSaying(clause.verb?.unit.lemma ?? '');
  if (silent && joint === undefined && !comma && isWaiting(clause)) return false;
  const sure = group.bare !== 'past' || isSaying(clause.verb?.unit.lemma ?? '') || joint !== undefined;
  return sure && (joint !== undefined || comma || clause.object === undefined || clause.last?.at !== reading.at - 1);
}

/** "two weeks after", "a day earlier" */
function isMeasuring(reading: Reading, { head, next }: Chunk): boolean {
  return (
    TIME_UNIT.test(unitAt(reading, head)?.lower ?? '') &&
    /^(after|before|earlier|later|following)$/.test(unitAt(reading, next)?.lower ?? '')
  );
}

function readMeasure(reading: Reading, chunk: Chunk): void {
  const { clause } = reading;
  const node = take(reading, chunk);
  if (clause.verb === undefined) clause.fronted.push({ node, relation: 'measure' });
  else for (const head of candidatesFor(reading, 'time')) tie(reading, head, node, 'measure', true);
  if (!/^(earlier|later)$/.test(unitAt(reading)?.lower ?? '')) return;
  tie(reading, node, nodeAt(reading, reading.at, unitAt(reading) as Unit, 'quality'), 'mod');
  reading.at += 1;
}

function readSubject(reading: Reading, chunk: Chunk, joint: string | undefined, comma: boolean): void {
  const { clause } = reading;
  const node = take(reading, chunk);
  if (clause.subjects.length === 0 && joint !== undefined && clause.last !== undefined) joinNode(reading, node);
  else if (clause.subjects.length === 0) clause.subjects = [node];
  else if (joint !== undefined || isListed(reading, chunk.next)) joinNode(reading, node);
  else if (comma) tie(reading, namedBy(reading, node) ?? clause.last ?? (clause.subjects[0] as Node), node, 'appos');
  else clause.subjects.push(node);
  clause.last = node;
}

/** "an analyst in London, Ana Ruiz,": a person's name is that of the person before it, not of the city. */
function namedBy({ clause, edges }: Reading, name: Node): Node | undefined {
  if (name.unit.pos !== 'PROPN' || name.unit.name !== undefined) return undefined;
  for (let node = clause.last, steps = 0; node !== undefined && steps < 4; steps += 1) {
    if (PERSON.test(node.unit.lemma)) return node;
    const own: Node = node;
    node = edges.find((edge) => edge.dependent === own && /^p:/.test(edge.relation))?.head;
  }
  return undefined;
}

/** "and Serbia 2 million", ", Portugal ten": a sentence whose verb is the one before; what it says is not read. */
function isGapped({ units }: Reading, { next }: Chunk, joint: string | undefined, comma: boolean): boolean {
  return (joint !== undefined || comma) && units[next]?.kind === 'number' && units[next - 1]?.kind !== 'mark';
}

function openSubject(reading: Reading, chunk: Chunk, joint: string | undefined, comma: boolean): void {
  openBeside(reading, joint, comma);
  const node = take(reading, chunk);
  reading.clause.subjects = [node];
  reading.clause.last = node;
}

function readObject(reading: Reading, chunk: Chunk, joint: string | undefined, comma: boolean): void {
  const { clause } = reading;
  const verb = clause.verb as Node;
  const node = take(reading, chunk);
  const { last } = clause;
  // "shot dead", "appear ready"
  if (node.kind === 'quality' && joint === undefined && !comma) tie(reading, verb, node, 'mod');
  else if (joint !== undefined || (comma && isListed(reading, chunk.next))) joinNode(reading, node);
  else if (comma)
    for (const head of last === undefined ? [verb] : [last, verb]) tie(reading, head, node, 'appos', true);
  else if (last !== undefined && clause.object !== undefined && last.at === chunk.start - 1 && last !== clause.object)
    tie(reading, last, node, 'appos');
  else if (isMade(clause)) tie(reading, clause.outer?.verb as Node, node, 'obj');
  else {
    // "gave the envoy 48 hours": both are what it acts on
    tie(reading, verb, node, 'obj');
    clause.object = node;
    // "turned it back"
    if (node.kind === 'pronoun' && verb.particle === undefined) readParticle(reading, verb);
  }
  clause.last = node;
}

/** "makes joining the union a goal": the goal is what the joining is made. */
function isMade({ kind, object, outer }: Clause): boolean {
  const maker = outer?.verb?.unit.lemma ?? '';
  return kind === 'participle' && object !== undefined && /^(make|declare|consider|call|deem)$/.test(maker);
}

/** What the noun before "and" is, this one is too. */
function joinNode(reading: Reading, node: Node): void {
  const clause = reading.clause;
  const before = beforeJoint(reading, node);
  if (before === undefined) return;
  for (const edge of reading.edges.filter(
    (one) => one.dependent === before && /^(subj|obj|is|appos|p:.*)$/.test(one.relation),
  ))
    tie(reading, edge.head, node, edge.relation, edge.open);
  if (clause.subjects.includes(before)) clause.subjects.push(node);
  const fronted = clause.fronted.find((one) => one.node === before);
  if (fronted !== undefined) clause.fronted.push({ node, relation: fronted.relation });
  reading.groups.push([before, node]);
}

/** "the president of Kenya and the head of the Union": an office is joined to an office, and not to a country. */
function beforeJoint({ clause, edges }: Reading, node: Node): Node | undefined {
  const { last } = clause;
  if (last === undefined || !PERSON.test(node.unit.lemma) || PERSON.test(last.unit.lemma)) return last;
  if (last.unit.name === undefined && last.unit.pos !== 'PROPN') return last;
  const holder = edges.find((edge) => edge.dependent === last && edge.relation === 'p:of')?.head;
  return holder !== undefined && PERSON.test(holder.unit.lemma) ? holder : last;
}

export function coordinatesOf(reading: Reading, node: Node): Node[] {
  const group = [node];
  for (const [one, other] of reading.groups.toReversed())
    if (group.includes(other) && !group.includes(one)) group.unshift(one);
  return group;
}

const TIME_UNIT = /^(second|minute|hour|day|week|month|year|decade|century)s?$|^(centuries)$/;
