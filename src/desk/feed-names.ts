import type { Feed } from '../domain/feed.ts';
import type { FeedDesk } from '../domain/feed-desk.ts';
import { feedAddress } from '../domain/feed-health.ts';
import { inert } from '../domain/inert.ts';

/** A feed while its name is typed. */
export interface FeedName {
  /** What `feedNamed` finds it by. */
  readonly value: string;
  /** All that may be typed of it. */
  readonly words: string;
}

/** Every feed by its title, where only one has it and nothing hides in it; else by its address. */
export async function feedNames(feeds: Pick<FeedDesk, 'list'> | undefined): Promise<readonly FeedName[]> {
  const all = (await feeds?.list()) ?? [];
  const titles = Map.groupBy(all, ({ title = '' }) => title);
  const isName = ({ title = '' }: Feed) =>
    title !== '' && title.length <= LONGEST && inert(title) === title && titles.get(title)?.length === 1;
  return all.map((feed) => ({
    value: isName(feed) ? (feed.title ?? '') : feedAddress(feed.url),
    words: `${inert(feed.title ?? '')} ${feedAddress(feed.url)}`,
  }));
}

/** Platforms take no longer values. https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
const LONGEST = 100;
