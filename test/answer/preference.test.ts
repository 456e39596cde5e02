import { expect, it } from 'vitest';
import { preferred } from '../../src/answer/preference.ts';
import { parseQuestion, type Question } from '../../src/answer/question/frame.ts';

const TODAY = '2031-03-08';

/** Quotes of equal score in the order in which one who asks would have them. */
function ordered(question: string, ...quotes: readonly string[]): readonly string[] {
  const hits = quotes.map((quote) => ({ articleId: 'one', start: 0, end: quote.length, quote, score: 1 }));
  const ground = { today: TODAY, outlines: new Map() };
  return preferred(parseQuestion(question, TODAY) as Question, hits, ground).map(({ quote }) => quote);
}

it('a passage in which the name asked about is a common word comes last', () => {
  const [roast, offer] = ['They offer roast turkey.', 'They offer help.'];
  expect(ordered('Did Turkey offer help?', roast, offer)).toEqual([offer, roast]);
});

it('the letters of a name inside another word are not the name', () => {
  const [woman, guest] = ['The woman greeted a guest.', 'A guest was greeted.'];
  expect(ordered('Did Oman greet a guest?', woman, guest)).toEqual([woman, guest]);
});
