import type { Archive, ArticleOutline } from '../domain/archive.ts';
import type { IsoDate } from '../domain/article.ts';
import type { Brief, BriefDefinition, Notice, Section, Statement, Unknown } from '../domain/brief.ts';
import type { Citation } from '../domain/citation.ts';
import type { Event } from '../domain/event.ts';
import type { Situation } from '../domain/situation.ts';
import { lastDay } from '../events/last-day.ts';
import { eventsOf } from '../events/ledger.ts';
import { tensionAt } from '../events/tension.ts';
import { addDays, daysBetween } from '../text/calendar.ts';
import { verified } from '../verify/citation.ts';
import { decisiveEvent, directionOf } from './direction.ts';
import { emptyBrief } from './empty.ts';
import { importanceIn } from './importance.ts';
import { belongsTo } from './relevance.ts';
import { type Selection, select } from './selection.ts';
import { sentencesOf } from './silence.ts';
import { largestSituation } from './situation.ts';
import { sourcesOf } from './sources.ts';
import { statementOf } from './statement.ts';
import { unknownsOf } from './unknowns.ts';
import { windowStart } from './window.ts';

export interface BriefOptions {
  /** The edition's day; articles after it are not read. */
  readonly date: IsoDate;
  /** IANA name of the zone in which the day ends. */
  readonly zone: string;
  readonly situation?: Situation;
  /** The edition to compare with; the day before where absent. */
  readonly since?: IsoDate;
}

type BriefArchive = Pick<Archive, 'articles' | 'mentions'>;

/**
 * The edition of a day: computed from the archive alone, so that calls in any order give the same. Every statement has
 * passed the check of its citations against the stored texts.
 */
export async function composeBrief(
  archive: BriefArchive,
  definition: BriefDefinition,
  options: BriefOptions,
): Promise<Brief> {
  const outlines = await archive.articles.outline();
  const situation = options.situation ?? (await largestSituation(archive, options.date));
  if (outlines.length === 0 || situation === undefined) return emptyBrief(definition, options, outlines.length);
  const edition = await readEdition(archive, outlines, situation, options.date);
  const earlier = await readEdition(archive, outlines, situation, options.since ?? addDays(options.date, -1));
  return written({
    archive,
    definition,
    options,
    situation,
    outlines: new Map(outlines.map((one) => [one.id, one])),
    edition,
    earlier,
  });
}

interface Edition {
  readonly articles: readonly ArticleOutline[];
  /** Events of the situation that were reported or planned, by date. */
  readonly events: readonly Event[];
}

/** What an edition can know: articles published up to its day; undated ones are only counted. */
async function readEdition(
  archive: BriefArchive,
  outlines: readonly ArticleOutline[],
  situation: Situation,
  date: IsoDate,
): Promise<Edition> {
  const undated = outlines.filter((article) => article.publishedAt === undefined).map((article) => article.id);
  const events = await eventsOf(archive, { scope: { asOf: date, without: undated }, situation: situation.parties });
  const ours = events.filter(
    (event) =>
      /reported|planned/.test(event.status) && event.date.precision !== 'unknown' && belongsTo(event, situation),
  );
  const citing = new Set(ours.flatMap((event) => event.articles));
  return {
    articles: outlines.filter((article) => citing.has(article.id) || article.publishedAt === undefined),
    events: ours,
  };
}

interface Draft {
  readonly archive: BriefArchive;
  readonly definition: BriefDefinition;
  readonly options: BriefOptions;
  readonly situation: Situation;
  readonly outlines: ReadonlyMap<string, ArticleOutline>;
  readonly edition: Edition;
  readonly earlier: Edition;
}

async function written(draft: Draft): Promise<Brief> {
  const { definition, options, situation, edition } = draft;
  const tension = tensionAt(edition.events, situation.parties, options.date);
  const importance = importanceIn(situation);
  const recent = inWindow(draft);
  const direction = directionOf(tension, recent);
  const decisive = decisiveEvent(direction, tension, recent, importance) ?? edition.events.at(-1);
  const bottomLine = await checked(draft, decisive === undefined ? [] : [statementOf(decisive)]);
  const { fresh, notices } = comparison(draft);
  const words = definition.maxWords - wordsOf(bottomLine);
  const selection = select(definition, fresh, recent, importance, words);
  const unknowns = await unknownsIn(draft);
  const sections = await sectionsOf(draft, selection, unknowns);
  if (selection.leftOut > 0)
    notices.push({ code: 'left-out', text: `${selection.leftOut} more events of these days are left out for length.` });
  return {
    definition: definition.name,
    title: definition.title,
    situation,
    date: options.date,
    zone: options.zone,
    covers: coverage(draft, recent),
    direction,
    tension: tension ?? null,
    bottomLine,
    sections,
    notices,
    sources: sourcesOf(citationsIn(bottomLine, sections), draft.outlines),
    engine: 'extractive',
  };
}

