import { weekdayOf } from '../domain/day.ts';
import { type Schedule, scheduleKey } from '../domain/schedule.ts';
import { instantOf, localDate } from './zone-time.ts';

/**
 * The `since` of a schedule that takes another one's place: what nobody wanted posted is neither made up for nor called
 * missed. A time that has gone by today when it is set is tomorrow's; so is that of a day that was quiet; the days of a
 * pause stay as they were, however it ends.
 * @param changed its own `since` counts for nothing
 * @param now milliseconds since 1970
 */
export function sinceAfterChange(current: Schedule | undefined, changed: Omit<Schedule, 'since'>, now: number): number {
  const { time, zone } = changed;
  const isSame = current?.time === time && current.zone === zone && scheduleKey(current) === scheduleKey(changed);
  if (!isSame) return now;
  return Math.max(current.since, sinceDays(current, changed, now), sincePause(current, changed, now));
}

function sinceDays(current: Schedule, { days, zone }: Omit<Schedule, 'since'>, now: number): number {
  const opened = days.filter((day) => !current.days.includes(day));
  if (opened.length === 0) return 0;
  const today = localDate(zone, now);
  return opened.includes(weekdayOf(today)) ? now : instantOf(zone, today, '00:00');
}

function sincePause({ pausedUntil }: Schedule, changed: Omit<Schedule, 'since'>, now: number): number {
  if (pausedUntil === undefined || pausedUntil === changed.pausedUntil) return 0;
  return Math.min(now, instantOf(changed.zone, pausedUntil, '00:00'));
}
