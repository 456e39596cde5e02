import type { Graph } from '../graph.ts';
import { unitsOf } from '../units.ts';
import { settle, tieLoose } from './clauses.ts';
import { begin } from './reading.ts';
import { tieSpeakers } from './speakers.ts';
import { readNext } from './steps.ts';

/** Reads a text into nodes and edges. `id`s begin at `from`. */
export function graphOf(text: string, index: number, from: number): Graph {
  const { units, sentences } = unitsOf(text);
  const reading = begin(units, index, from);
  for (let steps = 0; reading.at < reading.units.length && steps < MOST_STEPS; steps += 1) readNext(reading);
  settle(reading, reading.clause);
  tieLoose(reading);
  tieSpeakers(reading);
  return { nodes: reading.nodes, edges: reading.edges, roots: reading.heads, sentences };
}

/** Steps of a reading: several a word. */
const MOST_STEPS = 600;
