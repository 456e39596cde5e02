import { expect, test } from 'vitest';
import { searchTerms } from '../../src/search/query.ts';

test('a question gives its folded words without stop words, each once', () => {
  expect(searchTerms('Who offered to mediate, and who will MEDIATE in Łódź?')).toEqual(['offered', 'mediate', 'lodz']);
});

test('a question of stop words only gives those', () => {
  expect(searchTerms('Who was it?')).toEqual(['who', 'was', 'it']);
});

test('signs alone give no terms', () => {
  expect(searchTerms(' ?!… 🕊️ ')).toEqual([]);
});

test('a pasted page gives 64 terms', () => {
  const page = Array.from({ length: 2_000 }, (_, i) => `word${i}`).join(' ');
  expect(searchTerms(page)).toHaveLength(64);
});
