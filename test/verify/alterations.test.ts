import { expect, test } from 'vitest';
import { type Altered, alterations, kindsOfAlteration } from './alterations.ts';
import { copies, rewordings } from './rewordings.ts';

const made = alterations(12_000, 7);
const byKind = Map.groupBy(made, ({ kind }) => kind);
const trueSentences = new Set([...rewordings(), ...copies()].flatMap(({ quotes }) => quotes));

test('12,000 alterations are all different', () => {
  expect(made).toHaveLength(12_000);
  expect(new Set(made.map(({ kind, draft }) => JSON.stringify([kind, draft]))).size).toBe(12_000);
});

test('every kind is among the first thousand, and no kind has more than twice its share', () => {
  const first = Map.groupBy(made.slice(0, 1_000), ({ kind }) => kind);
  for (const kind of kindsOfAlteration) expect(first.get(kind)?.length ?? 0, kind).toBeGreaterThan(20);
  for (const [kind, all] of byKind) expect(all.length, kind).toBeLessThan((2 * made.length) / kindsOfAlteration.length);
});

test('the same seed gives the same list, and another seed another', () => {
  expect(alterations(500, 42)).toEqual(alterations(500, 42));
  expect(alterations(500, 42)).not.toEqual(alterations(500, 43));
});

test('a shorter list is the start of a longer one', () => {
  expect(made.slice(0, 300)).toEqual(alterations(300, 7));
});

test('every sentence shown is a true one', () => {
  for (const { sentences } of made) {
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences) expect(trueSentences.has(sentence), sentence).toBe(true);
  }
});

test('quotes are word for word in the sentence they name, save where the kind is about the quote', () => {
  const spoilt = /^(id-|quote-|quotes-)/;
  for (const altered of made.filter(({ kind }) => !spoilt.test(kind)))
    expect(isQuoted(altered), altered.kind).toBe(true);
  for (const altered of byKind.get('quote-cut') ?? []) expect(isQuoted(altered), altered.draft.text).toBe(true);
  for (const altered of byKind.get('quote-forged') ?? []) expect(isQuoted(altered), altered.draft.text).toBe(false);
  for (const altered of byKind.get('id-foreign') ?? []) expect(isQuoted(altered), altered.draft.text).toBe(false);
});

test('a text that was altered is none of the faithful ones', () => {
  const faithful = new Set([...rewordings(), ...copies()].map(({ claim }) => claim));
  const kept = /^(id-|quote-|quotes-)/;
  for (const { kind, draft } of made.filter(({ kind }) => !kept.test(kind))) {
    expect(faithful.has(draft.text) || trueSentences.has(draft.text), `${kind}: ${draft.text}`).toBe(false);
  }
});

function isQuoted({ sentences, draft }: Altered): boolean {
  return draft.quotes.every(({ id, quote }) => sentences[id - 1]?.includes(quote) === true);
}
