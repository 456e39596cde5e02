import { namedAgain } from './coreference.ts';
import type { Node } from './graph.ts';
import { identities } from './identity.ts';
import { soleAntecedent, soleGroup } from './reference.ts';
import type { Pool } from './standing.ts';

/** Nodes of sources that are one thing: by a title or apposition, named again in the same article, or by a pronoun. */
export function sameOf(pool: Pool): ReadonlyMap<Node, readonly Node[]> {
  const same = new Map(identities(pool.nodes, pool.edges));
  for (const [first, later] of [...namedAgain(pool), ...meant(pool)]) {
    same.set(first, [...(same.get(first) ?? []), later]);
    same.set(later, [...(same.get(later) ?? []), first]);
  }
  return same;
}

/** Pronouns with the only one of their sentence that they can stand for, or with those who did something together. */
function meant(pool: Pool): (readonly [Node, Node])[] {
  return pool.nodes.flatMap((node): (readonly [Node, Node])[] => {
    if (node.kind !== 'pronoun') return [];
    const one = soleAntecedent(node, pool);
    return (one === undefined ? soleGroup(node, pool) : [one]).map((other) => [other, node] as const);
  });
}
