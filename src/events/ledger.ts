import type { Archive, Scope } from '../domain/archive.ts';
import type { ArticleId, IsoDate, OriginId } from '../domain/article.ts';
import type { Event } from '../domain/event.ts';
import type { DatedMention, Mention } from '../domain/mention.ts';
import { isAffiliated, personsIn, withStates } from './affiliations.ts';
import { eventOf } from './event.ts';
import { clusterOf, clustersOf } from './merge.ts';
import { withOneNamePerPerson } from './persons.ts';
import { NO_DAY } from './place.ts';
import { statesIn } from './signature.ts';
import { datedMentions } from './timeline.ts';
import { settleLedger } from './upkeep.ts';

export interface LedgerQuery {
  readonly scope?: Scope;
  /** Events that can have happened from this day on, and up to that one. */
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  /** Only events that touch one of these states or bodies. */
  readonly parties?: readonly string[];
  /** Events that touch none of these have no stance. */
  readonly situation?: readonly string[];
}

type LedgerArchive = Pick<Archive, 'articles' | 'mentions' | 'ledger'>;

/** The events that the articles in scope report, by date, merged over all of them. */
export async function eventsOf(archive: LedgerArchive, query: LedgerQuery = {}): Promise<readonly Event[]> {
  const reports = await reportsIn(archive, query.scope);
  const originOf = await originsOfArticles(archive, reports.flat());
  return renamed(reports)
    .map((members) => eventOf(clusterOf(members), originOf, query.situation))
    .filter((event) => isWithin(event, query.from, query.to) && touches(event, query.parties))
    .sort(byDate);
}

/** Later articles join events and never part them: the events of a day are the stored ones without later reports. */
async function reportsIn(archive: LedgerArchive, scope: Scope | undefined): Promise<(readonly DatedMention[])[]> {
  if (scope === undefined) return storedReports(archive);
  const { asOf, without = [] } = scope;
  if (asOf === undefined || without.length > 0) return mergedAnew(archive, scope);
  const isSeen = ({ reportedOn }: DatedMention) => reportedOn === undefined || reportedOn <= asOf;
  return (await storedReports(archive)).map((members) => members.filter(isSeen)).filter(({ length }) => length > 0);
}

async function storedReports(archive: LedgerArchive): Promise<(readonly DatedMention[])[]> {
  await settleLedger(archive);
  return (await archive.ledger.members()).map(({ members }) => members);
}

/** What is told without some articles is merged from the mentions of the rest: those may have parted or joined acts. */
async function mergedAnew(archive: LedgerArchive, scope: Scope): Promise<(readonly DatedMention[])[]> {
  const [mentions, articles] = await Promise.all([archive.mentions.find({ scope }), archive.articles.outline(scope)]);
  const days = new Map(articles.map((article) => [article.id, article.publishedAt]));
  const byArticle = [...Map.groupBy(mentions, (mention) => mention.articleId)];
  const seen = byArticle.flatMap(([id, own]) =>
    personsIn(own.filter((one) => !one.headline))
      .filter(isAffiliated)
      .map((actor) => ({ actor, day: days.get(id) ?? NO_DAY })),
  );
  const dated = byArticle.flatMap(([id, own]) => {
    const body = own.filter((mention) => !mention.headline);
    return datedMentions(withStates(body, days.get(id) ?? NO_DAY, seen), days.get(id));
  });
  return clustersOf(dated).map(({ members }) => members);
}

/** One name a person over all that is told together. */
export function renamed(reports: readonly (readonly DatedMention[])[]): (readonly DatedMention[])[] {
  const names = withOneNamePerPerson(reports.flatMap((members) => members.map(({ mention }) => mention)));
  let at = 0;
  return reports.map((members) => members.map((one) => ({ ...one, mention: names[at++] as Mention })));
}

/** The origin of each article that reports something. */
export async function originsOfArticles(
  { articles }: Pick<Archive, 'articles'>,
  reports: readonly DatedMention[],
): Promise<(id: ArticleId) => OriginId> {
  const ids = [...new Set(reports.map(({ mention }) => mention.articleId))];
  const origins = new Map((await articles.outlines(ids)).map(({ id, origin }) => [id, origin]));
  return (id) => origins.get(id) ?? id;
}

/** Does an event touch one of the parties, as actor or target? Without parties, yes. */
function touches(event: Pick<Event, 'actors' | 'targets'>, parties: readonly string[] | undefined): boolean {
  if (parties === undefined) return true;
  return statesIn(event).some((state) => parties.includes(state));
}

function isWithin(event: Event, from: IsoDate | undefined, to: IsoDate | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  if (event.date.precision === 'unknown') return false;
  return (event.date.to ?? '9999') >= (from ?? '') && (event.date.from ?? '') <= (to ?? '9999');
}

/** By the last day an event can have happened on, then the first; open ends last. */
export function byDate(one: Pick<Event, 'date' | 'id'>, other: Pick<Event, 'date' | 'id'>): number {
  const [left, right] = [one, other].map(
    (event) => `${event.date.to ?? event.date.from ?? '9999'}|${event.date.from ?? ''}|${event.id}`,
  );
  return (left as string) < (right as string) ? -1 : 1;
}
