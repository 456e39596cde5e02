import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { NonEmpty } from '../../src/domain/citation.ts';
import { type EvidenceSentence, faultOf, gate } from '../../src/verify/gate.ts';
import { type Altered, alterations } from './alterations.ts';
import { copies, type Rewording, rewordings } from './rewordings.ts';

const ALTERED = process.env['DETENTE_LONG'] ? 10_000 : 1_000;
const SEED = 20_240_314;
/** What the rules reach; 0.05 is the goal. Never at the price of an altered reply that passes. */
const MOST_DROPPED = 0.174;
/** The same of true claims that were written to find what is dropped, by one who knew the gate. */
const MOST_FRESH_DROPPED = 0.624;

test(`of ${ALTERED} altered replies none passes`, { timeout: 300_000 }, () => {
  expect(
    alterations(ALTERED, SEED)
      .filter(passes)
      .map(({ kind, draft }) => `${kind}: ${draft.text}`),
  ).toEqual([]);
});

test('no claim that copies its sentence is dropped', () => {
  expect(
    copies()
      .filter(isDropped)
      .map(({ claim }) => claim),
  ).toEqual([]);
});

test('faithful rewordings pass, and the table says which kinds are dropped', { timeout: 60_000 }, () => {
  const kinds = Map.groupBy(rewordings(), ({ kind }) => kind);
  const rows = [...kinds].map(([kind, entries]) => ({
    kind,
    entries: entries.length,
    dropped: entries.filter(isDropped).length,
  }));
  console.table(rows);
  const dropped = rows.reduce((sum, row) => sum + row.dropped, 0);
  expect(dropped / rewordings().length).toBeLessThanOrEqual(MOST_DROPPED);
});

test('fresh true claims pass as far as the rules reach', { timeout: 60_000 }, () => {
  const pairs = fresh().flatMap(({ sources, claims }) => claims.map((claim) => ({ sources, claim })));
  const dropped = pairs.filter(({ sources: [first, ...rest], claim }) => {
    const sentenceOf = (text: string): EvidenceSentence => ({ text, publishedAt: '2024-03-08' });
    return faultOf(claim, [sentenceOf(first), ...rest.map(sentenceOf)]) !== undefined;
  });
  console.log(`fresh: ${dropped.length} of ${pairs.length} dropped`);
  expect(dropped.length / pairs.length).toBeLessThanOrEqual(MOST_FRESH_DROPPED);
});

interface Fresh {
  readonly sources: readonly [string, ...string[]];
  readonly claims: readonly string[];
}

function fresh(): readonly Fresh[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'fresh-true.json'), 'utf8'));
}

function passes({ sentences, article, draft }: Altered): boolean {
  const passages = sentences.map((text, at) => ({ id: at + 1, text, ...article }));
  return gate(draft, passages).kind === 'passed';
}

function isDropped({ claim, quotes, article }: Rewording): boolean {
  const evidence = quotes.map((text): EvidenceSentence => ({ text, ...article }));
  return faultOf(claim, evidence as unknown as NonEmpty<EvidenceSentence>) !== undefined;
}
