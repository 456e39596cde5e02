import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { NonEmpty } from '../../src/domain/citation.ts';
import { faultOf } from '../../src/verify/gate.ts';

/**
 * Claims in the words that a capable language model would choose: short, with other verbs and nouns than the sentence,
 * written before their writer had seen the gate. Nothing was mended after the second half.
 */
interface Entry {
  readonly half: 'first' | 'second';
  readonly sources: NonEmpty<string>;
  readonly faithful: string;
  readonly altered: string;
  /** The same sentence told wrongly: other roles, a verb near to the right one, more certainty, another object. */
  readonly lookalike: string;
}

const entries = JSON.parse(readFileSync(new URL('./model-like.json', import.meta.url), 'utf8')) as readonly Entry[];

/** What the rules reach; 0.05 is the goal. */
const MOST_DROPPED = 0.89;

function isDropped(claim: string, [first, ...rest]: NonEmpty<string>): boolean {
  const sentenceOf = (text: string) => ({ text, outlet: 'Post', title: 'News', publishedAt: '2024-03-14' }) as const;
  return faultOf(claim, [sentenceOf(first), ...rest.map(sentenceOf)]) !== undefined;
}

test('none of the false look-alikes passes', () => {
  expect(entries).toHaveLength(120);
  expect(entries.filter(({ lookalike, sources }) => !isDropped(lookalike, sources))).toEqual([]);
});

test('claims in words of their own pass as far as the rules reach', () => {
  const dropped = entries.filter(({ faithful, sources }) => isDropped(faithful, sources));
  const halves = Object.entries(Object.groupBy(dropped, ({ half }) => half));
  console.log(
    `in words of their own, dropped: ${halves.map(([half, of = []]) => `${half} half ${of.length}/60`).join(', ')}`,
  );
  expect(dropped.length / entries.length).toBeLessThanOrEqual(MOST_DROPPED);
});
