import type { EvidenceSentence } from '../gate.ts';
import { downwardOf, isWord } from './downward.ts';
import type { Edge, Graph, Node } from './graph.ts';
import { isSaidBy, keysOf } from './licence.ts';
import { readClaim, readSource } from './readings.ts';

/** What narrows a word down: which, whose, of what, to whom. */
const NARROWING = /^(mod|poss|p:(of|for|to|from|with|on|against|in|at|by|about|without|over|through|near))$/;
/** Words beside another that leave it as wide as it is. */
const IDLE =
  /^(also|still|already|again|even|just|now|then|so|yet|ever|long|longer|only|first|last|next|all|any|every|each|no|both|such|other|same|own|much|more|most|less|least|few|fewer|immediately|soon)$/;
/** "doubled exports to 5m barrels": how much, and not of what. */
const MEASURE = /^(barrel|ton|tonne|dollar|euro|pound|rouble|yuan|litre|liter|kilometre|mile|metre|degree)$/;

/**
 * Whether a claim leaves out what narrows a word that its sentences deny, forbid or say of all, half or too few of:
 * "banned night flights" bans no flights as such, "lacks trained pilots" may have pilots. To leave it out is to say a
 * broader word, and follows as little.
 */
export function isStripped(claim: string, evidence: readonly EvidenceSentence[]): boolean {
  const own = readClaim(claim);
  const sources = evidence.map(({ text }, index) => readSource(text, index));
  return own.nodes.some((node) => {
    if (!isWord(node)) return false;
    const said = sources.flatMap((graph) =>
      graph.nodes
        .filter((one) => isWord(one) && one.negated === node.negated && isSaidBy(keysOf(node), keysOf(one)))
        .map((one) => isWithout(one, graph, own)),
    );
    return said.length > 0 && said.every((stripped) => stripped);
  });
}

function isWithout(word: Node, graph: Graph, claim: Graph): boolean {
  // what is denied with "not" is looked at where its place is searched
  if (!downwardOf(graph).has(word) || (word.kind === 'act' && word.negated)) return false;
  return graph.edges.some(
    (edge) => edge.head === word && isNarrowing(edge, graph) && !claim.nodes.some((one) => isSame(one, edge.dependent)),
  );
}

function isNarrowing({ head, dependent, relation, open, aside }: Edge, { edges }: Graph): boolean {
  if (aside || !NARROWING.test(relation) || IDLE.test(dependent.unit.lower)) return false;
  if (/^(pronoun|time|number)$/.test(dependent.kind) || dependent.kind === 'act') return false;
  if (MEASURE.test(dependent.unit.lemma)) return false;
  if (!open) return true;
  const heads = edges
    .filter((edge) => edge.dependent === dependent && edge.relation === relation)
    .map((edge) => edge.head);
  const nearest = heads.toSorted((a, b) => b.at - a.at).find(({ at }) => at < dependent.at);
  if (nearest === head) return true;
  // "refused to attend the summit in Lima": the summit is in Lima
  return head.kind === 'act' && /^p:(to|with|from|at|by|through|without)$/.test(relation) && nearest?.kind === 'thing';
}

function isSame(one: Node, other: Node): boolean {
  if (one.unit.lower === other.unit.lower) return true;
  if (one.unit.name !== undefined || other.unit.name !== undefined)
    return one.unit.name?.canonical === other.unit.name?.canonical;
  return isSaidBy(keysOf(one), keysOf(other)) || isSaidBy(keysOf(other), keysOf(one));
}
