import { isDeed, isSaying } from '../act-words.ts';
import type { Node } from '../graph.ts';
import { chunkAt } from '../noun-phrase.ts';
import { PERSON } from '../reference.ts';
import type { Unit } from '../units.ts';
import { verbGroupAt } from '../verb-group.ts';
import { innermost } from './antecedents.ts';
import { openContent, readThat } from './contents.ts';
import { ADVERBIAL, relationWord } from './joint-words.ts';
import { finiteAhead, isClauseAhead, isWaiting } from './lookahead.ts';
import { coordinatesOf } from './nouns.ts';
import { type Clause, nodeAt, openClause, type Reading, tie, unitAt } from './reading.ts';
import { thingNode } from './things.ts';

/** What stood before a verb that never came belongs to the clause around it. */
export function settle(reading: Reading, clause: Clause): void {
  const verb = clause.verb ?? clause.subjects[0];
  if (verb === undefined) return;
  for (const { node, relation } of clause.fronted) if (node !== verb) tie(reading, verb, node, relation);
  clause.fronted = [];
  // a phrase without a verb: what governs the clause governs its noun
  if (clause.verb === undefined)
    for (const link of clause.links) tie(reading, link.head, verb, link.relation, link.open);
}

export function openAdverbial(reading: Reading, word: string, skip: number): void {
  let outer = reading.clause;
  // "said on Monday after A struck" belongs to what stands nearest
  if (outer.kind === 'infinitive' && outer.verb === undefined && outer.outer !== undefined) outer = outer.outer;
  const relation = `adv:${relationWord(word)}`;
  const verb = outer.verb;
  const heads =
    verb === undefined ? [] : [...headsOf(reading, verb), ...outer.acts.toReversed().filter((one) => one !== verb)];
  const inner = openClause(
    reading,
    'adverb',
    outer,
    verb === undefined ? [] : heads.map((head) => ({ head, relation, open: true as const })),
  );
  if (verb === undefined) reading.pending = { clause: inner, relation };
  reading.adverbs.push({ clause: inner, relation });
  reading.clause = inner;
  reading.at += skip;
  reading.comma = false;
  reading.joint = undefined;
  reading.preposition = undefined;
}

/** The verb and those that it completes: "voted to extend". */
export function headsOf(reading: Reading, verb: Node): Node[] {
  const heads = [verb];
  for (let node: Node | undefined = verb; node !== undefined && heads.length < 5; ) {
    node = completedBy(reading, node);
    if (node === undefined || heads.includes(node)) break;
    heads.push(node);
  }
  return heads;
}

/** "voted to extend", "abandoned its pledge to build": the verb that another one completes, through its noun too. */
function completedBy({ edges }: Reading, verb: Node): Node | undefined {
  for (const { head } of edges.filter((edge) => edge.dependent === verb && /^(xcomp|ing)$/.test(edge.relation))) {
    if (head.kind === 'act' || isDeed(head.unit)) return head;
  }
  return verb.kind === 'act'
    ? undefined
    : edges.find((edge) => edge.dependent === verb && edge.relation === 'obj' && edge.head.kind === 'act')?.head;
}

export function openRelative(reading: Reading, word: string): boolean {
  const outer = reading.clause;
  const antecedent = bearerOf(reading, innermost(reading) ?? outer.last, word) ?? outer.object ?? outer.subjects[0];
  const clause = openClause(reading, 'relative', outer);
  const preposition = reading.preposition;
  reading.preposition = undefined;
  reading.at += 1;
  reading.clause = clause;
  clause.apart = reading.comma && reading.joint === undefined;
  reading.comma = false;
  reading.joint = undefined;
  if (antecedent === undefined) return true;
  const subjectAhead = verbGroupAt(reading.units, reading.at) !== undefined;
  // "forty of which crossed": the forty did
  const part =
    preposition === 'of' &&
    (antecedent.kind === 'number' || /^(some|most|many|all|both|none|one|half)$/.test(antecedent.unit.lower));
  if (part && subjectAhead) clause.subjects = [antecedent];
  else if (preposition !== undefined) clause.fronted.push({ node: antecedent, relation: `p:${preposition}` });
  else if (subjectAhead && word !== 'whom') clause.subjects = coordinatesOf(reading, antecedent);
  else clause.gap = antecedent;
  return true;
}

