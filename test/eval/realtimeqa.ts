import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from '../../src/answer/ask.ts';
import type { AnswerReport } from '../../src/domain/answer.ts';
import type { Archive } from '../../src/domain/archive.ts';
import type { SentenceEncoder } from '../../src/domain/encoder.ts';
import { searchPassages } from '../../src/search/passages.ts';
import { fold } from '../../src/text/words.ts';

interface QuizQuestion {
  readonly id: string;
  readonly date: string;
  readonly question: string;
  readonly answer: readonly string[];
}

interface Visible {
  readonly id: string;
  readonly day: string;
  readonly text: string;
}

/** Quotes that count: a reader looks at three. */
const QUOTES = 3;

/** What general news questions show: the answer's words in the first three quotes, and refusals where no article holds it. */
export interface QuizFigures {
  readonly questions: number;
  /** With the answer in the first three quotes of `ask`, and in the first three hits of BM25 alone. */
  readonly found: number;
  readonly foundByWords: number;
  /** Of `withheld` questions, those refused when every article that holds the answer is left out. */
  readonly refused: number;
  readonly withheld: number;
  /** Milliseconds of `ask`, ascending. */
  readonly times: readonly number[];
}

/**
 * Asks every question as of its own day, and every nth again without the articles that hold its answer, which is slow.
 * @param folder holds questions.jsonl; the archive holds the articles beside it
 */
export async function quizFigures(
  archive: Archive,
  folder: string,
  every = 1,
  encoder?: SentenceEncoder,
): Promise<QuizFigures> {
  const articles: Visible[] = (await archive.articles.list()).map(({ id, publishedAt = '', title, text }) => ({
    id,
    day: publishedAt,
    text: spaced(`${title} ${text}`),
  }));
  const figures = { questions: 0, found: 0, foundByWords: 0, refused: 0, withheld: 0, times: [] as number[] };
  for (const question of questionsIn(folder)) {
    const holding = articles.filter(({ day, text }) => day <= question.date && holds(text, question));
    if (holding.length === 0) continue;
    figures.questions += 1;
    const began = performance.now();
    const report = await ask(archive, question.question, {
      today: question.date,
      scope: { asOf: question.date },
      encoder,
    });
    figures.times.push(performance.now() - began);
    if (quotesOf(report).some((quote) => holds(spaced(quote), question))) figures.found += 1;
    const hits = await searchPassages(archive, question.question, { limit: QUOTES, scope: { asOf: question.date } });
    if (hits.some(({ quote }) => holds(spaced(quote), question))) figures.foundByWords += 1;
    if (figures.questions % every !== 0) continue;
    figures.withheld += 1;
    const scope = { asOf: question.date, without: holding.map(({ id }) => id) };
    const without = await ask(archive, question.question, { today: question.date, scope, encoder });
    if (without.answer.kind === 'unanswered') figures.refused += 1;
  }
  figures.times.sort((one, other) => one - other);
  return figures;
}

/** One line: shares, and milliseconds. */
export function quizLine({ questions, found, foundByWords, refused, withheld, times }: QuizFigures): string {
  const share = (count: number, all = questions) => (count / Math.max(1, all)).toFixed(3);
  const at = (part: number) => Math.round(times[Math.floor(part * (times.length - 1))] ?? 0);
  return (
    `${questions} questions; answer in the first three quotes ${found} (${share(found)}), by BM25 ${foundByWords} (${share(foundByWords)}); ` +
    `refused without their articles ${refused} of ${withheld} (${share(refused, withheld)}); p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`
  );
}

function questionsIn(folder: string): QuizQuestion[] {
  const lines = readFileSync(join(folder, 'questions.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as QuizQuestion);
}

/** The quotes that a reader sees first: those of the statements, else the nearest. */
function quotesOf({ answer }: AnswerReport): readonly string[] {
  const cited = answer.kind === 'answered' ? answer.statements.flatMap(({ citations }) => citations) : answer.nearest;
  return cited.slice(0, QUOTES).map(({ quote }) => quote);
}

function holds(text: string, { answer }: QuizQuestion): boolean {
  return answer.some((words) => text.includes(spaced(words)));
}

/** Folded, with a space for everything that is no letter and no digit, and one at each end. */
function spaced(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
