import type { Edge, Graph, Node } from './graph.ts';
import { PEOPLE } from './kin-relations.ts';
import { isSaidBy, keysOf } from './licence.ts';
import { PERSON } from './reference.ts';
import type { Pool } from './standing.ts';

/** Nouns that stand for what the sentence before them tells. */
const SUMMARY = /^(decision|move|step|measure)$/;

/** Nouns for what these verbs tell. */
const TOLD_BY: Readonly<Record<string, RegExp>> = {
  ruling: /^(order|rule|sentence|convict|acquit|overturn|uphold)$/,
  verdict: /^(sentence|convict|acquit|find)$/,
  deal: /^(agree|sign)$/,
  accord: /^(agree|sign)$/,
  appeal: /^(urge|call|appeal)$/,
  call: /^(urge|call|appeal)$/,
  visit: /^(visit|travel|fly)$/,
  trip: /^(visit|travel|fly)$/,
  warning: /^(warn|caution)$/,
  threat: /^(threaten|warn)$/,
};

/**
 * Nodes of different sentences of one article that are one thing: "guard posts" and then "the posts", where no other
 * posts were named before. Pronouns are in no such pair: whom they stand for, the sentence before them tells, and that
 * one may not be cited.
 */
export function namedAgain(pool: Pool): (readonly [Node, Node])[] {
  return pool.nodes.filter(isPointingBack).flatMap((later): (readonly [Node, Node])[] => {
    const members = membersOf(later, pool);
    if (members.length > 0) return members.map((one) => [one, later] as const);
    if (pool.edges.some((edge) => edge.head === later && isNarrowing(edge))) return [];
    const first = firstOf(later, pool);
    return first === undefined ? [] : [[first, later] as const];
  });
}

/** The only thing before it that the noun can stand for. */
function firstOf(later: Node, { nodes, edges, articles }: Pool): Node | undefined {
  const named = nodes.filter((one) => one !== later && one.kind === 'thing' && isSameNoun(one, later));
  const attacks = /^attack$/.test(later.unit.lemma) ? nodes.filter((one) => one !== later && isAttack(one, edges)) : [];
  const [first, ...others] = new Set([...named, ...attacks]);
  if (first === undefined || others.length > 0 || first.none || isUnreal(first, edges)) return;
  if (first.text === later.text) return first.at < later.at ? first : undefined;
  return first.text < later.text && isOneArticle(first, later, articles) ? first : undefined;
}

/** "plans an attack", "may send a convoy", "denied an attack": of nothing that is there. */
function isUnreal(node: Node, edges: readonly Edge[], depth = 0): boolean {
  if (node.negated || node.mood !== undefined || (depth > 0 && UNDONE.test(node.unit.lemma))) return true;
  return edges.some(
    ({ head, dependent, relation }) =>
      dependent === node && depth < 3 && /^(obj|subj|xcomp|p:.*)$/.test(relation) && isUnreal(head, edges, depth + 1),
  );
}

const UNDONE =
  /^(plan|want|threaten|deny|call|urge|demand|propose|seek|consider|discuss|fear|prevent|avert|thwart|foil|offer|ask|request|expect|prepare|promise|vow|pledge|hope|wish|try|attempt|fail|refuse|order|warn|need|oppose|reject|cancel|postpone|delay|suspect|allege)$/;

/** What may be called "the attack" behind it. */
function isAttack({ kind, unit, id }: Node, edges: readonly Edge[]): boolean {
  if (kind === 'act') return /^(attack|strike|raid|shell|bomb|bombard|ambush|storm|hit|fire)$/.test(unit.lemma);
  if (kind !== 'thing' || unit.pos !== 'NOUN') return false;
  if (unit.lemma === 'fire') return edges.some((edge) => edge.head.id === id && edge.relation === 'p:on');
  return /^(attack|strike|raid|shelling|bombing|bombardment|ambush|assault|barrage|shooting)$/.test(unit.lemma);
}

const SIDES = /^(country|nation|state|side|neighbour|government)$/;

/**
 * The states that "the two sides", "both countries", "all three countries" are: those that were named before, where
 * they are as many and nobody else was.
 */
