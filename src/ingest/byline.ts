import { wordCount } from './lines.ts';
import { isOutlet, isRole, mayBeOutlet } from './outlet-name.ts';
import { dateOfLine, type StatedDate } from './stated-date.ts';

const LONGEST = 160;
const LONGEST_AUTHOR = 9;
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

/** What a byline states. */
export interface Byline {
  readonly author: string;
  readonly date?: StatedDate;
  readonly outlet?: string;
}

/** The author of a byline, and what stands beside it: "By Ana Reyes | 5 March 2024", "By Ana Reyes, Harbour Courier". */
export function bylineOf(line: string, now: number): Byline | undefined {
  if (line.length > LONGEST || /[.!?]$/u.test(line)) return undefined;
  const [, who, rest = ''] = BYLINE.exec(line) ?? [];
  if (who === undefined || NO_NAME.test(who)) return undefined;
  const date = dateOfLine(rest, now);
  const named = outletBehind(who) ?? (isOutlet(rest) ? { author: who, outlet: rest } : { author: who });
  if (wordCount(named.author) > LONGEST_AUTHOR) return undefined;
  return { ...named, ...(date !== undefined && { date }) };
}

/**
 * The outlet behind the last comma. Behind a person's name it must show that it is one, since it may be another
 * person; behind a role ("Staff Correspondent") any name that could be one is.
 */
function outletBehind(who: string): Pick<Byline, 'author' | 'outlet'> | undefined {
  const [, author = '', outlet = ''] = /^(.+), ?([^,]+)$/u.exec(who) ?? [];
  const is = isRole(author) ? mayBeOutlet(outlet) : isOutlet(outlet);
  return is ? { author, outlet } : undefined;
}

/** A place alone on a line before the story: "Port Sudan:". */
export function isDatelineOnly(line: string): boolean {
  return line.length <= 60 && PLACE.test(line);
}
