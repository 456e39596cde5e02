import { isDeed, isSaying } from '../act-words.ts';
import type { Edge, Node } from '../graph.ts';
import { chunkAt } from '../noun-phrase.ts';
import type { Unit } from '../units.ts';
import { isOnlyPast, type VerbGroup } from '../verb-group.ts';
import { headsOf } from './clauses.ts';
import { isFiniteAhead } from './lookahead.ts';
import { coordinatesOf } from './nouns.ts';
import { candidatesFor } from './phrases.ts';
import { attachQuality } from './qualities.ts';
import { type Clause, type Link, openClause, type Reading, unitAt } from './reading.ts';
import { endsBehind } from './speakers.ts';
import { INTRANSITIVE } from './verb-kinds.ts';
import { actNode, placeAct, readParticle } from './verbs.ts';

export function readInfinitive(reading: Reading, group: VerbGroup): void {
  openInfinitive(reading);
  const clause = reading.clause;
  const shared = reading.joint !== undefined ? clause.verb : undefined;
  const node = actNode(reading, group);
  placeAct(reading, node, clause, shared);
  for (const adverb of group.adverbs) attachQuality(reading, adverb, node);
  reading.at = group.next;
  readParticle(reading, node);
}

export function openInfinitive(reading: Reading): void {
  const outer =
    reading.joint !== undefined && reading.clause.kind === 'infinitive' && reading.clause.outer
      ? reading.clause.outer
      : reading.clause;
  const verb = outer.verb;
  const links: Link[] = [];
  const last = outer.last !== undefined && outer.last.at >= reading.at - 2 ? outer.last : undefined;
  // "a decision by the council to send": the noun that governs lies behind whose it is
  const owned =
    last === undefined || isDeed(last.unit)
      ? undefined
      : reading.edges.find((edge) => edge.dependent === last && edge.head.kind === 'thing' && isDeed(edge.head.unit))
          ?.head;
  const noun = owned ?? last;
  if (noun !== undefined && noun !== verb && (isDeed(noun.unit) || verb === undefined))
    links.push({ head: noun, relation: 'xcomp', open: true });
  if (verb !== undefined) links.push({ head: verb, relation: 'xcomp', open: true });
  // "whether to leave", "how to build"
  if (verb === undefined && noun === undefined) links.push(...outer.links);
  // "called for the army to leave": what is called for is the leaving
  if (verb?.particle === 'for' && outer.object !== undefined && outer.object.at === reading.at - 1) {
    const at = reading.edges.findIndex(
      (edge) => edge.head === verb && edge.dependent === outer.object && edge.relation === 'obj',
    );
    if (at >= 0) reading.edges[at] = { ...(reading.edges[at] as Edge), soft: true };
  }
  const clause = openClause(reading, 'infinitive', outer, links);
  // "ordered rebels to leave": those who were ordered leave
  const agents =
    noun === undefined || !isDeed(noun.unit)
      ? []
      : reading.edges
          .filter((edge) => edge.head === noun && /^(subj|poss)$/.test(edge.relation))
          .map((edge) => edge.dependent);
  // "a call for the parties to meet": they meet
  const called =
    last !== undefined && last.at === reading.at - 1 && last.kind === 'thing'
      ? reading.edges.some(
          (edge) =>
            edge.dependent === last &&
            edge.relation === 'p:for' &&
            /^(call|appeal|order|request|demand|plea|plan|invitation)$/.test(edge.head.unit.lemma),
        )
      : false;
  // "a proposal to create a fund": by whom it does not say
  clause.implied = noun !== undefined && noun !== verb && /^(proposal|idea|suggestion)$/.test(noun.unit.lemma);
  if (called && last !== undefined) clause.subjects = [last];
  else if (agents.length > 0) clause.subjects = agents;
  else
    clause.subjects =
      outer.object !== undefined && !isDeed(outer.object.unit) && CONTROLS.test(verb?.unit.lemma ?? '')
        ? [outer.object]
        : [...outer.subjects];
  reading.clause = clause;
  reading.preposition = undefined;
}