/** "the militia, whose fighters left": the fighters are the militia's. */
function openWhose(reading: Reading): boolean {
  const antecedent = reading.clause.last ?? reading.clause.object ?? reading.clause.subjects[0];
  const chunk = chunkAt(reading.units, reading.at + 1);
  if (antecedent === undefined || chunk === undefined) return false;
  reading.clause = openClause(reading, 'relative', reading.clause);
  reading.preposition = undefined;
  reading.comma = false;
  reading.joint = undefined;
  const owned = thingNode(reading, chunk);
  tie(reading, owned, antecedent, 'poss');
  reading.clause.subjects = [owned];
  reading.clause.last = owned;
  reading.at = chunk.next;
  return true;
}

/** "an adviser in the Guards who was killed": "who" is no body with a name. */
function bearerOf(reading: Reading, last: Node | undefined, word: string): Node | undefined {
  if (word !== 'who' && last !== undefined) {
    const deed = deedThat(reading, last);
    if (deed !== undefined) return deed;
  }
  if (word === 'that' && last !== undefined) return narrowed(reading, last);
  if (word !== 'who' || last === undefined || isPerson(last)) return last;
  const head = reading.edges.find(
    (edge) => edge.dependent === last && /^p:(in|of|from)$/.test(edge.relation) && edge.head.kind === 'thing',
  )?.head;
  return head !== undefined && (isPerson(head) || last.unit.name !== undefined) ? head : last;
}

/** "posts in Goma that were destroyed": a name cannot be narrowed, the noun that it belongs to can. */
function narrowed({ edges }: Reading, last: Node): Node {
  let node: Node | undefined = last;
  for (let steps = 0; node !== undefined && steps < 4; steps += 1) {
    if (node.unit.kind !== 'name' && node.unit.pos !== 'PROPN') return node.kind === 'thing' ? node : last;
    const own: Node = node;
    node = edges.find(
      ({ head, dependent, relation }) =>
        dependent === own && /^p:/.test(relation) && head.kind === 'thing' && head.at < own.at,
    )?.head;
  }
  return last;
}

/** Verbs whose subject or object is a deed, where one stands before the place or the people that it was done to. */
const OF_DEEDS =
  /^(kill|die|wound|injure|hurt|damage|destroy|displace|leave|begin|start|end|last|follow|blame|condemn|launch|prompt|spark|trigger|cause|stage|claim)$/;

/** "an attack on a convoy that killed five", "a siege at a hotel in which five died": the attack did, in the siege. */
function deedThat({ edges, units, at }: Reading, last: Node): Node | undefined {
  const chunk = chunkAt(units, at + 1);
  const group = verbGroupAt(units, at + 1) ?? (chunk && verbGroupAt(units, chunk.next));
  if (group === undefined || !OF_DEEDS.test(units[group.verb]?.lemma ?? '')) return undefined;
  let node: Node | undefined = last;
  for (let steps = 0; node !== undefined && steps < 4; steps += 1) {
    if (node.kind === 'thing' && node.unit.name === undefined && isDeed(node.unit)) return node;
    const own: Node = node;
    node = edges.find(
      ({ head, dependent, relation }) =>
        dependent === own && /^p:/.test(relation) && head.kind === 'thing' && head.at < own.at,
    )?.head;
  }
  return undefined;
}

/** A clause that found no verb to belong to belongs to every statement: nothing is told without its condition. */
export function tieLoose(reading: Reading): void {
  for (const { clause, relation } of reading.adverbs)
    for (const node of reading.nodes) {
      if (
        node.clause !== clause.id ||
        !node.telling ||
        reading.edges.some((edge) => edge.dependent === node && /^(adv|ing)/.test(edge.relation))
      )
        continue;
      for (const root of reading.heads) tie(reading, root, node, relation);
    }
}

