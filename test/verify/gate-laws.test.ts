import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultOf, gate } from '../../src/verify/gate.ts';
import { rewordings } from './rewordings.ts';

const sentences = rewordings().flatMap(({ quotes, article }) => quotes.map((text) => ({ text, ...article })));
const sentence = fc.constantFrom(...sentences);
const settings = { seed: 8, numRuns: 300 };

test('a sentence that is copied passes, whatever else was shown', () => {
  fc.assert(
    fc.property(sentence, fc.array(sentence, { maxLength: 4 }), ({ text }, others) => {
      const passages = [{ text }, ...others].map((one, at) => ({ id: at + 1, text: one.text }));
      expect(gate({ text, quotes: [{ id: 1, quote: text }] }, passages).kind).toBe('passed');
    }),
    settings,
  );
});

test('no claim with a number passes that its sentences have not', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(sentence, fc.integer({ min: 100_001, max: 900_000 }), fc.nat(), (one, number, at) => {
      const words = one.text.replace(/\.$/, '').split(' ');
      words.splice(at % words.length, 0, String(number));
      expect(faultOf(`${words.join(' ')}.`, [one])).toBeDefined();
    }),
    settings,
  );
});

test('no claim passes with a word put in that means something and stands in no sentence', () => {
  fc.assert(
    fc.property(
      sentence,
      fc.constantFrom('zinc', 'Uruguayan', 'orchestra', 'falsified', 'cheerful'),
      fc.nat(),
      (one, word, at) => {
        const words = one.text.replace(/\.$/, '').split(' ');
        words.splice(at % words.length, 0, word);
        expect(faultOf(`${words.join(' ')}.`, [one])).toBeDefined();
      },
    ),
    settings,
  );
});

test('no sentence passes for what another one says', () => {
  fc.assert(
    fc.property(sentence, sentence, (one, other) => {
      fc.pre(one.text !== other.text && one.title !== other.title);
      expect(faultOf(one.text, [other])).toBeDefined();
    }),
    settings,
  );
});

test('any text whatever gets a verdict and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 900 }), sentence, (text, one) => {
      expect(['string', 'undefined']).toContain(typeof faultOf(text, [one]));
      expect(['string', 'undefined']).toContain(typeof faultOf(one.text, [{ text }]));
    }),
    settings,
  );
});
