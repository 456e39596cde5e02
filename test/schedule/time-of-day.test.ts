import { describe, expect, test } from 'vitest';
import { parseTime } from '../../src/schedule/time-of-day.ts';

test.for([
  ['07:00', '07:00'],
  ['7:00', '07:00'],
  ['0:00', '00:00'],
  ['00:00', '00:00'],
  ['23:59', '23:59'],
  ['12:34', '12:34'],
  [' 7:05\n', '07:05'],
] as const)('%j is %s', ([text, time]) => {
  expect(parseTime(text)).toBe(time);
});

function refusal(text: string): string {
  try {
    return `taken as ${parseTime(text)}`;
  } catch (error) {
    expect(error).toMatchObject({ code: 'bad-input' });
    return (error as Error).message;
  }
}

describe('what can be understood is offered as it is written', () => {
  test.for([
    ['7pm', '19:00'],
    ['7 pm', '19:00'],
    ['7PM', '19:00'],
    ['7 p.m.', '19:00'],
    ['7am', '07:00'],
    ['7:30 pm', '19:30'],
    ['7.30pm', '19:30'],
    ['730pm', '19:30'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['12:15 a.m.', '00:15'],
    ['7', '07:00'],
    ['07', '07:00'],
    ['0', '00:00'],
    ['19', '19:00'],
    ['0700', '07:00'],
    ['700', '07:00'],
    ['1930', '19:30'],
    ['7.30', '07:30'],
    ['7,30', '07:30'],
    ['7h30', '07:30'],
    ['19h', '19:00'],
    ['7 30', '07:30'],
    ['07:00:00', '07:00'],
    ['noon', '12:00'],
    ['Midnight', '00:00'],
  ] as const)('%j: %s', ([text, time]) => {
    expect(refusal(text)).toBe(`${JSON.stringify(text)} is no time of day: write it as ${time}.`);
  });
});

test.for([
  '25:00',
  '24:00',
  '07:60',
  '7:5',
  '-7:00',
  '+7:00',
  '13pm',
  '0am',
  '7:75 pm',
  '2460',
  '12345',
  '1e1:00',
  'morning',
  'seven',
  'constructor',
  '٠٧:٠٠',
])('%j is refused with the way to write it', (text) => {
  expect(refusal(text)).toBe(
    `${JSON.stringify(text)} is no time of day: write it as 07:00, with an hour from 00 to 23 and two digits for the minutes.`,
  );
});

test.for(['', ' \n'])('%j is missing', (text) => {
  expect(refusal(text)).toBe('A time of day is missing: write it as 07:00.');
});
