import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn } from '../../src/cli/call.ts';
import { isDay } from '../../src/domain/day.ts';

const noInvalid = { noInvalidDate: true, min: new Date('1000-01-01'), max: new Date('9999-12-31') };

test('a day is one of the calendar', () => {
  fc.assert(
    fc.property(fc.date(noInvalid), (date) => isDay(date.toISOString().slice(0, 10))),
    { seed: 7 },
  );
  for (const none of [
    '2019-02-29',
    '2019-04-31',
    '2019-13-01',
    '2019-00-10',
    '2019-1-1',
    '31-01-01',
    '2019-01-01T00:00',
  ])
    expect(isDay(none)).toBe(false);
  expect(isDay('2020-02-29')).toBe(true);
});

test('the day in a zone is what its calendars show', () => {
  const clock = { now: () => Date.parse('2019-05-06T23:30:00Z') };
  expect(['UTC', 'Asia/Tokyo', 'America/Lima', 'Pacific/Kiritimati'].map((zone) => dayIn(zone, clock))).toEqual([
    '2019-05-06',
    '2019-05-07',
    '2019-05-06',
    '2019-05-07',
  ]);
});
