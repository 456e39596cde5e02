import { isDeed } from '../act-words.ts';
import type { Node } from '../graph.ts';
import type { Unit } from '../units.ts';
import { headsOf } from './clauses.ts';
import { PHRASES, relationWord } from './joint-words.ts';
import { nodeAt, type Reading, tie, unitAt } from './reading.ts';

/** "in response to", "because of", "at" ...: the word that governs the next noun. */
export function readPhrasal(reading: Reading): boolean {
  for (const [phrase, relation] of PHRASES) {
    if (phrase.every((word, index) => unitAt(reading, reading.at + index)?.lower === word)) {
      reading.preposition = relation;
      reading.at += phrase.length;
      return true;
    }
  }
  return false;
}

export function readPreposition(reading: Reading, unit: Unit): boolean {
  const next = unitAt(reading, reading.at + 1);
  const own = reading.clause.verb;
  // "called on Tuesday for recognition": verb and preposition are one word
  if (
    own !== undefined &&
    own.particle === undefined &&
    reading.clause.object === undefined &&
    next?.kind !== 'time' &&
    WITH_PREPOSITION[own.unit.lemma]?.includes(unit.lower)
  ) {
    own.particle = unit.lower;
    reading.clause.last = undefined;
    reading.at += 1;
    return true;
  }
  const governs =
    (unit.lower === 'as' && /^(describe|regard|see|portray|depict|denounce|dismiss)$/.test(own?.unit.lemma ?? '')) ||
    unit.pos === 'ADP' ||
    unit.pos === 'SCONJ' ||
    /^(despite|amid|than|like|including|following|to|per|versus)$/.test(unit.lower);
  if (!governs || next === undefined) return false;
  if (unit.lower === 'to' && unit.pos === 'PART') return false;
  reading.preposition = relationWord(unit.lower);
  reading.at += 1;
  return true;
}

/** What a phrase with a preposition can belong to, nearest first. */
export function candidatesFor(reading: Reading, kind: 'p' | 'time', near = true): Node[] {
  const { last, verb } = reading.clause;
  const found: Node[] = [];
  let deep = false;
  for (let node = last, steps = 0; node !== undefined && node !== verb && steps < 5; steps += 1) {
    found.push(node);
    // "rose to 45, up from 31 on Sunday": what stands apart keeps what stands in it
    if (kind === 'time' && reading.asides.has(node) && !reading.comma) return found;
    const own: Node = node;
    const edge = reading.edges.find(
      (one) =>
        one.dependent === own &&
        /^(p:|obj|subj|is|appos)/.test(one.relation) &&
        one.head.text === own.text &&
        one.head.at < own.at,
    );
    if (isDeed(node.unit) && edge?.relation !== 'obj' && (kind === 'time' || near)) {
      deep = edge !== undefined && edge.head.kind !== 'act' && !THROUGH.test(edge.head.unit.lower);
      if (deep) return found;
    }
    node = edge?.head.kind === 'act' ? undefined : edge?.head;
  }
  if (verb !== undefined) found.push(...headsOf(reading, verb));
  // "two were killed and ten were injured in a raid on Friday": both in the raid
  const { beside } = reading.clause;
  if (verb !== undefined && beside !== undefined && [verb, beside].every(isSuffered)) found.push(beside);
  // "struck sites used by rebels at dawn": it may belong to what stands around the participle
  for (
    let clause = reading.clause;
    /participle|relative/.test(clause.kind) && clause.outer !== undefined;
    clause = clause.outer
  )
    if (clause.outer.verb !== undefined)
      found.push(...headsOf(reading, clause.outer.verb).filter((one) => !found.includes(one)));
  return found;
}

function isSuffered({ passive, unit }: Node): boolean {
  return passive && /^(kill|wound|injure|hurt|displace|arrest|detain|damage|destroy)$/.test(unit.lemma);
}

/** "about the war and about the famine": both belong to the same. */
function joinPhrase(reading: Reading, node: Node, relation: string): boolean {
  const before = reading.edges.filter(
    (edge) => edge.relation === relation && edge.dependent.at < node.at && edge.head.clause === reading.clause.id,
  );
  const last = before.toSorted((a, b) => b.dependent.at - a.dependent.at)[0]?.dependent;
  const heads = before.filter((edge) => edge.dependent === last);
  for (const { head, open } of heads) tie(reading, head, node, relation, open);
  return heads.length > 0;
}

