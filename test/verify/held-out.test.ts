import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type EvidenceSentence, faultOf } from '../../src/verify/gate.ts';

/*
 * Written by somebody who did not know the gate, and looked at by nobody who built it: how the figures of
 * gate-figures.test.ts generalise. Whoever mends the gate after reading these has spent them.
 */

/** What the rules reach; 0.05 is the goal. */
const MOST_DROPPED = 0.74;

interface HeldOut {
  readonly kind: string;
  readonly article: Omit<EvidenceSentence, 'text'>;
  readonly quotes: readonly [string, ...string[]];
  readonly claim: string;
  /** What was changed; absent where the claim is faithful. */
  readonly altered?: string;
}

function entries(file: string): readonly HeldOut[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'held-out', file), 'utf8'));
}

function isDropped({ article, quotes: [first, ...rest], claim }: HeldOut): boolean {
  const sentenceOf = (text: string): EvidenceSentence => ({ text, ...article });
  return faultOf(claim, [sentenceOf(first), ...rest.map(sentenceOf)]) !== undefined;
}

/** Dropped and all, by what an entry is counted under. */
function tally(all: readonly HeldOut[], by: (entry: HeldOut) => string): string {
  const groups = Object.entries(Object.groupBy(all, by));
  return groups.map(([name, group = []]) => `${name} ${group.filter(isDropped).length}/${group.length}`).join(', ');
}

test('held-out claims that are false are dropped', () => {
  const altered = entries('altered.json');
  console.log(`false, dropped: ${tally(altered, ({ altered: what = '' }) => what)}`);
  expect(altered).toHaveLength(150);
  expect(altered.filter((entry) => !isDropped(entry)).map(({ claim }) => claim)).toEqual([]);
});

test('held-out rewordings that are faithful pass', () => {
  const faithful = entries('rewordings.json');
  const dropped = faithful.filter(isDropped).length;
  console.log(`faithful, dropped: ${dropped}/${faithful.length}: ${tally(faithful, ({ kind }) => kind)}`);
  expect(dropped / faithful.length).toBeLessThanOrEqual(MOST_DROPPED);
});
