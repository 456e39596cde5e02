import { describe, expect, test } from 'vitest';
import { everyDay } from '../../src/domain/day.ts';
import { dueSlots, latestDate, nextSlot, type Timing } from '../../src/schedule/slots.ts';
import { instantOf, localDate } from '../../src/schedule/zone-time.ts';

const HOUR_MS = 3_600_000;
const SIX_HOURS_MS = 6 * HOUR_MS;
/** Seven in the morning in Berlin, in winter and on every day. */
const berlin: Timing = { time: '07:00', zone: 'Europe/Berlin', days: everyDay, since: Date.UTC(2024, 0, 1) };
const at = (instant: string) => Date.parse(instant);
const iso = (instant: number | undefined) => (instant === undefined ? 'never' : new Date(instant).toISOString());

describe('the instant of a local date and time', () => {
  test.for([
    ['an ordinary winter morning', 'Europe/Berlin', '2024-01-19 07:00', '2024-01-19T06:00Z'],
    ['the last minute before a gap', 'Europe/Berlin', '2024-03-31 01:59', '2024-03-31T00:59Z'],
    ['the beginning of a gap', 'Europe/Berlin', '2024-03-31 02:00', '2024-03-31T01:00Z'],
    ['in a gap: its end', 'Europe/Berlin', '2024-03-31 02:30', '2024-03-31T01:00Z'],
    ['the end of a gap', 'Europe/Berlin', '2024-03-31 03:00', '2024-03-31T01:00Z'],
    ['after a gap', 'Europe/Berlin', '2024-03-31 03:30', '2024-03-31T01:30Z'],
    ['twice: the first', 'Europe/Berlin', '2024-10-27 02:30', '2024-10-27T00:30Z'],
    ['the beginning of what comes twice', 'Europe/Berlin', '2024-10-27 02:00', '2024-10-27T00:00Z'],
    ['after what comes twice', 'Europe/Berlin', '2024-10-27 03:00', '2024-10-27T02:00Z'],
    ['Tehran changed at midnight: the date began at one', 'Asia/Tehran', '2022-03-22 00:15', '2022-03-21T20:30Z'],
    ['Tehran changes no more', 'Asia/Tehran', '2024-03-21 00:15', '2024-03-20T20:45Z'],
    ['half hours in Newfoundland, in a gap', 'America/St_Johns', '2024-03-10 02:30', '2024-03-10T05:30Z'],
    ['half hours in Newfoundland, twice', 'America/St_Johns', '2024-11-03 01:30', '2024-11-03T04:00Z'],
    ['back over midnight: the old date first', 'America/St_Johns', '2010-11-06 23:30', '2010-11-07T02:00Z'],
    ['back over midnight: the new date before it', 'America/St_Johns', '2010-11-07 00:00', '2010-11-07T02:30Z'],
    ['back over midnight: where that was never shown', 'America/St_Johns', '2010-11-07 00:01', '2010-11-07T03:31Z'],
    ['a change of half an hour, in the gap', 'Australia/Lord_Howe', '2024-10-06 02:15', '2024-10-05T15:30Z'],
    ['a change of half an hour, after it', 'Australia/Lord_Howe', '2024-10-06 02:45', '2024-10-05T15:45Z'],
    ['a change of half an hour, twice', 'Australia/Lord_Howe', '2024-04-07 01:45', '2024-04-06T14:45Z'],
    ['a change of half an hour, once', 'Australia/Lord_Howe', '2024-04-07 02:00', '2024-04-06T15:30Z'],
    ['two hours in Antarctica, in the gap', 'Antarctica/Troll', '2024-03-31 02:15', '2024-03-31T01:00Z'],
    ['two hours in Antarctica, twice', 'Antarctica/Troll', '2024-10-27 01:15', '2024-10-26T23:15Z'],
    ['Ramadan begins in Morocco', 'Africa/Casablanca', '2024-03-10 02:30', '2024-03-10T01:30Z'],
    ['Ramadan ends in Morocco', 'Africa/Casablanca', '2024-04-14 02:30', '2024-04-14T02:00Z'],
    ['a gap before midnight ends on the next date', 'America/Nuuk', '2025-03-29 23:30', '2025-03-30T01:00Z'],
    ['a gap after midnight in Lebanon', 'Asia/Beirut', '2024-03-31 00:00', '2024-03-30T22:00Z'],
    ['Samoa before the date that it left out', 'Pacific/Apia', '2011-12-29 07:00', '2011-12-29T17:00Z'],
    ['Samoa, the date that it left out', 'Pacific/Apia', '2011-12-30 07:00', '2011-12-30T10:00Z'],
    ['Samoa after it', 'Pacific/Apia', '2011-12-31 07:00', '2011-12-30T17:00Z'],
    ['Kwajalein, the date that it left out', 'Pacific/Kwajalein', '1993-08-21 23:45', '1993-08-21T12:00Z'],
    ['Kwajalein after it', 'Pacific/Kwajalein', '1993-08-22 00:15', '1993-08-21T12:15Z'],
    ['seconds in an offset', 'Africa/Monrovia', '1971-06-01 00:00', '1971-06-01T00:44:30Z'],
  ] as const)('%s: %s %s', ([, zone, local, instant]) => {
    const [date = '', time = ''] = local.split(' ');
    expect(iso(instantOf(zone, date, time))).toBe(iso(at(instant)));
  });

  test('a zone that is none, and an instant that is none, are errors', () => {
    expect(() => instantOf('Europe/Olso', '2024-01-19', '07:00')).toThrow(RangeError);
    expect(() => localDate('Europe/Oslo', Number.NaN)).toThrow(RangeError);
  });
});

