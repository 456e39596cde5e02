import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateAmongWords, dateOfDateline, dateOfLine, dateOfUrl, dateOfValue } from '../../src/ingest/stated-date.ts';

const now = Date.parse('2024-06-01T12:00:00Z');

describe('a date in metadata', () => {
  it.each([
    ['2024-03-05', '2024-03-05'],
    ['2024-03-05T23:30:00-05:00', '2024-03-05'],
    ['2024-03-05 10:30:00 +0000', '2024-03-05'],
    ['2022/11/27', '2022-11-27'],
    ['20240305', '2024-03-05'],
    ['20240305T103000Z', '2024-03-05'],
    ['Tue, 05 Mar 2024 10:30:00 +0000', '2024-03-05'],
    ['Tue, 05 Mar 2024 10:30:00 GMT', '2024-03-05'],
    ['Tue Mar 05 2024 10:30:00 GMT+0100 (Central European Standard Time)', '2024-03-05'],
    ['March 5th, 2024', '2024-03-05'],
    ['5. März 2024, 10:30 Uhr', '2024-03-05'],
    ['5 de marzo de 2024', '2024-03-05'],
    ['le 5 mars 2024', undefined],
    ['05.03.2024', '2024-03-05'],
    ['31/12/2023', '2023-12-31'],
    ['12/31/2023', '2023-12-31'],
    ['03/04/2024', undefined],
    ['2024年3月5日', '2024-03-05'],
    [1709634600000, '2024-03-05'],
    [1709634600, '2024-03-05'],
    ['1709634600000', '2024-03-05'],
    ['2024-02-30', undefined],
    ['2024', undefined],
    ['March 2024', undefined],
    ['1970-01-01T00:00:00Z', undefined],
    ['0001-01-01T00:00:00', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('%j states %j', (value, day) => {
    expect(dateOfValue(value, now)).toBe(day);
  });

  it('is refused when it lies more than a day ahead', () => {
    expect(dateOfValue('2024-06-02', now)).toBe('2024-06-02');
    expect(dateOfValue('2024-06-03', now)).toBeUndefined();
    expect(dateOfValue(now + 3 * 86_400_000, now)).toBeUndefined();
  });

  it('survives each way of writing it', () => {
    const range = { min: new Date('1950-01-01'), max: new Date('2024-05-31'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(range), (at) => {
        const day = at.toISOString().slice(0, 10);
        if (day === '1970-01-01') return;
        for (const written of [at.toISOString(), at.toUTCString(), day.replaceAll('-', '/'), day])
          expect(dateOfValue(written, now)).toBe(day);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('a date line', () => {
  it.each([
    ['Published On: Jan 29, 2024', '2024-01-29', 'published'],
    ['Published: 12 March 2023', '2023-03-12', 'published'],
    ['Updated: March 13, 2023 08:15 am IST', '2023-03-13', 'updated'],
    ['Published 12 March 2023 | Updated 14 March 2023', '2023-03-12', 'published'],
    ['Tuesday, 5 March 2024 10:30 IST', '2024-03-05', 'alone'],
    ['March 5, 2024', '2024-03-05', 'alone'],
    ['2024-03-05', '2024-03-05', 'alone'],
    ['Veröffentlicht am 05.03.2024', '2024-03-05', 'published'],
  ])('%j', (line, day, basis) => {
    expect(dateOfLine(line, now)).toEqual({ date: day, basis });
  });

  it.each([
    'On March 5, 2024 the two sides met',
    'Copyright 2021',
    'The accord of 5 March 2024',
    'Published by the ministry',
    'March 5',
  ])('is not %j', (line) => {
    expect(dateOfLine(line, now)).toBeUndefined();
  });

  it('may name an agency and little else', () => {
    expect(dateAmongWords('dpa am 25.01.2022', now)?.date).toBe('2022-01-25');
    expect(dateAmongWords('The two sides met on 25 January 2022 in a hotel by the river', now)).toBeUndefined();
    expect(dateAmongWords('25.01.2022 - 27.01.2022', now)).toBeUndefined();
  });
});

it('a dateline dates a story only where a year stands in it', () => {
  expect(dateOfDateline('KHARTOUM, March 5, 2024 (Agency) - The talks began.', now)).toBe('2024-03-05');
  expect(dateOfDateline('KHARTOUM, 5 March 2024 — The talks began.', now)).toBe('2024-03-05');
  expect(dateOfDateline('KHARTOUM, March 5 (Agency) - The talks of 2023 failed.', now)).toBeUndefined();
});

it('an address may state the day', () => {
  expect(dateOfUrl('https://a.example/2024/03/05/talks', now)).toBe('2024-03-05');
  expect(dateOfUrl('https://a.example/world/2024/mar/05/talks', now)).toBe('2024-03-05');
  expect(dateOfUrl('https://a.example/20240305/talks', now)).toBe('2024-03-05');
  expect(dateOfUrl('https://a.example/news/12345678', now)).toBeUndefined();
  expect(dateOfUrl('https://a.example/2024/13/05/talks', now)).toBeUndefined();
});
