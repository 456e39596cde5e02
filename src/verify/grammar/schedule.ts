import type { Graph } from './graph.ts';

const SCHEDULED =
  /^(open|reopen|begin|start|resume|end|expire|close|meet|leave|arrive|visit|travel|host|hold|vote|return|launch|take-effect|fly|sail|elect|gather|convene)$/;

/** "opens on Friday": will open on that day, and has not; of a claim and of a source alike. */
export function withSchedule(graph: Graph): Graph {
  for (const verb of graph.nodes) {
    if (!SCHEDULED.test(verb.unit.lemma) || verb.mood !== undefined || verb.aspect !== 'present' || verb.passive)
      continue;
    const day = graph.edges.some(
      ({ head, dependent, relation }) =>
        head === verb && relation === 'time' && dependent.kind === 'time' && !PAST.test(dependent.unit.lower),
    );
    const under = graph.edges.some(({ dependent, relation }) => dependent === verb && /^(adv|p):/.test(relation));
    if (!day || under || verb.kind !== 'act') continue;
    verb.mood = 'will';
    verb.aspect = 'bare';
  }
  return graph;
}

const PAST = /^(now|every|last|this|yesterday|in|since)/;