describe('what is due', () => {
  const eve = '2024-01-18';
  const slot = { date: '2024-01-19', at: at('2024-01-19T06:00Z') };

  test.for([
    ['a millisecond before it', slot.at - 1, undefined],
    ['at its instant', slot.at, slot],
    ['six hours late', slot.at + SIX_HOURS_MS, slot],
  ] as const)('a slot %s', ([, now, due]) => {
    expect(dueSlots(berlin, eve, now, SIX_HOURS_MS)).toEqual({ ...(due && { due }), missed: [] });
  });

  test('a slot later than may be is missed', () => {
    expect(dueSlots(berlin, eve, slot.at + SIX_HOURS_MS + 1, SIX_HOURS_MS)).toEqual({ missed: [slot] });
  });

  test('of several that have come only the last is due, also where all are in time', () => {
    const missed = [slot, { date: '2024-01-20', at: at('2024-01-20T06:00Z') }];
    const due = { date: '2024-01-21', at: at('2024-01-21T06:00Z') };
    expect(dueSlots(berlin, eve, due.at, 100 * HOUR_MS)).toEqual({ missed, due });
  });

  test('of a long absence the last 31 are missed', () => {
    const { due, missed } = dueSlots(berlin, eve, at('2024-06-01T05:00Z'), SIX_HOURS_MS);
    expect(due?.date).toBe('2024-06-01');
    expect(missed).toHaveLength(31);
    expect([missed[0]?.date, missed.at(-1)?.date]).toEqual(['2024-05-01', '2024-05-31']);
    expect(dueSlots(berlin, eve, at('2024-06-01T23:00Z'), SIX_HOURS_MS).missed).toHaveLength(31);
  });

  test('what came before the schedule was made never existed', () => {
    expect(dueSlots({ ...berlin, since: slot.at + 1 }, undefined, slot.at + HOUR_MS, SIX_HOURS_MS)).toEqual({
      missed: [],
    });
    expect(dueSlots({ ...berlin, since: slot.at }, undefined, slot.at, SIX_HOURS_MS)).toEqual({
      due: slot,
      missed: [],
    });
    expect(dueSlots({ ...berlin, since: slot.at }, undefined, slot.at - HOUR_MS, SIX_HOURS_MS)).toEqual({ missed: [] });
  });

  test('quiet days and a pause are neither due nor missed', () => {
    const weekdays: Timing = { ...berlin, days: ['mon', 'tue', 'wed', 'thu', 'fri'] };
    const monday = dueSlots(weekdays, eve, at('2024-01-22T06:00Z'), SIX_HOURS_MS);
    expect([monday.missed.map(({ date }) => date), monday.due?.date]).toEqual([['2024-01-19'], '2024-01-22']);
    const paused: Timing = { ...berlin, pausedUntil: '2024-01-22' };
    expect(dueSlots(paused, eve, at('2024-01-21T06:00Z'), SIX_HOURS_MS)).toEqual({ missed: [] });
    const again = dueSlots(paused, eve, at('2024-01-22T06:00Z'), SIX_HOURS_MS);
    expect([again.missed, again.due?.date]).toEqual([[], '2024-01-22']);
    expect(dueSlots({ ...berlin, days: [] }, eve, at('2024-06-01T06:00Z'), SIX_HOURS_MS)).toEqual({ missed: [] });
  });

  test('a date that the zone left out is missed once', () => {
    const apia: Timing = { ...berlin, zone: 'Pacific/Apia', since: Date.UTC(2011, 0) };
    const { due, missed } = dueSlots(apia, '2011-12-29', at('2011-12-30T17:00Z'), SIX_HOURS_MS);
    expect([missed.map(({ date }) => date), due?.date]).toEqual([['2011-12-30'], '2011-12-31']);
  });

  test('a schedule made at midnight after a date that the zone left out has that date too', () => {
    const midnight = at('2011-12-30T10:00Z');
    const apia: Timing = { ...berlin, zone: 'Pacific/Apia', since: midnight };
    expect(localDate(apia.zone, midnight)).toBe('2011-12-31');
    expect(dueSlots(apia, undefined, midnight, SIX_HOURS_MS).due).toEqual({ date: '2011-12-30', at: midnight });
  });

  test('midnight that comes, goes and comes again is due where it has first come', () => {
    const midnight: Timing = { ...berlin, zone: 'America/St_Johns', time: '00:00', since: Date.UTC(2010, 0) };
    const now = at('2010-11-07T02:32Z');
    expect(localDate(midnight.zone, now)).toBe('2010-11-06');
    expect(dueSlots(midnight, '2010-11-06', now, SIX_HOURS_MS).due?.date).toBe('2010-11-07');
    expect(nextSlot(midnight, '2010-11-06', now)?.date).toBe('2010-11-08');
  });
});