/** "unless the fighting in Gaza stops": the tagger saw a noun; a condition has a verb. */
function isHiddenVerb(reading: Reading, word: string): boolean {
  if (!/^(unless|if|because|although|though|while|whereas)$/.test(word)) return false;
  let end = reading.at + 1;
  while (end < reading.units.length && unitAt(reading, end)?.kind !== 'mark') end += 1;
  const unit = unitAt(reading, end - 1);
  if (unit === undefined || end - reading.at < 3 || unit.pos !== 'NOUN' || !/[^s]s$/.test(unit.lower)) return false;
  reading.units = reading.units.map((one, at) => (at === end - 1 ? { ...one, pos: 'VERB' } : one));
  return true;
}

/** "as soon as", "as long as", "as soon as possible". */
export function readAsLong(reading: Reading): boolean {
  const [as, much, again, next] = [0, 1, 2, 3].map((step) => unitAt(reading, reading.at + step));
  if (as?.lower !== 'as' || again?.lower !== 'as' || !/^(soon|long)$/.test(much?.lower ?? '')) return false;
  if (next?.lower === 'possible') {
    const verb = reading.clause.verb;
    if (verb === undefined) return false;
    tie(reading, verb, nodeAt(reading, reading.at + 1, much as Unit, 'quality'), 'mod');
    reading.at += 4;
    return true;
  }
  reading.preposition = undefined;
  openAdverbial(reading, much?.lower === 'soon' ? 'once' : 'aslong', 3);
  return true;
}

export function readSubordinate(reading: Reading, unit: Unit): boolean {
  const word = unit.lower;
  const next = unitAt(reading, reading.at + 1);
  if (word === 'so' && next?.lower !== 'that') return false;
  if (word === 'as' && /^(many|much|well|part|few)$/.test(next?.lower ?? '')) return false;
  if (/^(which|who|whom)$/.test(word)) return openRelative(reading, word);
  if (word === 'that') return readThat(reading);
  if (word === 'whose' || word === 'what' || word === 'how' || word === 'why') {
    if (word === 'whose') return openWhose(reading);
    return openContent(reading, reading.at + 1, `comp:${word}`);
  }
  if (/^(whether)$/.test(word)) return openContent(reading, reading.at + 1, 'comp:if');
  if (!ADVERBIAL.test(word)) return false;
  const asked = reading.clause.verb;
  if (
    /^(when|where|if)$/.test(word) &&
    asked !== undefined &&
    asked.at === reading.at - 1 &&
    isSaying(asked.unit.lemma) &&
    !/^(respond|reply|vow|comment)$/.test(asked.unit.lemma)
  )
    return openContent(reading, reading.at + 1, `comp:${word}`);
  const verbal = verbGroupAt(reading.units, reading.at + 1);
  if (verbal?.bare === 'ing' || (verbal?.bare === 'past' && /^(as|when|while|once|if|than)$/.test(word))) {
    openAdverbial(reading, word, 1);
    reading.clause.subjects = [...(reading.clause.outer?.subjects ?? [])];
    return true;
  }
  if (!isClauseAhead(reading, reading.at + 1) && !isHiddenVerb(reading, word)) return false;
  if (needsVerb(reading, word)) return false;
  openAdverbial(reading, word, 1);
  return true;
}

/** "a convoy since the earthquake crossed": the only verb ahead is the one that the subject waits for. */
function needsVerb(reading: Reading, word: string): boolean {
  if (!/^(since|after|before|until)$/.test(word) || reading.comma) return false;
  const { clause } = reading;
  const waits =
    (clause.verb === undefined && clause.subjects.length > 0) || (clause.kind === 'infinitive' && isWaiting(clause));
  return waits && finiteAhead(reading, reading.at + 1) === 1;
}

function isPerson({ unit }: Node): boolean {
  return PERSON.test(unit.lemma) || (unit.pos === 'PROPN' && unit.name === undefined);
}
