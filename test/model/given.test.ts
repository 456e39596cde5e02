import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '../../src/domain/inert.ts';
import type { Task } from '../../src/domain/model.ts';
import { documentOf } from '../../src/model/given.ts';

describe('what a model is sent is plain', () => {
  test.for([
    ['zero-width and tag characters', 'off\u200bers\u2060 \u{e0041}\u{e0042}talks\ufeff', 'offers talks'],
    ['bidirectional controls', '\u202eevil\u202c \u2066x\u2069\u200f', 'evil x'],
    ['variation selectors', 'a\ufe00b\ufe0fc\u{e0100}d', 'abcd'],
    ['line breaks and controls', 'one\r\n\r\ntwo\u2028three\u0007\u001b[31m', 'one two three[31m'],
    ['half a character', 'a\ud83d b', 'a b'],
    ['joiners in words that need none', 'pass\u200cword x\u200dy', 'password xy'],
    ['a row of joiners', 'می\u200c\u200d\u200c\u200cخواهم', 'میخواهم'],
    ['a joiner at the end of a word', 'می\u200c خواهم', 'می خواهم'],
  ] as const)('%s go', ([, text, sent]) => {
    expect(plain(text)).toBe(sent);
  });

  test.for([
    ['Persian with its non-joiner', 'گفت‌وگوها می\u200cشود'],
    ['Hindi with its joiners', 'क्\u200dष और क्\u200cष'],
    ['letters and signs of all kinds', 'é — “日本” 🕊 ñ שלום سلام'],
  ] as const)('%s stays', ([, text]) => {
    expect(plain(text)).toBe(text);
  });

  test('in every text of a task, at any depth', () => {
    const task: Task<'answer'> = {
      kind: 'answer',
      question: 'Who\u200b?',
      sentences: [{ id: 1, text: 'a\u202eb', outlet: 'The\u2060 Post' }],
    };
    expect(documentOf(task)).toBe(
      '{"task":"answer","question":"Who?","sentences":[{"id":1,"text":"ab","outlet":"The Post"}]}',
    );
  });

  test('for any text, which is a fixed point then', () => {
    const law = fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const sent = plain(text);
      expect(sent).not.toMatch(
        /\p{Cc}|\p{Cs}|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u2028\u2029\u{e0000}-\u{e01ef}]|\p{Variation_Selector}/u,
      );
      expect(plain(sent)).toBe(sent);
    });
    fc.assert(law, { seed: 16, numRuns: 400 });
  });
});
