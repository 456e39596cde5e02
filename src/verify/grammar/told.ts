import type { Edge, Node } from './graph.ts';

/** A reading while what it says in other words is added to it. */
export interface Told {
  readonly nodes: Node[];
  readonly edges: Edge[];
}

/** Adds what one of its verbs says in other words. */
export type Rule = (verb: Node, told: Told) => void;

/** A second node for what is told, with all that is told of the first but what is left out. */
export function another(
  first: Node,
  told: Told,
  changes: Partial<Node>,
  keeps: (edge: Edge) => boolean = () => true,
): Node {
  const node: Node = { ...first, id: first.id + 1_000 + told.nodes.length, ...changes };
  told.nodes.push(node);
  for (const edge of [...told.edges]) {
    if (edge.head === first && edge.dependent !== node && keeps(edge)) put(told, { ...edge, head: node });
    if (edge.dependent === first && edge.head !== node) put(told, { ...edge, dependent: node });
  }
  return node;
}

/** A word in the place of another. */
export function named(node: Node, lemma: string): Node['unit'] {
  return { ...node.unit, text: lemma, lower: lemma, lemma };
}

/** Adds an edge once. */
export function put({ edges }: Told, edge: Edge): void {
  if (edge.head === edge.dependent) return;
  if (edges.some((one) => one.head === edge.head && one.dependent === edge.dependent && one.relation === edge.relation))
    return;
  edges.push(edge);
}

/** What belongs to a word by such a relation. */
export function of(verb: Node, { edges }: Told, relation: RegExp): Node[] {
  return edges.filter((edge) => edge.head === verb && relation.test(edge.relation)).map((edge) => edge.dependent);
}
