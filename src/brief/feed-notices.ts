import type { Notice } from '../domain/brief.ts';
import { dayAt, formatDay, formatInstant } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import { feedFault, feedName, feedState, quietSince } from '../domain/feed-health.ts';
import type { BriefOptions } from './compose.ts';

/** The feeds of the archive, and when they were as they are. */
export interface FeedsNow {
  readonly list: readonly Feed[];
  /** Milliseconds since 1970, by the clock of the schedules. */
  readonly now: number;
}

/** More names are read by nobody; the rest are counted. */
const MOST_NAMED = 3;

/**
 * Which feeds could not be read and which brought nothing. An edition of another day has none of it: what feeds were
 * like then is not kept, and it must be the same whenever it is composed.
 */
export function feedNotices(options: Pick<BriefOptions, 'date' | 'zone' | 'feeds'>): Notice[] {
  const { list, now } = feedsOfToday(options);
  const polled = list.filter(({ paused }) => !paused);
  const failing = polled.filter((feed) => feedState(feed, now) === 'failing');
  const silent = polled.filter((feed) => feedState(feed, now) === 'silent');
  const texts = [failingWords(failing, polled.length, now), silentWords(silent)];
  return texts.filter((text) => text !== undefined).map((text) => ({ code: 'source-silent', text }));
}

/** Why an archive without articles has none, by its feeds; undefined where it has no feeds. */
export function noArticlesYet(options: Pick<BriefOptions, 'date' | 'zone' | 'feeds'>): string | undefined {
  const { list } = feedsOfToday(options);
  if (list.length === 0) return undefined;
  return `The archive is empty: ${pollingWords(list)}.`;
}

function feedsOfToday({ date, zone, feeds }: Pick<BriefOptions, 'date' | 'zone' | 'feeds'>): FeedsNow {
  const isToday = feeds !== undefined && dayAt(instantOf(feeds.now), zone) === date;
  return isToday ? feeds : { list: [], now: 0 };
}

function failingWords(failing: readonly Feed[], polled: number, now: number): string | undefined {
  if (failing.length === 0) return undefined;
  const one = (feed: Feed) =>
    `${feedName(feed)} since ${momentWords(feed.failingSince ?? feed.polledAt ?? now)} (${feedFault(feed)})`;
  const longestFirst = failing.toSorted((a, b) => (a.failingSince ?? now) - (b.failingSince ?? now));
  const names = [...longestFirst.slice(0, MOST_NAMED).map(one), ...restWords(failing.length)];
  return `${failing.length} of ${counted(polled)} could not be read: ${names.join('; ')}.`;
}

function silentWords(silent: readonly Feed[]): string | undefined {
  if (silent.length === 0) return undefined;
  const one = (feed: Feed) => `${feedName(feed)} since ${formatDay(dayAt(instantOf(quietSince(feed)), 'UTC'))}`;
  const longestFirst = silent.toSorted((a, b) => quietSince(a) - quietSince(b));
  const names = [...longestFirst.slice(0, MOST_NAMED).map(one), ...restWords(silent.length)];
  return `Nothing new came from ${names.join('; ')}.`;
}

function restWords(count: number): string[] {
  return count > MOST_NAMED ? [`and ${count - MOST_NAMED} more`] : [];
}

function pollingWords(list: readonly Feed[]): string {
  const polls = list.flatMap(({ polledAt }) => polledAt ?? []);
  if (polls.length > 0) {
    const last = `the last on ${momentWords(Math.max(...polls))}`;
    return `${polls.length} of ${counted(list.length)} ${polls.length === 1 ? 'was' : 'were'} polled, ${last}, and brought no article`;
  }
  if (list.every(({ paused }) => paused)) return `${counted(list.length)} ${list.length === 1 ? 'is' : 'are'} paused`;
  return `${counted(list.length)} ${list.length === 1 ? 'is' : 'are'} taken up and not yet polled`;
}

function counted(feeds: number): string {
  return feeds === 1 ? '1 feed' : `${feeds} feeds`;
}

function momentWords(at: number): string {
  return formatInstant(instantOf(at), 'UTC');
}

function instantOf(at: number): string {
  return new Date(at).toISOString();
}
