import { expect, test } from 'vitest';
import type { Schedule } from '../../src/domain/schedule.ts';
import { sinceAfterChange } from '../../src/schedule/since.ts';
import { dueSlots } from '../../src/schedule/slots.ts';
import { HOUR_MS, scheduled } from './under-test.ts';

/** A Monday; posted last on Friday, the ninth. */
const NOW = Date.parse('2031-05-12T10:00:00Z');
const FRIDAY = '2031-05-09';
const daily = scheduled('c', { since: Date.parse('2031-05-01T00:00:00Z') });
const weekdays: Schedule = { ...daily, days: ['mon', 'tue', 'wed', 'thu', 'fri'] };

/** What is posted and called missed at once after a change. */
function after(current: Schedule, changes: Partial<Schedule>, lastDone: string, now = NOW) {
  const changed = { ...current, ...changes };
  const since = sinceAfterChange(current, changed, now);
  const { due, missed } = dueSlots({ ...changed, since }, lastDone, now, 6 * HOUR_MS);
  return { due: due?.date, missed: missed.map(({ date }) => date) };
}

const NOTHING = { due: undefined, missed: [] };
const without = ({ pausedUntil: _, ...schedule }: Schedule): Schedule => schedule;

test('a pause that is ended early posts nothing at once and calls no day of it missed', () => {
  const paused = { ...daily, pausedUntil: '2031-05-20' };
  const resumed = { ...without(paused), since: sinceAfterChange(paused, without(paused), NOW) };
  expect(dueSlots(resumed, '2031-05-01', NOW, 6 * HOUR_MS)).toEqual({ missed: [] });
  expect(after(paused, { pausedUntil: '2031-05-10' }, '2031-05-01')).toEqual(NOTHING);
});

test('a pause that is over already and is taken away leaves its days alone, and what was due since is still due', () => {
  const paused = { ...daily, pausedUntil: '2031-05-11' };
  const resumed = { ...without(paused), since: sinceAfterChange(paused, without(paused), NOW) };
  const { due, missed } = dueSlots(resumed, '2031-05-01', NOW, 6 * HOUR_MS);
  expect([due?.date, missed.map(({ date }) => date)]).toEqual(['2031-05-12', ['2031-05-11']]);
});

test('quiet days that are taken back on a Monday are not called missed, and the brief of Monday is still due', () => {
  expect(after(weekdays, { days: daily.days }, FRIDAY)).toEqual({ due: '2031-05-12', missed: [] });
  expect(after(weekdays, { days: daily.days }, '2031-05-12')).toEqual(NOTHING);
});

test('a day that was quiet up to now is posted on from its next week on', () => {
  const quiet: Schedule = { ...daily, days: ['tue', 'wed'] };
  expect(after(quiet, { days: ['mon', 'tue', 'wed'] }, '2031-05-07')).toEqual(NOTHING);
});

test('a pause that begins, a day that becomes quiet and anything else change nothing of it', () => {
  for (const changes of [{ pausedUntil: '2031-06-01' }, { days: weekdays.days }, { weekend: 'weekly' }])
    expect(sinceAfterChange(daily, { ...daily, ...changes }, NOW)).toBe(daily.since);
});

test('another time, zone or name counts from now', () => {
  for (const changes of [{ time: '08:00' }, { zone: 'Asia/Tehran' }, { situation: 'Iran–Pakistan' }])
    expect(sinceAfterChange(daily, { ...daily, ...changes }, NOW)).toBe(NOW);
  expect(sinceAfterChange(undefined, daily, NOW)).toBe(NOW);
});
