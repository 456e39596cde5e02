import type { Feed } from '../domain/feed.ts';
import type { FeedDesk } from '../domain/feed-desk.ts';
import { feedAddress, feedName } from '../domain/feed-health.ts';
import { inert } from '../domain/inert.ts';
import { safeUrl } from '../outline/inert.ts';
import { fold } from '../text/words.ts';
import { addressIn, unwrapped } from './typed-address.ts';

const MOST_NEAR = 3;

/**
 * The feed that was typed: by its address or title, however it is written.
 * @param partly part of a title that only one has is enough
 * @returns in words what is wrong where it is none or several
 */
export async function feedNamed(feeds: FeedDesk, typed: string, partly: boolean): Promise<Feed | string> {
  const name = unwrapped(typed);
  const found = await feeds.find(name);
  if (found !== undefined) return found;
  const all = await feeds.list();
  const address = safeUrl(addressIn(name));
  const isAt = ({ url }: Feed) => [url, feedAddress(url)].some((form) => address && safeUrl(form) === address);
  const same = all.filter((feed) => isAt(feed) || isSame(feed.title ?? '', name));
  const near = same.length > 0 ? same : all.filter(({ title = '' }) => holds(title, name));
  const [only] = near;
  if (only === undefined) return `${unknown(name)} /brief sources feeds shows all.`;
  if (near.length > 1) return severalOf(near);
  return same.length > 0 || partly
    ? only
    : `${unknown(name)} Did you mean ${feedName(only)} (${feedAddress(only.url)})?`;
}

function isSame(title: string, name: string): boolean {
  return fold(inert(title)) === fold(inert(name));
}

function holds(title: string, name: string): boolean {
  return name.length > 1 && fold(inert(title)).includes(fold(inert(name)));
}

function unknown(name: string): string {
  return `No feed is called "${inert(name).slice(0, 100)}" or has that address.`;
}

function severalOf(near: readonly Feed[]): string {
  const some = near.slice(0, MOST_NEAR).map((feed) => `${feedName(feed)} (${feedAddress(feed.url)})`);
  const more = near.length > MOST_NEAR ? ` and ${near.length - MOST_NEAR} more` : '';
  return `Several feeds are called so: ${some.join('; ')}${more}. Name one by its whole address.`;
}
