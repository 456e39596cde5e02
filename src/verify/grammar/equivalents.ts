import { isSaying } from './act-words.ts';
import { couldNot, denying, kept, missing, ruledOut, turned, without } from './denied-otherwise.ts';
import { between, completed, given, received, sentBy } from './given-otherwise.ts';
import type { Graph, Node } from './graph.ts';
import { harmedOthers, harmedTogether, struckAndHit } from './harmed-otherwise.ts';
import { another, of, put, type Rule, type Told } from './told.ts';

/** What a source says, with what that says in other words: nodes and edges beside its own, none of them taken away. */
export function withEquivalents(graph: Graph): Graph {
  const told: Told = { nodes: [...graph.nodes], edges: [...graph.edges] };
  for (const verb of graph.nodes) {
    if (verb.kind !== 'act') continue;
    for (const rule of RULES) rule(verb, told);
  }
  return { ...graph, nodes: told.nodes, edges: told.edges };
}

const RULES: readonly Rule[] = [
  arriving,
  facing,
  doingSo,
  turned,
  kept,
  given,
  between,
  sentBy,
  without,
  struckAndHit,
  ruledOut,
  letting,
  harmedTogether,
  adding,
  denying,
  harmedOthers,
  missing,
  completed,
  received,
  reasonBehind,
  couldNot,
];

/** "Mali could face sanctions": there could be sanctions for Mali. */
function facing(verb: Node, told: Told): void {
  if (verb.unit.lemma !== 'face' || verb.passive || verb.particle !== undefined) return;
  const subjects = of(verb, told, /^subj$/);
  for (const object of of(verb, told, /^obj$/)) {
    if (object.kind !== 'thing' || object.unit.kind === 'name') continue;
    const { negated, mood, aspect } = verb;
    const node = another(object, told, { negated, mood, aspect: aspect ?? 'present', telling: true });
    for (const edge of [...told.edges]) {
      if (edge.head === verb && !/^(subj|obj)$/.test(edge.relation)) put(told, { ...edge, head: node });
      if (edge.dependent === verb) put(told, { ...edge, dependent: node });
    }
    for (const subject of subjects) put(told, { head: node, dependent: subject, relation: 'p:for' });
  }
}

/** "is ready to leave and could do so": could leave. */
function doingSo(verb: Node, told: Told): void {
  if (verb.unit.lemma !== 'do') return;
  const so = of(verb, told, /^mod$/).some((node) => node.unit.lower === 'so' && node.at === verb.at + 1);
  if (!so) return;
  const subjects = of(verb, told, /^subj$/);
  const before = told.nodes.filter(
    (node) =>
      node.kind === 'act' &&
      node.text === verb.text &&
      node.at < verb.at &&
      !node.negated &&
      subjects.length > 0 &&
      of(node, told, /^subj$/).some((one) => subjects.includes(one)),
  );
  const last = before.toSorted((a, b) => b.at - a.at)[0];
  if (last === undefined) return;
  const node = another(verb, told, { unit: last.unit, particle: last.particle, passive: last.passive });
  for (const edge of [...told.edges])
    if (edge.head === last && edge.relation !== 'subj') put(told, { ...edge, head: node });
}

/** "let the ships enter": let the ships. */
function letting(verb: Node, told: Told): void {
  if (!/^(let|help|make|see)$/.test(verb.unit.lemma)) return;
  for (const done of of(verb, told, /^comp$/))
    for (const doer of done.passive ? [] : of(done, told, /^subj$/)) {
      put(told, { head: verb, dependent: doer, relation: 'obj' });
      put(told, { head: verb, dependent: done, relation: 'xcomp' });
    }
}

/** "said A, adding that B": said B. */
function adding(verb: Node, told: Told): void {
  if (!/^(say|tell|announce|state|report|write)$/.test(verb.unit.lemma) || verb.negated || verb.mood !== undefined)
    return;
  for (const added of of(verb, told, /^ing$/))
    if (isSaying(added.unit.lemma) && !/^(deny|claim|allege)$/.test(added.unit.lemma))
      for (const said of of(added, told, /^comp$/)) put(told, { head: verb, dependent: said, relation: 'comp' });
}

/** "A, X said, because B": the reason is that of A. */
function reasonBehind(verb: Node, told: Told): void {
  if (!isSaying(verb.unit.lemma)) return;
  const reasons = told.edges.filter(
    ({ head, dependent, relation }) =>
      head === verb && dependent.at > verb.at && /^adv:(because|although)$/.test(relation),
  );
  const said = of(verb, told, /^comp$/).filter((node) => node.at < verb.at && node.kind === 'act');
  const last = said.toSorted((a, b) => b.at - a.at)[0];
  if (last !== undefined) for (const edge of reasons) put(told, { ...edge, head: last, open: true });
}

/** "arrived in Peru" is "reached Peru". */
function arriving(verb: Node, told: Told): void {
  const objects = of(verb, told, /^obj$/);
  if (verb.unit.lemma === 'arrive' && objects.length === 0)
    for (const place of of(verb, told, /^p:(in|to)$/))
      if (place.unit.name !== undefined) put(told, { head: verb, dependent: place, relation: 'obj' });
  if (/^(reach|enter)$/.test(verb.unit.lemma))
    for (const place of objects)
      if (place.unit.name !== undefined) put(told, { head: verb, dependent: place, relation: 'p:in' });
}
