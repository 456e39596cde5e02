import { describe, expect, test } from 'vitest';
import { codeSentence } from '../../src/events/code.ts';

describe('coding one sentence', () => {
  test('the act, its sides and its codes', () => {
    expect(codeSentence({ sentence: 'Serbia recalled its ambassador from Croatia.' })).toEqual({
      type: 'SANCTION',
      modes: ['withdraw'],
      stance: 'escalation',
      actor: 'Serbia',
      target: 'Croatia',
      cameo: '161',
      negated: false,
      hypothetical: false,
    });
  });
  test('of several acts the one between the given sides', () => {
    const sentence = 'Serbia recalled its ambassador from Croatia, and Kenya sent aid to Sudan.';
    expect(codeSentence({ sentence, source: 'Kenya', target: 'Sudan' }).type).toBe('AID');
  });
  test('the given sides stand in for actors that no gazetteer knows', () => {
    const sentence = 'Students of the lakeside college rallied against the provincial council.';
    expect(codeSentence({ sentence, source: 'students', target: 'council' })).toMatchObject({
      type: 'PROTEST',
      actor: 'students',
    });
    expect(codeSentence({ sentence }).type).toBeNull();
  });
  test('what is denied is negated', () => {
    expect(codeSentence({ sentence: 'Serbia did not expel the Croatian ambassador.' })).toMatchObject({
      type: 'SANCTION',
      negated: true,
    });
  });
  test('what might be is hypothetical', () => {
    expect(codeSentence({ sentence: 'Serbia might attack Croatia.' })).toMatchObject({
      type: 'ASSAULT',
      hypothetical: true,
    });
  });
  test('a sentence without an act has no type', () => {
    expect(codeSentence({ sentence: 'The lake is calm in spring.' }).type).toBeNull();
    expect(codeSentence({ sentence: '' }).type).toBeNull();
  });
});
