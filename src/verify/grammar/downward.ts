import type { Edge, Graph, Node } from './graph.ts';
import { isSaidBy, keysOf } from './licence.ts';

/** Verbs whose content is not so or must not be: who denies or forbids the narrow does not deny or forbid the broad. */
const DENYING =
  /^(deny|refuse|decline|ban|bar|prohibit|forbid|outlaw|lack|rule|refrain|avoid|oppose|doubt|dispute|fail|stop|cease|quit|halt|prevent|keep|dissuade|deter|discourage|abstain|suspend|end|freeze|close|shut|lift|cut|double|triple|quadruple|halve|increase|raise|reduce|lower)$/;
/** Of these what is done to a thing is done to one that is there: "stopped a lorry". */
const OF_ONE =
  /^(stop|cease|quit|halt|prevent|keep|oppose|dispute|rule|deter|suspend|end|freeze|close|shut|lift|cut|double|triple|quadruple|halve|increase|raise|reduce|lower)$/;
/** "wheat imports doubled": those of wheat, and not all. */
const CHANGING = /^(double|triple|quadruple|halve|surge|soar|plummet|plunge|dwindle|shrink|rise)$/;
const MEASURED = /^(fall|drop|grow|decline|increase|decrease)$/;
const COUNTING =
  /^(all|every|each|any|anybody|no|none|only|few|fewer|less|neither|nobody|hardly|scarcely|barely|rarely|seldom|most|half|longer|percent|majority|third|quarter)$/;
const SINGLING =
  /^(only|sole|first|second|third|fourth|fifth|last|next|final|fewer|less|few|most|longer|hardly|barely|rarely|seldom|scarcely|\w{2,}est)$/;
const CONDITION = /^(adv:(if|unless|lest|provided|until|aslong)|p:(without|except|than|unless|until|if))$/;
const INSIDE = /^(subj|obj|comp|xcomp|ing|mod|p:(of|to|from|with|for|against|on|at|by|into|about|over|between))/;

/**
 * Words that a broader word does not follow from: what is denied, forbidden, lacking, a condition, of all or of the
 * first. "No soldier was killed" leaves open whether anybody was. In logic: the places where a sentence is not upward
 * monotone (https://plato.stanford.edu/entries/generalized-quantifiers/#MonotonicityProperties).
 */
export function downwardOf(graph: Pick<Graph, 'nodes' | 'edges'>): ReadonlySet<Node> {
  const found = known.get(graph) ?? findDownward(graph);
  known.set(graph, found);
  return found;
}

const known = new WeakMap<Pick<Graph, 'nodes' | 'edges'>, ReadonlySet<Node>>();

function findDownward({ nodes, edges }: Pick<Graph, 'nodes' | 'edges'>): ReadonlySet<Node> {
  const own = new Map<Node, Edge[]>();
  for (const edge of edges) own.set(edge.head, [...(own.get(edge.head) ?? []), edge]);
  const down = new Set<Node>();
  const spread = (node: Node) => {
    if (down.has(node)) return;
    down.add(node);
    for (const { dependent, relation } of own.get(node) ?? [])
      if (INSIDE.test(relation) && !isOneThatIs(dependent, own)) spread(dependent);
  };
  for (const node of nodes) if (node.negated || node.none || /^(most|less)$/.test(node.hedge ?? '')) spread(node);
  for (const edge of edges) for (const node of underOf(edge, own)) spread(node);
  return down;
}

/** What an edge puts where nothing broader follows. */
function underOf({ head, dependent, relation }: Edge, own: ReadonlyMap<Node, readonly Edge[]>): readonly Node[] {
  const word = dependent.unit.lower;
  if (relation === 'scope' && COUNTING.test(word)) return [head];
  if (relation === 'mod' && SINGLING.test(word)) return [head];
  if (relation === 'num' && /^(most|less|only)$/.test(dependent.hedge ?? '')) return [head];
  if (relation === 'p:of' && COUNTING.test(head.unit.lower)) return [dependent];
  if (CONDITION.test(relation)) return isOneThatIs(dependent, own) ? [] : [dependent];
  if (relation === 'subj' && isChange(head, own)) return isOfMany(dependent, own) ? [dependent] : [];
  if (head.kind !== 'act' || !(DENYING.test(head.unit.lemma) || relation === 'p:against')) return [];
  if (/^(comp|xcomp|ing|p:from)/.test(relation) && dependent.kind === 'act') return [dependent];
  if (relation === 'p:against' && /^(warn|caution|advise|argue|decide|vote)$/.test(head.unit.lemma))
    return isOneThatIs(dependent, own) ? [] : [dependent];
  if (relation !== 'obj' || (OF_ONE.test(head.unit.lemma) && !isOfMany(dependent, own))) return [];
  if (!isOneThatIs(dependent, own)) return [dependent];
  return (own.get(dependent) ?? [])
    .filter((edge) => edge.relation === 'p:of' && !isOneThatIs(edge.dependent, own))
    .map((edge) => edge.dependent);
}

function isChange(head: Node, own: ReadonlyMap<Node, readonly Edge[]>): boolean {
  const relations = (own.get(head) ?? []).map(({ relation }) => relation);
  if (relations.includes('obj')) return false;
  return (
    CHANGING.test(head.unit.lemma) ||
    (MEASURED.test(head.unit.lemma) && relations.some((one) => /^(measure|p:by)$/.test(one)))
  );
}

/** "suspended inspections": those of a kind, and not the ones that were there. */
function isOfMany(node: Node, own: ReadonlyMap<Node, readonly Edge[]>): boolean {
  if (!node.plural && !/^(aid|trade|cooperation|help|support|funding|training)$/.test(node.unit.lemma)) return false;
  return !(own.get(node) ?? []).some(({ relation }) => relation === 'num');
}

/** "the treaty", "its navy": one that is there, of which a broader word can be said wherever it stands. */
function isOneThatIs(node: Node, own: ReadonlyMap<Node, readonly Edge[]>): boolean {
  if (node.kind === 'time' || node.kind === 'number' || node.kind === 'pronoun') return true;
  if (node.kind !== 'thing') return false;
  if (node.unit.name !== undefined || (node.unit.pos === 'PROPN' && node.at > 0) || node.definite) return !node.none;
  return (own.get(node) ?? []).some(({ relation }) => relation === 'poss');
}

/** Whether two words say the same: each can stand for the other, so that it makes no difference where they stand. */
export function isEven(claimed: Node, source: Node): boolean {
  return isSaidBy(keysOf(source), keysOf(claimed));
}

/** Whether a word is one that can be broader or narrower than another at all. */
export function isWord({ unit, kind, at }: Node): boolean {
  if (unit.kind !== 'word' || unit.name !== undefined || !/^(act|thing|quality)$/.test(kind)) return false;
  // the first word of a sentence is taken for a name for its capital alone
  return unit.pos !== 'PROPN' || at === 0;
}
