import type { IsoDate } from '../domain/article.ts';
import type { Notice } from '../domain/brief.ts';
import { formatDay } from '../domain/day.ts';
import type { Delivery } from '../domain/delivery.ts';

/** A brief that comes later than this after its time says so. Ticks, back-off and rates take less. */
export const LATE_AFTER_MS = 10 * 60_000;

/** @param dueAt milliseconds since 1970 */
export function lateNotice(dueAt: number, zone: string): Notice {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(dueAt);
  return { code: 'late', text: `Delayed since ${time} (${zone}).` };
}

/** Why a brief was not begun any more. */
export function tooLate(lateMs: number): string {
  return `nothing ran that could post it within ${Math.round(lateMs / 360_000) / 10} h of its time`;
}

/** What was to be posted since the last edition and was not: a reader must not take silence for calm. */
export function missedNotices(since: readonly Delivery[]): Notice[] {
  const lost = since.filter(({ state, revision }) => revision === '' && (state === 'missed' || state === 'failed'));
  const days = lost.map(({ date }) => date);
  return days.length === 0 ? [] : [{ code: 'missed', text: `No brief was posted ${onDays(days)}.` }];
}

/** More are only counted. */
const MOST_DAYS = 5;

function onDays(days: readonly IsoDate[]): string {
  const names = days.map((day) => formatDay(day));
  if (names.length > MOST_DAYS) return `on ${names.length} days from ${names[0]} to ${names.at(-1)}`;
  const last = names.at(-1) ?? '';
  return names.length === 1 ? `on ${last}` : `on ${names.slice(0, -1).join(', ')} and ${last}`;
}
