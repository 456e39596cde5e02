import { EMPTY_ARCHIVE } from '../brief/empty.ts';
import { sourcesOf } from '../brief/sources.ts';
import type { Answer, AnswerReport, Confidence } from '../domain/answer.ts';
import type { Archive, ArticleOutline, Scope } from '../domain/archive.ts';
import type { IsoDate } from '../domain/article.ts';
import { type Citation, isNonEmpty } from '../domain/citation.ts';
import type { SentenceEncoder } from '../domain/encoder.ts';
import { DetenteError } from '../errors.ts';
import { daysBetween } from '../text/calendar.ts';
import { verified } from '../verify/citation.ts';
import { followed, type Turn, turnOf } from './follow-up.ts';
import { type Ground, groundOf } from './ground.ts';
import { climb } from './ladder.ts';
import { parseQuestion, type Question } from './question/frame.ts';
import { MOST_QUESTIONS, questionsIn } from './question/split.ts';
import { refused } from './refusal.ts';

export interface AskOptions {
  /** The day on which the question is asked: "on Friday" counts from it. */
  readonly today: IsoDate;
  readonly scope?: Scope;
  /** With one, passages are ranked by meaning too. */
  readonly encoder?: SentenceEncoder | undefined;
}

/** What was answered, and what a follow-up can build on. */
interface Conversed {
  readonly report: AnswerReport;
  readonly turn?: Turn;
}

/**
 * Answers a question from the archive, or says that it cannot: by the events that fill the question's frame, then by the
 * sentences that speak of all of it, then "not in the archive". Several questions get an answer each. A question is data:
 * whatever orders it holds, it is only looked up.
 */
export async function ask(archive: Archive, question: string, options: AskOptions): Promise<AnswerReport> {
  return (await converse(archive, question, options)).report;
}

/** The same within a conversation: `before` is the turn that "and when?" follows. */
export async function converse(archive: Archive, text: string, options: AskOptions, before?: Turn): Promise<Conversed> {
  try {
    return await conversed(archive, text, options, before);
  } catch (error) {
    // an encoder that breaks down costs the ranking by meaning, never the answer
    if (!(error instanceof DetenteError && error.code === 'encoder-unusable')) throw error;
    return conversed(archive, text, { ...options, encoder: undefined }, before);
  }
}

async function conversed(archive: Archive, text: string, options: AskOptions, before?: Turn): Promise<Conversed> {
  const began = performance.now();
  const scope = narrowing(options.scope);
  const articles = await archive.articles.outline(scope);
  const outlines = new Map(articles.map((article) => [article.id, article]));
  const today = anchor(options.today, articles);
  const ground = groundOf({ archive, scope, today, articles, outlines, encoder: options.encoder });
  const asked = questionsIn(text.slice(0, MAX_TEXT));
  const answers: { readonly text: string; readonly answer: Answer }[] = [];
  let turn = before;
  for (const one of asked.length === 0 ? [text] : asked.slice(0, MOST_QUESTIONS)) {
    const { answer, question } = await answered(one, ground, turn);
    answers.push({ text: one, answer: await gated(archive, answer) });
    if (question !== undefined) turn = turnOf(question, answer);
  }
  const elapsedMs = Math.round(performance.now() - began);
  const reports = answers.map((one) => reportOf(one.text, one.answer, ground, elapsedMs));
  const [only] = reports;
  const report =
    reports.length === 1 && only !== undefined
      ? { ...only, question: text }
      : combined(text, reports, asked.length, ground);
  return { report, ...(turn !== undefined && { turn }) };
}

/** A scope that hides nothing is none: what is merged in the archive already serves. */
function narrowing(scope: Scope | undefined): Scope | undefined {
  return scope?.asOf === undefined && (scope?.without ?? []).length === 0 ? undefined : scope;
}

/** A text longer than this is cut: nobody asks in more characters. */
const MAX_TEXT = 10_000;

function reportOf(question: string, answer: Answer, { outlines, encoder }: Ground, elapsedMs: number): AnswerReport {
  const sources = sourcesOf(citationsOf(answer), outlines);
  return {
    question,
    answer,
    sources,
    engine: 'extractive',
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
  return { ...reportOf(text, answer, ground, parts.at(-1)?.elapsedMs ?? 0), parts };
}

function lowest(answers: readonly Extract<Answer, { kind: 'answered' }>[]): Confidence {
  const order: readonly Confidence[] = ['low', 'moderate', 'high'];
  return order.find((one) => answers.some(({ confidence }) => confidence === one)) ?? 'low';
}

async function answered(
  text: string,
  ground: Ground,
  before: Turn | undefined,
): Promise<{ readonly answer: Answer; readonly question?: Question }> {
  if (ground.outlines.size === 0) return { answer: refused('empty-archive', EMPTY_ARCHIVE, []) };
  const parsed = parseQuestion(text, ground.today);
  const question = before === undefined ? parsed : parsed && followed(parsed, before);
  if (question === undefined && before !== undefined) {
    const bare = parseQuestion(`${text} ${before.question.text}`, ground.today);
    if (bare !== undefined && /\p{L}/u.test(text)) {
      const carriedOn = followed({ ...bare, text }, before);
      return { answer: await climb(carriedOn, ground), question: carriedOn };
    }
  }
  if (question === undefined)
    return {
      answer: refused('unclear', 'That holds no question I can read. Ask for instance: who offered mediation?', []),
    };
  return { answer: await climb(question, ground), question };
}

/** Days that an archive may lie behind the day of the question before "on Friday" means a Friday of the archive. */
const STALE_DAYS = 7;

/** The day that "yesterday" counts from: the day of asking, or the last one of an archive that ends long before. */
function anchor(today: IsoDate, articles: readonly ArticleOutline[]): IsoDate {
  let last = '';
  for (const { publishedAt } of articles) if (publishedAt !== undefined && publishedAt > last) last = publishedAt;
  return last !== '' && daysBetween(last, today) > STALE_DAYS ? last : today;
}

/** Nothing leaves with a citation that does not hold. */
async function gated(archive: Archive, answer: Answer): Promise<Answer> {
  const [kept] = await verified(archive, [answer], citationsOf);
  return kept ?? refused('no-evidence', 'Not in the archive: the words found could not be verified.', []);
}

function citationsOf(answer: Answer): readonly Citation[] {
  return answer.kind === 'answered' ? answer.statements.flatMap((statement) => statement.citations) : answer.nearest;
}
