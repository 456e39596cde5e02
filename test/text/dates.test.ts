import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/domain/day.ts';
import type { EventDate } from '../../src/domain/event.ts';
import { addDays, daysBetween, isoDate, lastDayOf, weekdayOf } from '../../src/text/calendar.ts';
import { eventDateIso, findTimes, formatEventDate, resolveTime } from '../../src/text/dates.ts';

/** What the only time in a sentence means for an article of a given day. */
function when(text: string, articleDate?: string): string | null {
  const [time] = findTimes(text);
  return time === undefined ? 'none' : eventDateIso(resolveTime(time.expression, articleDate));
}

const found = (text: string): string[] => findTimes(text).map(({ start, end }) => text.slice(start, end));

// 2024-06-14 is a Friday.
describe('a time means', () => {
  test.each([
    ['Shells fell on Kharkiv on May 10, 2024.', '2024-05-10'],
    ['Shells fell on 10 May 2024.', '2024-05-10'],
    ['The truce of 2024-05-10 held.', '2024-05-10'],
    ['It was signed on the 16th of January 2023.', '2023-01-16'],
    ['It was signed on 16th January, 2023.', '2023-01-16'],
    ['They met Tuesday, June 11.', '2024-06-11'],
    ['They met on Jan. 16.', '2024-01-16'],
    ['The attack of Oct. 7 began it.', '2023-10-07'],
    ['They met on Sept 30 in Baku.', '2023-09-30'],
    ['Polls are on 4 July.', '2024-07-04'],
    ['It fell on Feb. 29.', '2024-02-29'],
    ['The army struck on Tuesday.', '2024-06-11'],
    ["Friday's strike hit Goma.", '2024-06-14'],
    ['It struck late on Thursday.', '2024-06-13'],
    ['It struck Tuesday night.', '2024-06-11'],
    ['The two ministers will meet on Monday.', '2024-06-17'],
    ['They agreed to meet next Wednesday.', '2024-06-19'],
    ['“We will act,” he said on Monday.', '2024-06-10'],
    ['Talks are due to begin on Sunday.', '2024-06-16'],
    ['They met on Tuesday last week.', '2024-06-04'],
    ['They spoke today.', '2024-06-14'],
    ['Tonight the guns are silent.', '2024-06-14'],
    ['They spoke yesterday evening.', '2024-06-13'],
    ['They met the day before yesterday.', '2024-06-12'],
    ['They meet tomorrow.', '2024-06-15'],
    ['They met three days ago.', '2024-06-11'],
    ['They met a day ago.', '2024-06-13'],
    ['War broke out in April.', '2024-04'],
    ['War broke out in August.', '2023-08'],
    ['War broke out in April 2023.', '2023-04'],
    ['It began in 2011.', '2011-01-01/2011-12-31'],
    ['It has gone on since Oct. 7.', '2023-10-07/..'],
    ['It has gone on since late February 2022.', '2022-02-01/..'],
    ['It has gone on since Monday.', '2024-06-10/..'],
    ['They met last week.', null],
    ['They met months ago.', null],
    ['On 14/06/2024 they met.', '2024-06-14'],
    ['On 05/06/2024 they met.', 'none'],
    ['The General Assembly will debate it on 20 June.', '2024-06-20'],
    ['Troops may march; it will rain.', 'none'],
    ['Russia Today reported it.', 'none'],
    ['They fired 2023 rounds.', 'none'],
    ['They met on February 30.', 'none'],
    ['March on the capital!', 'none'],
  ])('%s %s', (text, expected) => expect(when(text, '2024-06-14')).toBe(expected));

  test('nothing without the article date where it needs one', () => {
    for (const text of ['It fell on Tuesday.', 'It fell today.', 'It fell on Jan. 16.', 'It fell in May.'])
      expect(when(text)).toBeNull();
    expect(when('It fell on 16 January 2024.')).toBe('2024-01-16');
  });

  test('a weekday on its own day is the article date, and last week is a week earlier', () => {
    const friday = { kind: 'weekday', weekday: 5, direction: 'past' } as const;
    expect(eventDateIso(resolveTime(friday, '2024-06-14'))).toBe('2024-06-14');
    expect(eventDateIso(resolveTime({ ...friday, weeks: 1 }, '2024-06-14'))).toBe('2024-06-07');
    expect(eventDateIso(resolveTime({ ...friday, direction: 'future', weeks: 1 }, '2024-06-14'))).toBe('2024-06-21');
  });

  test('a new year does not move December', () => {
    expect(when('They met on Dec. 30.', '2024-01-02')).toBe('2023-12-30');
    expect(when('They met on Sunday.', '2024-01-02')).toBe('2023-12-31');
    expect(when('Talks open on January 5.', '2023-12-28')).toBe('2024-01-05');
  });

  test('days are counted from another act', () => {
    const acts = new Map<number, EventDate>([[40, { from: '2024-02-28', to: '2024-02-28', precision: 'day' }]]);
    const time = { kind: 'after-act', days: 2, actAt: 40 } as const;
    expect(eventDateIso(resolveTime(time, '2024-03-05', acts))).toBe('2024-03-01');
    expect(resolveTime({ ...time, actAt: 7 }, '2024-03-05', acts)).toEqual({
      from: null,
      to: '2024-03-05',
      precision: 'interval',
    });
    expect(findTimes('Two days later they struck back.')[0]?.expression).toEqual({
      kind: 'after-act',
      days: 2,
      actAt: -1,
    });
    expect(findTimes('A day earlier they had talked.')[0]?.expression).toEqual({
      kind: 'after-act',
      days: -1,
      actAt: -1,
    });
  });

  test('no time means some day up to the article', () => {
    expect(resolveTime({ kind: 'unstated' }, '2024-01-19')).toEqual({
      from: null,
      to: '2024-01-19',
      precision: 'interval',
    });
    expect(resolveTime({ kind: 'unstated' }, undefined)).toEqual({ from: null, to: null, precision: 'unknown' });
  });
});

