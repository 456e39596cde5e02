import type { Archive, ArticleOutline, Scope } from '../domain/archive.ts';
import type { Event } from '../domain/event.ts';
import { eventsOf } from '../events/ledger.ts';

interface Remembered {
  readonly key: string;
  readonly events: readonly Event[];
}

const ledgers = new WeakMap<object, Remembered>();

/**
 * The events in scope, merged once for questions that follow each other. They rest on the articles' versions, days and
 * origins alone: as long as these are the same, so are the events, whoever else writes to the archive.
 */
export async function rememberedEvents(
  archive: Pick<Archive, 'articles' | 'mentions' | 'ledger'>,
  outlines: Iterable<ArticleOutline>,
  scope: Scope | undefined,
): Promise<readonly Event[]> {
  const key = JSON.stringify([
    scope,
    [...outlines].map(({ id, version, publishedAt, origin }) => [id, version, publishedAt, origin]),
  ]);
  const known = ledgers.get(archive);
  if (known?.key === key) return known.events;
  const events = await eventsOf(archive, scope && { scope });
  ledgers.set(archive, { key, events });
  return events;
}
