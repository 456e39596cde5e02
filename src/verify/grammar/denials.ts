import type { Edge, Graph, Node } from './graph.ts';

/** "failed to agree" is "did not agree"; who refused to do it did not do it either, and said more. */
const FAILING = /^(fail)$/;
const REFUSING = /^(refuse|decline)$/;

/** The graph with what is denied in other words as denied: "failed to agree", "unless they agree", "without agreeing". */
export function withDenials(graph: Graph, source: boolean): Graph {
  const edges = graph.edges.map(unless);
  const nodes = [...graph.nodes];
  const gone = new Set<Node>();
  const replaced = new Map<Node, Node>();
  for (const verb of graph.nodes) {
    if (verb.kind !== 'act') continue;
    const all = edges
      .filter((edge) => edge.head === verb && edge.relation === 'xcomp')
      .map((edge) => edge.dependent)
      .filter((one) => one.telling);
    const [done] = all;
    if (done === undefined) continue;
    if (FAILING.test(verb.unit.lemma) && !source) {
      for (const one of all) takeOver(edges, verb, one);
      gone.add(verb);
      replaced.set(verb, done);
    } else if (source && FAILING.test(verb.unit.lemma))
      for (const one of all) {
        nodes.push(denied(edges, verb, one, verb.mood, nodes.length, verb.negated));
        // who failed to do it could not do it
        if (!verb.negated && verb.mood === undefined && verb.aspect === 'done')
          nodes.push(denied(edges, verb, one, 'could', nodes.length));
      }
    else if (source && REFUSING.test(verb.unit.lemma) && !verb.negated && verb.mood === undefined)
      for (const one of all) {
        nodes.push(unagreed(edges, verb, one, nodes.length));
        for (const mood of [undefined, 'will'] as const) nodes.push(denied(edges, verb, one, mood, nodes.length));
      }
  }
  if (source)
    for (const { head, dependent, relation } of graph.edges)
      if (
        relation === 'p:without' &&
        dependent.kind === 'act' &&
        head.kind === 'act' &&
        !head.negated &&
        head.mood === undefined
      )
        nodes.push(denied(edges, head, dependent, undefined, nodes.length));
  return {
    ...graph,
    nodes: nodes.filter((node) => !gone.has(node)),
    edges: edges.filter((edge) => !gone.has(edge.head) && !gone.has(edge.dependent)),
    roots: graph.roots.map((root) => replaced.get(root) ?? root),
  };
}

function unless(edge: Edge, _at: number, all: readonly Edge[]): Edge {
  if (edge.relation !== 'adv:unless') return edge;
  const first = all.find((one) => one.relation === 'adv:unless' && one.dependent === edge.dependent);
  if (first === edge) edge.dependent.negated = !edge.dependent.negated;
  return { ...edge, relation: 'adv:if' };
}

/** What was said of the failing is said of what was not done. */
function takeOver(edges: Edge[], verb: Node, done: Node): void {
  done.negated = done.negated === verb.negated;
  done.mood = verb.mood;
  done.aspect = verb.aspect;
  for (const edge of [...edges]) {
    if (edge.head === verb && edge.dependent !== done) put(edges, { ...edge, head: done });
    if (edge.dependent === verb) put(edges, { ...edge, dependent: done });
  }
  const own = edges.findIndex((edge) => edge.head === verb && edge.dependent === done);
  if (own >= 0) edges.splice(own, 1);
}

/** "refused to send" is "did not agree to send". */
function unagreed(edges: Edge[], verb: Node, done: Node, salt: number): Node {
  const unit = { ...verb.unit, lower: 'agree', lemma: 'agree' };
  const node: Node = { ...verb, id: verb.id + 500 + salt, unit, negated: true };
  for (const edge of [...edges]) {
    if (edge.head === verb) put(edges, { ...edge, head: node });
    if (edge.dependent === verb) put(edges, { ...edge, dependent: node });
  }
  for (const edge of edges.filter((one) => one.head === node && one.dependent === done))
    edges.splice(edges.indexOf(edge), 1, { ...edge, open: true });
  return node;
}

/** A second node beside the verb that was refused: it was not done. */
function denied(edges: Edge[], verb: Node, done: Node, mood: Node['mood'], salt: number, twice = false): Node {
  const node: Node = {
    ...done,
    id: done.id + 500 + salt,
    negated: done.negated === twice,
    mood,
    aspect: mood === undefined ? verb.aspect : 'bare',
  };
  for (const edge of [...edges]) {
    if (edge.head === done) put(edges, { ...edge, head: node });
    if (
      edge.head === verb &&
      (FAILING.test(verb.unit.lemma)
        ? edge.relation !== 'xcomp'
        : /^(subj|time|adv:.*|p:(after|before|during|because))$/.test(edge.relation))
    )
      put(edges, { ...edge, head: node });
    if (edge.dependent === verb) put(edges, { ...edge, dependent: node });
  }
  return node;
}

function put(edges: Edge[], edge: Edge): void {
  if (edge.head === edge.dependent) return;
  if (edges.some((one) => one.head === edge.head && one.dependent === edge.dependent && one.relation === edge.relation))
    return;
  edges.push(edge);
}
