import { isDeed } from './act-words.ts';
import type { Edge, Graph, Node } from './graph.ts';
import { isIdle } from './reference.ts';

/** Verbs that say of a deed only that it is done: "made an offer", "carried out an attack", "held talks". */
const DOING =
  /^(make|carry|conduct|launch|stage|hold|give|issue|mount|undertake|perform|lodge|pay|take|reach|have|deliver)$/;
/** Verbs that say of a deed only that it was. */
const BEING = /^(come|occur|happen|follow|take|last)$/;
/** Verbs whose subject suffers what is told. */
const SUFFERING = /^(die|perish|take-office)$/;
/** Verbs that say that their subject suffered what their object names, and what it can be. */
const UNDERGOING = /^(suffer|sustain|undergo)$/;
const UNDERGONE =
  /^(injury|wound|damage|harm|attack|assault|bombardment|shelling|bombing|strike|raid|beating|torture|detention|arrest)$/;
/** What begins, ends or changes by itself can also be begun, ended or changed by somebody. */
const BY_ITSELF =
  /^(begin|start|end|resume|open|reopen|close|collapse|stop|halt|continue|explode|expire|rise|fall|increase|drop|restart|burn|spread|widen|escalate|worsen|improve|ease|sink|break|erupt|intensify|grow|flow)$/;

/**
 * The graph with every deed told by itself: "X made an offer to Y" tells of an offer what "X offered Y" tells of
 * offering. `bare` leaves out the verbs that only say that it was done; else they stay beside it.
 */
export function withDeeds(graph: Graph, bare: boolean): Graph {
  const edges: Edge[] = described(graph, graph.edges.map(suffering));
  const gone = new Set<Node>(bare ? graph.nodes.filter((node) => isIdle(node, graph)) : []);
  const replaced = new Map<Node, Node>();
  for (const verb of graph.nodes) {
    if (verb.kind !== 'act') continue;
    const own = edges.filter((edge) => edge.head === verb);
    const deed = deedOf(verb, own, new Set(replaced.values()));
    if (deed === undefined) continue;
    deed.telling = true;
    deed.negated = verb.negated;
    deed.mood = verb.mood;
    deed.aspect = verb.aspect;
    const suffered = UNDERGOING.test(verb.unit.lemma);
    const followed = verb.unit.lemma === 'follow';
    for (const edge of own)
      if (edge.dependent !== deed) put(edges, { ...edge, head: deed, relation: relationOf(edge, suffered, followed) });
    for (const edge of edges.filter((one) => one.dependent === verb)) put(edges, { ...edge, dependent: deed });
    gone.add(verb);
    replaced.set(verb, deed);
  }
  for (const verb of graph.nodes) if (BY_ITSELF.test(verb.unit.lemma) && verb.kind === 'act') turnByItself(edges, verb);
  if (!bare) for (const edge of [...edges]) throughGroup(edges, edge);
  if (!bare || gone.size === 0) return { ...graph, edges };
  return {
    ...graph,
    nodes: graph.nodes.filter((node) => !gone.has(node)),
    roots: graph.roots.map((root) => replaced.get(root) ?? root),
    edges: edges.filter((edge) => !gone.has(edge.head) && !gone.has(edge.dependent)),
  };
}

/** What is suffered is done to its subject; what follows a thing comes after it. */
function relationOf({ relation }: Edge, suffered: boolean, followed: boolean): string {
  if (suffered && relation === 'subj') return 'obj';
  return followed && relation === 'obj' ? 'p:after' : relation;
}

/** "called the law unjust", "described it as unjust": said that it is unjust. */
const DESCRIBING = /^(call|describe|label|term|brand|deem|consider)$/;

function described({ nodes }: Graph, edges: readonly Edge[]): Edge[] {
  const told = [...edges];
  for (const verb of nodes) {
    if (verb.kind !== 'act' || !DESCRIBING.test(verb.unit.lemma) || verb.particle !== undefined || verb.passive)
      continue;
    const objects = edges.filter((edge) => edge.head === verb && edge.relation === 'obj').map((edge) => edge.dependent);
    const [object, second, third] = objects.filter(({ kind }) => kind !== 'quality');
    const qualities = objects.filter(({ kind }) => kind === 'quality');
    const other = edges.find(
      (edge) =>
        edge.head === verb &&
        /^(p:as|mod)$/.test(edge.relation) &&
        edge.dependent.at > Math.max(object?.at ?? 0, verb.at) &&
        edge.dependent.kind !== 'time' &&
        edge.dependent.unit.pos !== 'ADV',
    )?.dependent;
    const whats =
      second === undefined ? (qualities.length > 0 ? qualities : other === undefined ? [] : [other]) : [second];
    if (object === undefined || third !== undefined) continue;
    for (const what of whats) {
      what.telling = true;
      what.aspect ??= 'present';
      for (const edge of [...told])
        if (edge.head === verb && (edge.dependent === object || edge.dependent === what))
          told.splice(told.indexOf(edge), 1);
      told.push({ head: verb, dependent: what, relation: 'comp' }, { head: what, dependent: object, relation: 'subj' });
    }
  }
  return told;
}

