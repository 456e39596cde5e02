import { describe, expect, it } from 'vitest';
import { dateAsked } from '../../../src/answer/question/date.ts';

/** A Wednesday. */
const TODAY = '2031-05-14';

describe('the days that a question asks about', () => {
  it.each([
    ['Who met on 9 May 2031?', '2031-05-09', '2031-05-09'],
    ['Who met on May 9?', '2031-05-09', '2031-05-09'],
    ['Who met yesterday?', '2031-05-13', '2031-05-13'],
    ['Who met on Friday?', '2031-05-09', '2031-05-09'],
    ['Who met last week?', '2031-05-05', '2031-05-11'],
    ['Who met this week?', '2031-05-12', '2031-05-14'],
    ['Who met this year?', '2031-01-01', '2031-12-31'],
    ['Who met last year?', '2030-01-01', '2030-12-31'],
    ['Who won the 2029 elections?', '2029-01-01', '2029-12-31'],
    ['Who has met recently?', '2031-03-15', '2031-05-14'],
    ['Who met in the past two years?', '2029-05-14', '2031-05-14'],
    ['Who met in the past 99999999999 days?', null, '2031-05-14'],
    ['Who met since 9 May?', '2031-05-09', null],
    ['Who met between 5 and 9 May?', '2031-05-05', '2031-05-09'],
    ['Who met in May 2031?', '2031-05-01', '2031-05-31'],
  ])('%s: %s to %s', (text, from, to) => {
    expect(dateAsked(text, TODAY)).toMatchObject({ from, to });
  });

  it('are none where the question names none', () => {
    expect(dateAsked('Who met?', TODAY)).toBeUndefined();
  });
});
