import type { SeenItem } from '../domain/feed.ts';
import type { FeedItem } from '../domain/reading.ts';
import type { TakenDraft } from './intake-turns.ts';
import { digestOf, MOST_TRIES } from './judge.ts';

/** How a look at an item ended. `waiting`: another look may end better. */
export type Done = TakenDraft | { readonly waiting: string };

/** What is remembered of an item after a look at it. @param now milliseconds since 1970 */
export function afterLook(item: FeedItem, before: SeenItem | undefined, done: Done, now: number): SeenItem {
  const named = { key: item.key, digest: digestOf(item), seenAt: now };
  if ('article' in done) return { ...named, state: 'taken', article: done.article, tries: 0 };
  const tries = triesOf(before) + 1;
  const isOver = 'refused' in done || tries >= MOST_TRIES;
  // an article stays though its page is gone; its change is looked for again where that may help
  if (before?.state === 'taken') return { ...before, ...(isOver && named), tries: isOver ? 0 : tries, seenAt: now };
  if ('refused' in done) return { ...named, state: 'refused', reason: done.refused, tries: 0 };
  const reason = isOver ? `${done.waiting} ${vainly}` : done.waiting;
  return { ...named, state: isOver ? 'refused' : 'waiting', reason, tries: isOver ? 0 : tries };
}

/** Behind the reason why an item is given up. */
export const vainly = `(asked for ${MOST_TRIES} times)`;

/** How often it was looked at in vain since it was last taken or refused. */
export function triesOf(before: SeenItem | undefined): number {
  return before?.state === 'refused' ? 0 : (before?.tries ?? 0);
}
