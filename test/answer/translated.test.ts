import { expect, test } from 'vitest';
import { answerJson } from '../../src/answer/json.ts';
import { translated } from '../../src/answer/translated.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { DetenteError } from '../../src/errors.ts';
import { DictionaryModel, into } from '../brief/dictionary-model.ts';
import { quoted, report, statement } from '../contract/replies.ts';

const offer = statement(
  'On 11 April 2031 China offered to host talks between Chad and Sudan.',
  quoted(3, 'offered to host further talks'),
);
const answered: Answer & { kind: 'answered' } = {
  kind: 'answered',
  short: 'China',
  statements: [offer],
  confidence: 'high',
};
const spanish = {
  [offer.text]: 'El 11 de abril de 2031 China ofreció acoger conversaciones entre Chad y Sudán.',
};

test('an answer is in the language, and its quotes in their own', async () => {
  const said = await translated(report(answered), into('es', new DictionaryModel(spanish)));
  expect(said).toMatchObject({ language: 'es', notice: 'Traducido por un modelo de lenguaje.' });
  expect(said.answer).toEqual({
    ...answered,
    statements: [{ ...offer, text: spanish[offer.text], original: offer.text }],
  });
});

test.for([
  ['Yes', 'بله'],
  ['No', 'نه'],
  ['China; Turkey', 'چین; ترکیه'],
  ['19 January 2024', '19 ژانویهٔ 2024'],
  ['Hakan Fidan (Turkey)', 'Hakan Fidan (ترکیه)'],
] as const)('the answer %s needs no model', async ([short, shown]) => {
  const sentence = 'در 11 آوریل 2031 چین پیشنهاد کرد میزبان گفت‌وگوهای چاد و سودان باشد.';
  const knowing = new DictionaryModel({ [offer.text]: sentence });
  const said = await translated(report({ ...answered, short }), into('fa', knowing));
  expect(said.answer).toMatchObject({ short: shown, original: { short } });
  expect(knowing.asked.flat()).toEqual([offer.text]);
});

test('a number and a name are the same in every language', async () => {
  const said = await translated(report({ ...answered, short: '27' }), into('es', new DictionaryModel(spanish)));
  expect(said.answer).toMatchObject({ short: '27' });
  expect(said.answer).not.toHaveProperty('original');
});

test('a refusal is translated, and the words that were looked for stay', async () => {
  const message = 'Not in the archive: no stored article says so (looked for: Chad, accept, truce).';
  const refusal: Answer = {
    kind: 'unanswered',
    reason: 'no-evidence',
    message,
    nearest: [quoted(3, 'The offer was repeated')],
  };
  const model = new DictionaryModel({
    [message.replace('Chad, accept, truce', '“Chad, accept, truce”')]:
      'No está en el archivo: ningún artículo guardado lo dice (se buscó: «Chad, accept, truce»).',
  });
  const said = await translated(report(refusal), into('es', model));
  expect(said.answer).toMatchObject({ nearest: refusal.nearest, original: { message } });
  expect(said.answer.message).toContain('«Chad, accept, truce»');
});

test('each part of several answers is in the language, and one note counts all', async () => {
  const second: Answer = {
    kind: 'unanswered',
    reason: 'unclear',
    message: 'A question was not understood.',
    nearest: [],
  };
  const both = { ...report(answered), parts: [report(answered), report(second)] };
  const said = await translated(both, into('es', new DictionaryModel(spanish)));
  expect(said.parts?.map(({ language }) => language)).toEqual(['es', 'es']);
  expect(said.parts?.[0]?.answer).toMatchObject({ statements: [{ original: offer.text }] });
  expect(said.notice).toBe('Traducido por un modelo de lenguaje; 1 de 2 frases quedan en inglés.');
});

test('a model that fails leaves the English answer with a small notice', async () => {
  const failing = new DictionaryModel({}, new DetenteError('model-unusable', 'the model took too long'));
  const before = { ...report(answered), notice: 'Answered without the model.' };
  const said = await translated(before, into('es', failing));
  expect(said).toEqual({
    ...before,
    notice: 'Answered without the model. Not translated into Spanish: the model took too long.',
  });
});

test('the form for programs has both languages', async () => {
  const said = await translated(report({ ...answered, short: 'Yes' }), into('es', new DictionaryModel(spanish)));
  expect(answerJson(said)).toMatchObject({
    language: 'es',
    short: 'Sí',
    original: { short: 'Yes' },
    statements: [{ text: spanish[offer.text], original: offer.text }],
  });
});
