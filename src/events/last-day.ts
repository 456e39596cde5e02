import type { IsoDate } from '../domain/article.ts';
import type { Event } from '../domain/event.ts';

/** The last day that is known of an event; the empty string, before all days, where none is. */
export function lastDay({ date }: Pick<Event, 'date'>): IsoDate {
  return date.to ?? date.from ?? '';
}
