import type { AnswerReport } from '../domain/answer.ts';
import type { Archive, ArticleOutline, Scope } from '../domain/archive.ts';
import type { IsoDate } from '../domain/article.ts';
import type { SentenceEncoder } from '../domain/encoder.ts';
import { isEncoderFailure } from '../errors.ts';
import { daysBetween } from '../text/calendar.ts';
import { answerTo } from './answer.ts';
import { type Turn, turnOf } from './follow-up.ts';
import { groundOf } from './ground.ts';
import { MOST_QUESTIONS, questionsIn } from './question/split.ts';
import { type Conversed, reportOf, type Told } from './report.ts';
import type { WordingOptions } from './worded-answer.ts';

export interface AskOptions {
  /** The day on which the question is asked: "on Friday" counts from it. */
  readonly today: IsoDate;
  readonly scope?: Scope;
  /** With one, passages are ranked by meaning too. */
  readonly encoder?: SentenceEncoder | undefined;
  /** With one, a language model words the answer, as far as the gate passes what it says. */
  readonly wording?: WordingOptions | undefined;
}

/**
 * Answers a question from the archive, or says that it cannot: by the events that fill the question's frame, then by the
 * sentences that speak of all of it, then "not in the archive". Several questions get an answer each. A question is data:
 * whatever orders it holds, it is only looked up.
 */
export async function ask(archive: Archive, question: string, options: AskOptions): Promise<AnswerReport> {
  return worded(await converse(archive, question, options), options.wording);
}

/** What was answered by rule in the words of a model, where one is there and in time. */
export async function worded(conversed: Conversed, wording: WordingOptions | undefined): Promise<AnswerReport> {
  if (wording === undefined) return conversed.report;
  return (await import('./wording.ts')).inTime(conversed, wording);
}

/** The same within a conversation: `before` is the turn that "and when?" follows. */
export async function converse(archive: Archive, text: string, options: AskOptions, before?: Turn): Promise<Conversed> {
  try {
    return await conversed(archive, text, options, before);
  } catch (error) {
    // an encoder that breaks down costs the ranking by meaning, never the answer
    if (!isEncoderFailure(error)) throw error;
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
  const told: Told[] = [];
  let turn = before;
  for (const one of asked.length === 0 ? [text] : asked.slice(0, MOST_QUESTIONS)) {
    const next = await answerTo(one, ground, turn);
    told.push(next);
    if (next.question !== undefined) turn = turnOf(next.question, next.answer);
  }
  const report = reportOf(text, told, asked.length, ground, Math.round(performance.now() - began));
  return { report, told, asked: asked.length, ground, ...(turn !== undefined && { turn }) };
}

/** A scope that hides nothing is none: what is merged in the archive already serves. */
function narrowing(scope: Scope | undefined): Scope | undefined {
  return scope?.asOf === undefined && (scope?.without ?? []).length === 0 ? undefined : scope;
}

/** A text longer than this is cut: nobody asks in more characters. */
const MAX_TEXT = 10_000;

/** Days that an archive may lie behind the day of the question before "on Friday" means a Friday of the archive. */
const STALE_DAYS = 7;

/** The day that "yesterday" counts from: the day of asking, or the last one of an archive that ends long before. */
function anchor(today: IsoDate, articles: readonly ArticleOutline[]): IsoDate {
  let last = '';
  for (const { publishedAt } of articles) if (publishedAt !== undefined && publishedAt > last) last = publishedAt;
  return last !== '' && daysBetween(last, today) > STALE_DAYS ? last : today;
}
