import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DraftReader, limits } from '../../src/model/drafts.ts';

/** The drafts of a reply that comes in these pieces, and what is missing of it at its end. */
function read(...pieces: string[]) {
  const reader = new DraftReader();
  return { drafts: pieces.flatMap((piece) => reader.push(piece)), missing: reader.end() };
}

const whole = (drafts: readonly unknown[]) => ({ drafts, missing: undefined });

test('a draft is given in the moment that it closes', () => {
  const reader = new DraftReader();
  expect(reader.push('{"drafts":[{"id":1,"text":"Talks')).toEqual([]);
  expect(reader.push(' began."}')).toEqual([{ id: 1, text: 'Talks began.' }]);
  expect(reader.push(',{"id":2,"text":"B."},{"id":3')).toEqual([{ id: 2, text: 'B.' }]);
  expect(reader.end()).toBe('broke off within its JSON');
});

test('brackets, quotation marks and escapes in a text end nothing', () => {
  const drafts = [{ text: 'a "}]" \\ {b} [c] \n é', quotes: [{ id: 1, quote: '"drafts": [' }] }];
  expect(read(JSON.stringify({ drafts }))).toEqual(whole(drafts));
});

test('an empty list is whole', () => {
  expect(read('{ "drafts" : [ ] }')).toEqual(whole([]));
});

test.for([
  ['in a fence', '```json\n{"drafts":[{"id":1}]}\n```\nI hope that this helps.'],
  ['after words', 'Here it is: {"drafts":[{"id":1}]}'],
  ['after thoughts that hold one too', '<think>Maybe {"drafts":[{"id":9}]}?</think>\n\n{"drafts":[{"id":1}]}'],
  ['after long thoughts', `<think>${'on the other hand '.repeat(500)}</think>{"drafts":[{"id":1}]}`],
  ['behind another property', '{"note":"\\"drafts\\":[","drafts":[{"id":1}],"more":[{"id":2}]}'],
] as const)('a document is found %s', ([, text]) => {
  expect(read(text)).toEqual(whole([{ id: 1 }]));
  expect(read(...text)).toEqual(whole([{ id: 1 }]));
});

test('wherever a reply is cut into pieces, within a pair of surrogates too, the drafts are the same', () => {
  const document = fc.array(fc.record({ id: fc.nat(), text: fc.string({ unit: 'grapheme' }) }), { maxLength: 8 });
  const cuts = fc.array(fc.nat({ max: 400 }), { maxLength: 12 });
  const law = fc.property(document, cuts, (drafts, places) => {
    const text = JSON.stringify({ drafts }, null, 1);
    const ends = [0, ...places.toSorted((one, other) => one - other), text.length];
    const pieces = ends.slice(1).map((end, at) => text.slice(Math.min(ends[at] ?? 0, end), end));
    expect(read(...pieces)).toEqual(whole(drafts));
  });
  fc.assert(law, { seed: 8, numRuns: 400 });
});

test('whatever comes, reading ends with a verdict and never throws', () => {
  const pieces = fc.array(
    fc.oneof(fc.string(), fc.constantFrom('{"drafts":[', '{', '}', ']', '"', '\\', ',', '{"id":1}', '<think>')),
    { maxLength: 40 },
  );
  const law = fc.property(pieces, (all) => {
    expect(['string', 'undefined']).toContain(typeof read(...all).missing);
  });
  fc.assert(law, { seed: 8, numRuns: 1000 });
});

test.for([
  ['', 'is empty'],
  [' \n\n ', 'is empty'],
  ['<!DOCTYPE html><html><body>Sign in</body></html>', 'is a web page'],
  [`  <html>${'x'.repeat(1000)}`, 'is a web page'],
  ['I cannot help with that.', 'holds no JSON of the form asked for'],
  ['null', 'holds no JSON of the form asked for'],
  ['{"drafts":"none"}', 'holds no JSON of the form asked for'],
  ['{"drafts":[NaN]}', 'holds JSON that is broken'],
  ['{"drafts":[{"id":1', 'broke off within its JSON'],
  ['<think>and on', 'holds no JSON of the form asked for'],
] as const)('of the reply %j it is said that it %s', ([text, missing]) => {
  expect(read(text)).toEqual({ drafts: [], missing });
});

test('an element that is no JSON is given as nothing, and the next is read', () => {
  expect(read('{"drafts":[{\'id\':1},{"id":2}]}')).toEqual(whole([undefined, { id: 2 }]));
});

test('a reply, a draft and a list that are too long are read as far as they may be', () => {
  const one = '{"id":1},';
  expect(read(`{"drafts":[${one}{"text":"${'x'.repeat(limits.draft)}`)).toEqual({
    drafts: [{ id: 1 }],
    missing: 'holds a draft of more than 8 KB',
  });
  const many = read(`{"drafts":[${one.repeat(limits.drafts + 1)}`);
  expect(many.drafts).toHaveLength(64);
  expect(many.missing).toBe('holds more than 64 drafts');
  const long = read('{"drafts":[', one, ' '.repeat(limits.reply), one);
  expect(long).toEqual({ drafts: [{ id: 1 }], missing: 'is longer than 256 KB' });
});

test('a reply of a megabyte is given up at once', () => {
  const reader = new DraftReader();
  reader.push('x'.repeat(limits.reply + 1));
  expect(reader.fault).toBe('is longer than 256 KB');
  expect(reader.push('{"drafts":[{"id":1}]}')).toEqual([]);
});
