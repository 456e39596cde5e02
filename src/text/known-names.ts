import { type Entry, entryOf, looseEntryOf, MAX_WORDS } from './gazetteer.ts';
import type { NameToken } from './name-tokens.ts';

/** A name of the gazetteer in the text, before offices and persons are read around it. */
export interface KnownName {
  readonly start: number;
  readonly end: number;
  readonly possessive: boolean;
  readonly entry: Entry;
  /** Positions of its first and last token. */
  readonly first: number;
  readonly last: number;
}

const PARTICLES: ReadonlySet<string> = new Set(['al', 'el', 'ar', 'as', 'ash', 'an', 'ad', 'az']);
/** Capital letters that are words in a line of capitals. */
const ALSO_WORDS: ReadonlySet<string> = new Set(['us', 'who', 'car', 'is', 'au', 'mit', 'ap', 'let']);

/** Every name of the gazetteer, by longest match from each capitalised word. */
export function findKnown(text: string, tokens: readonly NameToken[]): KnownName[] {
  const found: KnownName[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const match = longestAt(text, tokens, i);
    if (match === undefined) continue;
    found.push(match);
    i = match.last;
  }
  return found;
}

function longestAt(text: string, tokens: readonly NameToken[], first: number): KnownName | undefined {
  const opening = tokens[first];
  if (opening === undefined || !mayOpen(opening, tokens[first + 1])) return undefined;
  const keys = [opening.key];
  for (let last = first + 1; last < first + MAX_WORDS; last += 1) {
    const token = tokens[last];
    const before = tokens[last - 1];
    if (token === undefined || before === undefined || !joins(text.slice(before.gapStart, token.start), before)) break;
    const joint = /&/.test(text.slice(before.gapStart, token.start)) ? 'and' : '';
    keys.push(keys[keys.length - 1] + joint + token.key);
  }
  for (let n = keys.length; n > 0; n -= 1) {
    const last = tokens[first + n - 1];
    if (last === undefined || (n > 1 && !mayClose(last))) continue;
    const key = keys[n - 1] ?? '';
    const entry = entryOf(key) ?? (n <= 4 ? looseEntryOf(key) : undefined);
    if (entry === undefined || !isWrittenAs(entry, tokens.slice(first, first + n))) continue;
    const possessive = last.gapStart > last.end || /^['’](?!\p{L})/u.test(text.slice(last.end, last.end + 2));
    return { start: opening.start, end: endOf(text, opening, last), possessive, entry, first, last: first + n - 1 };
  }
  return undefined;
}

function mayOpen(token: NameToken, next: NameToken | undefined): boolean {
  return token.capital || (PARTICLES.has(token.key) && next?.capital === true) || token.key === '10';
}

/** No name of several words ends with a small letter's word; most words behind a capital are such, and not looked up. */
function mayClose({ capital, raw }: NameToken): boolean {
  return capital || raw.charAt(0) === raw.charAt(0).toUpperCase() || /\d/.test(raw);
}

/** Words of one name stand apart by a space, hyphen, apostrophe or "&"; a full stop only behind an initial. */
function joins(gap: string, before: NameToken): boolean {
  if (before.gapStart > before.end && gap === '') return false;
  return /^(?:[ \u00a0]|[-‐‑–]|['’‘ʼ`]| & |)$/.test(gap) || (before.raw.length <= 2 && /^\.[ \u00a0]?$/.test(gap));
}

function isWrittenAs(entry: Entry, tokens: readonly NameToken[]): boolean {
  const last = tokens.at(-1);
  if (last === undefined) return false;
  if (entry.exactly !== undefined) return tokens.length === 1 && last.raw === entry.exactly;
  if (!entry.acronym) return tokens.length === 1 || last.capital || /\d/.test(last.raw);
  const raw = tokens.map((token) => token.raw).join('');
  if (raw === raw.toUpperCase()) return !(last.shouts && ALSO_WORDS.has(raw.toLowerCase()));
  // British papers write "Nato", "Unicef", "Isis".
  return raw.length >= 4 && tokens.length === 1 && /^\p{Lu}\p{Ll}+$/u.test(raw) && !['Quad', 'Unita'].includes(raw);
}

/** "U.S." ends behind its full stop. */
function endOf(text: string, first: NameToken, last: NameToken): number {
  const dotted = first !== last && last.raw.length === 1 && text[first.end] === '.' && text[last.end] === '.';
  return dotted ? last.end + 1 : last.end;
}
