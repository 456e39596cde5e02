import { isSummary } from './coreference.ts';
import type { Edge, Node } from './graph.ts';

/**
 * Nodes that are said to be one: a person or group with a name, and what a title or an apposition says that they are
 * ("Ana Ruiz, the mayor", "mayor Ana Ruiz", "Ana Ruiz is the mayor"). Every node is among its own.
 */
export function identities(nodes: readonly Node[], edges: readonly Edge[]): ReadonlyMap<Node, readonly Node[]> {
  const same = new Map<Node, Node[]>(nodes.map((node) => [node, [node]]));
  for (const { head, dependent, relation } of edges) {
    if (isSummary({ head, dependent, relation })) {
      same.get(head)?.push(dependent);
      same.get(dependent)?.push(head);
      continue;
    }
    const [named, told] = isNamed(head) ? [head, dependent] : [dependent, head];
    if (!isNamed(named) || !isRole(told)) continue;
    const one =
      relation === 'appos' ||
      (relation === 'subj' && head === told && !told.negated && told.mood === undefined) ||
      (relation === 'mod' && head === named && ROLE.test(told.unit.lemma));
    if (!one) continue;
    same.get(named)?.push(told);
    same.get(told)?.push(named);
  }
  return same;
}

function isNamed({ unit, kind }: Node): boolean {
  if (kind !== 'thing') return false;
  if (unit.kind === 'name') return unit.name?.kind !== 'state' && unit.name?.kind !== 'place';
  return unit.pos === 'PROPN' && /^\p{Lu}/u.test(unit.text);
}

function isRole({ unit, kind }: Node): boolean {
  return (
    kind === 'thing' &&
    unit.kind === 'word' &&
    (unit.pos === 'NOUN' || ROLE.test(unit.lemma)) &&
    !/s$/.test(unit.lower.replace(/ss$/, ''))
  );
}

/** Nouns for what a person or a group is. */
const ROLE =
  /^(president|minister|commander|chief|leader|spokesman|spokeswoman|spokesperson|envoy|ambassador|negotiator|governor|mayor|general|colonel|officer|official|director|head|secretary|chairman|chairwoman|speaker|lawmaker|senator|premier|chancellor|king|emir|sultan|bishop|judge|prosecutor|analyst|adviser|advisor|commissioner|representative|deputy|ruler|warlord|rebel|group|movement|militia|alliance|party|agency|organisation|organization|company|coalition|bloc|front|brother|sister|widow|founder|captain|admiral|commodore|professor|doctor|lawyer|activist|coordinator|politician|economist|historian|member|mediator|diplomat|guerrilla|faction|network|charity|newspaper|broadcaster|ship|vessel|tanker|town|city|village|island|province|district|region)$/;
