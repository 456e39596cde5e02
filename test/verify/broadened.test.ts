import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultOf } from '../../src/verify/gate.ts';

interface Pair {
  readonly source: string;
  readonly claim: string;
}

function read<Table>(file: string): Table {
  return JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'));
}

const { false: broadened, true: kept } = read<{ false: readonly Pair[]; true: readonly Pair[] }>('broadened.json');
const narrower = read<readonly Pair[]>('narrower.json');

function passing(pairs: readonly Pair[]): readonly string[] {
  return pairs
    .filter(({ source, claim }) => faultOf(claim, [{ text: source }]) === undefined)
    .map(({ claim }) => claim);
}

test('what is denied, forbidden, supposed or said of all of the narrow is not said with a broader word', () => {
  expect(broadened.length).toBeGreaterThanOrEqual(60);
  expect(passing(broadened)).toEqual([]);
});

test('a broader word stands for what happened, and for the one that is there', () => {
  expect(passing(kept)).toEqual(kept.map(({ claim }) => claim));
});

test('no narrower, stronger or other word stands for the one in the sentence', () => {
  expect(narrower.length).toBeGreaterThanOrEqual(70);
  expect(passing(narrower)).toEqual([]);
});