export function readGerund(reading: Reading, group: VerbGroup): void {
  const outer = reading.clause;
  const verb = outer.verb;
  const adjacent = unitAt(reading, reading.at - 1);
  const preposition = reading.preposition;
  const shared =
    reading.joint !== undefined && outer.kind === 'participle' && outer.verb !== undefined ? outer.verb : undefined;
  if (shared !== undefined) {
    const node = actNode(reading, group);
    placeAct(reading, node, outer, shared);
    reading.at = group.next;
    readParticle(reading, node);
    return;
  }
  if (outer.kind === 'adverb' && outer.verb === undefined && preposition === undefined) {
    // "before leaving"
    const node = actNode(reading, group);
    placeAct(reading, node, outer, undefined);
    reading.at = group.next;
    readParticle(reading, node);
    return;
  }
  const links: Link[] = [];
  let subjects: Node[] = [...outer.subjects];
  let object: Node | undefined;
  if (preposition !== undefined) {
    for (const head of candidatesFor(reading, 'p')) links.push({ head, relation: `p:${preposition}`, open: true });
    if (/^of$/.test(preposition) && outer.object !== undefined && verb !== undefined) subjects = [outer.object];
  } else if (verb !== undefined && isRightBehind(reading, verb)) links.push({ head: verb, relation: 'xcomp' });
  else if (
    outer.last !== undefined &&
    outer.last.at === reading.at - 1 &&
    !reading.comma &&
    adjacent?.kind !== 'mark'
  ) {
    subjects = coordinatesOf(reading, outer.last);
    if (CATCHING.test(verb?.unit.lemma ?? '')) links.push({ head: verb as Node, relation: 'xcomp' });
  } else if (verb !== undefined) {
    // "said that it had not agreed, contradicting": the saying may be what contradicts
    const around = outer.kind === 'content' && outer.outer?.verb !== undefined ? [outer.outer.verb] : [];
    for (const head of [...headsOf(reading, verb), ...around]) links.push({ head, relation: 'ing', open: true });
    subjects = [...outer.subjects];
  } else if (outer.subjects.length > 0) object = outer.subjects[0];
  const clause = openClause(reading, 'participle', outer, links);
  clause.subjects = object === undefined ? subjects : [object];
  clause.implied = links.some((link) => /^(ing|xcomp)$/.test(link.relation));
  reading.clause = clause;
  const apart = reading.comma;
  if (
    links.length === 0 &&
    verb === undefined &&
    (reading.comma || (outer.subjects.length === 0 && outer.last === undefined))
  )
    reading.pending = { clause, relation: 'ing' };
  const node = actNode(reading, group);
  if (apart) reading.asides.add(node);
  placeAct(reading, node, clause, undefined);
  reading.at = group.next;
  readParticle(reading, node);
}

/** Whether a past form alone tells what its noun has suffered, and not what the noun has done. */
export function isParticiple(reading: Reading, group: VerbGroup): boolean {
  const unit = unitAt(reading, group.verb) as Unit;
  if (isOnlyPast(unit) || reading.joint !== undefined) return false;
  if (
    reading.clause.kind === 'report' &&
    reading.clause.verb === undefined &&
    isSaying(unit.lemma) &&
    endsBehind(reading, group.next)
  )
    return false;
  if (
    reading.clause.verb === undefined &&
    reading.clause.subjects.length > 0 &&
    isSaying(unit.lemma) &&
    unitAt(reading, group.next)?.lower !== 'by'
  )
    return false;
  const clause = reading.clause;
  if (clause.verb !== undefined) {
    // "attacked the town, burned several buildings": what has an object is done, not suffered
    if (
      reading.comma &&
      /root|content/.test(clause.kind) &&
      unitAt(reading, group.next)?.kind !== 'time' &&
      chunkAt(reading.units, group.next) !== undefined
    )
      return false;
    if (isApart(clause)) return true;
    for (let outer = clause.outer; outer !== undefined; outer = outer.outer)
      if (
        /relative|participle|adverb|infinitive/.test(clause.kind) &&
        outer.verb === undefined &&
        outer.subjects.length > 0
      )
        return (
          unitAt(reading, group.next)?.lower === 'by' ||
          (!INTRANSITIVE.test(unit.lemma) && isFiniteAhead(reading, group.next))
        );
    return true;
  }
  if (clause.subjects.length === 0) return true;
  if (INTRANSITIVE.test(unit.lemma)) return false;
  if (unitAt(reading, group.next)?.lower === 'by') return !MEASURED.test(unitAt(reading, group.next + 1)?.kind ?? '');
  return isFiniteAhead(reading, group.next);
}

/** ", which are fighting rebels linked to Chad, left": its end has not come. */
function isApart(clause: Clause): boolean {
  for (let one: Clause | undefined = clause; one !== undefined; one = one.outer) if (one.apart) return true;
  return false;
}

export function readParticiple(reading: Reading, group: VerbGroup): void {
  const outer = reading.clause;
  const links: Link[] = [];
  let about: Node[] = [];
  if (outer.last !== undefined && outer.last.at >= reading.at - 1 && !reading.comma)
    about = coordinatesOf(reading, outer.last);
  else if (outer.verb !== undefined) {
    links.push({ head: outer.verb, relation: 'ing', open: true });
    about = outer.subjects;
  } else about = outer.subjects;
  const clause = openClause(reading, 'participle', outer, links);
  clause.subjects = [...about];
  reading.clause = clause;
  if (about.length === 0) reading.pending = { clause, relation: 'ing' };
  const node = actNode(reading, group);
  node.passive = true;
  placeAct(reading, node, clause, undefined);
  reading.at = group.next;
  readParticle(reading, node);
}

const MEASURED = /^(number|time)$/;

/** Verbs whose object is to do what follows. */
const CONTROLS =
  /^(demand|order|tell|ask|urge|force|allow|permit|authorise|authorize|instruct|invite|require|enable|help|warn|call|want|get|let|make|oblige|compel|press|beg|encourage|persuade|convince|direct|command|expect|leave|cause|forbid|prompt|lead|push|advise|request)$/;

const CATCHING = /^(see|find|catch|keep|leave|stop|prevent|send|have|hear|watch)$/;

/** "stopped shelling", "ruled out sending": nothing but the verb's own particle and adverbs stands between. */
function isRightBehind(reading: Reading, verb: Node): boolean {
  if (reading.comma) return false;
  for (let at = verb.at + 1; at < reading.at; at += 1) {
    const unit = unitAt(reading, at);
    if (unit === undefined || (unit.lower !== verb.particle && unit.pos !== 'ADV')) return false;
  }
  return true;
}
