import { describe, expect, test } from 'vitest';
import { newsroomDay, timeOf } from '../../src/feeds/feed-dates.ts';

describe('a time of a feed', () => {
  test.each([
    ['RFC 2822', 'Tue, 05 Mar 2024 10:30:00 +0500', '2024-03-05T05:30:00Z', '2024-03-05'],
    ['a wrong weekday', 'Sun, 05 Mar 2024 10:30:00 GMT', '2024-03-05T10:30:00Z', '2024-03-05'],
    ['no weekday, no seconds', '5 Mar 2024 10:30 GMT', '2024-03-05T10:30:00Z', '2024-03-05'],
    ['a year of two digits', '05 Mar 24 10:30:00 GMT', '2024-03-05T10:30:00Z', '2024-03-05'],
    ['a weekday in full', 'Tuesday, 5 March 2024 10:30:00 GMT', '2024-03-05T10:30:00Z', '2024-03-05'],
    ['no space after the comma', 'Tue,05 Mar 2024 10:30:00 Z', '2024-03-05T10:30:00Z', '2024-03-05'],
    ['the month first', 'March 5, 2024 10:30 PM EDT', '2024-03-06T02:30:00Z', '2024-03-05'],
    ['the year last', 'Tue Mar  5 10:30:00 EST 2024', '2024-03-05T15:30:00Z', '2024-03-05'],
    [
      'a zone in words beside its number',
      'Tue, 05 Mar 2024 23:30:00 +0530 (IST)',
      '2024-03-05T18:00:00Z',
      '2024-03-05',
    ],
    ['GMT and a number', 'Tue, 05 Mar 2024 10:30:00 GMT+3', '2024-03-05T07:30:00Z', '2024-03-05'],
    ['no zone', '2024-03-05 10:30:00', '2024-03-05T10:30:00Z', '2024-03-05'],
    ['ISO 8601', '2024-03-05T10:30:00.123+05:30', '2024-03-05T05:00:00Z', '2024-03-05'],
    ['ISO with a space before the zone', '2024-03-05 10:30:00 +01:00', '2024-03-05T09:30:00Z', '2024-03-05'],
    ['ISO without signs', '20240305T103000Z', '2024-03-05T10:30:00Z', '2024-03-05'],
    ['a day alone', '2024-03-05', '2024-03-05T00:00:00Z', '2024-03-05'],
    ['seconds since 1970', '1709634600', '2024-03-05T10:30:00Z', '2024-03-05'],
    ['milliseconds since 1970', '1709634600000', '2024-03-05T10:30:00Z', '2024-03-05'],
    ['a time that no clock shows', 'Tue, 05 Mar 2024 25:61:00 GMT', '2024-03-05T00:00:00Z', '2024-03-05'],
    ['midnight as 24', '2024-03-05T24:00:00Z', '2024-03-06T00:00:00Z', '2024-03-05'],
    ['points', '13.03.2024 10:30', '2024-03-13T10:30:00Z', '2024-03-13'],
    ['a point in the time', '5 March 2024, 10.30', '2024-03-05T10:30:00Z', '2024-03-05'],
    ['German', 'Di, 05 Mär 2024 10:30:00 MEZ', '2024-03-05T09:30:00Z', '2024-03-05'],
    ['French', 'mar, 05 mars 2024 10:30:00 CET', '2024-03-05T09:30:00Z', '2024-03-05'],
    ['Portuguese', '5 de março de 2024 10:30', '2024-03-05T10:30:00Z', '2024-03-05'],
    ['Russian', 'Вт, 05 мар 2024 10:30:00 +0300', '2024-03-05T07:30:00Z', '2024-03-05'],
    ['Polish', 'wt., 5 listopada 2024 10:30', '2024-11-05T10:30:00Z', '2024-11-05'],
    ['Arabic, its own digits', '٥ مارس ٢٠٢٤ ١٠:٣٠', '2024-03-05T10:30:00Z', '2024-03-05'],
    ['Arabic, as the Levant names months', '5 كانون الثاني 2024', '2024-01-05T00:00:00Z', '2024-01-05'],
    ['Japanese', '2024年3月5日 10:30', '2024-03-05T10:30:00Z', '2024-03-05'],
    ['Hindi', '5 मार्च 2024 10:30', '2024-03-05T10:30:00Z', '2024-03-05'],
    ['years ahead', 'Thu, 31 Dec 2099 00:00:00 GMT', '2099-12-31T00:00:00Z', '2099-12-31'],
  ])('%s: %s', (_, value, at, day) => {
    expect(timeOf(value)).toMatchObject({ at, day });
  });

  test.each([
    ['EST', 15.5],
    ['EDT', 14.5],
    ['CEST', 8.5],
    ['BST', 9.5],
    ['MSK', 7.5],
    ['IST', 5],
    ['PKT', 5.5],
    ['JST', 1.5],
    ['NPT', 4.75],
    ['ART', 13.5],
  ])('%s is the zone of its newsroom', (zone, hours) => {
    expect(Date.parse(timeOf(`Tue, 05 Mar 2024 10:30:00 ${zone}`)?.at ?? '')).toBe(
      Date.UTC(2024, 2, 5) + hours * 3_600_000,
    );
  });

  test('a zone’s name means what the feed’s language means by it', () => {
    const at = (language?: string) => timeOf('Tue, 05 Mar 2024 10:30:00 IST', language)?.at;
    expect([at(), at('he'), at('ga-IE')]).toEqual([
      '2024-03-05T05:00:00Z',
      '2024-03-05T08:30:00Z',
      '2024-03-05T09:30:00Z',
    ]);
  });

  test('03/04 is a day only where the language tells which', () => {
    const day = (language?: string) => timeOf('03/04/2024 10:00', language)?.day;
    expect([day(), day('en'), day('en-US'), day('en-GB'), day('es')]).toEqual([
      undefined,
      undefined,
      '2024-03-04',
      '2024-04-03',
      '2024-04-03',
    ]);
  });

  test.each([
    '',
    ' ',
    'soon',
    '0000-00-00T00:00:00Z',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '0',
    '1989-12-31',
    '31 Feb 2024 10:00 GMT',
    '9'.repeat(200),
    undefined,
  ])('"%s" is none', (value) => {
    expect(timeOf(value)).toBeUndefined();
  });

  test('an instant in UTC is of the day in the address where that is the one beside', () => {
    const utc = timeOf('2024-03-04T23:40:00Z');
    const local = timeOf('2024-03-04T23:40:00+01:00');
    if (utc === undefined || local === undefined) throw new Error('no time');
    expect(newsroomDay(utc, '2024-03-05')).toBe('2024-03-05');
    expect(newsroomDay(utc, '2024-02-05')).toBe('2024-03-04');
    expect(newsroomDay(local, '2024-03-05')).toBe('2024-03-04');
    expect(newsroomDay(utc, undefined)).toBe('2024-03-04');
  });
});
