import type { ArticleId, IsoDate } from '../domain/article.ts';
import type { Notice } from '../domain/brief.ts';
import type { Event, EventId } from '../domain/event.ts';
import { type KnownEvent, toldAsOf } from '../events/view.ts';
import { type BriefArchive, type Edition, isTellable, markedEvents } from './edition.ts';

/** An event whose state is another than the earlier edition knew. */
interface ChangedEvent {
  readonly event: Event;
  /** "planned before", "so far only Iran's claim". */
  readonly before: string;
}

/** What an edition knows that the earlier one did not. */
export interface Comparison {
  readonly fresh: readonly Event[];
  readonly changed: readonly ChangedEvent[];
  readonly notices: readonly Notice[];
}

/**
 * What is new against the earlier edition, and what the reader is told about the comparison.
 * @param known the events as the edition knows them
 * @param earlier the same as they were known on the day of the earlier edition
 */
export async function compared(
  archive: BriefArchive,
  edition: Edition,
  known: readonly KnownEvent[],
  earlier: readonly KnownEvent[],
  { date: since, unseen }: Earlier,
): Promise<Comparison> {
  const told = earlier.filter(({ outline }) => isTellable(outline)).map(({ outline }) => outline.id);
  if (told.length === 0) return { fresh: [], changed: [], notices: [FIRST] };
  const marked = markedEvents(edition);
  const before = new Set(told.filter((id) => !isUnseen(edition, id, { date: since, unseen })));
  const fresh = marked.filter((event) => !before.has(event.id));
  const again = new Set(known.filter((one) => one.firstReport <= since && one.lastReport > since).map(idOf));
  const repeated = marked.filter((event) => before.has(event.id) && again.has(event.id));
  const changed = await changedAmong(archive, edition, repeated, since);
  if (fresh.length + changed.length > 0) return { fresh, changed, notices: [] };
  return { fresh, changed, notices: [nothingNew(edition, since)] };
}

/** The edition that is compared with. */
interface Earlier {
  readonly date: IsoDate;
  /** Articles that were stored after it. */
  readonly unseen: ReadonlySet<ArticleId>;
}

/** Told up to the day of the earlier edition, but only by articles that it could not read. */
function isUnseen({ told }: Edition, id: EventId, { date, unseen }: Earlier): boolean {
  const reports = told.get(id)?.reports.filter(({ reportedOn }) => (reportedOn ?? '') <= date) ?? [];
  return unseen.size > 0 && reports.length > 0 && reports.every(({ mention }) => unseen.has(mention.articleId));
}

function idOf({ outline }: KnownEvent): string {
  return outline.id;
}

const FIRST: Notice = { code: 'first-edition', text: 'First edition: there is no earlier one to compare with.' };

function nothingNew(edition: Edition, since: IsoDate): Notice {
  const reports = [...edition.told.values()].flatMap((one) => one.reports);
  const later = reports.filter(({ reportedOn }) => (reportedOn ?? '') > since);
  const repeats = new Set(later.map(({ mention }) => mention.articleId)).size;
  const what =
    repeats > 0
      ? `${repeats} new ${repeats === 1 ? 'article repeats' : 'articles repeat'} known ones`
      : 'no new article speaks of the situation';
  return { code: 'nothing-new', text: `No new events; ${what}.` };
}

async function changedAmong(
  archive: BriefArchive,
  { situation }: Edition,
  repeated: readonly Event[],
  since: IsoDate,
): Promise<ChangedEvent[]> {
  const ids = repeated.map((event) => event.id);
  const then = new Map((await toldAsOf(archive, ids, since, situation.parties)).map(({ event }) => [event.id, event]));
  return repeated.flatMap((event) => {
    const before = stateBefore(event, then.get(event.id));
    return before === undefined ? [] : [{ event, before }];
  });
}

/** What an event was before, where it is more now: planned and now done, claimed and now told by others too. */
function stateBefore(event: Event, then: Event | undefined): string | undefined {
  if (then === undefined) return undefined;
  if (then.status === 'planned' && event.status === 'reported') return 'planned before';
  if (then.attribution !== undefined && event.attribution === undefined)
    return `before, only ${then.attribution} said so`;
  return undefined;
}
