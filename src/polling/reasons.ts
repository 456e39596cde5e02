import type { IsoDate } from '../domain/article.ts';
import type { FetchedBody } from '../domain/fetching.ts';
import type { FeedReading } from '../domain/reading.ts';

/** A report says who did what in no fewer words; what is shorter in a feed is a teaser. */
export const FEWEST_WORDS = 80;

const HOUR_MS = 60 * 60_000;

/** Epoch milliseconds as a day in UTC. */
export function dayOf(at: number): IsoDate {
  return new Date(at).toISOString().slice(0, 10);
}

/** @param milliseconds that a date lies ahead, above an hour */
export function aheadOf(milliseconds: number): string {
  const hours = Math.round(milliseconds / HOUR_MS);
  if (hours < 48) return hours <= 1 ? 'dated more than an hour ahead' : `dated ${hours} hours ahead`;
  return `dated ${Math.round(hours / 24)} days ahead`;
}

export function tooOld(day: IsoDate, retentionDays: number): string {
  return `dated ${day}, older than the ${retentionDays} days that articles are kept`;
}

/** Why there is no article, where neither the page nor the feed has one. */
export function neither(page: string, words: number): string {
  const carried = words === 0 ? 'no text of it' : `only ${words === 1 ? 'one word' : `${words} words`} of it`;
  return `${page}, and the feed carries ${carried}`;
}

const LOGIN = /\b(?:log|sign)[\s-]?(?:in|on)\b|\b(?:login|signin|sso|auth)\b|anmelden|se connecter|iniciar sesi[oó]n/iu;

/** Why what was sent is no feed, where one was expected. */
export function noFeed({ url }: FetchedBody, reading: Exclude<FeedReading, { kind: 'feed' }>): string {
  if (reading.kind === 'rejected') return reading.reason;
  const { title = '', feeds } = reading;
  const [first, ...others] = feeds;
  if (first === undefined)
    return LOGIN.test(`${title} ${new URL(url).pathname}`)
      ? 'a page to log in where the feed was: only those who are logged in may read it'
      : 'a web page where the feed was, and it names no feed';
  const named = others.length === 0 ? 'this feed' : `${feeds.length} feeds, such as this one`;
  return `a web page where the feed was: it names ${named} instead: ${first.url}`;
}
