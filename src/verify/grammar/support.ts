import { downwardOf, isEven, isWord } from './downward.ts';
import type { Graph, Node } from './graph.ts';
import { antecedentsOf, isOfSpeaker, isPointing, soleAntecedent } from './reference.ts';
import { type Misfit, Search } from './search.ts';
import { isPeople, isSameCount, isSameManner, type Pool, standsAs } from './standing.ts';

export type Gap =
  | { readonly kind: 'unsaid'; readonly node: Node }
  | { readonly kind: 'manner'; readonly node: Node; readonly of: 'negation' | 'modality' | 'predicate' }
  | { readonly kind: 'relations'; readonly of: Misfit };

/** What of a claim the sources do not say; undefined where they say all of it, each word in the place that it has there. */
export function gapOf(claim: Graph, pool: Pool): Gap | undefined {
  if (!isTied(claim)) return { kind: 'relations', of: 'roles' };
  const places = new Map<Node, Node[]>();
  for (const node of claim.nodes) {
    const said = saidOf(node, claim, pool);
    if (said.length === 0) return { kind: 'unsaid', node };
    const modifier = claim.edges.some((edge) => edge.dependent === node && edge.relation === 'mod');
    const fit = said.filter(
      (one) =>
        isSameManner(node, one) &&
        isPeople(node, claim) === isPeople(one, pool) &&
        isSameCount(node, one, modifier || isModifier(one, pool), isEach(node, claim) && isEach(one, pool)),
    );
    if (fit.length === 0) return { kind: 'manner', node, of: mannerOf(node, said) };
    places.set(node, fit);
  }
  const misfit = new Search(claim, pool, places).misfit();
  return misfit === undefined ? undefined : { kind: 'relations', of: misfit };
}

/** The words of the sources that a word of the claim can be: its own, or one that stands for the same by pointing back. */
function saidOf(node: Node, claim: Graph, pool: Pool): Node[] {
  const own = pool.nodes.filter(
    (one) => (standsAs(node, one, pool) && isWithinReach(node, one, claim, pool)) || isOfSpeaker(node, one),
  );
  if (isPointing(node))
    for (const antecedent of antecedentsOf(node, claim))
      own.push(
        ...pool.nodes.filter(
          (one) => standsAs(antecedent, one, pool) || isSource(antecedent, soleAntecedent(one, pool), pool),
        ),
      );
  if (node.kind === 'thing')
    for (const one of pool.nodes) {
      const antecedent = soleAntecedent(one, pool);
      if (antecedent !== undefined && standsAs(node, antecedent, pool)) own.push(one);
      if (node.unit.name?.kind === 'state' && isOfState(one, node.unit.name.canonical, pool)) own.push(one);
    }
  return [...new Set(own)];
}

/** A broader word reaches no place where only the narrow one is denied, forbidden or a condition. */
function isWithinReach(node: Node, one: Node, claim: Graph, pool: Pool): boolean {
  if (!isWord(node) || !isWord(one) || isEven(node, one)) return true;
  return !downwardOf(claim).has(node) && !downwardOf(pool).has(one);
}

function isSource(claimed: Node, source: Node | undefined, pool: Pool): boolean {
  return source !== undefined && standsAs(claimed, source, pool);
}

/** "Promised to us," said Ukraine's minister: to Ukraine. */
function isOfState(node: Node, state: string, pool: Pool): boolean {
  if (node.kind !== 'pronoun' || !/^(we|us|our)$/.test(node.unit.lower)) return false;
  return pool.edges.some(
    (edge) =>
      edge.relation === 'subj' &&
      edge.head.text === node.text &&
      pool.edges.some((one) => one.head === edge.head && /^comp/.test(one.relation)) &&
      pool.edges.some(
        (one) =>
          one.head === edge.dependent &&
          /^(mod|poss)$/.test(one.relation) &&
          one.dependent.unit.name?.canonical === state,
      ),
  );
}

/** Whether every word of the claim belongs to a statement of it: what hangs on nothing could not be held against anything. */
function isTied({ nodes, edges, roots }: Graph): boolean {
  const tied = new Set<Node>(roots.length > 0 ? roots : nodes.slice(0, 1));
  for (let before = -1; before !== tied.size; ) {
    before = tied.size;
    for (const { head, dependent } of edges) {
      if (tied.has(head)) tied.add(dependent);
      else if (tied.has(dependent)) tied.add(head);
    }
  }
  return roots.length > 0 && nodes.every((node) => tied.has(node));
}

/** "every hostage", "all hostages". */
function isEach(node: Node, { edges }: Pick<Graph, 'edges'>): boolean {
  return edges.some(
    ({ head, dependent, relation }) =>
      head === node && relation === 'scope' && /^(every|each|all)$/.test(dependent.unit.lower),
  );
}

function isModifier(node: Node, pool: Pool): boolean {
  return pool.edges.some((edge) => edge.dependent === node && edge.relation === 'mod');
}

function mannerOf(node: Node, said: readonly Node[]): 'negation' | 'modality' | 'predicate' {
  if (said.every((one) => one.negated !== node.negated)) return 'negation';
  return said.every((one) => one.mood !== node.mood) ? 'modality' : 'predicate';
}
