import { EMPTY_ARCHIVE } from '../brief/empty.ts';
import { sourcesOf } from '../brief/sources.ts';
import type { Answer, AnswerReport } from '../domain/answer.ts';
import type { Archive, ArticleOutline, Scope } from '../domain/archive.ts';
import type { IsoDate } from '../domain/article.ts';
import type { Citation } from '../domain/citation.ts';
import { daysBetween } from '../text/calendar.ts';
import { verified } from '../verify/citation.ts';
import { groundOf } from './ground.ts';
import { climb } from './ladder.ts';
import { parseQuestion } from './question/frame.ts';
import { refused } from './refusal.ts';

export interface AskOptions {
  /** The day on which the question is asked: "on Friday" counts from it. */
  readonly today: IsoDate;
  readonly scope?: Scope;
}

/**
 * Answers a question from the archive, or says that it cannot: by the events that fill the question's frame, then by the
 * best passages, then "not in the archive". A question is data: whatever orders it holds, it is only looked up.
 */
export async function ask(archive: Archive, question: string, options: AskOptions): Promise<AnswerReport> {
  const began = performance.now();
  const outlines = new Map((await archive.articles.outline(options.scope)).map((article) => [article.id, article]));
  const answer = await gated(archive, await answered(archive, question, options, outlines));
  return {
    question,
    answer,
    sources: sourcesOf(citationsOf(answer), outlines),
    engine: 'extractive',
    tier: 'lexical',
    elapsedMs: Math.round(performance.now() - began),
  };
}

async function answered(
  archive: Archive,
  text: string,
  options: AskOptions,
  outlines: ReadonlyMap<string, ArticleOutline>,
): Promise<Answer> {
  if (outlines.size === 0) return refused('empty-archive', EMPTY_ARCHIVE, []);
  const today = anchor(options.today, outlines);
  const question = parseQuestion(text, today);
  if (question === undefined)
    return refused('unclear', 'That holds no question I can read. Ask for instance: who offered mediation?', []);
  return climb(question, groundOf(archive, options.scope ?? {}, today, outlines));
}

/** Days that an archive may lie behind the day of the question before "on Friday" means a Friday of the archive. */
const STALE_DAYS = 7;

/** The day that "yesterday" counts from: the day of asking, or the last one of an archive that ends long before. */
function anchor(today: IsoDate, outlines: ReadonlyMap<string, ArticleOutline>): IsoDate {
  let last = '';
  for (const { publishedAt } of outlines.values())
    if (publishedAt !== undefined && publishedAt > last) last = publishedAt;
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
