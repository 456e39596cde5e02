import { ask } from '../../src/answer/ask.ts';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Archive } from '../../src/domain/archive.ts';
import type { Article } from '../../src/domain/article.ts';
import type { Citation } from '../../src/domain/citation.ts';
import type { Event } from '../../src/domain/event.ts';
import { eventsOf } from '../../src/events/ledger.ts';
import { stateIn } from '../../src/events/signature.ts';
import { readSources, type SourceItem } from '../../src/ingest/sources.ts';
import { takeIn } from '../../src/intake.ts';
import { deniedForms, questionsAbout, swapped } from './generated-questions.ts';

const TODAY = '2030-01-01';

/** A question that must not be answered (or not with yes), and what came of it. */
export interface Case {
  readonly kind: 'deleted' | 'swapped' | 'negated';
  readonly question: string;
  readonly refused: boolean;
  readonly said: string;
}

type Answered = Extract<Answer, { kind: 'answered' }>;

/**
 * From every question about an event of the archive that is answered in short: the same without the sentences that carry
 * the answer, the same about an actor that the archive does not know, and its denial.
 * @param folder holds articles
 * @param every takes every nth event only
 */
export async function counterfactuals(folder: string, every = 1): Promise<readonly Case[]> {
  const archive = await archiveOf(readSources([folder]));
  const events = (await eventsOf(archive)).filter(({ status }) => status === 'reported');
  const questions = [...new Set(events.filter((_, at) => at % every === 0).flatMap(questionsAbout))];
  const cases: Case[] = [];
  for (const question of questions) {
    const { answer } = await ask(archive, question, { today: TODAY });
    if (answer.kind !== 'answered' || answer.short === undefined) continue;
    cases.push(await withoutItsSentences(archive, question, answer));
    for (const other of swapped(question)) cases.push(await caseOf('swapped', archive, other, isUnanswered));
    if (answer.short === 'Yes')
      for (const other of deniedForms(question))
        cases.push(await caseOf('negated', archive, other, (one) => one.kind === 'unanswered' || one.short !== 'Yes'));
  }
  await archive.close();
  return cases;
}

/** "deleted 12 of 13, swapped ..., in all 99 of 100 (.990)". */
export function counterfactualLine(cases: readonly Case[]): string {
  const line = (name: string, some: readonly Case[]) =>
    `${name} ${some.filter(({ refused }) => refused).length} of ${some.length}`;
  const kinds = [...Map.groupBy(cases, ({ kind }) => kind)].map(([kind, some]) => line(kind, some));
  const share = cases.filter(({ refused }) => refused).length / Math.max(1, cases.length);
  return `${[...kinds, line('in all', cases)].join(', ')} (${share.toFixed(3)}) refused`;
}

async function caseOf(
  kind: Case['kind'],
  archive: Archive,
  question: string,
  isRefused: (answer: Answer) => boolean,
): Promise<Case> {
  const { answer } = await ask(archive, question, { today: TODAY });
  return { kind, question, refused: isRefused(answer), said: saidIn(answer) };
}

function isUnanswered({ kind }: Answer): boolean {
  return kind === 'unanswered';
}

function saidIn(answer: Answer): string {
  return answer.kind === 'answered' ? `${answer.short ?? ''}: ${answer.statements[0].text}` : answer.message;
}

/** The archive without the sentences that carry an answer: those it cites, and those that report the same act. */
async function withoutItsSentences(archive: Archive, question: string, answer: Answered): Promise<Case> {
  const cited = answer.statements.flatMap(({ citations }) => citations);
  const events = await eventsOf(archive);
  const own = events.filter(({ claims }) => claims.some(({ citation }) => cited.some((one) => overlap(one, citation))));
  const told = events.filter((event) => own.some((one) => one.type === event.type && isBetweenTheSame(one, event)));
  const gone = [...cited, ...told.flatMap(({ claims }) => claims.map(({ citation }) => citation))];
  const articles = await archive.articles.list();
  const rest = await archiveOf(articles.map((article) => itemOf(article, gone)));
  const result = await caseOf('deleted', rest, question, (one) => isNearMiss(one, answer));
  await rest.close();
  return result;
}

/** Refused, or at least the answer is no longer given: what other sentences say is another answer. */
function isNearMiss(answer: Answer, before: Answered): boolean {
  return (
    answer.kind === 'unanswered' ||
    answer.short === undefined ||
    (answer.short !== before.short && !/^(Yes|No)$/.test(answer.short) && answer.confidence === 'low')
  );
}

/** Acts of one kind between the same states say the same of "did they", whatever the day. */
function isBetweenTheSame(one: Event, other: Event): boolean {
  const sides = ({ actors, targets }: Event) => new Set([...actors, ...targets].map(stateIn));
  return sides(one).isSubsetOf(sides(other)) || sides(other).isSubsetOf(sides(one));
}

function overlap(one: Citation, other: Citation): boolean {
  return one.articleId === other.articleId && one.start < other.end && other.start < one.end;
}

function itemOf(article: Article, gone: readonly Citation[]): SourceItem {
  const { text, bodyStart, dateBasis, publishedAt, id, title, outlet, language } = article;
  const own = gone.filter(({ articleId }) => articleId === id);
  const kept = cut(text, own);
  return {
    path: id,
    draft: {
      id,
      title: own.some(({ start }) => start < bodyStart) ? 'Untitled' : title,
      text: kept,
      bodyStart: Math.min(bodyStart, kept.length),
      language,
      path: id,
      ...(outlet !== undefined && { outlet }),
      ...(dateBasis === 'stated' && publishedAt !== undefined && { publishedAt }),
    },
  };
}

function cut(text: string, gone: readonly Citation[]): string {
  return gone
    .toSorted((one, other) => other.start - one.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)}${rest.slice(Math.max(start, end))}`, text);
}

async function archiveOf(items: AsyncIterable<SourceItem> | readonly SourceItem[]): Promise<Archive> {
  const archive = await openSqliteArchive(':memory:');
  await takeIn(archive, Array.isArray(items) ? streamOf(items) : (items as AsyncIterable<SourceItem>));
  return archive;
}

async function* streamOf(items: readonly SourceItem[]): AsyncGenerator<SourceItem> {
  yield* items;
}
