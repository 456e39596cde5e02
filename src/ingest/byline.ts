import { wordCount } from './lines.ts';
import { dateOfLine, type StatedDate } from './stated-date.ts';

const LONGEST = 160;
const NAME = String.raw`\p{Lu}[\p{L}.'’-]*`;
const JOIN = '(?:and|of|the|for|in|de|da|di|van|von|der|al|el|bin|und|y|et|e|&)';
const WHO = `(${NAME}(?:,? (?:${NAME}|${JOIN})){0,9})`;
const REST = String.raw`(?:\s*[|•·–—,/]\s*(.{1,120}))?`;
const BYLINE = new RegExp(
  String.raw`^(?:[Bb]y|BY|Von|Por|Par|(?:Written|Reported|Story|Text|Report) [Bb]y|Authors?\s*:)\s*:?\s+${WHO}${REST}$`,
  'u',
);
/** Words that follow "By" in a headline or sentence and begin with a capital all the same. */
const NO_NAME =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|contrast|then|now|the|all|far)\b/iu;
const PLACE = /^\p{Lu}[\p{L}'’.-]*(?:(?:, ?|\/| )\p{Lu}[\p{L}'’.-]*){0,4}\s?[:：]$/u;

/** The author of a byline and the date that stands beside it: "By Ana Reyes | 5 March 2024". */
export function bylineOf(
  line: string,
  now: number,
): { readonly author: string; readonly date?: StatedDate } | undefined {
  if (line.length > LONGEST || /[.!?]$/u.test(line)) return undefined;
  const [, author, rest] = BYLINE.exec(line) ?? [];
  if (author === undefined || NO_NAME.test(author) || wordCount(author) > 9) return undefined;
  const date = rest === undefined ? undefined : dateOfLine(rest, now);
  return date === undefined ? { author } : { author, date };
}

/** A place alone on a line before the story: "Port Sudan:". */
export function isDatelineOnly(line: string): boolean {
  return line.length <= 60 && PLACE.test(line);
}
