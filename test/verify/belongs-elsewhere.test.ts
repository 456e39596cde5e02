import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultOf } from '../../src/verify/gate.ts';

interface Pair {
  readonly source: string;
  readonly claim: string;
}

/** Claims that tell of one what the sentence tells of another, of a part, of a plan, of what is over. */
const pairs = JSON.parse(readFileSync(new URL('./belongs-elsewhere.json', import.meta.url), 'utf8')) as readonly Pair[];

test('what belongs to another word of the sentence is not told of this one', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(170);
  expect(pairs.filter(({ source, claim }) => faultOf(claim, [{ text: source }]) === undefined)).toEqual([]);
});