/** How long the reader is told that something is still not known, in days. */
const OPEN_DAYS = 30;

async function unknownsIn({ archive, edition, situation, options }: Draft): Promise<Unknown[]> {
  const sentences = new Map<string, string[]>();
  for (const { id } of edition.articles) sentences.set(id, sentencesOf((await archive.articles.get(id))?.text ?? ''));
  const raised = edition.events.filter(
    (event) => isMarked(event) && isDated(event) && lastDay(event) >= addDays(options.date, -OPEN_DAYS),
  );
  const unknowns = unknownsOf(raised, situation, sentences);
  return verified(archive, unknowns, (item) => item.nearest);
}

/** Events with a stance that can have happened in the window that ends with the edition. */
function inWindow({ edition, options, definition }: Draft): Event[] {
  const first = windowStart(options.date, definition.windowDays);
  return edition.events.filter(
    (event) => isMarked(event) && isDated(event) && lastDay(event) >= first && (event.date.from ?? '') <= options.date,
  );
}

/** A time that a reader can do something with: "in 2024" is none. */
const WIDEST_DAYS = 31;

function isDated({ date }: Event): boolean {
  return date.from === null || date.to === null || daysBetween(date.from, date.to) <= WIDEST_DAYS;
}

function isMarked(event: Event): boolean {
  return event.stance !== 'neutral';
}

/** What is new against the earlier edition, and what the reader is told about the comparison. */
function comparison({ edition, earlier }: Draft): { fresh: Event[]; notices: Notice[] } {
  if (earlier.events.length === 0)
    return {
      fresh: [],
      notices: [{ code: 'first-edition', text: 'First edition: there is no earlier one to compare with.' }],
    };
  const known = new Set(earlier.events.map((event) => event.id));
  const fresh = edition.events.filter((event) => isMarked(event) && isDated(event) && !known.has(event.id));
  if (fresh.length > 0) return { fresh, notices: [] };
  const repeats = edition.articles.length - earlier.articles.length;
  const what =
    repeats > 0
      ? `${repeats} new ${repeats === 1 ? 'article repeats' : 'articles repeat'} known ones`
      : 'no new article speaks of the situation';
  return { fresh, notices: [{ code: 'nothing-new', text: `No new events; ${what}.` }] };
}

async function sectionsOf(draft: Draft, selection: Selection, unknowns: readonly Unknown[]): Promise<Section[]> {
  const sections: Section[] = [];
  for (const { id, heading } of draft.definition.sections) {
    if (id === 'unknown') sections.push({ id, heading, items: unknowns });
    if (id !== 'new' && id !== 'calm' && id !== 'away') continue;
    const items = await checked(draft, selection[id].map(statementOf));
    if (items.length > 0 || id === 'new') sections.push({ id, heading, items });
  }
  return sections;
}

function checked(draft: Draft, statements: readonly Statement[]): Promise<Statement[]> {
  return verified(draft.archive, statements, (statement) => statement.citations);
}

/** The days that the edition tells of, and the articles of its window. */
function coverage({ edition, options, definition }: Draft, recent: readonly Event[]): Brief['covers'] {
  const first = windowStart(options.date, definition.windowDays);
  const articles = edition.articles.filter(({ publishedAt }) => publishedAt === undefined || publishedAt >= first);
  const days = [...recent.map(({ date }) => date.from ?? date.to), ...articles.map((article) => article.publishedAt)];
  const told = days.filter((day): day is IsoDate => typeof day === 'string' && day >= first).sort();
  const origins = new Set(articles.map((article) => article.origin)).size;
  return { from: told[0] ?? first, to: options.date, articles: articles.length, origins };
}

function citationsIn(bottomLine: readonly Statement[], sections: readonly Section[]): Citation[] {
  const of = (item: Section['items'][number]): readonly Citation[] =>
    'readings' in item
      ? item.readings.flatMap((reading) => reading.citations)
      : 'nearest' in item
        ? item.nearest
        : item.citations;
  return [
    ...bottomLine.flatMap((statement) => statement.citations),
    ...sections.flatMap((section) => section.items.flatMap(of)),
  ];
}

function wordsOf(statements: readonly Statement[]): number {
  return statements.reduce((count, statement) => count + statement.text.split(/\s+/).length, 0);
}
