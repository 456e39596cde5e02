import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { NonEmpty } from '../../src/domain/citation.ts';
import { type EvidenceSentence, faultOf } from '../../src/verify/gate.ts';

/** True sentences, and claims in their own words that they do not back: written by somebody who had read the gate. */
interface Adversary {
  readonly sources: readonly string[];
  readonly claims: readonly string[];
}

/** By clause and role, and by the constructions of English news: what may come, what was averted, what is only feared. */
const tables = ['./adversaries.json', './adversaries-of-news.json'];
const adversaries = tables.flatMap(
  (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as readonly Adversary[],
);

test('there are at least 1,300 such claims', () => {
  expect(adversaries.flatMap(({ claims }) => claims).length).toBeGreaterThanOrEqual(1_300);
});

test('none of them passes', { timeout: 120_000 }, () => {
  expect(adversaries.flatMap(({ sources, claims }) => claims.filter((claim) => passes(claim, sources)))).toEqual([]);
});

function passes(claim: string, sources: readonly string[]): boolean {
  const evidence = sources.map((text) => ({ text, outlet: 'Post', title: 'News', publishedAt: '2024-03-14' }));
  return faultOf(claim, evidence as unknown as NonEmpty<EvidenceSentence>) === undefined;
}
