import type { Edge, Graph, Node } from './graph.ts';

/** What a source tells without saying it again: of which country a body is, where a town lies, where somebody was hurt. */
export function withImplied(graph: Graph): Graph {
  const edges = [...graph.edges];
  for (const node of graph.nodes) if (BODY.test(node.unit.lemma)) put(edges, ownership(node, graph));
  for (const edge of graph.edges)
    for (const one of [...placesOf(edge, graph), ...regionsOf(edge, graph)]) put(edges, one);
  for (const edge of graph.edges) for (const one of circumstancesOf(edge, { ...graph, edges })) put(edges, one);
  return { ...graph, edges };
}

/** Bodies that every state has one of. */
const BODY = /^(government|army|military|parliament|cabinet|navy)$/;
const ABROAD = /^(envoy|ambassador|embassy|mission|delegation|diplomat|troop|soldier|ally|neighbour|exile)$/;

/** "Kosovo's central bank said no, but the government promised it": Kosovo's government, if no other state was named. */
function ownership(body: Node, { edges }: Graph): Edge | undefined {
  if (!body.definite || edges.some((edge) => edge.head === body && /^(mod|poss|p:of|num)$/.test(edge.relation))) return;
  if (!edges.some(({ dependent, relation }) => dependent === body && relation === 'subj')) return;
  const named = edges.filter(({ dependent }) => dependent.unit.name?.kind === 'state' && dependent.at < body.at);
  const states = named.filter(
    ({ dependent, relation }) => relation !== 'mod' || dependent.unit.name?.via !== 'demonym',
  );
  if (new Set(states.map(({ dependent }) => dependent.unit.name?.canonical)).size !== 1) return;
  const owner = states.find(({ head, dependent, relation }) => {
    if (relation === 'subj') return head.unit.lemma === 'have';
    if (relation !== 'poss' || dependent.kind !== 'thing' || ABROAD.test(head.unit.lemma)) return false;
    return edges.some((edge) => edge.dependent === head && edge.relation === 'subj');
  });
  return owner && { head: body, dependent: owner.dependent, relation: 'poss', aside: true };
}

/** "in the Sagaing region": in Sagaing. */
function regionsOf(edge: Edge, { edges }: Graph): Edge[] {
  if (edge.relation !== 'p:in' || !/^(region|province|state|district|city|area)$/.test(edge.dependent.unit.lemma))
    return [];
  return edges
    .filter(
      ({ head, dependent, relation }) => head === edge.dependent && relation === 'mod' && dependent.at === head.at - 1,
    )
    .filter(({ dependent }) => dependent.unit.name?.kind === 'place' && dependent.unit.name.via !== 'demonym')
    .map(({ dependent }) => ({ ...edge, dependent }));
}

const PLACE = /^(city|town|village|port|island|district|settlement|enclave|capital)$/;

/** "in Bria, a town in the east of Chad": in the town of Bria, a town in Chad. */
function placesOf({ head, dependent, relation }: Edge, { edges }: Graph): Edge[] {
  if (!/^(appos|p:of)$/.test(relation)) return [];
  const [name, place] = relation === 'appos' ? [head, dependent] : [dependent, head];
  if (!PLACE.test(place.unit.lemma) || name.unit.pos !== 'PROPN') return [];
  const held = edges.filter((edge) => edge.dependent === name && /^p:/.test(edge.relation) && edge.head !== place);
  const regions = edges
    .filter((edge) => (edge.head === place || edge.head === name) && edge.relation === 'p:in')
    .map((edge) => edge.dependent);
  const states = edges.filter(
    (edge) =>
      regions.includes(edge.head) &&
      /^(poss|mod|p:of|p:in)$/.test(edge.relation) &&
      edge.dependent.unit.name?.kind === 'state' &&
      REGION.test(edge.head.unit.lemma),
  );
  return [
    ...held.map((edge) => ({ ...edge, dependent: place })),
    { head: place, dependent: name, relation: 'p:of' },
    ...states.map((edge) => ({ head: place, dependent: edge.dependent, relation: 'p:in' })),
  ];
}

const REGION = /^(region|province|district|state|north|south|east|west|centre|center|coast|territory|area)$/;
const HURTING = /^(kill|wound|injure|hurt|damage|destroy|displace)$/;

/** "exploded in Goma on Friday, killing two": they were killed there and then. */
function circumstancesOf({ head: act, dependent: effect, relation }: Edge, { edges }: Graph): Edge[] {
  if (relation !== 'ing' || !HURTING.test(effect.unit.lemma) || effect.negated) return [];
  const isTold = (edge: Edge) => /^(time|p:(in|near|at|on|outside))$/.test(edge.relation);
  if (edges.some((edge) => edge.head === effect && edge.dependent.at > effect.at && isTold(edge))) return [];
  return edges.filter((edge) => edge.head === act && isTold(edge)).map((edge) => ({ ...edge, head: effect }));
}

function put(edges: Edge[], edge: Edge | undefined): void {
  if (edge === undefined || edge.head === edge.dependent) return;
  if (edges.some((one) => one.head === edge.head && one.dependent === edge.dependent && one.relation === edge.relation))
    return;
  edges.push(edge);
}
