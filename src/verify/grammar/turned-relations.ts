import type { Edge, Node } from './graph.ts';

/** "was bombed, killing two", "the bombing killed two". */
export function isEffect(claimed: string, { head, dependent, relation }: Edge, at: Node, of: Node): boolean {
  // "attacked a church, killing two": two were killed when a church was attacked
  if (/^adv:(when|as)$/.test(claimed))
    return relation === 'ing' && head === of && dependent === at && HURTING.test(at.unit.lemma);
  if (claimed === 'ing') return head === of && dependent === at && relation === 'subj';
  return claimed === 'subj' && relation === 'ing' && head === of && dependent === at;
}

const HURTING = /^(kill|wound|injure|hurt|damage|destroy|displace)$/;

/** "X, the army's spokesman" and "the army's spokesman X"; "X is ..." of the same. */
export function isTurned(claimed: string, source: string, head: Node, dependent: Node): boolean {
  if (claimed === 'subj') return head.kind !== 'act' && /^(appos|mod)$/.test(source);
  // "Bria, a town" and "the town of Bria"
  if (/^(appos|is)$/.test(claimed) && source === 'p:of') return isPlaceName(head, dependent);
  return /^(appos|is|mod)$/.test(claimed) && /^(appos|is)$/.test(source);
}

function isPlaceName({ unit }: Node, kind: Node): boolean {
  return unit.pos === 'PROPN' && /^(city|town|village|port|island|district|settlement|enclave)$/.test(kind.unit.lemma);
}
