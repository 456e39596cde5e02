import type { Edge, Graph, Node } from './graph.ts';
import { parallelObject } from './parallel.ts';
import { soleName, soleState } from './sole-names.ts';

/** Words that point back to something named before: pronouns, and "the country" for a state. */
const KINDS =
  /^(country|nation|state|group|organi[sz]ation|movement|bloc|city|town|company|region|territory|island|village|port|province|district|enclave|government|agency|army|ministry|alliance)$/;
const THIRD = /^(he|him|his|she|her|hers|it|its|they|them|their|himself|herself|itself|themselves)$/;
const FIRST = /^(i|we|me|us|my|our)$/;

/** "his country" of a claim: whose it is, the word itself says. */
export function isIdle(node: Node, { edges }: Pick<Graph, 'edges'>): boolean {
  return (
    node.kind === 'pronoun' &&
    edges.some((edge) => edge.dependent === node && edge.relation === 'poss' && LAND.test(edge.head.unit.lemma))
  );
}

export const LAND = /^(country|nation|state|territory|island)$/;

export function isPointing(node: Node): boolean {
  return (
    (node.kind === 'pronoun' && THIRD.test(node.unit.lower)) || (node.kind === 'thing' && KINDS.test(node.unit.lemma))
  );
}

/** Whom a word that points back can stand for in its own sentence: the nearest of those before it, first. */
export function antecedentsOf(node: Node, graph: Pick<Graph, 'edges'>): Node[] {
  if (node.kind === 'thing') {
    const named = soleName(node, graph);
    if (named !== undefined) return [named];
  }
  const own = graph.edges.filter((edge) => edge.dependent === node);
  const owner = own.some((edge) => edge.relation === 'poss');
  const subject = own.some((edge) => isSubject(edge));
  const before = graph.edges
    .filter(
      (edge) => edge.dependent.text === node.text && edge.dependent.at < node.at && edge.dependent.kind === 'thing',
    )
    .filter((edge) => !own.some((one) => one.head === edge.dependent))
    .filter((edge) => node.kind !== 'pronoun' || canBe(node, edge.dependent, graph));
  const subjects = nearest(before.filter((edge) => isSubject(edge) && (owner || !sharesAct(edge, own))));
  const roots = before.filter(
    (edge) =>
      edge.relation === 'subj' &&
      edge.head.kind === 'act' &&
      !graph.edges.some((one) => one.dependent === edge.head && /^(xcomp|comp|adv|ing|p:)/.test(one.relation)),
  );
  const state = owner ? soleState(node, graph) : undefined;
  if (state !== undefined) subjects.push(state);
  subjects.push(...ownersOf(node, own, graph));
  if (owner || subject) return [...new Set([...subjects, ...nearest(roots)])];
  const objects = nearest(before.filter((edge) => edge.relation === 'obj' && !isSubject(edge)));
  return [...objects, ...subjects];
}

/** "Peru's foreign minister said that it would": Peru would. */
function ownersOf(node: Node, own: readonly Edge[], { edges }: Pick<Graph, 'edges'>): Node[] {
  if (!/^(it|its)$/.test(node.unit.lower)) return [];
  const before = edges.filter(
    (edge) => edge.relation === 'subj' && edge.dependent.text === node.text && edge.dependent.at < node.at,
  );
  return nearest(before.filter((edge) => !sharesAct(edge, own))).flatMap((subject) =>
    edges
      .filter(
        ({ head, dependent, relation }) => head === subject && /^(poss|mod)$/.test(relation) && isOwner(dependent),
      )
      .map(({ dependent }) => dependent),
  );
}

function isOwner({ unit }: Node): boolean {
  return /^(state|body|group)$/.test(unit.name?.kind ?? '') && unit.name?.via !== 'demonym';
}

function isSubject({ head, relation }: Edge): boolean {
  return relation === 'subj' || (relation === 'obj' && head.passive);
}

function sharesAct(edge: Edge, own: readonly Edge[]): boolean {
  return own.some((one) => one.head === edge.head);
}

function nearest(edges: readonly Edge[]): Node[] {
  const found = edges.map((edge) => edge.dependent);
  const last = Math.max(-1, ...found.map((node) => node.at));
  return [...new Set(found.filter((node) => node.at === last))];
}

/** The only one that a pronoun of a source can stand for, where there is only one. */
export function soleAntecedent(node: Node, graph: Pick<Graph, 'edges'>): Node | undefined {
  const known = antecedents.get(graph) ?? new Map<Node, Node | undefined>();
  antecedents.set(graph, known);
  if (!known.has(node)) known.set(node, findAntecedent(node, graph));
  return known.get(node);
}

const antecedents = new WeakMap<Pick<Graph, 'edges'>, Map<Node, Node | undefined>>();

function findAntecedent(node: Node, graph: Pick<Graph, 'edges'>): Node | undefined {
  if (FIRST.test(node.unit.lower)) return undefined;
  if (node.kind === 'thing') return KINDS.test(node.unit.lemma) ? soleName(node, graph) : undefined;
  if (!THIRD.test(node.unit.lower)) return undefined;
  const own = graph.edges.filter((edge) => edge.dependent === node);
  const parallel = parallelObject(node, graph);
  if (parallel !== undefined) return parallel;
  const suffers = /^(it|him|her|them)$/.test(node.unit.lower);
  const before = graph.edges.filter(
    (edge) =>
      isSubject(edge) &&
      edge.dependent.text === node.text &&
      edge.dependent.at < node.at &&
      edge.dependent.kind === 'thing' &&
      // "Chad seized a lorry and burned it" is not Chad
      !(suffers && own.some((one) => one.relation === 'obj' && !one.head.passive && one.head === edge.head)) &&
      !own.some((one) => one.head === edge.dependent),
  );
  const subjects = [...new Set(before.map((edge) => edge.dependent))].filter((one) => canBe(node, one, graph));
  if (subjects.some((one) => hasRival(node, one, graph))) return undefined;
  return subjects.length === 1 ? subjects[0] : undefined;
}

