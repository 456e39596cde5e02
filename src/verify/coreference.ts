import type { Edge, Node } from './graph.ts';
import { isSaidBy, keysOf } from './licence.ts';
import type { Pool } from './standing.ts';

/** Nouns that stand for what the sentence before them tells. */
const SUMMARY = /^(decision|move|step|measure)$/;

/**
 * Nodes of different sentences of one article that are one thing: "guard posts" and then "the posts", where no other
 * posts were named before. Pronouns are in no such pair: whom they stand for, the sentence before them tells, and that
 * one may not be cited.
 */
export function namedAgain({ nodes, edges, articles }: Pool): (readonly [Node, Node])[] {
  if (new Set(articles).size === articles.length && articles.length > 1) return [];
  return nodes.flatMap((later) => {
    if (!isPointingBack(later) || edges.some((edge) => edge.head === later && NARROWING.test(edge.relation))) return [];
    const named = nodes.filter((one) => one !== later && one.kind === 'thing' && isSameNoun(one, later));
    const [first, ...others] = named;
    if (first === undefined || others.length > 0 || first.text >= later.text || first.none) return [];
    return isOneArticle(first, later, articles) ? [[first, later] as const] : [];
  });
}

const NARROWING = /^(mod|num|poss|scope|p:.*|appos)$/;

function isPointingBack({ kind, unit, definite }: Node): boolean {
  return kind === 'thing' && definite && unit.kind === 'word' && unit.pos === 'NOUN';
}

function isSameNoun(one: Node, other: Node): boolean {
  return one.unit.pos === 'NOUN' && one.unit.lemma === other.unit.lemma && one.plural === other.plural;
}

function isOneArticle(one: Node, other: Node, articles: Pool['articles']): boolean {
  const article = articles[one.text];
  return article !== undefined && article === articles[other.text];
}

/** "accused Chad of an attack. Chad did not comment on the accusation": an accusation on which Chad did not comment. */
export function isSummed(act: Node, noun: Node, { nodes, edges, articles }: Pool): boolean {
  if (act.kind !== 'act' || act.negated || act.mood !== undefined || !isPointingBack(noun)) return false;
  if (noun.text <= act.text || !isOneArticle(act, noun, articles)) return false;
  if (edges.some((edge) => edge.head === noun && NARROWING.test(edge.relation))) return false;
  if (edges.some((edge) => edge.dependent === act && /^(comp|xcomp|adv|ing|p:)/.test(edge.relation))) return false;
  const earlier = nodes.filter((one) => one.text < noun.text);
  if (SUMMARY.test(noun.unit.lemma)) return !earlier.some((one) => one.unit.lemma === noun.unit.lemma);
  const named = earlier.filter((one) => /act|thing/.test(one.kind) && isSaidBy(keysOf(noun), keysOf(one)));
  return named.length === 1 && named[0] === act;
}

/** "decided to build outposts, a step that Chad opposed": the step is what was decided. */
export function isSummary({ head, dependent, relation }: Edge): boolean {
  return relation === 'appos' && head.kind === 'act' && !head.negated && SUMMARY.test(dependent.unit.lemma);
}