describe('times stand where they are found', () => {
  test.each([
    ['Since Oct. 7, 2023, and again on Tuesday night, they fired.', ['Since Oct. 7, 2023', 'Tuesday night']],
    ['On Monday, 16 January 2023, and in March 2024', ['Monday, 16 January 2023', 'March 2024']],
    ['yesterday’s raid and Wednesday’s reply', ['yesterday', 'Wednesday']],
    ['between 16 and 19 January 2024', ['16 and 19 January 2024']],
  ])('%s', (text, spans) => expect(found(text)).toEqual(spans));

  test('in any text, in order and without overlap', () => {
    const words = fc.constantFrom(
      'Oct. 7',
      'since',
      'Tuesday',
      'in',
      'May',
      '2024',
      '16',
      'a day',
      'ago',
      'later',
      'last',
      'week',
      ',',
      'today',
      'xyz',
      '２０２４',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 4 }))), (parts) => {
        let last = 0;
        for (const { start, end, expression } of findTimes(parts.join(' '))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(resolveTime(expression, '2024-06-14').precision).not.toBe('unknown');
          last = end;
        }
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

describe('a date is written', () => {
  test.each<[EventDate, string, string | null]>([
    [{ from: '2024-01-19', to: '2024-01-19', precision: 'day' }, '19 January 2024', '2024-01-19'],
    [
      { from: '2024-01-16', to: '2024-01-19', precision: 'interval' },
      'between 16 and 19 January 2024',
      '2024-01-16/2024-01-19',
    ],
    [
      { from: '2024-01-30', to: '2024-02-02', precision: 'interval' },
      'between 30 January and 2 February 2024',
      '2024-01-30/2024-02-02',
    ],
    [
      { from: '2023-12-30', to: '2024-01-02', precision: 'interval' },
      'between 30 December 2023 and 2 January 2024',
      '2023-12-30/2024-01-02',
    ],
    [{ from: null, to: '2024-01-19', precision: 'interval' }, 'by 19 January 2024', null],
    [{ from: '2023-10-07', to: null, precision: 'interval' }, 'since 7 October 2023', '2023-10-07/..'],
    [{ from: '2024-01-01', to: '2024-01-31', precision: 'month' }, 'January 2024', '2024-01'],
    [{ from: '2011-01-01', to: '2011-12-31', precision: 'interval' }, '2011', '2011-01-01/2011-12-31'],
    [{ from: null, to: null, precision: 'unknown' }, 'at an unknown date', null],
  ])('%j', (date, words, iso) => {
    expect(formatEventDate(date)).toBe(words);
    expect(eventDateIso(date)).toBe(iso);
  });
});

describe('the calendar', () => {
  const days = fc.integer({ min: -100_000, max: 100_000 });
  const date = days.map((offset) => addDays('2024-02-29', offset));

  test('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(date, days, (from, count) => {
        expect(daysBetween(from, addDays(from, count))).toBe(count);
        expect(weekdayOf(addDays(from, 7))).toBe(weekdayOf(from));
      }),
      { seed: 3 },
    );
  });

  test('what is written is found again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 25_000 }), (offset) => {
        const iso = addDays('2024-02-29', offset);
        const [time] = findTimes(`They met on ${formatDay(iso)} in Goma.`);
        if (iso >= '1900') expect(time?.expression).toEqual({ kind: 'day', date: iso });
      }),
      { seed: 4 },
    );
  });

  test('a weekday lies in the seven days up to the article', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 6 }), (article, weekday) => {
        const past = resolveTime({ kind: 'weekday', weekday, direction: 'past' }, article).from ?? '';
        expect(weekdayOf(past)).toBe(weekday);
        expect(daysBetween(past, article)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(past, article)).toBeLessThan(7);
      }),
      { seed: 6 },
    );
  });

  test('there is no 29 February in 2023', () => {
    expect(isoDate(2023, 2, 29)).toBeUndefined();
    expect(lastDayOf(2024, 2)).toBe('2024-02-29');
  });
});