/** What happens to a deed happens where and when the deed does: "the signing of an agreement in Rome". */
const THROUGH = /^(signing|opening|start|beginning|end|launch|resumption|suspension|holding|conclusion|announcement)$/;

export function attachPhrase(reading: Reading, node: Node, preposition: string, joint = false): void {
  const clause = reading.clause;
  const relation = `p:${preposition}`;
  const apart = reading.apart;
  reading.apart = false;
  if (apart) reading.asides.add(node);
  if (joint && joinPhrase(reading, node, relation)) {
    clause.last = node;
    return;
  }
  if (preposition === 'of' && clause.last !== undefined) {
    const charged =
      clause.last === clause.object &&
      (clause.last.unit.pos === 'PROPN' || clause.last.plural || clause.last.unit.pos === 'NOUN') &&
      CHARGING.test(clause.verb?.unit.lemma ?? '');
    tie(reading, charged ? (clause.verb as Node) : clause.last, node, relation);
  } else if (preposition === 'by' && attachAgent(reading, node)) {
    // told
  } else if (clause.verb === undefined && clause.last === undefined) {
    clause.fronted.push({ node, relation });
  } else if (clause.verb === undefined) {
    const nouns = candidatesFor(reading, 'p').filter((one) => one.kind !== 'act');
    for (const head of nouns) tie(reading, head, node, relation, true);
    if (reading.comma) clause.fronted.push({ node, relation });
  } else if (!apart && clause.last !== undefined && isOfStep(reading, clause.last, preposition)) {
    tie(reading, clause.last, node, relation);
  } else if (isRightBehind(reading, preposition)) {
    tie(reading, clause.verb, node, relation);
  } else {
    const heads = candidatesFor(reading, 'p', /^(in|near|on|from|to|across|along)$/.test(preposition));
    for (const head of heads) tie(reading, head, node, relation, heads.length > 1 ? true : undefined);
  }
  clause.last = node;
}

/** "a pilot captured in Mali": nobody else is in Mali. */
function isRightBehind({ clause, units }: Reading, preposition: string): boolean {
  const { verb } = clause;
  if (clause.kind !== 'participle' || verb === undefined || !/^(in|at|near)$/.test(preposition)) return false;
  return relationWord(units[verb.at + 1]?.lower ?? '') === preposition;
}

/** "left after talks with X", "despite pressure from X": the talks are with X, and nobody left with X. */
function isOfStep(reading: Reading, noun: Node, preposition: string): boolean {
  if (noun.kind !== 'thing' || TIMES.test(noun.unit.lower)) return false;
  if (preposition === 'from' && isWithin(reading, noun)) return true;
  const place = /^(in|at|near)$/.test(preposition) && (isDeed(noun.unit) || isWithin(reading, noun));
  const step = /^(from|with|against|about)$/.test(preposition) ? STEP : place ? APART : undefined;
  if (step === undefined) return false;
  const top = topOf(reading, noun);
  if (preposition === 'from' && /^(help|support|backing|aid|assistance|permission|approval)$/.test(noun.unit.lemma))
    return true;
  return reading.edges.some(
    ({ head, dependent, relation }) =>
      (dependent === top || dependent === noun) &&
      head.kind === 'act' &&
      (step.test(relation) || (step === APART && relation === 'p:on' && TELLING.test(head.unit.lemma))),
  );
}

const TELLING = /^(speak|talk|report|write|ask|warn|comment|tell|say|worry|complain)$/;

/** "food to a camp for refugees": what is in a phrase of a noun that is itself in one. */
function isWithin(reading: Reading, noun: Node): boolean {
  return reading.edges.some(
    ({ head, dependent, relation }) =>
      dependent === noun && /^p:/.test(relation) && head.kind === 'thing' && head !== reading.clause.object,
  );
}

/** The noun whose phrase a noun stands in. */
function topOf(reading: Reading, noun: Node, depth = 0): Node {
  const outer = reading.edges.find(
    ({ head, dependent, relation }) =>
      dependent === noun && /^p:/.test(relation) && head.kind === 'thing' && head !== reading.clause.object,
  )?.head;
  return outer === undefined || depth > 2 ? noun : topOf(reading, outer, depth + 1);
}

const STEP = /^p:(after|before|despite|amid|because|following|under|during|without|since)$/;
/** What is told of these is at another time than the act, and so at another place. */
const APART = /^p:(after|before|despite|because|following|since|about|over)$/;
const TIMES = /^(hour|day|week|month|year|decade|dawn|dusk|midnight|noon|morning|evening|night|minute)s?$/;

