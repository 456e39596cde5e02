import type { Feed } from '../domain/feed.ts';
import type { FeedDesk } from '../domain/feed-desk.ts';
import { feedName } from '../domain/feed-health.ts';
import { inert } from '../domain/inert.ts';
import { safeUrl } from '../outline/inert.ts';
import { fold } from '../text/words.ts';
import { addressIn, unwrapped } from './typed-address.ts';

const MOST_NEAR = 3;

/**
 * The feed that was typed: by its address or title, however it is written, or by part of a title that only one has.
 * @returns in words what is wrong where it is none or several
 */
export async function feedNamed(feeds: FeedDesk, typed: string): Promise<Feed | string> {
  const name = unwrapped(typed);
  const address = addressIn(name);
  const exact = (await feeds.find(name)) ?? (address === undefined ? undefined : await feeds.find(address));
  if (exact !== undefined) return exact;
  const all = await feeds.list();
  const same = all.filter(({ title = '' }) => isSame(title, name));
  const byAddress = all.find(({ url }) => address !== undefined && safeUrl(url) === safeUrl(address));
  if (byAddress !== undefined) return byAddress;
  const near = same.length > 0 ? same : all.filter(({ title = '' }) => holds(title, name));
  const [only] = near;
  if (only !== undefined && near.length === 1) return only;
  return near.length === 0 ? unknown(name) : severalOf(near);
}

function isSame(title: string, name: string): boolean {
  return fold(inert(title)) === fold(inert(name));
}

function holds(title: string, name: string): boolean {
  return name.length > 1 && fold(inert(title)).includes(fold(inert(name)));
}

function unknown(name: string): string {
  return `No feed is called "${inert(name).slice(0, 100)}" or has that address: /brief sources feeds shows all.`;
}

function severalOf(near: readonly Feed[]): string {
  const some = near.slice(0, MOST_NEAR).map((feed) => `${feedName(feed)} (${feed.url})`);
  const more = near.length > MOST_NEAR ? ` and ${near.length - MOST_NEAR} more` : '';
  return `Several feeds are called so: ${some.join('; ')}${more}. Name one by its address.`;
}
