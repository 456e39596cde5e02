/** Milliseconds. A publisher's server is not asked more often than this, whatever its feed brings. */
export const SHORTEST_MS = 5 * 60_000;
/** Nor is a feed left alone for longer, however idle or broken it is. */
export const LONGEST_MS = 24 * 60 * 60_000;

/** Items that are left over are looked at soon after; the feed is asked for once more for that. */
const SOON_MS = 60_000;
/** After a first failure, which mostly is a short one. */
const RETRY_MS = 10 * 60_000;

/** Factors that undo each other where 37 polls of 100 bring something: so often one is worth its while. */
const FASTER = 1 / 2;
const SLOWER = 3 / 2;
/** Feeds that were polled together must not stay together. */
const JITTER = 0.1;

/** What a poll that went well has shown. */
export interface PollWorth {
  /** Items that were not seen before; absent where they tell nothing of how often the feed brings something. */
  readonly fresh?: number | undefined;
  /** Milliseconds after which items that were left over can be looked at. */
  readonly left?: number | undefined;
  /** Minutes that the feed wants to be left alone. */
  readonly quietMinutes?: number | undefined;
  /** Seconds that its server says it stays as it is. */
  readonly maxAge?: number | undefined;
}

export interface NextPoll {
  /** Milliseconds between polls, as they turn out to be worth it. */
  readonly interval: number;
  /** Milliseconds until the next poll. */
  readonly wait: number;
}

/**
 * When a feed is polled next that could be read. The interval is halved where it brought something and grows by half where
 * not. What the feed asks for is kept to, up to a day: `ttl` (https://www.rssboard.org/rss-specification#ltttlgtSubelementOfLtchannelgt),
 * `sy:updatePeriod` (https://web.resource.org/rss/1.0/modules/syndication/), `max-age` (RFC 9111, 5.2.2.1). All in milliseconds.
 * @param random from 0 up to 1
 */
export function afterSuccess(interval: number, worth: PollWorth, random: number): NextPoll {
  const { fresh, left = LONGEST_MS, quietMinutes = 0, maxAge = 0 } = worth;
  const next = within(interval * (fresh === undefined ? 1 : fresh > 0 ? FASTER : SLOWER));
  const wait = scattered(next, Math.max(SHORTEST_MS, quietMinutes * 60_000, maxAge * 1_000), random);
  // what is left over is no news: the feed stands as it was fetched
  const soon = Math.round(Math.max(SOON_MS, left) * (1 + JITTER * random));
  return { interval: next, wait: Math.min(wait, soon) };
}

export interface PollTrouble {
  /** Polls that failed one after the other, at least 1. */
  readonly failures: number;
  /** The server says that the feed will not come back (410, RFC 9110, 15.5.11). */
  readonly isGone?: boolean;
  /** Milliseconds after which the server wants to be asked again (`Retry-After`, RFC 9110, 10.2.3). */
  readonly retryAfter?: number | undefined;
}

/**
 * When a feed is polled next that could not be read: after 10 minutes, then twice as long after each failure, up to a day;
 * once a day where it is gone; not before the server wants it, where that is within a day. The interval stays.
 * @param random from 0 up to 1
 */
export function afterFailure(interval: number, trouble: PollTrouble, random: number): NextPoll {
  const { failures, isGone = false, retryAfter = 0 } = trouble;
  const backOff = isGone ? LONGEST_MS : Math.min(LONGEST_MS, RETRY_MS * 2 ** (Math.max(1, failures) - 1));
  return { interval: within(interval), wait: scattered(backOff, retryAfter, random) };
}

/** A time is shortened by chance, and what must be waited for in any case made longer; neither over a day. */
function scattered(wait: number, floor: number, random: number): number {
  return Math.round(Math.min(LONGEST_MS, Math.max(wait * (1 - JITTER * random), floor * (1 + JITTER * random))));
}

function within(interval: number): number {
  return Math.round(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, interval)));
}