/** "by": who does it, where the noun or verb before it is something done. */
function attachAgent(reading: Reading, node: Node): boolean {
  if (
    node.kind === 'number' ||
    node.kind === 'time' ||
    node.unit.kind === 'number' ||
    /^(percent|%)$/.test(node.unit.lower) ||
    isMeasure(reading, node)
  )
    return false;
  const { last, verb } = reading.clause;
  const heads: Node[] = [];
  for (let noun = last, steps = 0; noun !== undefined && noun.kind !== 'act' && steps < 4; steps += 1) {
    if (isDeed(noun.unit)) {
      heads.push(noun);
      const outer = deedAround(reading, noun);
      if (outer !== undefined) heads.push(outer);
      break;
    }
    const own: Node = noun;
    noun = reading.edges.find(
      (one) => one.dependent === own && /^p:/.test(one.relation) && one.head.kind !== 'act',
    )?.head;
  }
  if (verb?.passive && !(last !== undefined && isStep(reading, last))) heads.push(verb);
  if (heads.length === 0 && verb?.passive && last !== undefined) tie(reading, last, node, 'p:by');
  for (const head of heads) tie(reading, head, node, 'subj', heads.length > 1 ? true : undefined);
  return heads.length > 0 || verb?.passive === true;
}

/** "the rejection of the proposal by X": X rejects it or proposes it. */
function deedAround(reading: Reading, noun: Node): Node | undefined {
  const around = reading.edges.find((edge) => edge.dependent === noun && edge.relation === 'p:of')?.head;
  if (around === undefined || around.kind !== 'thing' || !isDeed(around.unit)) return undefined;
  const owned = reading.edges.some((edge) => edge.head === around && /^(poss|subj|p:by)$/.test(edge.relation));
  return owned ? undefined : around;
}

/** "arrested after a speech by X": it is the speech that is X's. */
function isStep(reading: Reading, noun: Node): boolean {
  return reading.edges.some(
    ({ dependent, relation }) =>
      dependent === noun && /^p:(after|before|during|despite|amid|since|because)$/.test(relation),
  );
}

function isMeasure(reading: Reading, node: Node): boolean {
  return (
    reading.edges.some((edge) => edge.head === node && edge.relation === 'num') &&
    /^(year|month|week|day|hour|minute|percent|point|vote|metre|meter|kilometre|kilometer|mile|ton|tonne|dollar|euro)s?$/.test(
      node.unit.lower,
    )
  );
}

export function readTime(reading: Reading, unit: Unit): void {
  const node = nodeAt(reading, reading.at, unit, 'time');
  reading.at += 1;
  if (unitAt(reading)?.lower === "'s") {
    // "in Sunday's vote": it belongs to the noun behind it
    reading.at += 1;
    reading.owning = node;
    return;
  }
  const clause = reading.clause;
  const relation = /^(since|until|before|after|by|from|for)$/.test(reading.preposition ?? '')
    ? `time:${reading.preposition}`
    : 'time';
  reading.preposition = undefined;
  reading.joint = undefined;
  if (clause.verb === undefined && clause.last === undefined) {
    clause.fronted.push({ node, relation });
  } else if (clause.verb === undefined) {
    const own = unitAt(reading, reading.at - 2)?.pos === 'ADP';
    if (own) for (const head of candidatesFor(reading, 'time')) tie(reading, head, node, relation, true);
    else clause.fronted.push({ node, relation });
  } else for (const head of undated(reading, candidatesFor(reading, 'time'))) tie(reading, head, node, relation, true);
}

/** "will reopen the crossing it closed in May on Friday": what has its time already has no second one. */
function undated({ clause, edges }: Reading, heads: readonly Node[]): readonly Node[] {
  if (!/participle|relative/.test(clause.kind)) return heads;
  const isDated = edges.some(({ head, relation }) => head === clause.verb && /^time/.test(relation));
  return isDated ? heads.filter((head) => head !== clause.verb) : heads;
}

/** "accused Mali of an attack": what somebody is charged with is none of theirs. */
const CHARGING = /^(accuse|suspect|convict|acquit|deprive|strip|rob|warn|inform|notify|remind|cure|rid)$/;

/** Verbs that are another verb with their preposition. */
const WITH_PREPOSITION: Readonly<Record<string, readonly string[]>> = {
  call: ['on', 'for'],
  appeal: ['to', 'for'],
  ask: ['for'],
  refrain: ['from'],
  opt: ['for'],
  look: ['for'],
};
