import { describe, expect, test } from 'vitest';
import { actsIn } from './acts.ts';
import { ACTIVE, AGREEMENTS, CAPITALS, CONTACT, JOINED, LIGHT, NOMINAL, OFFICES, PASSIVE } from './sentences.ts';

describe('extraction', () => {
  describe.each([
    ['an act in the active voice', ACTIVE],
    ['an act in the passive voice', PASSIVE],
    ['an act inside a noun', NOMINAL],
    ['an act of a light verb', LIGHT],
    ['a capital that acts', CAPITALS],
    ['an office that acts', OFFICES],
    ['a contact', CONTACT],
    ['acts joined in one sentence', JOINED],
    ['an agreement', AGREEMENTS],
  ])('%s', (_, rows) => {
    test.each(rows)('%s', (sentence, ...acts) => {
      expect(actsIn(sentence)).toEqual(acts);
    });
  });
});
