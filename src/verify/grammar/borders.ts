import type { Edge, Node } from './graph.ts';

/**
 * Whether a day or a place stands behind what its head says, promises or agrees: "agreed to meet on Sunday" tells when
 * they are to meet, and not when they agreed. Of what has a span of its own, "voted to extend it by a year on Sunday",
 * a day behind it is none.
 */
export function isBeyond({ head, dependent, relation }: Edge, edges: readonly Edge[]): boolean {
  if (head.kind !== 'act' || !isDayOrPlace(relation, dependent)) return false;
  return edges.some(
    (edge) =>
      edge.head === head &&
      edge.dependent.kind === 'act' &&
      /^(comp|xcomp)/.test(edge.relation) &&
      edge.dependent.text === dependent.text &&
      head.at < edge.dependent.at &&
      edge.dependent.at < dependent.at &&
      !hasSpan(edge.dependent, dependent, edges),
  );
}

function isDayOrPlace(relation: string, { unit }: Node): boolean {
  if (relation === 'time') return true;
  return /^p:(in|at|near)$/.test(relation) && (unit.kind === 'name' || unit.pos === 'PROPN' || unit.kind === 'time');
}

function hasSpan(act: Node, before: Node, edges: readonly Edge[]): boolean {
  return edges.some(
    ({ head, dependent, relation }) =>
      head === act &&
      /^(measure|p:(by|for))$/.test(relation) &&
      SPAN.test(dependent.unit.lower) &&
      dependent.at < before.at,
  );
}

const SPAN = /^(hour|day|week|month|year|decade)s?$/;
