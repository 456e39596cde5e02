import type { Archive, ArticleOutline, Scope } from '../domain/archive.ts';
import type { Event } from '../domain/event.ts';
import { eventsOf } from '../events/ledger.ts';

interface Remembered {
  readonly outlines: readonly ArticleOutline[];
  readonly scope: Scope | undefined;
  readonly key: string;
  readonly events: readonly Event[];
}

const ledgers = new WeakMap<object, Remembered>();

/**
 * The events in scope, merged once for questions that follow each other. They rest on the articles' versions, days and
 * origins alone: as long as these are the same, so are the events, whoever else writes to the archive.
 * @param outlines the articles in scope
 */
export async function rememberedEvents(
  archive: Pick<Archive, 'articles' | 'mentions' | 'ledger'>,
  outlines: readonly ArticleOutline[],
  scope: Scope | undefined,
): Promise<readonly Event[]> {
  const known = ledgers.get(archive);
  if (known?.outlines === outlines && known.scope === scope) return known.events;
  const key = JSON.stringify([
    scope,
    outlines.map(({ id, version, publishedAt, origin }) => [id, version, publishedAt, origin]),
  ]);
  const events = known?.key === key ? known.events : await eventsOf(archive, scope && { scope });
  ledgers.set(archive, { outlines, scope, key, events });
  return events;
}
