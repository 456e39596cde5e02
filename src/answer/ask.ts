import { EMPTY_ARCHIVE } from '../brief/empty.ts';
import { sourcesOf } from '../brief/sources.ts';
import type { Answer, AnswerReport } from '../domain/answer.ts';
import type { Archive, ArticleOutline, Scope } from '../domain/archive.ts';
import type { IsoDate } from '../domain/article.ts';
import type { Citation } from '../domain/citation.ts';
import { verified } from '../verify/citation.ts';
import { fromEvents } from './events.ts';
import { rememberedEvents } from './ledger-memory.ts';
import { fromPassages } from './passages.ts';
import { parseQuestion } from './question.ts';
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
  const answer = await gated(archive, await climb(archive, question, options, outlines));
  return {
    question,
    answer,
    sources: sourcesOf(citationsOf(answer), outlines),
    engine: 'extractive',
    tier: 'lexical',
    elapsedMs: Math.round(performance.now() - began),
  };
}

/** The ladder: each rung answers or passes on to the next. */
async function climb(
  archive: Archive,
  text: string,
  options: AskOptions,
  outlines: ReadonlyMap<string, ArticleOutline>,
): Promise<Answer> {
  if (outlines.size === 0) return refused('empty-archive', EMPTY_ARCHIVE, []);
  const question = parseQuestion(text, options.today);
  if (question === undefined)
    return refused('unclear', 'That holds no question I can read. Ask for instance: who offered mediation?', []);
  const events = await rememberedEvents(archive, outlines.values(), options.scope);
  return fromEvents(question, events) ?? (await fromPassages(archive, question, events, options.scope));
}

/** Nothing leaves with a citation that does not hold. */
async function gated(archive: Archive, answer: Answer): Promise<Answer> {
  const [kept] = await verified(archive, [answer], citationsOf);
  return kept ?? refused('no-evidence', 'Not in the archive: the words found could not be verified.', []);
}

function citationsOf(answer: Answer): readonly Citation[] {
  return answer.kind === 'answered' ? answer.statements.flatMap((statement) => statement.citations) : answer.nearest;
}
