import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkout, json, jsonLines, shared, temporaryFolder } from './command-line.ts';

interface Citation {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

const folder = temporaryFolder();
const articles = join(shared, 'articles');
if (!existsSync(articles)) console.warn('quotes of ../shared/articles are not checked: the folder is absent');

const questions = [
  'Who offered mediation?',
  'How many people were killed?',
  'When did the ministers talk?',
  'Did Russia offer to mediate?',
  'Why did Pakistan recall its ambassador?',
  'What did China say?',
  'Where did Iran strike?',
  'Is the ceasefire holding, and who agreed to it?',
];

/** Every object with a quote, however deep. */
function citationsIn(value: unknown): Citation[] {
  if (Array.isArray(value)) return value.flatMap(citationsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'quote' in value && 'articleId' in value ? [value as unknown as Citation] : [];
  return [...own, ...Object.values(value).flatMap(citationsIn)];
}

describe.each([
  ['the sample', join(checkout, 'samples')],
  ['the five articles', articles],
])('every quote of %s', (name, source) => {
  test.skipIf(!existsSync(source))(
    'is the stored text at its offsets, in every command',
    async () => {
      const archive = ['--archive', join(folder, `${name}.sqlite`)];
      await json(['ingest', source, ...archive]);
      const stored = (await json(['articles', '--text', ...archive])) as {
        id: string;
        text: string;
        publishedAt?: string;
      }[];
      const texts = new Map(stored.map(({ id, text }) => [id, text]));
      const days = [...new Set(stored.flatMap(({ publishedAt }) => publishedAt ?? []))].sort();
      const input = questions.map((question, id) => JSON.stringify({ id, question, query: question })).join('\n');
      const printed = await Promise.all([
        json(['events', ...archive]),
        ...days.flatMap((date) => ['de-escalation', 'weekly'].map((definition) => brief(date, definition, archive))),
        jsonLines(['ask', '--batch', '-', ...archive], { input }),
        jsonLines(['search', '--batch', '-', ...archive], { input }),
      ]);
      for (const one of printed) {
        const citations = citationsIn(one);
        expect(citations.length).toBeGreaterThan(0);
        for (const { articleId, start, end, quote } of citations)
          expect(texts.get(articleId)?.slice(start, end)).toBe(quote);
      }
    },
    60_000,
  );
});

function brief(date: string, definition: string, archive: readonly string[]): Promise<unknown> {
  return json(['brief', '--date', date, '--definition', definition, ...archive]);
}
