import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultOf } from '../../src/verify/gate.ts';

/** A sentence of the archive and a claim about it. */
interface Pair {
  readonly text: string;
  readonly claim: string;
}

const { faithful, unsaid } = JSON.parse(readFileSync(new URL('./other-words.json', import.meta.url), 'utf8')) as {
  readonly faithful: readonly Pair[];
  readonly unsaid: readonly Pair[];
};

test('what a sentence says in other words passes', () => {
  expect(faithful.length).toBeGreaterThan(100);
  expect(faithful.filter((pair) => !passes(pair)).map(({ claim }) => claim)).toEqual([]);
});

test('what only looks like it does not', () => {
  expect(unsaid.filter(passes).map(({ claim }) => claim)).toEqual([]);
});

function passes({ text, claim }: Pair): boolean {
  return faultOf(claim, [{ text, publishedAt: '2024-03-08' }]) === undefined;
}
