import type { Archive, ArticleOutline } from '../domain/archive.ts';
import type { ArticleId, IsoDate } from '../domain/article.ts';
import type { Event, EventId, EventOutline } from '../domain/event.ts';
import type { LedgerEntry } from '../domain/ledger.ts';
import type { Situation } from '../domain/situation.ts';
import { lastDay } from '../events/last-day.ts';
import { byDate } from '../events/ledger.ts';
import { statesOf } from '../events/signature.ts';
import { eventsAsOf, type KnownEvent, outlinesOf, type ToldEvent, toldAsOf } from '../events/view.ts';
import { addDays, daysBetween } from '../text/calendar.ts';
import { contentWords } from '../text/words.ts';
import { isDone } from './next.ts';
import { belongsTo } from './relevance.ts';
import { windowStart } from './window.ts';

export type BriefArchive = Pick<Archive, 'articles' | 'ledger' | 'mentions' | 'passages'>;

/** What is open reaches back this far: offers, unknowns, what was expected. In days. */
const OPEN_DAYS = 30;

/** What stands until something ends it: offers and their answers, ambassadors, a ceasefire. */
const STANDING = new Set([
  'offerMediation',
  'acceptMediation',
  'rejectMediation',
  'welcomeOffer',
  'recall',
  'expel',
  'barEnvoy',
  'ambassadorBack',
  'truce',
  'ownTruce',
  'breakTruce',
]);

/** What an edition can know: the articles published up to its day. Undated ones are only counted. */
export interface Edition {
  readonly date: IsoDate;
  readonly situation: Situation;
  /** All events of the situation, without their claims. */
  readonly outlines: readonly EventOutline[];
  /** Those of them that were reported in the window or may still be open, whole, by id. */
  readonly told: ReadonlyMap<EventId, ToldEvent>;
  /** The same, and of what was reported before them what may still stand. */
  readonly standing: readonly Event[];
}

/** The events of a situation as a day knows them. */
export async function eventsKnown(
  archive: BriefArchive,
  entries: readonly LedgerEntry[],
  situation: Situation,
  date: IsoDate,
): Promise<KnownEvent[]> {
  const known = (await eventsAsOf(archive, entries, date)).filter(({ outline }) => belongsTo(outline, situation));
  return situation.words === undefined ? known : reportedWith(archive, known, situation.words, date);
}

/** Events that an article with one of these words reported up to a day. */
async function reportedWith(
  archive: BriefArchive,
  known: readonly KnownEvent[],
  words: readonly string[],
  date: IsoDate,
): Promise<KnownEvent[]> {
  const articles = await articlesWith(archive, words, date);
  const reports = await archive.ledger.members(known.map(({ outline }) => outline.id));
  const told = new Set(
    reports.flatMap(({ id, members }) => (members.some(({ mention }) => articles.has(mention.articleId)) ? id : [])),
  );
  return known.filter(({ outline }) => told.has(outline.id));
}

/** Articles published up to a day of which one sentence holds all terms of one of these words. */
async function articlesWith(
  { passages }: BriefArchive,
  words: readonly string[],
  asOf: IsoDate,
): Promise<Set<ArticleId>> {
  const found = new Set<ArticleId>();
  for (const word of words) {
    const terms = contentWords(word);
    const hits = await passages.find({ terms, limit: Number.MAX_SAFE_INTEGER, scope: { asOf } });
    const holds = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(word)}`, 'iu');
    for (const { articleId, quote } of hits) if (holds.test(quote)) found.add(articleId);
  }
  return found;
}

export async function readEdition(
  archive: BriefArchive,
  known: readonly KnownEvent[],
  situation: Situation,
  date: IsoDate,
  windowDays: number,
): Promise<Edition> {
  const first = windowStart(date, windowDays);
  const open = addDays(date, -OPEN_DAYS);
  const isNear = ({ outline, lastReport }: KnownEvent) => lastReport >= first || lastDay(outline) >= open;
  const near = outlinesOf(known.filter(isNear));
  const older = latestStanding(outlinesOf(known.filter((one) => !isNear(one))));
  const read = (outlines: readonly EventOutline[]) =>
    toldAsOf(
      archive,
      outlines.map(({ id }) => id),
      date,
      situation.parties,
    );
  const told = await read([...near, ...older]);
  const isOld = new Set(older.map(({ id }) => id));
  return {
    date,
    situation,
    outlines: outlinesOf(known),
    told: new Map(told.flatMap((one) => (isOld.has(one.event.id) ? [] : [[one.event.id, one]]))),
    standing: told.map(({ event }) => event),
  };
}

/** Of what stands between two the last of each kind: an ambassador that was recalled again was back before. */
function latestStanding(outlines: readonly EventOutline[]): EventOutline[] {
  const standing = outlines.filter(({ sense }) => STANDING.has(sense ?? ''));
  const kinds = Map.groupBy(standing, ({ sense, actors, targets }) =>
    [sense, ...statesOf(actors), '>', ...statesOf(targets)].join('|'),
  );
  return [...kinds.values()].map((kind) => kind.toSorted(byDate).at(-1) as EventOutline);
}

/** Events that were reported or planned, with a day: what a brief tells. */
export function isTellable({ status, date }: EventOutline): boolean {
  return (status === 'reported' || status === 'planned') && date.precision !== 'unknown';
}

/** A time that a reader can do something with: "in 2024" is none. In days. */
const WIDEST_DAYS = 31;

function isNarrow({ date }: EventOutline): boolean {
  return date.from === null || date.to === null || daysBetween(date.from, date.to) <= WIDEST_DAYS;
}

/** Events that move the situation one way or the other, and can be told. */
export function markedEvents(edition: Edition): Event[] {
  return [...edition.told.values()]
    .map(({ event }) => event)
    .filter(
      (event, _, all) => event.stance !== 'neutral' && isTellable(event) && isNarrow(event) && !isDone(event, all),
    );
}

/** Those that can have happened in the window that ends with the edition. */
export function windowEvents(edition: Edition, windowDays: number): Event[] {
  const first = windowStart(edition.date, windowDays);
  return markedEvents(edition).filter((event) => lastDay(event) >= first && (event.date.from ?? '') <= edition.date);
}

/** Articles of the window that report the situation, and the undated ones. */
export async function coveredArticles(
  archive: BriefArchive,
  edition: Edition,
  windowDays: number,
): Promise<readonly ArticleOutline[]> {
  const first = windowStart(edition.date, windowDays);
  const ids = new Set([...edition.told.values()].flatMap(({ event }) => event.articles));
  const reporting = (await archive.articles.outlines([...ids])).filter(
    ({ publishedAt }) => (publishedAt ?? '') >= first,
  );
  const undated = await archive.articles.outlines((await archive.articles.tally()).undated);
  return [...reporting, ...undated];
}
