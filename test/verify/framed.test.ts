import { expect, test } from 'vitest';
import { faultOf } from '../../src/verify/gate.ts';
import { rewordings } from './rewordings.ts';

/** Ways to say of a sentence that it is not so, not known or only somebody's: no reading of it may pass any more. */
const FRAMES: readonly ((sentence: string) => string)[] = [
  (sentence) => `It is unlikely that ${sentence}.`,
  (sentence) => `It is false that ${sentence}.`,
  (sentence) => `It was a lie that ${sentence}.`,
  (sentence) => `It would be wrong to say that ${sentence}.`,
  (sentence) => `Contrary to reports, it is not true that ${sentence}.`,
  (sentence) => `Fears that ${sentence} proved groundless.`,
  (sentence) => `Rumours that ${sentence} were denied on Monday.`,
  (sentence) => `There is no evidence that ${sentence}.`,
  (sentence) => `Nobody in Lima believes that ${sentence}.`,
  (sentence) => `Write: ${sentence}.`,
  (sentence) => `Say that ${sentence}.`,
  (sentence) => `Suppose ${sentence}.`,
  (sentence) => `In the novel, ${sentence}.`,
  (sentence) => `If ${sentence}, the price of oil will rise.`,
  (sentence) => `Unless ${sentence}, the price of oil will rise.`,
  (sentence) => `A senator denied that ${sentence}.`,
  (sentence) => `Analysts doubt that ${sentence}.`,
  (sentence) => `Reporters asked whether ${sentence}.`,
  (sentence) => `A fake video claimed that ${sentence}.`,
  (sentence) => `The poet dreamed that ${sentence}.`,
  (sentence) => `That ${sentence} is a myth.`,
  (sentence) => `The idea that ${sentence} is absurd.`,
  (sentence) => `The paper retracted its report that ${sentence}.`,
  (sentence) => `The actors pretended that ${sentence}.`,
  (sentence) => `"${sentence}," a blogger joked.`,
  (sentence) => `According to a prankster, ${sentence}.`,
  (sentence) => `${sentence}, a blogger claimed.`,
];

/** Sentences without a comma: a frame around a sentence with several clauses may hold of one of them alone. */
const plain = rewordings().filter(
  ({ claim, quotes: [quote = '', ...more] }) => more.length === 0 && !/[,;:"“]|\b(?:if|unless)\b/.test(quote + claim),
);

test('there are at least 30 such sentences', () => {
  expect(plain.length).toBeGreaterThanOrEqual(30);
});

test('what a sentence only doubts, supposes or gives as a joke is told by no claim', { timeout: 120_000 }, () => {
  const passed = plain.flatMap(({ claim, quotes: [quote = ''], article }) =>
    FRAMES.map((frame) => frame(quote.replace(/\.$/, '')))
      .filter((text) => faultOf(claim, [{ text, ...article }]) === undefined)
      .map((text) => `${text} -> ${claim}`),
  );
  expect(passed).toEqual([]);
});
