import { describe, expect, test } from 'vitest';
import { actsIn } from './acts.ts';
import * as falseActs from './false-acts.ts';
import * as sentences from './sentences.ts';
import * as speech from './speech-sentences.ts';

const GROUPS: readonly [string, readonly sentences.Row[]][] = [
  ['an act in the active voice', sentences.ACTIVE],
  ['an act in the passive voice', sentences.PASSIVE],
  ['an act inside a noun', sentences.NOMINAL],
  ['an act of a light verb', sentences.LIGHT],
  ['a capital that acts', sentences.CAPITALS],
  ['an office that acts', sentences.OFFICES],
  ['a contact', sentences.CONTACT],
  ['acts joined in one sentence', sentences.JOINED],
  ['an agreement', sentences.AGREEMENTS],
  ['names beside an act', sentences.BESIDE],
  ['words for pressure and relief', sentences.WORDS],
  ['what is denied', falseActs.DENIED],
  ['what is imagined', falseActs.IMAGINED],
  ['what is awaited', falseActs.AWAITED],
  ['names near a verb', falseActs.NEAR_MISSES],
  ['whose act it is', falseActs.WHOSE],
  ['what looks like an act', falseActs.LOOKALIKES],
  ['what is debunked', falseActs.DEBUNKED],
  ['what is demanded', falseActs.DEMANDED],
  ['what is only alleged', falseActs.ALLEGED],
  ['what is planned', falseActs.PLANNED],
  ['what is threatened', falseActs.THREATENED],
  ['an appeal', falseActs.APPEALS],
  ['another story', falseActs.OTHER_STORIES],
  ['a question', falseActs.QUESTIONS],
  ['reported speech', speech.REPORTED],
  ['the owner of what is said', speech.OWNERS],
  ['what several sentences tell', speech.RUNNING],
];

describe.each(GROUPS)('reading %s', (_, rows) => {
  test.each(rows)('%s', (sentence, ...acts) => {
    expect(actsIn(sentence)).toEqual(acts);
  });
});
