import { create, insertMultiple, search } from '@orama/orama';
import { ask } from '../src/answer/ask.ts';
import type { Archive } from '../src/domain/archive.ts';
import type { SentenceEncoder } from '../src/domain/encoder.ts';
import { type Asked, HITS, timedRows } from './asked.ts';
import type { Section } from './figures.ts';
import type { CorpusPassage } from './passages.ts';

const TODAY = '2024-03-31';

/** Milliseconds of one whole answer, warm: lexical, and with vectors where there are some. */
export async function askSection(
  archive: Archive,
  passages: readonly CorpusPassage[],
  questions: readonly string[],
  { encoder, peer }: { readonly encoder: SentenceEncoder | undefined; readonly peer: Asked },
): Promise<Section> {
  const answering = (name: string, one?: SentenceEncoder): Asked => ({
    name,
    ask: (question) => ask(archive, question, { today: TODAY, encoder: one }),
  });
  const all: Asked[] = [
    answering('`detente ask`, lexical'),
    ...(encoder === undefined ? [] : [answering('`detente ask`, vectors', encoder)]),
    peer,
    await orama(passages),
  ];
  return {
    heading: 'Answers',
    about: `${questions.length} news questions over ${passages.length} passages, warm: every question was asked once before. Ours reads the passages and answers or refuses; the peers find ten passages.`,
    headings: ['', 'p50 ms', 'p95 ms', 'p50 against ours, lexical'],
    rows: await timedRows(all, questions, { warming: questions, high: 0.95 }),
  };
}

/** With orama over 230,747 passages this section had not ended after twenty minutes. */
const ORAMA_MOST = 50_000;

async function orama(all: readonly CorpusPassage[]): Promise<Asked> {
  const passages = all.slice(0, ORAMA_MOST);
  const name = passages.length < all.length ? `orama, over ${passages.length} of the passages` : 'orama';
  const database = create({
    schema: { text: 'string' } as const,
    components: { tokenizer: { stemming: true, language: 'english' } },
  });
  await insertMultiple(
    database,
    passages.map(({ text }) => ({ text })),
    1_000,
  );
  return { name, ask: (question) => search(database, { term: question, limit: HITS, threshold: 1 }) };
}
