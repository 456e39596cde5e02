import type { Feed } from '../domain/feed.ts';
import { type FeedState, feedFault, feedName, feedState } from '../domain/feed-health.ts';
import type { FeedFault, FeedsStatus } from '../domain/status.ts';
import type { BotParts } from './desk.ts';

/** As many as a status has room for. */
const MOST_FAULTS = 3;

/** How the feeds of the archive are; undefined where the bot knows of none. */
export async function feedsOf({ feeds, clock }: Pick<BotParts, 'feeds' | 'clock'>): Promise<FeedsStatus | undefined> {
  return feeds && feedsStatus(await feeds.list(), clock.now());
}

/** @param now milliseconds since 1970, by the clock of the schedules */
function feedsStatus(feeds: readonly Feed[], now: number): FeedsStatus {
  const inState = (state: FeedState) => feeds.filter((feed) => feedState(feed, now) === state);
  const failing = inState('failing').map((feed) => faultOf(feed, now));
  const lastSuccess = latest(feeds.flatMap(({ succeededAt }) => succeededAt ?? []));
  const lastNews = latest(feeds.flatMap(({ newsAt }) => newsAt ?? []));
  return {
    total: feeds.length,
    paused: inState('paused').length,
    silent: inState('silent').length,
    failing: failing.length,
    faults: failing.sort((a, b) => (a.since < b.since ? -1 : 1)).slice(0, MOST_FAULTS),
    ...(lastSuccess !== undefined && { lastSuccess }),
    ...(lastNews !== undefined && { lastNews }),
  };
}

function faultOf(feed: Feed, now: number): FeedFault {
  const since = new Date(feed.failingSince ?? feed.polledAt ?? now).toISOString();
  return { name: feedName(feed), since, reason: feedFault(feed) };
}

function latest(instants: readonly number[]): string | undefined {
  return instants.length === 0 ? undefined : new Date(instants.reduce((a, b) => Math.max(a, b))).toISOString();
}
