import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { encoderOf, findEncoder } from '../../src/cli/encoder.ts';
import type { Archive } from '../../src/domain/archive.ts';
import type { SentenceEncoder } from '../../src/domain/encoder.ts';
import { readSources } from '../../src/ingest/sources.ts';
import { takeIn } from '../../src/intake.ts';
import { counterfactualLine, counterfactuals } from './counterfactuals.ts';
import { quizFigures, quizLine } from './realtimeqa.ts';
import { retrievalFigures } from './retrieval.ts';

const root = join(import.meta.dirname, '../..');
/** Every how manieth question of the quiz is asked again without its articles. */
const EVERY = 3;

type Line = readonly [string, string];

/** What is measured of answers beside the labelled questions: passages found, counterfactuals refused, general news. */
export async function* answerLines(data: string): AsyncGenerator<Line> {
  const encoder = encoderOf(await findEncoder({ vectors: 'auto' }));
  yield* retrievalLines(data, encoder);
  const folders = [join(data, 'articles'), join(root, 'samples')];
  const cases = (await Promise.all(folders.map((folder) => counterfactuals(folder)))).flat();
  yield ['counterfactuals, five articles and sample', counterfactualLine(cases)];
  yield* quizLines(join(data, 'eval/realtimeqa-2024q1'), encoder);
  await encoder?.close();
}

async function* retrievalLines(data: string, encoder: SentenceEncoder | undefined): AsyncGenerator<Line> {
  const archive = await archiveOf(':memory:', join(data, 'articles'));
  const tiers: readonly (readonly [string, SentenceEncoder | undefined])[] = [
    ['lexical', undefined],
    ['vectors', encoder],
  ];
  for (const [tier, one] of tiers) {
    const { questions, first, inThree } = await retrievalFigures(archive, join(data, 'gold/questions.json'), one);
    yield [`search, ${tier}`, `right sentence first ${first} of ${questions}, in the first three ${inThree}`];
  }
  await archive.close();
}

async function* quizLines(folder: string, encoder: SentenceEncoder | undefined): AsyncGenerator<Line> {
  if (!existsSync(folder)) return;
  const made = mkdtempSync(join(tmpdir(), 'detente-eval-'));
  const archive = await archiveOf(join(made, 'quiz.sqlite'), join(folder, 'articles.jsonl'));
  yield ['general news (RealTimeQA), lexical', quizLine(await quizFigures(archive, folder, EVERY))];
  if (encoder !== undefined)
    yield ['general news (RealTimeQA), vectors', quizLine(await quizFigures(archive, folder, EVERY, encoder))];
  await archive.close();
  rmSync(made, { recursive: true });
}

async function archiveOf(path: string, source: string): Promise<Archive> {
  const archive = await openSqliteArchive(path);
  await takeIn(archive, readSources([source]));
  return archive;
}
