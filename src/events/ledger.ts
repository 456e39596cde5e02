import type { Archive, Scope } from '../domain/archive.ts';
import type { IsoDate } from '../domain/article.ts';
import type { Event } from '../domain/event.ts';
import type { Mention } from '../domain/mention.ts';
import { type ArticleFacts, eventOf } from './event.ts';
import { clustersOf } from './merge.ts';
import { withOneNamePerPerson } from './persons.ts';
import { statesOf } from './signature.ts';
import { type DatedMention, datedMentions } from './timeline.ts';

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

/** The events that the articles in scope report, by date, merged over all of them. */
export async function eventsOf(
  archive: Pick<Archive, 'articles' | 'mentions'>,
  query: LedgerQuery = {},
): Promise<readonly Event[]> {
  const { mentions, factsOf } = await readMentions(archive, query.scope);
  const body = withOneNamePerPerson(mentions.filter((mention) => !mention.headline));
  const clusters = clustersOf(
    datedByArticle(body, factsOf),
    (mention) => factsOf(mention.articleId).publishedAt ?? '9999',
  );
  return clusters
    .map((cluster) => eventOf(cluster, factsOf, query.situation))
    .filter((event) => isWithin(event, query.from, query.to) && touches(event, query.parties))
    .sort(byDate);
}

/** Mentions in scope, and what is known of the articles they stand in. */
async function readMentions(archive: Pick<Archive, 'articles' | 'mentions'>, scope?: Scope) {
  const [mentions, articles] = await Promise.all([
    archive.mentions.find(scope && { scope }),
    archive.articles.outline(scope),
  ]);
  const facts = new Map(articles.map((article) => [article.id, article]));
  const factsOf = (id: string): ArticleFacts => facts.get(id) ?? { id, origin: id };
  return { mentions, factsOf };
}

/** Each article's mentions against the article's own day. */
export function datedByArticle(mentions: readonly Mention[], factsOf: (id: string) => ArticleFacts): DatedMention[] {
  const byArticle = Map.groupBy(mentions, (mention) => mention.articleId);
  return [...byArticle].flatMap(([id, own]) => datedMentions(own, factsOf(id).publishedAt));
}

/** Does an event touch one of the parties, as actor or target? Without parties, yes. */
function touches(event: Pick<Event, 'actors' | 'targets'>, parties: readonly string[] | undefined): boolean {
  if (parties === undefined) return true;
  return [...statesOf(event.actors), ...statesOf(event.targets)].some((state) => parties.includes(state));
}

function isWithin(event: Event, from: IsoDate | undefined, to: IsoDate | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  if (event.date.precision === 'unknown') return false;
  return (event.date.to ?? '9999') >= (from ?? '') && (event.date.from ?? '') <= (to ?? '9999');
}

/** By the last day an event can have happened on, then the first; open ends last. */
export function byDate(one: Event, other: Event): number {
  const [left, right] = [one, other].map(
    (event) => `${event.date.to ?? event.date.from ?? '9999'}|${event.date.from ?? ''}|${event.id}`,
  );
  return (left as string) < (right as string) ? -1 : 1;
}
