import { create, insertMultiple, search } from '@orama/orama';
import MiniSearch from 'minisearch';
import { ask } from '../src/answer/ask.ts';
import type { Archive } from '../src/domain/archive.ts';
import type { SentenceEncoder } from '../src/domain/encoder.ts';
import { percentile, ratio, rounded, type Section } from './figures.ts';
import type { CorpusPassage } from './passages.ts';

type Answering = (question: string) => Promise<unknown> | unknown;

interface Row {
  readonly name: string;
  readonly ask: Answering;
}

const TODAY = '2024-03-31';

/** Milliseconds of one whole answer, warm: lexical, and with vectors where there are some. */
export async function askSection(
  archive: Archive,
  passages: readonly CorpusPassage[],
  questions: readonly string[],
  encoder: SentenceEncoder | undefined,
): Promise<Section> {
  const rows: Row[] = [
    { name: '`detente ask`, lexical', ask: (question) => ask(archive, question, { today: TODAY }) },
    ...(encoder === undefined
      ? []
      : [
          {
            name: '`detente ask`, vectors',
            ask: (question: string) => ask(archive, question, { today: TODAY, encoder }),
          },
        ]),
    { name: 'minisearch, ten passages', ask: miniSearch(passages) },
    { name: 'orama, ten passages', ask: await orama(passages) },
  ];
  const times = new Map<string, readonly number[]>();
  for (const row of rows) times.set(row.name, await timesOf(row.ask, questions));
  const ours = percentile(times.get('`detente ask`, lexical') ?? [], 0.5);
  return {
    heading: 'Answers',
    about: `${questions.length} news questions over ${passages.length} passages, warm: every question was asked once before. Ours reads the passages and answers or refuses; the peers find passages.`,
    headings: ['', 'p50 ms', 'p95 ms', 'p50 against ours, lexical'],
    rows: [...times].map(([name, took]) => [
      name,
      rounded(percentile(took, 0.5)),
      rounded(percentile(took, 0.95)),
      ratio(percentile(took, 0.5), ours),
    ]),
  };
}

/** Asked once before it is timed: what is made on first need is there. */
async function timesOf(answer: Answering, questions: readonly string[]): Promise<readonly number[]> {
  for (const question of questions) await answer(question);
  const took: number[] = [];
  for (const question of questions) {
    const began = performance.now();
    await answer(question);
    took.push(performance.now() - began);
  }
  return took;
}

function miniSearch(passages: readonly CorpusPassage[]): Answering {
  const index = new MiniSearch<CorpusPassage>({ fields: ['text'] });
  index.addAll(passages);
  return (question) => index.search(question).slice(0, 10);
}

async function orama(passages: readonly CorpusPassage[]): Promise<Answering> {
  const database = create({
    schema: { text: 'string' } as const,
    components: { tokenizer: { stemming: true, language: 'english' } },
  });
  await insertMultiple(
    database,
    passages.map(({ text }) => ({ text })),
    1_000,
  );
  return (question) => search(database, { term: question, limit: 10, threshold: 1 });
}
