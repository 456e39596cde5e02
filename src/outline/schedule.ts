import { formatDay, formatInstant, weekdayNames } from '../domain/day.ts';
import { USUAL_DEFINITION } from '../domain/schedule.ts';
import type { DeliveryStatus, DeskStatus, ScheduleStatus } from '../domain/status.ts';
import type { Block } from './block.ts';
import { words } from './sentence.ts';

/** When briefs come, and what became of the last ones. */
export function scheduleBlocks({ schedules, deliveries, lastBrief }: DeskStatus): Block[] {
  if (schedules.length === 0)
    return [line('Schedule', 'none: nothing is posted unasked'), ...lastLines(deliveries, lastBrief)];
  const planned = schedules.flatMap((schedule, at): Block[] => [
    line(schedules.length === 1 ? 'Schedule' : `Schedule ${at + 1}`, scheduleWords(schedule)),
    line('Next brief', nextWords(schedule)),
  ]);
  return [...planned, ...lastLines(deliveries, lastBrief, schedules.length > 1)];
}

/** What is posted, when. */
export function scheduleWords(schedule: ScheduleStatus): string {
  const { time, zone, quietDays, weekend, pausedUntil } = schedule;
  const end = weekend === undefined ? '' : `, ${weekend} at weekends`;
  const pause = pausedUntil === undefined ? '' : `, paused until ${formatDay(pausedUntil)}`;
  return `${subjectWords(schedule)}, at ${time} ${zone}${quietWords(quietDays)}${end}${pause}`;
}

/** What it is about, and of which kind where that is not the usual one. */
export function subjectWords({ situation, definition }: Pick<ScheduleStatus, 'situation' | 'definition'>): string {
  const about = situation === undefined ? 'what the archive is most about' : situation;
  return definition === USUAL_DEFINITION ? about : `${about} (${definition})`;
}

function quietWords(days: readonly string[]): string {
  const names = days.map((day) => weekdayNames[day as keyof typeof weekdayNames] ?? day);
  return names.length === 0 ? ', every day' : `, not on ${names.join(', ')}`;
}

function nextWords({ next, zone }: ScheduleStatus): string {
  return next === undefined ? 'none: it is paused for good' : formatInstant(next, zone);
}

function lastLines(deliveries: readonly DeliveryStatus[], lastBrief: string | undefined, areSeveral = false): Block[] {
  const asked = lastBrief === undefined ? [] : [line('Last asked for here', `edition of ${formatDay(lastBrief)}`)];
  if (deliveries.length === 0) return [line('Last brief here', 'none yet'), ...asked];
  const [last, ...earlier] = deliveries.map((one) => deliveryWords(one, areSeveral));
  return [
    line('Last brief here', last ?? ''),
    ...earlier.map((text): Block => ({ kind: 'item', runs: [words(text)] })),
    ...asked,
  ];
}

/** Where a conversation has several schedules, each delivery says of which it is. */
function deliveryWords({ date, correction, ...delivery }: DeliveryStatus, areSeveral: boolean): string {
  const about = areSeveral ? ` about ${subjectWords(delivery)}` : '';
  return `${correction ? 'correction of the edition' : 'edition'} of ${formatDay(date)}${about}: ${stateWords(delivery)}`;
}

function stateWords({
  state,
  settled,
  due,
  late,
  attempts,
  reason,
}: Omit<DeliveryStatus, 'date' | 'correction'>): string {
  const why = reason === undefined ? '' : ` (${reason})`;
  switch (state) {
    case 'sent':
      return `posted on ${formatInstant(settled ?? due, 'UTC')}${late ? ', late' : ''}`;
    case 'waiting':
      return attempts === 0 ? 'about to be posted' : `tried ${timesWords(attempts)}, and tried again${why}`;
    case 'failed':
      return `given up${why}`;
    case 'missed':
      return `not posted${why}`;
  }
}

function timesWords(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function line(name: string, text: string): Block {
  return { kind: 'line', runs: [words(`${name}: `, true), words(text)] };
}
