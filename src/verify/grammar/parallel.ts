import type { Edge, Graph, Node } from './graph.ts';

/** "Police stopped the lorry and searched it": what the act before acts on, where both are the same subject's. */
export function parallelObject(pronoun: Node, { edges }: Pick<Graph, 'edges'>): Node | undefined {
  if (!/^(it|them)$/.test(pronoun.unit.lower)) return undefined;
  const own = edges.filter((edge) => edge.dependent === pronoun);
  const act = own.find((edge) => edge.relation === 'obj' && edge.head.kind === 'act')?.head;
  if (act === undefined || own.length > 1) return undefined;
  const doers = subjectsOf(act, edges);
  const before = edges
    .filter(({ head, dependent, relation }) => relation === 'obj' && head.at < act.at && dependent.text === act.text)
    .filter(
      ({ head }) => head.kind === 'act' && !head.passive && subjectsOf(head, edges).some((one) => doers.includes(one)),
    );
  const last = Math.max(-1, ...before.map(({ head }) => head.at));
  const [object, ...others] = before.filter(({ head }) => head.at === last).map(({ dependent }) => dependent);
  if (object?.kind !== 'thing' || others.length > 0 || object.unit.pos !== 'NOUN') return undefined;
  const between = edges.some(({ head }) => head.kind === 'act' && head.at > last && head.at < act.at);
  return between || object.plural !== (pronoun.unit.lower === 'them') ? undefined : object;
}

function subjectsOf(act: Node, edges: readonly Edge[]): Node[] {
  return edges.filter(({ head, relation }) => head === act && relation === 'subj').map(({ dependent }) => dependent);
}
