import type { Node } from './graph.ts';

const SYMMETRIC = /^p:(with|between|and)$/;

/**
 * Whether what a dependent is to its head in a source lets a claim say that it is `claimed`: the same, or the same in
 * the dress of a noun ("X's withdrawal", "withdrawal by X", "X withdrew").
 */
export function isKin(claimed: string, head: Node, dependent: Node, source: string, sourceHead: Node, sourceDependent: Node): boolean {
  if (claimed === source) return true;
  const verb = head.kind === 'act';
  const sourceVerb = sourceHead.kind === 'act';
  if (verb && sourceVerb) return betweenVerbs(claimed, source);
  if (verb) return verbFromNoun(claimed, source, sourceDependent);
  if (sourceVerb) return nounFromVerb(claimed, source, dependent);
  return betweenNouns(claimed, source, head, dependent, sourceDependent);
}

function betweenVerbs(claimed: string, source: string): boolean {
  if (claimed === 'time' && source.startsWith('time')) return false;
  if (/^adv:(when|as|while|after)$/.test(claimed) && claimed === 'adv:when' && source === 'adv:as') return true;
  if (claimed === 'is' && source === 'appos') return true;
  if (/^(comp|xcomp|ing)$/.test(claimed) && /^(comp|xcomp|ing|obj|p:of)$/.test(source)) return claimed !== 'ing' || source === 'ing';
  if (claimed === 'obj' && /^(comp|xcomp|p:of|p:on)$/.test(source)) return source !== 'p:on';
  return sameStep(claimed, source);
}

function sameStep(claimed: string, source: string): boolean {
  for (const step of ['after', 'before', 'because', 'since', 'until', 'despite'])
    if (claimed.endsWith(`:${step}`) && source.endsWith(`:${step}`)) return true;
  return false;
}

/** "X's strike on Y": X struck Y. */
function verbFromNoun(claimed: string, source: string, dependent: Node): boolean {
  if (claimed === 'subj') return /^(subj|poss|p:by|p:between|p:with|p:of)$/.test(source) || (source === 'mod' && dependent.unit.kind === 'name');
  if (claimed === 'obj')
    return /^(obj|p:of|p:on|p:against|p:for|xcomp|comp)$/.test(source) || ((source === 'mod' || source === 'poss') && dependent.unit.kind !== 'name');
  if (claimed === 'mod') return source === 'mod';
  if (claimed === 'xcomp' || claimed === 'comp') return /^(xcomp|comp|p:of|p:for|mod|p:to)$/.test(source);
  if (claimed === 'time') return source === 'time' || source === 'poss';
  return sameStep(claimed, source);
}

/** X struck Y: "X's strike on Y", "the strike by X". */
function nounFromVerb(claimed: string, source: string, dependent: Node): boolean {
  if (source === 'subj')
    return /^(poss|p:by|p:of|p:between|p:with|p:from)$/.test(claimed) || (claimed === 'mod' && dependent.unit.kind === 'name');
  if (source === 'obj')
    return /^(p:of|p:on|p:against|p:for|comp|xcomp)$/.test(claimed) || ((claimed === 'mod' || claimed === 'poss') && dependent.unit.kind !== 'name');
  if (source === 'xcomp' || source === 'comp') return /^(xcomp|comp|p:of|p:for|mod|p:to|obj)$/.test(claimed);
  if (source === 'mod') return claimed === 'mod';
  if (source === 'time') return claimed === 'mod' || claimed === 'poss';
  if (SYMMETRIC.test(source)) return SYMMETRIC.test(claimed) || claimed === 'subj';
  return sameStep(claimed, source);
}

const OWNING = /^(mod|poss|p:of|p:by|subj)$/;

function betweenNouns(claimed: string, source: string, head: Node, dependent: Node, sourceDependent: Node): boolean {
  if (claimed === 'num' || source === 'num' || claimed === 'scope' || source === 'scope') return false;
  if (OWNING.test(claimed) && OWNING.test(source)) return true;
  if (claimed === 'appos' || claimed === 'is') return /^(mod|appos|is|p:of)$/.test(source);
  if (source === 'appos' || source === 'is') return /^(mod|appos)$/.test(claimed);
  const named = dependent.unit.kind === 'name';
  if (claimed === 'mod' || claimed === 'poss') {
    if (named) return source === 'p:in' && (dependent.unit.name?.via !== 'demonym' || isPlace(head)) && isLocated(sourceDependent);
    return /^(p:|obj|xcomp)/.test(source) && !/^p:(without|except|instead|against)$/.test(source);
  }
  if (source === 'mod' || source === 'poss') {
    const demonym = sourceDependent.unit.name?.via === 'demonym';
    if (sourceDependent.unit.kind === 'name') return /^p:(of|from)$/.test(claimed) || (claimed === 'p:in' && !demonym && isLocated(sourceDependent));
    return /^p:(of|for|on|in|to)$/.test(claimed) || claimed === 'obj' || claimed === 'xcomp';
  }
  if (SYMMETRIC.test(claimed) && SYMMETRIC.test(source)) return true;
  if (claimed === 'obj' || source === 'obj') return /^(p:of|p:on|p:for|obj|comp|xcomp)$/.test(claimed) && /^(p:of|p:on|p:for|obj|comp|xcomp)$/.test(source);
  return sameStep(claimed, source);
}

function isLocated({ unit }: Node): boolean {
  return unit.name?.kind === 'place' || unit.name?.kind === 'state';
}

function isPlace({ unit }: Node): boolean {
  return /^(town|city|village|port|province|district|region|island|capital|area|airport|border|coast|camp|hospital|school|market|river|desert|hill|mountain|waters?)s?$/.test(unit.lower);
}
