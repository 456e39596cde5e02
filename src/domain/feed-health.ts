import type { Feed } from './feed.ts';
import { inert } from './inert.ts';

/**
 * `failing`: the last poll went wrong. `silent`: it can be read, and brings nothing for much longer than it is used to.
 * `unpolled`: nothing is known of it yet.
 */
export type FeedState = 'works' | 'silent' | 'failing' | 'paused' | 'unpolled';

const DAY = 24 * 3_600_000;

/** A pause of so many times the usual one happens by itself to one in a hundred, where items come at random. */
const USUAL_PAUSES = 5;

/** As many items as feeds hold when they are first read: of the pace at which new ones come these tell nothing. */
const HELD_AT_FIRST = 50;

/** Where too few items came to know a pace. */
const UNKNOWN_SILENCE = 14 * DAY;

/** @param now milliseconds since 1970, by the clock of the schedules */
export function feedState(feed: Feed, now: number): FeedState {
  if (feed.paused) return 'paused';
  if (feed.failures > 0) return 'failing';
  if (feed.succeededAt === undefined) return 'unpolled';
  return now - quietSince(feed) > longestPause(feed) ? 'silent' : 'works';
}

/**
 * How long a feed may bring nothing, in milliseconds: at least a day. Its interval does not tell, since it grows with
 * the very silence that it would be measured by.
 */
function longestPause({ addedAt, newsAt = addedAt, seen }: Feed): number {
  const came = seen - HELD_AT_FIRST;
  return came <= 0 ? UNKNOWN_SILENCE : Math.max(DAY, (USUAL_PAUSES * (newsAt - addedAt)) / came);
}

/** When it last brought something; since it was taken up, where it never did. Milliseconds since 1970. */
export function quietSince({ newsAt, addedAt }: Feed): number {
  return newsAt ?? addedAt;
}

/** Longer names are those of nobody; a feed may call itself anything. */
const LONGEST_NAME = 60;

/** What users know a feed by: its title, else where it is from. Text that a screen can only show, of at most 60 signs. */
export function feedName({ title = '', url }: Pick<Feed, 'title' | 'url'>): string {
  const name = inert(title) || (URL.parse(url)?.host ?? '') || inert(url);
  return shortened(name, LONGEST_NAME);
}

/**
 * A feed's address as everybody may see it: what stands behind its question mark may be somebody's key. A fragment says
 * nothing to the server.
 */
export function feedAddress(url: string): string {
  const [bare = ''] = url.split('#', 1);
  const at = bare.indexOf('?');
  return at < 0 ? url : `${bare.slice(0, at)}?…`;
}

/** Longer reasons say nothing more. */
const LONGEST_REASON = 160;

/** Why it cannot be read, in plain words without a full stop. */
export function feedFault({ reason = '' }: Pick<Feed, 'reason'>): string {
  return shortened(inert(reason).replace(/\.+$/, ''), LONGEST_REASON) || 'the reason was not written down';
}

function shortened(text: string, most: number): string {
  const signs = [...text];
  return signs.length <= most
    ? text
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
