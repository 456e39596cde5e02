import { POINTERS, PROMPTS, RIGHTS, SIDEBARS } from './furniture-patterns.ts';
import { endsSentence, wordCount } from './lines.ts';
import { outletOfCopyright, outletOfHandle, properName } from './outlet.ts';
import { isOutlet, mayBeOutlet } from './outlet-name.ts';
import { dateOfLine, type StatedDate } from './stated-date.ts';

/**
 * What a line says of the outlet. `rank` orders the sources, lower wins: 0 who did not edit it, 1 who owns it, 2 a name
 * in the head or behind a bar, 3 a handle, 4 a byline, which may name the agency that the story came from.
 */
export interface NamedOutlet {
  readonly name: string;
  readonly rank: 0 | 1 | 2 | 3 | 4;
}

/**
 * A line that belongs to the page and not to the story: `line` goes alone; `pointer` as well, unless it is the headline;
 * `sidebar` heads lines about other stories, which go with it.
 */
export interface Furniture {
  readonly kind: 'line' | 'pointer' | 'sidebar';
  readonly date?: StatedDate;
  readonly outlet?: NamedOutlet;
}

/** Furniture is short: longer lines are prose and not looked at, which also bounds the work of the patterns. */
const LONGEST = 300;
/** Words from which a whole sentence with a verb of speech is held to be prose, whatever it begins with. */
const PROSE_WORDS = 8;
const SPEECH =
  /\b(?:said|says|told|urged|urges|added|adds|according to|warned|announced|asked|wrote|tweeted|declared|demanded|insisted)\b/iu;

const SYNDICATED = /has not been edited by (?:the )?(.{2,60}?)(?:['’]s)? (?:staff|team|desk|editors?|editorial)\b/iu;
const HANDLE = /\b(?:us|our)\b.{0,80}?@([\p{L}\p{N}_]{3,40})/iu;
/** Lines in which a page speaks of itself; other lines with bars hold credits and counters. */
const OWN_PROMPT = /^(?:share|follow|join|subscribe|sign up|like|download|support|find|connect|visit|stay|get|read) /iu;
const BAR = /\s+\|\s+/u;
const COPYRIGHT = /©|\(c\)|\bcopyright\b|\brights reserved\b/iu;

/** What of the page a line is; `undefined` for a line of the story. `now` as for stated dates. */
export function furnitureOf(line: string, now: number): Furniture | undefined {
  if (line.length > LONGEST) return undefined;
  const date = dateOfLine(line, now);
  if (date !== undefined) return { kind: 'line', date };
  const kind = kindOf(line) ?? (outletBehindBar(line) === undefined ? undefined : 'line');
  const outlet = kind === 'line' ? outletIn(line) : undefined;
  return kind && (outlet === undefined ? { kind } : { kind, outlet });
}

function kindOf(line: string): Furniture['kind'] | undefined {
  const is = (patterns: readonly RegExp[]): boolean => patterns.some((pattern) => pattern.test(line));
  if (is(SIDEBARS)) return 'sidebar';
  if (is(RIGHTS)) return 'line';
  if (endsSentence(line) && SPEECH.test(line) && wordCount(line) >= PROSE_WORDS) return undefined;
  return is(POINTERS) ? 'pointer' : is(PROMPTS) ? 'line' : undefined;
}

function outletIn(line: string): NamedOutlet | undefined {
  const staff = properName(SYNDICATED.exec(line)?.[1] ?? '');
  if (staff !== undefined) return { name: staff, rank: 0 };
  const owner = COPYRIGHT.test(line) ? outletOfCopyright(line) : undefined;
  if (owner !== undefined) return { name: owner, rank: 1 };
  const behind = outletBehindBar(line);
  if (behind !== undefined) return { name: behind, rank: 2 };
  const name = outletOfHandle(HANDLE.exec(line)?.[1] ?? '');
  return name === undefined ? undefined : { name, rank: 3 };
}

/** "Share this story | Harbour Courier". Of several bars, which part a menu, the last name must show what it is. */
function outletBehindBar(line: string): string | undefined {
  const parts = line.split(BAR);
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || !OWN_PROMPT.test(line) || kindOf(parts[0] ?? '') !== 'line') return undefined;
  const named = parts.length > 2 ? isOutlet(last) : mayBeOutlet(last, 1);
  return named && kindOf(last) === undefined ? last : undefined;
}
