import type { Graph, Node } from './graph.ts';
import { LAND, soleAntecedent } from './reference.ts';

/** "sent to Peru, its minister said": of the only state that was named. */
export function soleState(node: Node, { edges }: Pick<Graph, 'edges'>): Node | undefined {
  const named = edges
    .flatMap(({ head, dependent }) => [head, dependent])
    .filter((one) => one.text === node.text && one.at < node.at && one.unit.name?.kind === 'state');
  const names = new Map(named.map((one) => [one.unit.name?.canonical, one]));
  return names.size === 1 ? [...names.values()][0] : undefined;
}

const PLACE = /^(city|town|village|port|province|region|district|enclave|strip|peninsula)$/;
const STATE = /^(country|nation|state|government|territory|island)$/;

/** "his country", "the bloc": the only name before it that is of that kind. */
export function soleName(node: Node, graph: Pick<Graph, 'edges'>): Node | undefined {
  // "his landlocked country" is his, "a neighbouring country" another
  const own = graph.edges.some(
    (edge) => edge.head === node && edge.relation === 'poss' && edge.dependent.kind === 'pronoun',
  );
  if (!own && graph.edges.some((edge) => edge.head === node && /^(mod|num)$/.test(edge.relation))) return undefined;
  if (own && LAND.test(node.unit.lemma)) {
    const state = stateOfOwner(node, graph);
    if (state !== undefined) return state;
  }
  const names = new Map<string, Node>();
  for (const { head, dependent } of graph.edges)
    for (const one of [head, dependent]) {
      const { name } = one.unit;
      if (one.text !== node.text || one.at >= node.at || name === undefined) continue;
      if (
        name.kind === kindOf(node.unit.lemma) ||
        (/^(group|movement)$/.test(node.unit.lemma) && name.kind === 'group')
      )
        names.set(name.canonical, one);
    }
  return names.size === 1 ? [...names.values()][0] : undefined;
}

/** "Minister Ruiz of Peru, speaking in Quito, said her country": hers is the state that she is named with. */
function stateOfOwner(node: Node, graph: Pick<Graph, 'edges'>): Node | undefined {
  const { edges } = graph;
  const pronoun = edges.find((edge) => edge.head === node && edge.relation === 'poss')?.dependent;
  const owner =
    pronoun === undefined || /^(its|their)$/.test(pronoun.unit.lower) ? undefined : soleAntecedent(pronoun, graph);
  const states = edges
    .filter(({ head, relation }) => head === owner && /^(poss|mod|p:(of|for|from))$/.test(relation))
    .map(({ dependent }) => dependent)
    .filter((one) => one.unit.name?.kind === 'state');
  return states.length === 1 ? states[0] : undefined;
}

/** Of what kind the name is that such a word stands for. */
function kindOf(lemma: string): string | undefined {
  if (STATE.test(lemma)) return 'state';
  if (PLACE.test(lemma)) return 'place';
  return /^(bloc|organi[sz]ation|agency|alliance|company)$/.test(lemma) ? 'body' : undefined;
}