const GROUP =
  /^(delegation|group|team|contingent|battalion|handful|dozen|hundred|thousand|crowd|convoy|pair|trio|number|series|batch|couple|crew|unit)s?$/;

/** "A delegation of lawmakers landed": the lawmakers did. */
function throughGroup(edges: Edge[], { head, dependent, relation }: Edge): void {
  if (relation !== 'p:of') return;
  if (GROUP.test(head.unit.lower))
    for (const edge of edges.filter((one) => one.dependent === head && /^(subj|obj)$/.test(one.relation)))
      put(edges, { ...edge, dependent });
  // "in the town of Goma"
  if (PLACE.test(head.unit.lower) && dependent.unit.pos === 'PROPN')
    for (const edge of edges.filter((one) => one.dependent === head)) put(edges, { ...edge, dependent });
}

const PLACE =
  /^(town|city|village|port|province|district|region|island|state|territory|capital|country|enclave|area|camp)$/;

function suffering(edge: Edge): Edge {
  return edge.relation === 'subj' && SUFFERING.test(edge.head.unit.lemma) ? { ...edge, relation: 'obj' } : edge;
}

function deedOf(verb: Node, own: readonly Edge[], told: ReadonlySet<Node>): Node | undefined {
  const objects = own.filter((edge) => edge.relation === 'obj').map((edge) => edge.dependent);
  const [object, ...more] = objects;
  if (object !== undefined && more.length === 0 && DOING.test(verb.unit.lemma) && isDone(verb) && isTold(object))
    return object;
  if (
    object !== undefined &&
    more.length === 0 &&
    UNDERGOING.test(verb.unit.lemma) &&
    !verb.passive &&
    object.kind === 'thing' &&
    UNDERGONE.test(object.unit.lemma)
  )
    return object;
  const subjects = own.filter((edge) => edge.relation === 'subj').map((edge) => edge.dependent);
  const [subject, ...others] = subjects;
  if (
    subject !== undefined &&
    others.length === 0 &&
    (objects.length === 0 || (verb.unit.lemma === 'follow' && !verb.passive)) &&
    BEING.test(verb.unit.lemma) &&
    (isTold(subject) || (told.has(subject) && isToldAlike(subject, verb)))
  )
    return verb.unit.lemma === 'take' && verb.particle !== 'place' ? undefined : subject;
  return undefined;
}

/** "should last an hour and followed talks": one deed is not both meant and done. */
function isToldAlike(deed: Node, verb: Node): boolean {
  return deed.mood === verb.mood && deed.negated === verb.negated && deed.aspect === verb.aspect;
}

/** "carried off", "put off" are other verbs. */
function isDone({ unit, particle }: Node): boolean {
  return particle === undefined || (unit.lemma === 'carry' && particle === 'out');
}

function isTold(node: Node): boolean {
  return node.kind === 'thing' && isDeed(node.unit) && !node.telling;
}

function turnByItself(edges: Edge[], verb: Node): void {
  if (verb.passive) return;
  // "rose 40 percent": what it is measured by is none of it
  if (
    edges.some(
      ({ head, dependent, relation }) =>
        head === verb && relation === 'obj' && !/^(percent|%|point)s?$/.test(dependent.unit.lower),
    )
  )
    return;
  edges.forEach((edge, index) => {
    const thing = edge.dependent;
    if (edge.head !== verb || edge.relation !== 'subj' || thing.kind !== 'thing' || thing.unit.kind === 'name') return;
    if (isDeed(thing.unit) || INANIMATE.test(thing.unit.lemma)) edges[index] = { ...edge, relation: 'obj' };
  });
}

const INANIMATE =
  /^(talk|war|truce|ceasefire|border|crossing|school|market|price|road|bridge|airport|building|fire|siege|protest|election|flight|traffic|trade|work|delivery|gas|oil|water|violence|tension|conflict|summit|mission|visit|season|deal|mandate|curfew|embassy|office|port|fighting|hostilities|shelling|bombing|attack|dispute|number|toll|ship|boat|vessel|bomb|mine|device|rocket)s?$/;

function put(edges: Edge[], edge: Edge): void {
  if (edge.head === edge.dependent) return;
  if (edges.some((one) => one.head === edge.head && one.dependent === edge.dependent && one.relation === edge.relation))
    return;
  edges.push(edge);
}
