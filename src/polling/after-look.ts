import type { SeenItem } from '../domain/feed.ts';
import type { FeedItem } from '../domain/reading.ts';
import type { TakenDraft } from './intake-turns.ts';
import { digestOf, MOST_TRIES, MOST_VAIN, REFRESH_MS } from './judge.ts';

/** How a look at an item ended. `waiting`: another look may end better. */
export type Done = TakenDraft | { readonly waiting: string };

/** What is remembered of an item after a look at it. @param now milliseconds since 1970 */
export function afterLook(item: FeedItem, before: SeenItem | undefined, done: Done, now: number): SeenItem {
  const named = { key: item.key, digest: digestOf(item), seenAt: now };
  const tries = triesOf(before) + 1;
  // it may go on so for good: its page is never given up
  const vain = Math.min(tries, MOST_VAIN);
  if ('article' in done)
    return { ...named, state: 'taken', article: done.article, tries: isAsBefore(before, done) ? vain : 0 };
  const isOver = 'refused' in done || tries >= MOST_TRIES;
  // an article stays though its page is gone; its change is looked for again where that may help
  if (before?.state === 'taken') return { ...before, ...(isOver && named), tries: isOver ? vain : tries, seenAt: now };
  if ('refused' in done) return { ...named, state: 'refused', reason: done.refused, tries: 0 };
  const reason = isOver ? `${done.waiting} ${vainly}` : done.waiting;
  return { ...named, state: isOver ? 'refused' : 'waiting', reason, tries: isOver ? 0 : tries };
}

/** Its feed has touched it, and its page says the same. */
function isAsBefore(
  before: SeenItem | undefined,
  { article, isNewVersion }: Extract<Done, { article: string }>,
): boolean {
  return before?.state === 'taken' && before.article === article && !isNewVersion;
}

/** What is remembered of an item that its feed holds still as it was. A day of peace, and its next change is believed. */
export function stillThere(before: SeenItem, now: number): SeenItem {
  const isAtPeace = before.state === 'taken' && now - before.seenAt > REFRESH_MS;
  return { ...before, seenAt: now, ...(isAtPeace && { tries: 0 }) };
}

/** Behind the reason why an item is given up. */
export const vainly = `(asked for ${MOST_TRIES} times)`;

/** How often it was looked at in vain since it was last taken or refused. */
export function triesOf(before: SeenItem | undefined): number {
  return before?.state === 'refused' ? 0 : (before?.tries ?? 0);
}
