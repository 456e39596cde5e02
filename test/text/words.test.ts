import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentWords, fold, isStopWord, stem, words } from '../../src/text/words.ts';

describe('fold', () => {
  test.each([
    ['Türkiye', 'turkiye'],
    ['Élysée', 'elysee'],
    ['“Don’t” – he said…', '"don\'t" - he said...'],
    ['Wałęsa', 'walesa'],
    ['Aliyev İlham Əliyev', 'aliyev ilham eliyev'],
    ['ﬁre', 'fire'],
    ['Việt Nam', 'viet nam'],
    ['서울', '서울'],
    ['दिल्ली', 'दिल्ली'],
  ])('%s becomes %s', (text, folded) => expect(fold(text)).toBe(folded));

  test('a folded text folds to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(fold(text)))).toBe(fold(fold(text)));
      }),
      { seed: 1 },
    );
  });
});

describe('words', () => {
  test.each([
    ["Pakistan's foreign minister", ['pakistan', 'foreign', 'minister']],
    ['Amir-Abdollahian’s call', ['amir', 'abdollahian', 'call']],
    ['al-Qa’ida killed 1,500', ['al', 'qa', 'ida', 'killed', '1', '500']],
    ['', []],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  test('content words leave out what says nothing', () => {
    expect(contentWords('Who offered to mediate between the two?')).toEqual(['offered', 'mediate', 'two']);
    expect(isStopWord('between')).toBe(true);
    expect(isStopWord('ceasefire')).toBe(false);
  });
});

describe('stem', () => {
  test.each([
    ['mediated', 'mediat'],
    ['mediating', 'mediat'],
    ['relations', 'relat'],
    ['ceasefires', 'ceasefir'],
    ['ties', 'ti'],
    ['agreed', 'agre'],
    ['hopping', 'hop'],
    ['falling', 'fall'],
    ['sky', 'sky'],
    ['is', 'is'],
    ['türkiye', 'türkiye'],
  ])('%s becomes %s', (word, expected) => expect(stem(word)).toBe(expected));

  test('cuts words as SQLite does', () => {
    const database = new DatabaseSync(':memory:');
    database.exec(`create virtual table t using fts5(x, tokenize = 'porter ascii');
      create virtual table v using fts5vocab(t, 'row');`);
    const insert = database.prepare('insert into t(x) values (?)');
    const terms = database.prepare('select term from v');
    const parts = fc.constantFrom(
      ...'a e i o u y b c d l m n r s t w x z ational tional enci anci izer logi bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti biliti icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent sion tion ou ism ate iti ous ive ize ed ing eed ies sses ss at bl iz ll e conf str'.split(
        ' ',
      ),
    );
    const differing = new Map<string, string>();
    const word = fc.array(parts, { minLength: 1, maxLength: 6 }).map((list) => list.join(''));
    for (const sample of fc.sample(word, { numRuns: 4000, seed: 7 })) {
      database.exec('delete from t');
      insert.run(sample);
      const theirs = String(terms.get()?.['term']);
      if (theirs !== stem(sample)) differing.set(sample, `${theirs} not ${stem(sample)}`);
    }
    expect([...differing].slice(0, 20)).toEqual([]);
  });
});
