import type { ArticleId, IsoDate } from '../domain/article.ts';
import type { Brief, BriefDefinition, Notice, Section, Statement } from '../domain/brief.ts';
import { formatDay } from '../domain/day.ts';
import type { Event } from '../domain/event.ts';
import type { LedgerEntry } from '../domain/ledger.ts';
import type { Situation } from '../domain/situation.ts';
import { tensionAt } from '../events/tension.ts';
import { settleLedger } from '../events/upkeep.ts';
import { addDays, daysBetween } from '../text/calendar.ts';
import { verified } from '../verify/citation.ts';
import { type Comparison, compared } from './comparison.ts';
import { decisiveEvent, directionOf } from './direction.ts';
import {
  type BriefArchive,
  coveredArticles,
  type Edition,
  eventsKnown,
  isTellable,
  readEdition,
  windowEvents,
} from './edition.ts';
import { emptyBrief } from './empty.ts';
import { type FeedsNow, feedNotices } from './feed-notices.ts';
import { importanceIn } from './importance.ts';
import { type Selection, select } from './selection.ts';
import { largestSituation } from './situation.ts';
import { storedSources } from './sources.ts';
import { citationsIn, standingSections } from './standing.ts';
import { statementOf } from './statement.ts';
import { windowStart } from './window.ts';

export interface BriefOptions {
  /** The edition's day; articles after it are not read. */
  readonly date: IsoDate;
  /** IANA name of the zone in which the day ends. */
  readonly zone: string;
  readonly situation?: Situation;
  /** The edition to compare with; the day before where absent. */
  readonly since?: IsoDate;
  /** Articles that were not stored yet when that edition was made: what they tell is new, whatever day they state. */
  readonly unseen?: ReadonlySet<ArticleId>;
  /** Days without a new article after which the edition says so; absent: never. */
  readonly staleAfterDays?: number;
  /** The feeds as they are now: told of in the edition of the day that it is now, and in no other. */
  readonly feeds?: FeedsNow;
}

/**
 * The edition of a day: computed from the archive alone, so that calls in any order give the same. Every statement has
 * passed the check of its citations against the stored texts.
 */
export async function composeBrief(
  archive: BriefArchive,
  definition: BriefDefinition,
  options: BriefOptions,
): Promise<Brief> {
  await settleLedger(archive);
  const { total } = await archive.articles.tally();
  const situation = options.situation ?? (total > 0 ? await largestSituation(archive, options.date) : undefined);
  if (total === 0 || situation === undefined) return emptyBrief(definition, options, total);
  const entries = await archive.ledger.entries({ parties: situation.parties });
  return written(await draftOf(archive, definition, options, situation, entries));
}

const NONE: ReadonlySet<ArticleId> = new Set();

interface Draft {
  readonly archive: BriefArchive;
  readonly definition: BriefDefinition;
  readonly options: BriefOptions;
  readonly situation: Situation;
  readonly edition: Edition;
  readonly comparison: Comparison;
}

async function draftOf(
  archive: BriefArchive,
  definition: BriefDefinition,
  options: BriefOptions,
  situation: Situation,
  entries: readonly LedgerEntry[],
): Promise<Draft> {
  const known = await eventsKnown(archive, entries, situation, options.date);
  const edition = await readEdition(archive, known, situation, options.date, definition.windowDays);
  const since = options.since ?? addDays(options.date, -1);
  const earlier = await eventsKnown(archive, entries, situation, since);
  const comparison = await compared(archive, edition, known, earlier, { date: since, unseen: options.unseen ?? NONE });
  return { archive, definition, options, situation, edition, comparison };
}

async function written(draft: Draft): Promise<Brief> {
  const { definition, options, situation, edition, comparison } = draft;
  const tension = tensionAt(edition.outlines.filter(isTellable), situation.parties, options.date);
  const recent = windowEvents(edition, definition.windowDays);
  const importance = importanceIn(situation, recent);
  const direction = directionOf(tension, recent);
  const decisive = decisiveEvent(direction, tension, recent, importance) ?? lastTold(edition);
  const bottomLine = await checked(draft, decisive === undefined ? [] : [statementOf(decisive)]);
  const words = definition.maxWords - wordsOf(bottomLine);
  const standing = await standingSections(draft.archive, definition, edition);
  const selection = select(
    definition,
    { ...comparison, standing: recent, toldBelow: standing.told },
    importance,
    words,
  );
  const sections = await sectionsOf(draft, selection, standing.sections);
  return {
    definition: definition.name,
    title: definition.title,
    situation,
    date: options.date,
    zone: options.zone,
    covers: await coverage(draft, recent),
    direction,
    tension: tension ?? null,
    bottomLine,
    sections,
    notices: [
      ...(await staleNotices(draft)),
      ...comparison.notices,
      ...leftOut(selection.leftOut),
      ...feedNotices(options),
    ],
    sources: await storedSources(draft.archive, citationsIn({ bottomLine, sections })),
    engine: 'extractive',
  };
}

function lastTold(edition: Edition): Event | undefined {
  return [...edition.told.values()].map(({ event }) => event).findLast(isTellable);
}

async function staleNotices({ archive, options: { date, staleAfterDays } }: Draft): Promise<Notice[]> {
  const newest = await archive.articles.newest(date);
  if (staleAfterDays === undefined || newest === undefined) return [];
  const days = daysBetween(newest, date);
  if (days <= staleAfterDays) return [];
  const text = `Nothing came in for ${days} days: the newest article is of ${formatDay(newest)}.`;
  return [{ code: 'stale', text }];
}

function leftOut(count: number): Notice[] {
  const what = count === 1 ? '1 more event of these days is' : `${count} more events of these days are`;
  return count === 0 ? [] : [{ code: 'left-out', text: `${what} left out for length.` }];
}

async function sectionsOf(draft: Draft, selection: Selection, standing: readonly Section[]): Promise<Section[]> {
  const sections: Section[] = [];
  for (const { id, heading } of draft.definition.sections) {
    const section =
      id === 'new' || id === 'calm' || id === 'away'
        ? { id, heading, items: await checked(draft, selection[id]) }
        : standing.find((one) => one.id === id);
    if (section !== undefined && (section.items.length > 0 || id === 'new' || id === 'unknown')) sections.push(section);
  }
  return sections;
}

function checked(draft: Draft, statements: readonly Statement[]): Promise<Statement[]> {
  return verified(draft.archive, statements, (statement) => statement.citations);
}

/** The days that the edition tells of, and the articles of its window. */
async function coverage({ archive, edition, options, definition }: Draft, recent: readonly Event[]) {
  const first = windowStart(options.date, definition.windowDays);
  const articles = await coveredArticles(archive, edition, definition.windowDays);
  const days = [...recent.map(({ date }) => date.from ?? date.to), ...articles.map((article) => article.publishedAt)];
  const told = days.filter((day): day is IsoDate => typeof day === 'string' && day >= first).sort();
  const origins = new Set(articles.map((article) => article.origin)).size;
  return { from: told[0] ?? first, to: options.date, articles: articles.length, origins };
}

function wordsOf(statements: readonly Statement[]): number {
  return statements.reduce((count, statement) => count + statement.text.split(/\s+/).length, 0);
}