describe('a clock that goes back', () => {
  test.for(['2024-01-19T06:30Z', '2024-01-19T05:00Z', '2024-01-18T07:00Z', '2024-01-18T06:00Z'])(
    'to %s makes nothing due that is done',
    (now) => {
      expect(dueSlots(berlin, '2024-01-19', at(now), SIX_HOURS_MS)).toEqual({ missed: [] });
    },
  );

  test('what it did for a later date than can have come stops nothing, and nothing is called missed', () => {
    const slot = { date: '2024-01-19', at: at('2024-01-19T06:00Z') };
    expect(dueSlots(berlin, '2031-05-05', slot.at, SIX_HOURS_MS)).toEqual({ due: slot, missed: [] });
    expect(dueSlots(berlin, '2024-01-21', slot.at, SIX_HOURS_MS)).toEqual({ due: slot, missed: [] });
    expect(dueSlots(berlin, '2024-01-20', slot.at, SIX_HOURS_MS)).toEqual({ missed: [] });
    expect(nextSlot(berlin, '2031-05-05', slot.at - 1)).toEqual(slot);
  });

  test('then a slot may have been done before: only one of the last ten minutes is due', () => {
    const now = at('2024-01-19T06:10Z');
    expect(dueSlots(berlin, '2031-05-05', now, SIX_HOURS_MS).due?.date).toBe('2024-01-19');
    expect(dueSlots(berlin, '2031-05-05', now + 1, SIX_HOURS_MS)).toEqual({ missed: [] });
    expect(dueSlots(berlin, '2031-05-05', now, 1_000)).toEqual({ missed: [] });
  });

  test('the latest date that can have come is tomorrow, by the clocks of the zone', () => {
    expect(latestDate('Europe/Berlin', at('2024-01-19T22:59Z'))).toBe('2024-01-20');
    expect(latestDate('Europe/Berlin', at('2024-01-19T23:00Z'))).toBe('2024-01-21');
  });
});

describe('the next slot', () => {
  const next = (timing: Partial<Timing>, lastDone: string | undefined, now: string) =>
    nextSlot({ ...berlin, ...timing }, lastDone, at(now));

  test.for([
    ['today', {}, undefined, '2024-01-19T05:59Z', '2024-01-19T06:00Z'],
    ['tomorrow, once it has come', {}, undefined, '2024-01-19T06:00Z', '2024-01-20T06:00Z'],
    ['after what is done', {}, '2024-01-19', '2024-01-18T20:00Z', '2024-01-20T06:00Z'],
    ['on the only day, today', { days: ['fri'] }, undefined, '2024-01-19T05:00Z', '2024-01-19T06:00Z'],
    ['on the only day, in a week', { days: ['fri'] }, undefined, '2024-01-19T06:00Z', '2024-01-26T06:00Z'],
    [
      'on the only day, in a week, done early',
      { days: ['fri'] },
      '2024-01-19',
      '2024-01-18T07:00Z',
      '2024-01-26T06:00Z',
    ],
    ['after a pause', { pausedUntil: '2024-03-01' }, undefined, '2024-01-19T05:00Z', '2024-03-01T06:00Z'],
    [
      'after a pause, on its day',
      { pausedUntil: '2024-03-01', days: ['thu'] },
      undefined,
      '2024-01-19T05:00Z',
      '2024-03-07T06:00Z',
    ],
    ['after a pause that is over', { pausedUntil: '2024-01-02' }, undefined, '2024-01-19T05:00Z', '2024-01-19T06:00Z'],
    [
      'not before the schedule began',
      { since: at('2024-02-02T06:00:01Z'), days: ['fri'] },
      undefined,
      '2024-01-19T05:00Z',
      '2024-02-09T06:00Z',
    ],
    ['in summer', {}, undefined, '2024-03-30T07:00Z', '2024-03-31T05:00Z'],
  ] as const)('%s', ([, timing, lastDone, now, wanted]) => {
    expect(iso(next(timing, lastDone, now)?.at)).toBe(iso(at(wanted)));
  });

  test('never, where no day is posted on or the pause has no end', () => {
    expect(next({ days: [] }, undefined, '2024-01-19T05:00Z')).toBeUndefined();
    expect(next({ pausedUntil: '9999-12-31', days: ['mon'] }, undefined, '2024-01-19T05:00Z')).toBeUndefined();
  });
});
