import { sourcesOf } from '../brief/sources.ts';
import type { Answer, AnswerReport, Confidence } from '../domain/answer.ts';
import { type Citation, isNonEmpty } from '../domain/citation.ts';
import type { Turn } from './follow-up.ts';
import type { Ground } from './ground.ts';
import type { Question } from './question/frame.ts';
import { refused } from './refusal.ts';

/** One question and its answer. */
export interface Told {
  readonly text: string;
  readonly answer: Answer;
  /** Absent where no question was understood. */
  readonly question?: Question;
}

/** What was answered by rule, what it stands on, and what a follow-up can build on. */
export interface Conversed {
  readonly report: AnswerReport;
  readonly told: readonly Told[];
  /** Questions in the text; those beyond what was told were left out. */
  readonly asked: number;
  readonly ground: Ground;
  readonly turn?: Turn;
}

/**
 * The report of what was asked in one text.
 * @param asked how many questions the text holds; those beyond what was told were left out
 */
export function reportOf(
  text: string,
  told: readonly Told[],
  asked: number,
  ground: Ground,
  elapsedMs: number,
): AnswerReport {
  const reports = told.map((one) => partOf(one.text, one.answer, ground, elapsedMs));
  const [only] = reports;
  return reports.length === 1 && only !== undefined
    ? { ...only, question: text }
    : combined(text, reports, asked, ground);
}

function partOf(question: string, answer: Answer, { outlines, encoder }: Ground, elapsedMs: number): AnswerReport {
  const isWorded = answer.kind === 'answered' && answer.statements.some(({ worded }) => worded);
  return {
    question,
    answer,
    sources: sourcesOf(citationsOf(answer), outlines),
    engine: isWorded ? 'language-model' : 'extractive',
    tier: encoder === undefined ? 'lexical' : 'vectors',
    elapsedMs,
  };
}

/** Several questions: the statements of all, and an answer each as a part. */
function combined(text: string, parts: readonly AnswerReport[], asked: number, ground: Ground): AnswerReport {
  const told = parts.flatMap(({ answer }) => (answer.kind === 'answered' ? [answer] : []));
  const statements = told.flatMap((answer) => answer.statements);
  const left =
    asked > parts.length ? `${asked - parts.length} of ${asked} questions were left out: ask fewer at once.` : '';
  const refusals = parts.flatMap(({ question, answer }) =>
    answer.kind === 'unanswered' ? [`${question} ${answer.message}`] : [],
  );
  const message = [...refusals, left].filter((part) => part !== '').join(' ');
  const nearest = parts.flatMap(({ answer }) => (answer.kind === 'unanswered' ? answer.nearest.slice(0, 1) : []));
  const answer: Answer = isNonEmpty(statements)
    ? { kind: 'answered', statements, confidence: lowest(told), ...(message !== '' && { message }) }
    : refused('no-evidence', message, nearest);
  return { ...partOf(text, answer, ground, parts.at(-1)?.elapsedMs ?? 0), parts };
}

function lowest(answers: readonly Extract<Answer, { kind: 'answered' }>[]): Confidence {
  const order: readonly Confidence[] = ['low', 'moderate', 'high'];
  return order.find((one) => answers.some(({ confidence }) => confidence === one)) ?? 'low';
}

export function citationsOf(answer: Answer): readonly Citation[] {
  return answer.kind === 'answered' ? answer.statements.flatMap((statement) => statement.citations) : answer.nearest;
}
