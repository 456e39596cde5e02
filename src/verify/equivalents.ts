import { isDeed, isSaying } from './act-words.ts';
import type { Edge, Graph, Node } from './graph.ts';

/** What a source says, with what that says in other words: nodes and edges beside its own, none of them taken away. */
export function withEquivalents(graph: Graph): Graph {
  const told: Told = { nodes: [...graph.nodes], edges: [...graph.edges] };
  for (const verb of graph.nodes) {
    if (verb.kind !== 'act') continue;
    for (const rule of RULES) rule(verb, told);
  }
  return { ...graph, nodes: told.nodes, edges: told.edges };
}

interface Told {
  readonly nodes: Node[];
  readonly edges: Edge[];
}

type Rule = (verb: Node, told: Told) => void;

const RULES: readonly Rule[] = [
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

/** A second node for what is told, with all that is told of the first but what is left out. */
function another(first: Node, told: Told, changes: Partial<Node>, keeps: (edge: Edge) => boolean = () => true): Node {
  const node: Node = { ...first, id: first.id + 1_000 + told.nodes.length, ...changes };
  told.nodes.push(node);
  for (const edge of [...told.edges]) {
    if (edge.head === first && edge.dependent !== node && keeps(edge)) put(told, { ...edge, head: node });
    if (edge.dependent === first && edge.head !== node) put(told, { ...edge, dependent: node });
  }
  return node;
}

function named(node: Node, lemma: string): Node['unit'] {
  return { ...node.unit, text: lemma, lower: lemma, lemma };
}

function put({ edges }: Told, edge: Edge): void {
  if (edge.head === edge.dependent) return;
  if (edges.some((one) => one.head === edge.head && one.dependent === edge.dependent && one.relation === edge.relation))
    return;
  edges.push(edge);
}

function of(verb: Node, { edges }: Told, relation: RegExp): Node[] {
  return edges.filter((edge) => edge.head === verb && relation.test(edge.relation)).map((edge) => edge.dependent);
}

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

/** Of what is not done by the first, the second is done. */
const OPPOSITE: Readonly<Record<string, string>> = {
  stop: 'continue',
  halt: 'continue',
  cease: 'continue',
  end: 'continue',
  allow: 'deny',
  permit: 'deny',
  let: 'deny',
};
/** Who does the first does not do the second. */
const UNDONE: Readonly<Record<string, readonly string[]>> = {
  continue: ['stop'],
  reject: ['accept'],
  rebuff: ['accept'],
  spurn: ['accept'],
  boycott: ['attend', 'join'],
  skip: ['attend'],
  withhold: ['give', 'provide', 'release'],
  lack: ['have'],
  omit: ['mention', 'include'],
  exclude: ['include'],
  ignore: ['answer', 'heed', 'obey'],
};

/** "did not stop" is "continued", "rejected" is "did not accept". */
function turned(verb: Node, told: Told): void {
  if (verb.particle !== undefined || verb.kind !== 'act') return;
  const positive = OPPOSITE[verb.unit.lemma];
  if (verb.negated && positive !== undefined) {
    const node = another(verb, told, { unit: named(verb, positive), negated: false });
    // "did not let the team enter": denied it entry
    if (positive === 'deny') {
      if (of(verb, told, /^(xcomp|comp)$/).length === 0) told.nodes.splice(told.nodes.indexOf(node), 1);
      for (const [at, edge] of told.edges.entries())
        if (edge.head === node && /^(xcomp|comp)$/.test(edge.relation))
          told.edges[at] = { ...edge, relation: 'withheld' };
      for (const whom of of(verb, told, /^obj$/)) put(told, { head: node, dependent: whom, relation: 'p:to' });
    }
  }
  if (verb.negated || verb.mood !== undefined) return;
  if (
    /^(refuse|decline)$/.test(verb.unit.lemma) &&
    of(verb, told, /^(xcomp|comp|ing)$/).length === 0 &&
    of(verb, told, /^obj$/).length === 1
  )
    another(verb, told, { unit: named(verb, 'accept'), negated: true });
  for (const lemma of UNDONE[verb.unit.lemma] ?? []) another(verb, told, { unit: named(verb, lemma), negated: true });
}

/** "barred the ships from entering": did not allow the ships to enter. */
function kept(verb: Node, told: Told): void {
  if (
    !/^(bar|ban|prohibit|forbid|prevent|block|stop)$/.test(verb.unit.lemma) ||
    verb.negated ||
    verb.mood !== undefined
  )
    return;
  const done = of(verb, told, /^p:from$/).filter((node) => node.kind === 'act');
  if (done.length === 0) return;
  const node = another(verb, told, { unit: named(verb, 'allow'), negated: true }, (edge) => edge.relation !== 'p:from');
  for (const act of done) put(told, { head: node, dependent: act, relation: 'xcomp' });
}

const GIVING = /^(give|grant|offer|deny|refuse|hand|send|pay|owe|lend|sell|award|show|promise|provide|supply)$/;

/** "gave the rebels weapons" is "gave weapons to the rebels". */
function given(verb: Node, told: Told): void {
  if (!GIVING.test(verb.unit.lemma) || verb.particle !== undefined) return;
  const objects = of(verb, told, /^obj$/).filter((node) => node.kind === 'thing' || node.kind === 'pronoun');
  const [first, second] = objects.toSorted((a, b) => a.at - b.at);
  const apart =
    first !== undefined && second !== undefined && (verb.passive ? first.at < verb.at && verb.at < second.at : true);
  if (apart && objects.length === 2 && !areJoined(first, second, verb, told))
    put(told, { head: verb, dependent: first, relation: 'p:to' });
}

/** "weapons and food": two of one list are no giver and gift. */
function areJoined(first: Node, second: Node, verb: Node, { nodes }: Told): boolean {
  if (verb.passive) return false;
  const gap = nodes.filter((node) => node.text === first.text && node.at > first.at && node.at < second.at);
  const modifiers = gap.length;
  return second.at - first.at - modifiers > 2 || second.unit.kind === 'name';
}

const AGREED =
  /^(agreement|deal|accord|pact|treaty|truce|ceasefire|armistice|memorandum|talk|negotiation|swap|exchange|contract)s?$/;
const MAKING = /^(sign|reach|conclude|agree|hold|make|begin|start|resume|break|initial|ratify|strike|seal|negotiate)$/;

/** "a truce between Mali and Chad was signed": Mali and Chad signed a truce, and so the other way round. */
function between(verb: Node, told: Told): void {
  if (!MAKING.test(verb.unit.lemma)) return;
  for (const object of of(verb, told, /^obj$/)) {
    if (!AGREED.test(object.unit.lower)) continue;
    const parties = of(object, told, /^p:between$/);
    const subjects = of(verb, told, /^subj$/);
    if (subjects.length === 0 && parties.length > 1)
      for (const party of parties) put(told, { head: verb, dependent: party, relation: 'subj' });
    if (subjects.length > 1 && parties.length === 0 && of(object, told, /^(p:with|poss)$/).length === 0)
      for (const subject of subjects) put(told, { head: object, dependent: subject, relation: 'p:between' });
  }
}

const SENT =
  /^(delegation|team|troop|force|mission|plane|aircraft|ship|warship|envoy|convoy|soldier|representative|negotiator|expert|jet|drone|vessel|tank|observer|unit|medic|official)s?$/;

/** "Chad sent a delegation": a Chadian delegation. */
function sentBy(verb: Node, told: Told): void {
  if (!/^(send|deploy|dispatch|withdraw|recall)$/.test(verb.unit.lemma)) return;
  const subjects = of(verb, told, /^subj$/);
  const [state] = subjects;
  if (subjects.length !== 1 || state?.unit.name?.kind !== 'state') return;
  for (const object of of(verb, told, /^obj$/))
    if (SENT.test(object.unit.lower) && of(object, told, /^(poss|p:of|p:from)$/).length === 0 && !hasName(object, told))
      put(told, { head: object, dependent: state, relation: 'mod' });
}

function hasName(node: Node, told: Told): boolean {
  return of(node, told, /^mod$/).some((one) => one.unit.kind === 'name' || one.unit.pos === 'PROPN');
}

/** "left without signing": did not sign before it left. */
function without(verb: Node, told: Told): void {
  if (!/^(leave|depart|end|adjourn|resign|die|return|finish|conclude|close|expire)$/.test(verb.unit.lemma)) return;
  const undone = of(verb, told, /^p:without$/);
  for (const node of told.nodes)
    if (node.negated && undone.some((one) => one !== node && one.at === node.at && one.unit === node.unit))
      put(told, { head: node, dependent: verb, relation: 'adv:before' });
}

const STRIKING = /^(attack|strike|bomb|shell|raid|bombard|ambush|storm|invade|assault|hit)$/;
const CAUSING = /^(force|kill|wound|injure|displace|destroy|damage|oblige|drive|uproot)$/;

/** "attacked the town and killed five": the attack killed five. */
function struckAndHit(verb: Node, told: Told): void {
  if (!CAUSING.test(verb.unit.lemma) || verb.passive || verb.negated || verb.mood !== undefined) return;
  if (of(verb, told, /^(time|p:(in|at|on|near|across))/).length > 0) return;
  const subjects = of(verb, told, /^subj$/);
  const deeds = told.nodes.filter(
    (node) =>
      node.kind === 'act' &&
      node.text === verb.text &&
      node.at < verb.at &&
      STRIKING.test(node.unit.lemma) &&
      !node.passive &&
      !node.negated &&
      node.mood === undefined &&
      node.clause === verb.clause &&
      of(node, told, /^subj$/).some((one) => subjects.includes(one)),
  );
  const [deed] = deeds;
  if (deed !== undefined && deeds.length === 1) put(told, { head: verb, dependent: deed, relation: 'subj' });
}

/** "ruled out sending troops": will not send them. */
function ruledOut(verb: Node, told: Told): void {
  if (verb.unit.lemma !== 'rule' || verb.particle !== 'out' || verb.negated || verb.mood !== undefined) return;
  for (const done of of(verb, told, /^(xcomp|ing|obj)$/)) {
    if (done.kind !== 'act' && !isDeed(done.unit)) continue;
    const node = another(
      done,
      told,
      { negated: !done.negated, mood: 'will', aspect: 'bare', telling: true },
      () => true,
    );
    for (const edge of told.edges.filter((one) => one.head === verb && /^(subj|time)$/.test(one.relation)))
      if (edge.relation === 'subj') put(told, { ...edge, head: node });
    for (const edge of [...told.edges]) {
      if (edge.dependent === node && edge.head === verb) told.edges.splice(told.edges.indexOf(edge), 1);
      if (edge.dependent === verb) put(told, { ...edge, dependent: node });
    }
  }
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

const HARMED = /^(kill|die|wound|injure|hurt|displace|detain|arrest)$/;

/** "killed three in Mali and wounded two others": the others too. */
function harmedOthers(verb: Node, told: Told): void {
  if (!HARMED.test(verb.unit.lemma) || verb.negated || verb.mood !== undefined) return;
  if (of(verb, told, /^(p:|adv:|time)/).length > 0) return;
  const others = of(verb, told, /^obj$/).some((node) => /^(other|others)$/.test(node.unit.lower) || isMore(node, told));
  const before = told.nodes.filter((node) => node.kind === 'act' && node.text === verb.text && node.at < verb.at);
  const first = before.toSorted((a, b) => b.at - a.at)[0];
  if (!others || first === undefined || !HARMED.test(first.unit.lemma) || first.negated || first.mood !== undefined)
    return;
  const doers = of(first, told, /^subj$/);
  if (!of(verb, told, /^subj$/).every((one) => doers.includes(one))) return;
  for (const edge of told.edges.filter((one) => one.head === first && /^(p:(in|near|at)|time)$/.test(one.relation)))
    put(told, { ...edge, head: verb });
}

function isMore(node: Node, told: Told): boolean {
  return of(node, told, /^(mod|scope)$/).some((one) => /^(other|more|another)$/.test(one.unit.lower));
}

/** "one was killed and two were wounded in the blast": the blast is where both were. */
function harmedTogether(verb: Node, told: Told): void {
  if (!HARMED.test(verb.unit.lemma) || verb.negated || verb.mood !== undefined) return;
  if (of(verb, told, /^(p:|adv:)/).length > 0) return;
  const next = told.nodes.find((node) => node.kind === 'act' && node.text === verb.text && node.at > verb.at);
  if (next === undefined || next === verb || !HARMED.test(next.unit.lemma) || next.negated || next.mood !== undefined)
    return;
  const governors = (node: Node) =>
    told.edges.filter((edge) => edge.dependent === node && /^(comp|adv)/.test(edge.relation)).map((edge) => edge.head);
  if (governors(verb).some((one) => !governors(next).includes(one))) return;
  for (const edge of told.edges.filter((one) => one.head === next && /^(p:(in|during|after)|time)$/.test(one.relation)))
    if (isDeed(edge.dependent.unit) || edge.relation === 'time') put(told, { ...edge, head: verb });
}

/** "said A, adding that B": said B. */
function adding(verb: Node, told: Told): void {
  if (!/^(say|tell|announce|state|report|write)$/.test(verb.unit.lemma) || verb.negated || verb.mood !== undefined)
    return;
  for (const added of of(verb, told, /^ing$/))
    if (isSaying(added.unit.lemma) && !/^(deny|claim|allege)$/.test(added.unit.lemma))
      for (const said of of(added, told, /^comp$/)) put(told, { head: verb, dependent: said, relation: 'comp' });
}

/** "denied that it had left": said that it had not left. */
function denying(verb: Node, told: Told): void {
  if (verb.unit.lemma !== 'deny' || verb.negated || verb.mood !== undefined || verb.passive) return;
  const denied = of(verb, told, /^comp$/).filter((node) => node.kind === 'act');
  const [first] = denied;
  if (first === undefined || denied.length !== 1) return;
  const said = another(verb, told, { unit: named(verb, 'say') }, (edge) => edge.relation !== 'comp');
  const node = another(first, told, { negated: !first.negated });
  for (const edge of told.edges.filter((one) => one.dependent === node && one.head === verb))
    told.edges.splice(told.edges.indexOf(edge), 1);
  put(told, { head: said, dependent: node, relation: 'comp' });
}

/** "did not take part": skipped. */
function missing(verb: Node, told: Told): void {
  const taking = verb.unit.lemma === 'take' && verb.particle === 'part';
  if (!verb.negated || !(taking || /^(attend|participate)$/.test(verb.unit.lemma))) return;
  const skipped = another(verb, told, { unit: named(verb, 'skip'), negated: false, particle: undefined });
  for (const event of of(verb, told, /^p:in$/)) put(told, { head: skipped, dependent: event, relation: 'obj' });
}

const SCHEDULED =
  /^(open|reopen|begin|start|resume|end|expire|close|meet|leave|arrive|visit|travel|host|hold|vote|return|launch|take-effect|fly|sail|elect|gather|convene)$/;

/** "opens on Friday": will open on that day, and has not; of a claim and of a source alike. */
export function withSchedule(graph: Graph): Graph {
  for (const verb of graph.nodes) {
    if (!SCHEDULED.test(verb.unit.lemma) || verb.mood !== undefined || verb.aspect !== 'present' || verb.passive)
      continue;
    const day = graph.edges.some(
      ({ head, dependent, relation }) =>
        head === verb && relation === 'time' && dependent.kind === 'time' && !PAST.test(dependent.unit.lower),
    );
    const under = graph.edges.some(({ dependent, relation }) => dependent === verb && /^(adv|p):/.test(relation));
    if (!day || under || verb.kind !== 'act') continue;
    verb.mood = 'will';
    verb.aspect = 'bare';
  }
  return graph;
}

const PAST = /^(now|every|last|this|yesterday|in|since)/;

/** "a UN operation was completed": the UN completed it. */
function completed(verb: Node, told: Told): void {
  if (
    !/^(complete|finish|conclude|launch)$/.test(verb.unit.lemma) ||
    !verb.passive ||
    of(verb, told, /^subj$/).length > 0
  )
    return;
  for (const object of of(verb, told, /^obj$/)) {
    const owners = of(object, told, /^(mod|poss)$/).filter((node) =>
      /^(state|body|group)$/.test(node.unit.name?.kind ?? ''),
    );
    const [owner] = owners;
    if (owner !== undefined && owners.length === 1 && isDeed(object.unit))
      for (const doing of [verb, ...of(object, told, /^xcomp$/)])
        put(told, { head: doing, dependent: owner, relation: 'subj' });
  }
}

/** "gave the army drones", "the army was given drones": it received them. */
function received(verb: Node, told: Told): void {
  if (!/^(give|grant|hand|award)$/.test(verb.unit.lemma) || verb.particle !== undefined || verb.negated) return;
  const objects = of(verb, told, /^obj$/)
    .filter((node) => node.kind === 'thing')
    .toSorted((a, b) => a.at - b.at);
  const [whom, what] = objects;
  const taker = objects.length === 2 ? whom : of(verb, told, /^p:to$/)[0];
  const gift = objects.length === 2 ? what : objects.length === 1 ? whom : undefined;
  if (taker === undefined || gift === undefined) return;
  const givers = of(verb, told, /^subj$/);
  const node = another(
    verb,
    told,
    { unit: named(verb, 'receive'), passive: false },
    (edge) => !/^(obj|subj|p:to)$/.test(edge.relation),
  );
  put(told, { head: node, dependent: taker, relation: 'subj' });
  put(told, { head: node, dependent: gift, relation: 'obj' });
  for (const giver of givers) put(told, { head: node, dependent: giver, relation: 'p:from' });
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

const ACHIEVED =
  /^(agree|reach|elect|find|form|meet|win|secure|attend|persuade|approve|pass|produce|prevent|stop|enter|leave)$/;

/** "could not agree": did not. */
function couldNot(verb: Node, told: Told): void {
  if (!verb.negated || verb.mood !== 'could' || !ACHIEVED.test(verb.unit.lemma)) return;
  if (told.edges.some(({ head, relation }) => head === verb && /^adv:(if|unless|aslong|until)$/.test(relation))) return;
  if (told.nodes.some((node) => node !== verb && node.text === verb.text && node.at === verb.at && node.negated))
    return;
  another(verb, told, { mood: undefined, aspect: 'done' });
}
