import { type Change, holds, replaced, spans } from './text.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = 'January February March April May June July August September October November December'.split(' ');
const names = months.join('|');
const date = new RegExp(
  [
    `\\b(?:${weekdays.join('|')})\\b`,
    `(?<=\\b(?:${names}) )\\d{1,2}\\b`,
    `\\b\\d{1,2}(?= (?:${names})\\b)`,
    `\\b(?:January|February|April|June|July|August|September|October|November|December)\\b`,
    `\\bMarch(?= \\d)|(?<=\\d )(?:March|May)\\b|\\bMay(?= \\d)|(?<=\\b(?:since|in|until|of|by) )(?:March|May)\\b`,
    '(?<![\\d,.])\\b(?:19|20)\\d\\d\\b(?![,.]\\d)',
    '\\blast week\\b|\\bnext week\\b|\\bthis week\\b|\\blast year\\b|\\bovernight\\b|\\bat dawn\\b',
  ].join('|'),
  'g',
);

const times: Readonly<Record<string, readonly string[]>> = {
  'last week': ['last month', 'three weeks ago', 'yesterday'],
  'next week': ['next month', 'tomorrow', 'next year'],
  'this week': ['last month', 'in the spring'],
  'last year': ['five years ago', 'this year'],
  overnight: ['at midday', 'in broad daylight'],
  'at dawn': ['at noon', 'shortly before midnight'],
};

/** Another weekday, day, month, year or hour than the one that is there, and than any of the quotes. */
export const dateChanged: Change = ({ text, quotes }, random) => {
  const found = spans(text, date);
  if (found.length === 0) return undefined;
  const span = random.pick(found);
  const others = othersOf(span.text).filter((other) => other !== span.text && !holds(quotes, other));
  return others.length === 0 ? undefined : replaced(text, span, random.pick(others));
};

/** The words that could stand in the place of this date. */
function othersOf(words: string): readonly string[] {
  if (weekdays.includes(words)) return weekdays;
  if (months.includes(words)) return months;
  const value = Number(words);
  if (Number.isNaN(value)) return times[words] ?? [];
  if (value > 31) return [-10, -5, -3, -2, -1, 1, 2, 3, 5].map((by) => String(value + by));
  return Array.from({ length: 28 }, (_, day) => String(day + 1));
}
