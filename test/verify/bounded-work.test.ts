import { expect, test } from 'vitest';
import { isCarriedInOrder, MOST_PROOFS, MOST_WORDS } from '../../src/verify/alignment/carried-in-order.ts';
import { faultOf } from '../../src/verify/gate.ts';
import { readClaim, readSource } from '../../src/verify/grammar/readings.ts';
import { MOST_STEPS, Search } from '../../src/verify/grammar/search.ts';

const clauses = [
  'Togo said its army had shelled Benin after Ghana closed the border',
  'Ghana said its army had closed the border after Benin shelled Togo',
  'Benin said its navy had seized a boat off Togo while Ghana sent an envoy',
  'Ghana told Togo that its envoy had left Benin before the border was closed',
  'Togo and Benin agreed that Ghana would send an envoy to the border',
];

/** About 60 words. */
function joined(from: number): string {
  const own = [0, 1, 2, 3, 4].map((step) => clauses[(from + step) % clauses.length]);
  return `${own.join(', and ')}.`;
}

const claim = joined(0).replace('seized', 'sank');
const sources = [1, 2, 3, 4].map((from) => ({ text: joined(from) }));

test('the other proof is asked a few times for a long claim against long sentences', () => {
  let [asked, words] = [0, 0];
  isCarriedInOrder(claim, sources, (own, evidence) => {
    asked += 1;
    words += [own, ...evidence.map(({ text }) => text)].join(' ').split(' ').length;
    return false;
  });
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThanOrEqual(MOST_PROOFS);
  expect(words).toBeLessThanOrEqual(MOST_WORDS);
});

test('the search for a place of every word ends where every word has many', () => {
  const graph = readClaim(claim);
  const graphs = sources.map(({ text }, index) => readSource(text, index));
  const pool = {
    nodes: graphs.flatMap(({ nodes }) => nodes),
    edges: graphs.flatMap(({ edges }) => edges),
    days: [],
    articles: [],
  };
  const search = new Search(graph, pool, new Map(graph.nodes.map((node) => [node, pool.nodes])));
  expect(search.misfit()).toBeDefined();
  expect(search.steps).toBeGreaterThan(graph.nodes.length);
  expect(search.steps).toBeLessThanOrEqual(MOST_STEPS + graph.nodes.length);
});

test('a claim that runs into the bound is dropped', () => {
  const [first, ...others] = sources as [(typeof sources)[0], ...typeof sources];
  expect(faultOf(claim, [first, ...others])).toBeDefined();
});
