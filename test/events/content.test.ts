import { describe, expect, test } from 'vitest';
import { mentionsIn } from './acts.ts';

/** What the acts of a text are about, in its words. */
const contents = (text: string) => mentionsIn(text).map(({ about }) => about);

describe('what an act of words is about', () => {
  test.each([
    ['Cambodia accused Thailand of planting mines along the border on Tuesday.', 'planting mines along the border'],
    ['Chad blamed Niger for the death of two shepherds.', 'the death of two shepherds'],
    ['Kenya demanded that Somalia release the crew at once.', 'Somalia release the crew at once'],
    ['Kenya called on Somalia to withdraw its boats.', 'withdraw its boats'],
    [
      'Peru praised its army for answering what it called an unlawful breach of the truce by Chile.',
      'an unlawful breach of the truce',
    ],
  ])('%s', (text, about) => {
    expect(contents(text)).toContain(about);
  });

  test.each([
    ['whom, and not for what', 'Israeli officers blamed Syria and the crush of the crowd.'],
    ['nothing but a name', 'Kenya condemned Somalia.'],
    ['nothing but that something was asked', 'Serbia rejected the demand of Kosovo.'],
    ['words of a third one', 'Cambodia accused Thailand of "cowardly" attacks.'],
    [
      'more words than a line can hold',
      'Cambodia accused Thailand of planting mines along the border in the north and of moving the posts by night.',
    ],
  ])('is left out where there is %s', (_, text) => {
    expect(contents(text)).toEqual([undefined]);
  });
});
