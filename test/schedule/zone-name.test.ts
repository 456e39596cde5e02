import { describe, expect, test } from 'vitest';
import { parseZone } from '../../src/schedule/zone-name.ts';

test.for([
  ['Europe/Oslo', 'Europe/Oslo'],
  ['europe/oslo', 'Europe/Oslo'],
  [' EUROPE/OSLO ', 'Europe/Oslo'],
  ['utc', 'UTC'],
  ['UTC', 'UTC'],
  ['Etc/UTC', 'UTC'],
  ['america/port-au-prince', 'America/Port-au-Prince'],
  ['AMERICA/ARGENTINA/BUENOS_AIRES', 'America/Argentina/Buenos_Aires'],
  ['asia/kolkata', 'Asia/Kolkata'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['us/eastern', 'America/New_York'],
  ['Japan', 'Asia/Tokyo'],
  ['etc/gmt+5', 'Etc/GMT+5'],
] as const)('%j is %s', ([text, zone]) => {
  expect(parseZone(text)).toBe(zone);
});

test('every name that Intl lists is taken, in capitals too, and keeps its time', () => {
  const hourIn = (timeZone: string) =>
    new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'long' }).format(0);
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const name = parseZone(zone.toUpperCase());
    expect(parseZone(name)).toBe(name);
    expect(hourIn(name)).toBe(hourIn(zone));
  }
});

function refusal(text: string): string {
  try {
    return `taken as ${parseZone(text)}`;
  } catch (error) {
    expect(error).toMatchObject({ code: 'bad-input' });
    return (error as Error).message;
  }
}

describe('what is no zone is refused with the nearest names', () => {
  test.for([
    ['Europe/Olso', 'Europe/Oslo'],
    ['America/Oslo', 'Europe/Oslo'],
    ['Oslo', 'Europe/Oslo'],
    ['Oslo, Norway', 'Europe/Oslo'],
    ['Karachi', 'Asia/Karachi'],
    ['Karatchi', 'Asia/Karachi'],
    ['new york', 'America/New_York'],
    ['Los Angelos', 'America/Los_Angeles'],
    ['Calcutta', 'Asia/Kolkata'],
    ['Kyiv', 'Europe/Kyiv'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['UTCC', 'UTC'],
  ] as const)('%j: %s', ([text, zone]) => {
    expect(refusal(text)).toBe(`${JSON.stringify(text)} is no time zone. Did you mean ${zone}?`);
  });

  test.for(['', 'Mumbai', 'Mars/Olympus', 'my own zone', 'constructor', '🕊️', 'x'.repeat(5_000)])(
    '%j: none is near',
    (text) => {
      expect(refusal(text)).toContain('is no time zone: name one by continent and city, as in Asia/Karachi.');
    },
  );
});

test.for([
  ['EST', 'America/New_York'],
  ['cet', 'Europe/Berlin'],
  ['CEST', 'Europe/Berlin'],
  ['IST', 'Asia/Kolkata, Asia/Jerusalem or Europe/Dublin'],
  ['GMT', 'Europe/London, or UTC'],
] as const)('the abbreviation %s is refused with the places that it may mean', ([text, places]) => {
  expect(refusal(text)).toBe(
    `"${text}" is an abbreviation, which knows no summer time: name a place, such as ${places}.`,
  );
});

test.for(['+01:00', '-05:00', 'UTC+1', 'GMT-5', 'utc +3'])('the offset %s is refused', (text) => {
  expect(refusal(text)).toBe(`"${text}" is an offset, which knows no summer time: name a place, as in Europe/Oslo.`);
});

test.for(['EST5EDT', 'PST', 'HST', 'MET', 'AST', 'ACT'])('%s, which Intl takes, is no zone', (text) => {
  expect(refusal(text)).toContain(`"${text}" is `);
});
