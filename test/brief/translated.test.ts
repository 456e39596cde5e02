import { expect, test } from 'vitest';
import { briefJson } from '../../src/brief/json.ts';
import { translatedBrief } from '../../src/brief/translated.ts';
import type { Brief, Statement } from '../../src/domain/brief.ts';
import { DetenteError } from '../../src/errors.ts';
import { quoted, sources, statement } from '../contract/replies.ts';
import { DictionaryModel, into } from './dictionary-model.ts';

const met = statement('On 8 April 2031 Chad and Sudan met in Coralia.', quoted(1, 'its envoys had met'));
const quiet = statement('Chad did not answer the offer of Egypt.', quoted(2, 'denied on Wednesday'));

const brief: Brief = {
  definition: 'de-escalation',
  title: 'De-escalation brief',
  situation: { name: 'Chad–Sudan', parties: ['Chad', 'Sudan'] },
  date: '2031-04-12',
  zone: 'UTC',
  covers: { from: '2031-04-10', to: '2031-04-12', articles: 3, origins: 3 },
  direction: 'mixed',
  tension: null,
  bottomLine: [met],
  sections: [
    { id: 'new', heading: 'New since the last edition', items: [met, quiet] },
    {
      id: 'disagree',
      heading: 'Sources disagree',
      items: [
        {
          text: 'Did Chad and Sudan meet?',
          readings: [
            { text: 'Chad says that they met', citations: [quoted(1, 'its envoys had met')] },
            { text: 'Sudan denies it', citations: [quoted(2, 'denied on Wednesday')] },
          ],
          handling: 'The question is left open.',
        },
      ],
    },
    {
      id: 'unknown',
      heading: 'Not known',
      items: [{ text: 'No stored article gives a toll for Chad.', nearest: [quoted(2, 'a resident said')] }],
    },
  ],
  notices: [{ code: 'late', text: 'This edition is late by two hours.' }],
  sources,
  engine: 'extractive',
};

const german = {
  [met.text]: 'Am 8. April 2031 trafen sich der Tschad und der Sudan in Coralia.',
  [quiet.text]: 'Der Tschad beantwortete das Angebot Ägyptens nicht.',
  'Did Chad and Sudan meet?': 'Trafen sich der Tschad und der Sudan?',
  'Chad says that they met': 'Der Tschad sagt, dass sie sich trafen',
  'Sudan denies it': 'Der Sudan bestreitet das',
  'The question is left open.': 'Die Frage bleibt offen.',
  'This edition is late by two hours.': 'Diese Ausgabe kommt zwei Stunden zu spät.',
  'No stored article gives a toll for Chad.': 'Kein gespeicherter Artikel nennt eine Opferzahl für den Tschad.',
};

/** Everything but words of ours. */
function facts({ bottomLine, sections, sources: cited, covers, direction }: Brief): unknown {
  const citations = (item: object) => JSON.stringify(item, (key, value) => (WORDS.includes(key) ? undefined : value));
  return { bottomLine: bottomLine.map(citations), sections: sections.map(citations), cited, covers, direction };
}
const WORDS = ['text', 'original', 'handling', 'originalHandling'];

test('every sentence of a brief is in the language, with the English one beside it', async () => {
  const said = await translatedBrief(brief, into('de', new DictionaryModel(german)));
  expect(said.language).toBe('de');
  expect(said.bottomLine).toEqual([{ ...met, text: german[met.text], original: met.text }]);
  const [, disagree, unknown] = said.sections;
  expect(disagree?.items[0]).toMatchObject({
    text: 'Trafen sich der Tschad und der Sudan?',
    original: 'Did Chad and Sudan meet?',
    readings: [{ original: 'Chad says that they met' }, { text: 'Der Sudan bestreitet das' }],
    handling: 'Die Frage bleibt offen.',
    originalHandling: 'The question is left open.',
  });
  expect(unknown?.items[0]?.original).toBe('No stored article gives a toll for Chad.');
  expect(said.notices).toEqual([
    { code: 'late', text: 'Diese Ausgabe kommt zwei Stunden zu spät.', original: 'This edition is late by two hours.' },
    { code: 'translated', text: 'Von einem Sprachmodell übersetzt.' },
  ]);
});

