import type { Archive } from '../domain/archive.ts';
import type { IsoDate } from '../domain/article.ts';
import type { Event, EventId, EventOutline } from '../domain/event.ts';
import type { LedgerEntry, Reports } from '../domain/ledger.ts';
import type { DatedMention } from '../domain/mention.ts';
import { eventOf, outlineOf } from './event.ts';
import { originsOfArticles, renamed } from './ledger.ts';
import { clusterOf } from './merge.ts';

/** An event as a day knows it, and the days of the first and the last article up to then that report it. */
export type KnownEvent = LedgerEntry;

/**
 * Stored events as the articles up to a day tell them. Later articles join events and never part them, so that leaving
 * out their reports gives the events of that day; only those that were reported later need their reports.
 */
export async function eventsAsOf(
  { ledger }: Pick<Archive, 'ledger'>,
  entries: readonly LedgerEntry[],
  day: IsoDate,
): Promise<KnownEvent[]> {
  const known = entries.filter((entry) => entry.firstReport <= day);
  const later = known.filter((entry) => entry.lastReport > day).map((entry) => entry.outline.id);
  const told = new Map((await ledger.members(later)).map((reports) => [reports.id, upTo(reports, day)]));
  return known.map((entry) => {
    const members = told.get(entry.outline.id);
    return members === undefined ? entry : entryOf(members, entry);
  });
}

function upTo({ members }: Reports, day: IsoDate): DatedMention[] {
  return members.filter(({ reportedOn }) => reportedOn !== undefined && reportedOn <= day);
}

function entryOf(members: readonly DatedMention[], { firstReport }: LedgerEntry): KnownEvent {
  const lastReport =
    members
      .flatMap(({ reportedOn }) => reportedOn ?? [])
      .sort()
      .at(-1) ?? firstReport;
  return { outline: outlineOf(clusterOf(members)), firstReport, lastReport };
}

/** An event told whole, and the reports that it was merged from. */
export interface ToldEvent {
  readonly event: Event;
  readonly reports: readonly DatedMention[];
}

/** These events with their claims, as the articles up to a day tell them; one name a person over all of them. */
export async function toldAsOf(
  archive: Pick<Archive, 'articles' | 'ledger'>,
  ids: readonly EventId[],
  day: IsoDate,
  situation?: readonly string[],
): Promise<ToldEvent[]> {
  const reports = (await archive.ledger.members(ids)).map((one) => upTo(one, day)).filter((one) => one.length > 0);
  const named = renamed(reports);
  const originOf = await originsOfArticles(archive, named.flat());
  return named.map((members) => ({ event: eventOf(clusterOf(members), originOf, situation), reports: members }));
}

export function outlinesOf(known: readonly KnownEvent[]): EventOutline[] {
  return known.map(({ outline }) => outline);
}
