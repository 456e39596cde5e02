import { describe, expect, test } from 'vitest';
import type { Mention } from '../../src/domain/mention.ts';
import { originsOf } from '../../src/events/origins.ts';
import { mention } from './stories.ts';

const quoted = (articleId: string, quote: string, more: Partial<Mention> = {}) =>
  mention({ articleId, span: { articleId, start: 0, end: quote.length, quote }, ...more });
const count = (mentions: readonly Mention[], originOf = (id: string) => id) =>
  new Set(originsOf(mentions, originOf)).size;

describe('independent origins', () => {
  test('two articles that say it in their own words are two', () => {
    expect(
      count([
        quoted('a', 'Thai jets bombed two Cambodian posts near the temple on Monday.'),
        quoted('b', 'Bangkok sent warplanes against positions across the frontier.'),
      ]),
    ).toBe(2);
  });
  test('near copies of one text are one', () => {
    expect(count([quoted('a', 'Thai jets bombed posts.'), quoted('b', 'Warplanes hit a base.')], () => 'wire')).toBe(1);
  });
  test('what one institution said is one, however many print it', () => {
    expect(
      count([
        quoted('a', 'Jets bombed posts, the ministry said.', { speaker: 'Thailand' }),
        quoted('b', 'According to Bangkok, positions were hit.', { speaker: 'Somchai Rattana (Thailand)' }),
      ]),
    ).toBe(1);
  });
  test('one wording in two articles is one', () => {
    const words = 'Thai jets bombed two Cambodian posts near the temple on Monday';
    expect(count([quoted('a', `${words}.`), quoted('b', `${words}, reports said.`)])).toBe(1);
  });
  test('what two institutions said is two', () => {
    expect(
      count([
        quoted('a', 'Jets bombed posts, Bangkok said.', { speaker: 'Thailand' }),
        quoted('b', 'Phnom Penh reported warplanes over its frontier.', { speaker: 'Cambodia' }),
      ]),
    ).toBe(2);
  });
});
