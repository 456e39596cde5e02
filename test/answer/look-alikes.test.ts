import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import type { Archive } from '../../src/domain/archive.ts';
import { archiveOf, type Report } from '../archive-of.ts';

/** Sentences, invented for this, that hold the words of a question and do not answer it, beside some that do. */
const REPORTS: readonly Report[] = [
  {
    id: 'union',
    publishedAt: '2031-03-03',
    text: 'Why has Norway not joined the Arctic Pact already? Norway joined the United Nations in 1945 and avoided joining NATO for some years. Norway and Iceland renewed the fisheries accord.',
  },
  {
    id: 'race',
    publishedAt: '2031-03-04',
    text: 'The papers tell of the US view of the war of Chad in Sudan and of the race of Eritrea to get chemical weapons. Years before, she was shot in the head by the Sudanese Janjaweed for her work.',
  },
  {
    id: 'raid',
    publishedAt: '2031-03-05',
    text: 'Chad attacked Sudan on Tuesday, killing 40 people, Chadian officials said. Days before, pro-Libya rebels had killed nine soldiers in Tiné.',
  },
  {
    id: 'after',
    publishedAt: '2031-03-06',
    text: 'After Chad shelled Geneina a pilot began to post the flights of its generals. The governor extended the fishing season on Thursday. Chief Justice Amina Idris signed the order.',
  },
  {
    id: 'phone',
    publishedAt: '2031-03-07',
    text: 'President Idriss Mahamat of Chad and President Omar Salih of Sudan spoke by telephone on Thursday. Salih said: "The prisoners will be home by Friday." The foreign ministers of Chad and Egypt met in Cairo on Thursday. Deputy Foreign Minister Adam Brahim of Chad stayed at home. Foreign Minister Hassan Abakar of Chad went.',
  },
  {
    id: 'call',
    publishedAt: '2031-02-06',
    text: 'The foreign ministers of Kenya and Uganda spoke by telephone on Wednesday.',
  },
  {
    id: 'talks',
    publishedAt: '2031-02-20',
    text: 'The Kenyan foreign minister held talks with his Ugandan counterpart in Kampala to ease the quarrel.',
  },
];

let archive: Archive;
beforeAll(async () => {
  archive = await archiveOf(REPORTS);
});
afterAll(() => archive.close());

async function answerTo(question: string) {
  return (await ask(archive, question, { today: '2031-03-08' })).answer;
}

describe('words alone do not answer', () => {
  it.each([
    ['a question of the article', 'Has Norway joined the Arctic Pact?'],
    ['the date of joining another body', 'When did Norway join NATO?'],
    ['“US” for “use”', 'Did Chad use chemical weapons?'],
    ['a head that was hit', 'Who leads the Janjaweed?'],
    ['the dead of another country', 'How many Chadians were killed?'],
    ['the dead soldiers of another country', 'How many Chadian soldiers were killed?'],
    ['the dead soldiers that its friends killed', 'How many Libyan soldiers were killed?'],
    ['deaths of a day that only may be meant', 'How many people were killed on 1 January?'],
    ['a judge who shares a word with a court', 'What did the International Court of Justice order?'],
    ['what came after the deed', 'Why did Chad shell Geneina?'],
    ['what else was extended', 'Was the ceasefire extended?'],
    ['talks of a day that only may be meant', 'Did the foreign ministers of Kenya and Uganda meet on 18 February?'],
    ['a call, where a meeting is asked for', 'Whom did the Sudanese president meet?'],
  ])('%s: %s', async (_, question) => {
    expect(await answerTo(question)).toMatchObject({ kind: 'unanswered' });
  });
});

describe('what does answer', () => {
  it.each([
    ['When did Norway join the United Nations?', '1945'],
    ['How many people were killed?', '40'],
    ['Who is the foreign minister of Chad?', 'Hassan Abakar'],
    ['Who said the prisoners would be home?', 'Salih'],
    ['Did the foreign ministers of Kenya and Uganda meet recently?', 'Yes'],
    ['Did the foreign ministers of Kenya and Uganda meet on 5 February?', 'No'],
    ['Whom did the Chadian foreign minister meet?', 'Egypt'],
  ])('%s %s', async (question, short) => {
    expect(await answerTo(question)).toMatchObject({ kind: 'answered', short: expect.stringContaining(short) });
  });
});