function membersOf(sides: Node, { nodes, edges, articles }: Pool): Node[] {
  if (!SIDES.test(sides.unit.lemma) || !sides.plural) return [];
  const told = edges.filter((edge) => edge.head === sides && isNarrowing(edge));
  if (!told.every((edge) => isCounting(edge))) return [];
  const count = Math.max(
    ...told.map(({ dependent }) => (dependent.unit.lower === 'both' ? 2 : (dependent.unit.value ?? 0))),
  );
  const acts = edges.filter((edge) => edge.dependent === sides && edge.relation === 'subj').map(({ head }) => head);
  if (count < 2 || acts.length === 0) return [];
  const before = nodes.filter((one) =>
    one.text === sides.text ? one.at < sides.at : one.text < sides.text && isOneArticle(one, sides, articles),
  );
  const countries = /^(country|nation|state)$/.test(sides.unit.lemma);
  const parties = before.filter((one) => isParty(one, edges) && (!countries || one.unit.name?.kind === 'state'));
  if (parties.some((one) => one.unit.name?.kind !== 'state')) return [];
  if (new Set(parties.map(({ unit }) => unit.name?.canonical)).size !== count) return [];
  const speaks = (one: Node) =>
    edges.some(
      (edge) =>
        edge.dependent === one &&
        edge.relation === 'subj' &&
        edges.some(({ head, dependent }) => head === edge.head && acts.includes(dependent)),
    );
  return parties.filter(speaks).length > 1 ? [] : parties;
}

/** "Chad and Togo said the two countries agreed": Chad and Togo agreed. */
export function withMembers(graph: Graph): Graph {
  const pool = { ...graph, days: [], articles: [] };
  const groups = graph.nodes.filter((node) => isPointingBack(node) && membersOf(node, pool).length > 0);
  if (groups.length === 0) return graph;
  const gone = new Set([
    ...groups,
    ...graph.edges.filter(({ head }) => groups.includes(head)).map((edge) => edge.dependent),
  ]);
  const edges = graph.edges.flatMap((edge): Edge[] => {
    if (groups.includes(edge.head)) return [];
    if (!groups.includes(edge.dependent)) return [edge];
    return membersOf(edge.dependent, pool).map((dependent) => ({ ...edge, dependent }));
  });
  return { ...graph, edges, nodes: graph.nodes.filter((node) => !gone.has(node)) };
}

function isCounting({ dependent, relation }: Edge): boolean {
  return relation === 'num' || (relation === 'scope' && /^(both|all)$/.test(dependent.unit.lower));
}

/** States, groups, and people of whom no state is told: any of them may be a side. */
function isParty(node: Node, edges: readonly Edge[]): boolean {
  const { unit } = node;
  if (unit.name !== undefined) {
    const venue = edges.some((edge) => edge.dependent === node && edge.relation === 'p:in');
    return unit.name.kind !== 'place' && !(venue && unit.name.kind === 'state');
  }
  if (node.kind !== 'thing' || !(PEOPLE.test(unit.lower) || PERSON.test(unit.lemma))) return false;
  return !edges.some(({ head, dependent }) => head === node && dependent.unit.name?.kind === 'state');
}

function isNarrowing({ relation, dependent, open }: Edge): boolean {
  return /^(mod|num|poss|scope|p:.*|appos)$/.test(relation) && !(open && dependent.unit.pos === 'ADV');
}

function isPointingBack({ kind, unit, definite, plural }: Node): boolean {
  return (
    kind === 'thing' && (definite || (plural && SIDES.test(unit.lemma))) && unit.kind === 'word' && unit.pos === 'NOUN'
  );
}

function isSameNoun(one: Node, other: Node): boolean {
  if (one.unit.pos !== 'NOUN' || one.plural !== other.plural) return false;
  return one.unit.lemma === other.unit.lemma || one.unit.lower === other.unit.lower;
}

function isOneArticle(one: Node, other: Node, articles: Pool['articles']): boolean {
  const article = articles[one.text];
  return article !== undefined && article === articles[other.text];
}

/** "accused Chad of an attack. Chad did not comment on the accusation": an accusation on which Chad did not comment. */
export function isSummed(act: Node, noun: Node, { nodes, edges, articles }: Pool): boolean {
  if (act.kind !== 'act' || act.negated || act.mood !== undefined || !isPointingBack(noun)) return false;
  if (noun.text <= act.text || !isOneArticle(act, noun, articles)) return false;
  if (edges.some((edge) => edge.head === noun && isNarrowing(edge))) return false;
  if (edges.some((edge) => edge.dependent === act && /^(comp|xcomp|adv|ing|p:)/.test(edge.relation))) return false;
  const earlier = nodes.filter((one) => one.text < noun.text);
  if (TOLD_BY[noun.unit.lemma]?.test(act.unit.lemma)) return true;
  if (SUMMARY.test(noun.unit.lemma)) return !earlier.some((one) => one.unit.lemma === noun.unit.lemma);
  const named = earlier.filter((one) => /act|thing/.test(one.kind) && isSaidBy(keysOf(noun), keysOf(one)));
  return named.length === 1 && named[0] === act;
}

/** "decided to build outposts, a step that Chad opposed": the step is what was decided. */
export function isSummary({ head, dependent, relation }: Edge): boolean {
  return relation === 'appos' && head.kind === 'act' && !head.negated && SUMMARY.test(dependent.unit.lemma);
}
