import type { IsoDate } from '../domain/article.ts';
import { addDays, weekdayOf } from '../domain/day.ts';
import type { Schedule } from '../domain/schedule.ts';
import { instantOf, localDate } from './zone-time.ts';

/** What of a schedule decides when it is due. */
export type Timing = Pick<Schedule, 'time' | 'zone' | 'days' | 'pausedUntil' | 'since'>;

/** One local date's brief; `at` is when it is due, in milliseconds since 1970. */
export interface Slot {
  readonly date: IsoDate;
  readonly at: number;
}

export interface DueSlots {
  readonly due?: Slot;
  /** The last 31 of those that passed without a brief, the oldest first. */
  readonly missed: readonly Slot[];
}

/** A month: a conversation is not told of more. */
const MOST_MISSED = 31;

/** How late a brief may be when nobody knows what was done before. */
const ON_TIME_MS = 10 * 60_000;

/** The day before `since`, its own date, whose slot may have been earlier, and a week. */
const DATES_AHEAD = 9;

/** A pause that begins with this year has no end. */
const NEVER = '9999';

/**
 * The latest local date whose slot can have come by now: tomorrow's, since clocks may have gone back over midnight.
 * What is done for a later date was done by a clock that was wrong; see `dueSlots`.
 */
export function latestDate(zone: string, now: number): IsoDate {
  return addDays(localDate(zone, now), 1);
}

/**
 * The slots after `lastDone` that have come. Only the last of them can be due, at most `lateMs` after its instant; all
 * others are missed. Both are done with once they are delivered or recorded: hand in the last date of either as
 * `lastDone` from then on. It is never due again, nor is any date before it, whatever the clock does.
 *
 * A `lastDone` after `latestDate` is a wrong clock's, and must not silence the conversation until that date comes.
 * What was done before it, this function cannot know: it calls nothing missed, and due only a slot of the last ten
 * minutes. Whoever keeps the dates hands in the last one up to `latestDate` instead, which loses nothing and doubles
 * nothing.
 * @throws RangeError for a zone that is none
 */
export function dueSlots(schedule: Timing, lastDone: IsoDate | undefined, now: number, lateMs: number): DueSlots {
  const done = believable(schedule, lastDone, now);
  const past = pastSlots(schedule, done, now);
  const last = past.at(-1);
  const late = done === lastDone ? lateMs : Math.min(lateMs, ON_TIME_MS);
  const due = last !== undefined && now - last.at <= late ? last : undefined;
  const missed = due === undefined ? past : past.slice(0, -1);
  return { ...(due && { due }), missed: done === lastDone ? missed.slice(-MOST_MISSED) : [] };
}

/**
 * The next slot after now, or undefined where no day is posted on or the pause has no end. It holds until the schedule
 * changes, the slot comes, or the clock goes back.
 * @throws RangeError for a zone that is none
 */
export function nextSlot(schedule: Timing, lastDone: IsoDate | undefined, now: number): Slot | undefined {
  const { zone, time, since } = schedule;
  const first = firstDate(schedule, believable(schedule, lastDone, now));
  const today = localDate(zone, now);
  const from = first > today ? first : today;
  if (from >= NEVER) return undefined;
  for (let ahead = 0; ahead < DATES_AHEAD; ahead += 1) {
    const date = addDays(from, ahead);
    if (!schedule.days.includes(weekdayOf(date))) continue;
    const at = instantOf(zone, date, time);
    if (at > now && at >= since) return { date, at };
  }
  return undefined;
}

function believable({ zone }: Timing, lastDone: IsoDate | undefined, now: number): IsoDate | undefined {
  return lastDone !== undefined && lastDone <= latestDate(zone, now) ? lastDone : undefined;
}

/** Up to one more than can be missed, the oldest first. */
function pastSlots(schedule: Timing, done: IsoDate | undefined, now: number): Slot[] {
  const { zone, time, days, since } = schedule;
  const first = firstDate(schedule, done);
  const found: Slot[] = [];
  for (let date = latestDate(zone, now); date >= first && found.length <= MOST_MISSED; date = addDays(date, -1)) {
    if (!days.includes(weekdayOf(date))) continue;
    const at = instantOf(zone, date, time);
    if (at >= since && at <= now) found.unshift({ date, at });
  }
  return found;
}

/** No slot has an earlier date. The slot of a date that the zone leaves out comes on the next, so `since` counts from the day before. */
function firstDate({ zone, pausedUntil = '', since }: Timing, done: IsoDate | undefined): IsoDate {
  const dates = [addDays(localDate(zone, since), -1), pausedUntil, done === undefined ? '' : addDays(done, 1)];
  return dates.reduce((latest, date) => (date > latest ? date : latest));
}
