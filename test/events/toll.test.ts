import { expect, test } from 'vitest';
import { tollOf } from '../../src/events/toll.ts';

test.each([
  ['Nine soldiers were killed in the strikes.', 9],
  ['The strikes killed at least 1,200 people.', 1200],
  ['The raid left twelve dead.', 12],
  ['The death toll rose to 41, the ministry said.', 41],
  ['The toll was 7.', 7],
])('the deaths that "%s" gives', (sentence, deaths) => {
  expect(tollOf(sentence)).toBe(deaths);
});

test.each([
  'The strikes killed four hundred people.',
  'The strikes killed twenty-five people.',
  'Four hundred civilians were killed in the strikes, sources said.',
  'Fifty-two people were killed.',
  'Two hundred and four people were killed.',
  'The death toll rose to two thousand.',
  'The raid killed two dozen fighters.',
])('no part of the number in "%s" is taken for it', (sentence) => {
  expect(tollOf(sentence)).toBeUndefined();
});
