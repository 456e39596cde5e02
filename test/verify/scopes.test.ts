import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultOf } from '../../src/verify/gate.ts';

type Pair = readonly [sentence: string, claim: string];

/** Claims without what narrows a refusal, a ban, an end, an acquittal, a rule for all or a change of an amount. */
const pairs = JSON.parse(readFileSync(new URL('./scopes.json', import.meta.url), 'utf8')) as {
  readonly false: readonly Pair[];
  readonly true: readonly Pair[];
};

function faulty([text, claim]: Pair): boolean {
  return faultOf(claim, [{ text, publishedAt: '2024-03-14' }]) !== undefined;
}

test('what is refused, forbidden, ended, multiplied or said of all is not told without what narrows it', () => {
  expect(pairs.false.length).toBeGreaterThanOrEqual(300);
  expect(pairs.false.filter((pair) => !faulty(pair))).toEqual([]);
});

test('what does not narrow it may be left out: the day it was done, its reason, another deed', () => {
  expect(pairs.true.filter(faulty)).toEqual([]);
});
