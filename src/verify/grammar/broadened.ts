import type { EvidenceSentence } from '../gate.ts';
import { downwardOf, isEven, isWord } from './downward.ts';
import type { Graph, Node } from './graph.ts';
import { isSaidBy, keysOf } from './licence.ts';
import { readClaim, readSource } from './readings.ts';

/**
 * Whether a claim says with a broader word what its sentences deny, forbid, suppose, or say of all or the first of the
 * narrow one: "did not murder him", "did not kill him". Both proofs ask it.
 */
export function isBroadened(claim: string, evidence: readonly EvidenceSentence[]): boolean {
  const own = readClaim(claim);
  const down = downwardOf(own);
  const sources = evidence.map(({ text }, index) => readSource(text, index));
  return own.nodes.some((node) => isWord(node) && isBroader(node, down.has(node), sources));
}

function isBroader(node: Node, isDown: boolean, sources: readonly Graph[]): boolean {
  const said = sources.flatMap((graph) =>
    graph.nodes
      .filter((one) => isWord(one) && isSaidBy(keysOf(node), keysOf(one)))
      .map((one) => ({ even: isEven(node, one), down: downwardOf(graph).has(one) })),
  );
  return said.length > 0 && said.every(({ even, down }) => !even && (isDown || down));
}
