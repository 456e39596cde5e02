import { isDeed, isSaying } from './act-words.ts';
import { withMembers } from './coreference.ts';
import { withDeeds } from './deeds.ts';
import { withDenials } from './denials.ts';
import { withEquivalents } from './equivalents.ts';
import type { Graph } from './graph.ts';
import { withImplied } from './implied.ts';
import { kept } from './kept.ts';
import { withSchedule } from './schedule.ts';
import { graphOf } from './syntax/text-graph.ts';

/** Texts that are kept read, and ids that one text can take: both far more than a reply needs. */
const MOST_KEPT = 100;
const IDS = 10_000;

/** A claim as it is held against its sources; negative indices are not of a source. */
export const readClaim: (text: string) => Graph = kept(MOST_KEPT, (text) =>
  withSteps(withDenials(withDeeds(withMembers(withSchedule(graphOf(text, -1, 0))), true), false), true),
);

/** A source, with what it says in other words too; no two indices share an id of a node. */
export function readSource(text: string, index: number): Graph {
  return readIndexed(`${index} ${text}`);
}

const readIndexed = kept(MOST_KEPT, (key): Graph => {
  const index = Number.parseInt(key, 10);
  const text = key.slice(key.indexOf(' ') + 1);
  const graph = graphOf(text, index, (index + 1) * IDS);
  return withSteps(withEquivalents(withDenials(withDeeds(withImplied(withSchedule(graph)), false), true)));
});

/** What a speaker says because of, after or while something else is said to be: both are the speaker's words. */
function withSteps(graph: Graph, soft?: true): Graph {
  const edges = [...graph.edges];
  for (const { head, dependent, relation } of graph.edges)
    if (/^(adv:(because|when|as|after|while|although|since|before|until)|ing)$/.test(relation))
      for (const told of graph.edges)
        if (
          told.dependent === head &&
          /^comp/.test(told.relation) &&
          !(relation === 'adv:while' && isSaying(dependent.unit.lemma)) &&
          !edges.some((edge) => edge.head === told.head && edge.dependent === dependent)
        )
          edges.push({ head: told.head, dependent, relation: told.relation, ...(soft && { soft }) });
  if (soft) return { ...graph, edges };
  // "said the bombing killed two": that there was a bombing the speaker says too
  for (const told of [...edges])
    if (/^comp/.test(told.relation))
      for (const { head, dependent, relation } of graph.edges)
        if (
          head === told.dependent &&
          /^(subj|p:(in|after|during|by))$/.test(relation) &&
          dependent.kind === 'thing' &&
          isDeed(dependent.unit)
        )
          edges.push({ head: told.head, dependent, relation: told.relation });
  return { ...graph, edges };
}
