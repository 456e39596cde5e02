import type { Edge, Node } from '../graph.ts';
import type { Reading } from './reading.ts';

/** "blamed Iran for arming the Houthis, who": the Houthis, though the comma closed what they stand in. */
export function innermost({ comma, nodes, edges, at, clause }: Reading): Node | undefined {
  if (!comma) return undefined;
  const near = nodes.find((node) => node.at === at - 2 && node.kind === 'thing');
  if (near === undefined || near.at <= (clause.last?.at ?? 0)) return undefined;
  const isObject = ({ head, dependent, relation }: Edge) =>
    dependent === near && relation === 'obj' && head.kind === 'act' && head !== clause.verb;
  return edges.some(isObject) ? near : undefined;
}
