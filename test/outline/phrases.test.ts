import { expect, test } from 'vitest';
import { outline } from '../../src/index.ts';
import type { Phrases } from '../../src/outline/phrases.ts';
import { daysWords, dayWords, english, filled, phrasesOf } from '../../src/outline/phrases.ts';
import { languages } from '../../src/text/languages.ts';
import { brief, refusal, report } from '../contract/replies.ts';

const placesOf = (phrase: string) => [...phrase.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

test.for(languages.map(({ code }) => code))(
  'the frame words of %s fill the same places as the English ones',
  (code) => {
    const phrases = phrasesOf(code);
    expect(phrases.language).toBe(code);
    for (const [key, phrase] of Object.entries(english) as [keyof Phrases, string][]) {
      expect([key, placesOf(phrases[key])]).toEqual([key, placesOf(phrase)]);
      expect([key, phrases[key].trim()]).not.toEqual([key, '']);
    }
  },
);

test.for(languages.map(({ code }) => code))('no frame word of %s is English still', (code) => {
  const phrases = phrasesOf(code);
  const same = (Object.keys(english) as (keyof Phrases)[]).filter((key) => phrases[key] === english[key]);
  expect(same.filter((key) => key !== 'sources')).toEqual([]);
});

test('a language that is not offered has the English words', () => {
  expect(phrasesOf('xx')).toBe(english);
  expect(phrasesOf(undefined)).toBe(english);
});

test('days are written as the language writes them, in the digits of the marks', () => {
  expect(dayWords('2024-01-19', english)).toBe('19 January 2024');
  expect(dayWords('2024-01-19', phrasesOf('fa'))).toBe('19 ژانویهٔ 2024');
  expect(dayWords('2024-01-19', phrasesOf('de'), 'without-year')).toBe('19. Januar');
  expect(dayWords('2024-01-19', phrasesOf('zh'), 'weekday')).toBe('2024年1月19日星期五');
  expect(daysWords('2024-01-16', '2024-01-19', phrasesOf('fr'))).toBe('16–19 janvier 2024');
  expect(daysWords('2024-01-19', '2024-01-19', phrasesOf('ar'))).toBe('19 يناير 2024');
});

test('an unfilled place stays visible', () => {
  expect(filled('{index} of {all}', { index: 3 })).toBe('3 of {all}');
});

const textOf = (language: string) =>
  outline({ kind: 'brief', brief: { ...brief, language } })
    .map((block) =>
      'text' in block
        ? block.text
        : 'runs' in block
          ? block.runs
              .map((run) => (run.kind === 'words' ? run.text : `[${'number' in run ? run.number : run.url}]`))
              .join('')
          : '',
    )
    .join('\n');

test('a brief in German has its headings, direction, coverage and tension in German', () => {
  const text = textOf('de');
  for (const words of [
    'Schritte zur Ruhe',
    'UNEINHEITLICH · Spannung 41, gesunken von 48 am 11. April',
    'Ausgabe vom Samstag, 12. April 2031 (UTC)',
    'Artikel: 3, unabhängige Ursprünge: 3',
    '(ein Bericht)',
    'Quellen',
    'am nächsten: [2]',
  ])
    expect(text).toContain(words);
});

test('a brief in Persian reads from the right: its title begins with an island', () => {
  expect(textOf('fa').startsWith('\u2068DÉTENTE\u2069 · \u2068Arland–Belmar\u2069 · شمارهٔ')).toBe(true);
});

test('a refusal that was translated says that it is not in the archive in its own language; one in English in English', () => {
  if (refusal.kind !== 'answer' || refusal.report.answer.kind !== 'unanswered') throw new Error('no refusal');
  const { answer } = refusal.report;
  const shown = (more: object) => {
    const [first] = outline({ kind: 'answer', report: { ...report({ ...answer, ...more }), language: 'es' } });
    return first && 'runs' in first ? first.runs.map((run) => (run.kind === 'words' ? run.text : '')).join('') : '';
  };
  expect(shown({})).toBe('Not in the archive: no stored article says that Belmar accepted the offer.');
  expect(shown({ message: 'Ningún artículo dice que Belmar aceptó.', original: { message: answer.message } })).toBe(
    'No está en el archivo: Ningún artículo dice que Belmar aceptó.',
  );
});