/** "The rebels met the soldiers after they had fled": either may have. */
function hasRival(pronoun: Node, subject: Node, { edges }: Pick<Graph, 'edges'>): boolean {
  if (!/^(he|she|they|it)$/.test(pronoun.unit.lower)) return false;
  return edges.some(
    ({ head, dependent, relation }) =>
      relation === 'obj' &&
      (pronoun.unit.lower !== 'it' || !isToldTo(head, pronoun, edges)) &&
      !head.passive &&
      dependent !== subject &&
      dependent.text === pronoun.text &&
      dependent.at > subject.at &&
      dependent.at < pronoun.at &&
      (pronoun.unit.lower === 'it'
        ? isBody(dependent)
        : PERSON.test(dependent.unit.lemma) || CROWD.test(dependent.unit.lemma)) &&
      (/^(he|she|it)$/.test(pronoun.unit.lower) ? !dependent.plural : dependent.plural),
  );
}

/** What acts as one: a state, a group, an army. */
function isBody({ unit }: Node): boolean {
  return unit.name !== undefined
    ? /^(state|group|body)$/.test(unit.name.kind) && unit.name.via !== 'demonym'
    : BODIES.test(unit.lemma);
}

/** "X told Y that it would", "X warned Y it would": what X says is of X. */
function isToldTo(act: Node, pronoun: Node, edges: readonly Edge[]): boolean {
  return edges.some(
    ({ head, dependent, relation }) =>
      head === act &&
      /^(comp|xcomp)/.test(relation) &&
      (dependent.at > pronoun.at || edges.some((edge) => edge.head === dependent && edge.dependent === pronoun)),
  );
}

const CROWD =
  /^(soldier|rebel|fighter|gunman|militant|insurgent|troop|policeman|guard|protester|civilian|villager|worker|refugee|migrant|prisoner|hostage|student|child|woman|man|people|resident|settler|leader|official|lawyer|journalist|pirate|sailor|pilot)$/;

/** "Japan and Chile said their envoys would meet": those who are the subjects of one act, where no other has any. */
export function soleGroup(pronoun: Node, { edges }: Pick<Graph, 'edges'>): Node[] {
  if (!/^(they|them|their)$/.test(pronoun.unit.lower)) return [];
  const before = edges.filter(
    (edge) => isSubject(edge) && edge.dependent.text === pronoun.text && edge.dependent.at < pronoun.at,
  );
  const subjects = [...new Set(before.map((edge) => edge.dependent))];
  const named = subjects.every(({ unit }) => unit.name !== undefined);
  const shared = before.every(({ head }) =>
    subjects.every((one) => before.some((edge) => edge.head === head && edge.dependent === one)),
  );
  return subjects.length > 1 && named && shared ? subjects : [];
}

/** What only somebody is. */
export const PERSON =
  /^(president|minister|commander|chief|leader|spokesman|spokeswoman|spokesperson|envoy|ambassador|negotiator|governor|mayor|general|colonel|officer|official|director|head|secretary|chairman|speaker|lawmaker|senator|premier|chancellor|king|emir|sultan|bishop|judge|prosecutor|analyst|adviser|commissioner|representative|deputy|ruler|man|woman|father|mother|brother|sister|son|daughter)$/;

/** "it" is nobody with an office, "he" and "she" are nobody without a name or one. */
function canBe(pronoun: Node, one: Node, { edges }: Pick<Graph, 'edges'>): boolean {
  const named = one.unit.pos === 'PROPN' && one.unit.name === undefined;
  const person =
    PERSON.test(one.unit.lemma) ||
    (named &&
      edges.some(
        (edge) =>
          edge.head === one &&
          /^(mod|appos)$/.test(edge.relation) &&
          (PERSON.test(edge.dependent.unit.lemma) || edge.dependent.unit.pos === 'PROPN'),
      ));
  if (/^(it|its|itself)$/.test(pronoun.unit.lower)) return !person && !one.plural;
  if (/^(he|him|his|she|her|hers)$/.test(pronoun.unit.lower)) return person || named;
  // "the plant lost power, and although its reactors are shut, they need water"
  if (/^(they|them|their|themselves)$/.test(pronoun.unit.lower))
    return one.plural || one.unit.pos !== 'NOUN' || person || BODIES.test(one.unit.lemma);
  return true;
}

/** One that is many. */
const BODIES =
  /^(army|police|group|government|ministry|council|team|crew|company|party|union|court|parliament|agency|delegation|family|militia|force|military|navy|side|staff|opposition|movement|community|alliance|coalition|bank|mission|committee|commission|junta|organi[sz]ation|charity|gang|crowd|public|people|cabinet|state|country|unit|brigade|battalion)$/;

/** "We have not attacked anybody," the group said: "it has not". */
export function isOfSpeaker(claimed: Node, source: Node): boolean {
  if (source.kind !== 'pronoun' || !FIRST.test(source.unit.lower)) return false;
  if (claimed.kind === 'thing')
    return (
      /^(we|us|our)$/.test(source.unit.lower) &&
      /^(country|government|group|army|movement|organi[sz]ation)$/.test(claimed.unit.lemma)
    );
  return claimed.kind === 'pronoun' && (THIRD.test(claimed.unit.lower) || FIRST.test(claimed.unit.lower));
}