test('citations, sources, order and figures never change', async () => {
  const said = await translatedBrief(brief, into('de', new DictionaryModel(german)));
  expect(facts(said)).toEqual(facts(brief));
});

test('a sentence that does not pass stays English, and the notice counts it', async () => {
  const wrong = { ...german, [quiet.text]: 'Der Tschad beantwortete das Angebot Ägyptens.' };
  const said = await translatedBrief(brief, into('de', new DictionaryModel(wrong)));
  expect(said.sections[0]?.items[1]).toEqual(quiet);
  expect(said.notices.at(-1)?.text).toBe('Von einem Sprachmodell übersetzt; 1 von 8 Sätzen bleiben auf Englisch.');
});

test('a sentence that stands twice is asked for once, and twelve go in one call', async () => {
  const model = new DictionaryModel(german);
  await translatedBrief(brief, into('de', model));
  expect(model.asked.flat().filter((text) => text === met.text)).toHaveLength(1);
  const many = Array.from({ length: 30 }, (_, at): Statement => ({ ...quiet, text: `Chad closed ${at + 2} roads.` }));
  const long = new DictionaryModel({});
  await translatedBrief(
    { ...brief, bottomLine: [], notices: [], sections: [{ id: 'new', heading: 'New', items: many }] },
    into('de', long),
  );
  expect(long.asked.map(({ length }) => length)).toEqual([12, 12, 6]);
});

test('the words of a rule stay the original where a model worded the sentence before', async () => {
  const worded: Statement = { ...met, original: 'By 8 April 2031 Chad met Sudan.', worded: true };
  const said = await translatedBrief({ ...brief, bottomLine: [worded] }, into('de', new DictionaryModel(german)));
  expect(said.bottomLine[0]).toMatchObject({ text: german[met.text], original: 'By 8 April 2031 Chad met Sudan.' });
});

test.for([
  [
    'fails in plain words',
    new DictionaryModel({}, new DetenteError('model-unusable', 'the model answered 429.')),
    /: the model answered 429\.$/,
  ],
  [
    'fails in a way that nobody foresaw',
    new DictionaryModel({}, new TypeError('x is undefined')),
    /: the language model could not be used\.$/,
  ],
  ['says nothing', new DictionaryModel({}), /: no sentence of it passed the check\.$/],
] as const)('where the model %s the brief is the English one, with a notice', async ([, model, why]) => {
  const said = await translatedBrief(brief, into('fa', model));
  const { notices, ...rest } = said;
  const { notices: before, ...same } = brief;
  expect(rest).toEqual(same);
  expect(notices.slice(0, -1)).toEqual(before);
  expect(notices.at(-1)).toMatchObject({
    code: 'unworded',
    text: expect.stringMatching(/^Not translated into Persian/),
  });
  expect(notices.at(-1)?.text).toMatch(why);
});

test('what came before a failure is kept', async () => {
  const cut = new DictionaryModel({ [met.text]: german[met.text] ?? '' }, new Error('cut'));
  const said = await translatedBrief(brief, into('de', cut));
  expect(said.bottomLine[0]?.original).toBe(met.text);
  expect(said.notices.at(-1)?.text).toContain('7 von 8');
});

test('a call that was given up leaves the English brief', async () => {
  const said = await translatedBrief(brief, into('de', new DictionaryModel(german), AbortSignal.abort()));
  expect(said.bottomLine).toEqual(brief.bottomLine);
});

test('the form for programs has both languages', async () => {
  const said = briefJson(await translatedBrief(brief, into('de', new DictionaryModel(german))));
  expect(said).toMatchObject({
    language: 'de',
    bottomLine: [{ text: german[met.text], original: met.text }],
    sections: [
      {},
      { items: [{ readings: [{ original: 'Chad says that they met' }, {}] }] },
      { items: [{ original: 'No stored article gives a toll for Chad.' }] },
    ],
  });
});
