import type { NonEmpty } from '../../domain/citation.ts';
import { findKnown, type KnownName } from '../../text/known-names.ts';
import type { Language } from '../../text/languages/language.ts';
import { regionCodes } from '../../text/languages/region-codes.ts';
import { type StateFound, statesIn } from '../../text/languages/state-names.ts';
import { type NameToken, nameTokens } from '../../text/name-tokens.ts';
import { findRoles } from '../../text/roles.ts';
import { parseText } from '../../text/sentences.ts';

/** What an English sentence names. */
export interface Names {
  /** In order. */
  readonly named: readonly Named[];
  /** Words that may stand in a translation as they are: names, and words that may be names. */
  readonly kept: ReadonlySet<string>;
}

interface Named {
  /** Of a state, which a translation may name in its own words. */
  readonly code?: string;
  /** As the sentence has it. */
  readonly words: readonly string[];
  readonly isOrdered: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** "in Islamabad", "(Iran)", and who said it: such words stand in another place in other languages. */
const LOCATIVE = /\b(?:in|at|near|inside|within|across|outside|from|on|into|through|over|around) (?:the )?$|\($/i;
const OWNER = /, [^,;]{2,60} (?:said|says|announced|reported)\.?$/;

const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I|Yes|No|UTC)$/;

export function englishNames(text: string): Names {
  const tokens = nameTokens(text);
  const known = findKnown(text, tokens);
  const owner = text.length - (OWNER.exec(text)?.[0].length ?? 0);
  const isOrdered = ({ start }: Span) => start < owner && !LOCATIVE.test(text.slice(Math.max(0, start - 20), start));
  const fromTable = known.map((name) => {
    const own = tokens.slice(name.first, name.last + 1);
    const code = codeOf(name.entry, text.slice(name.start, name.end));
    return {
      start: name.start,
      ...(code !== undefined && { code }),
      words: nameWords(own),
      isOrdered: isOrdered(name),
    };
  });
  const others = otherNames(text, tokens, [...known, ...findRoles(text)]).map(([first, ...rest]) => ({
    start: first.start,
    words: nameWords([first, ...rest]),
    isOrdered: isOrdered(first),
  }));
  const named = [...fromTable, ...others].sort((one, other) => one.start - other.start);
  return { named, kept: new Set(keptWords(tokens, known, named)) };
}

/** Without what joins them, which each language has its own words for: "Sistan and Baluchestan". */
function nameWords(tokens: readonly NameToken[]): string[] {
  const words = tokens.filter(({ raw, capital }) => capital || !/^(?:and|of|the|for|in|on)$/.test(raw));
  return words.map(({ raw }) => raw);
}

const BODIES = /^(?:UN|U\.N\.?|United Nations|EU|E\.U\.?|European Union)$/;

/** The United Nations and the European Union have a code as states have one; their seats and bodies have none. */
function codeOf({ name, kind, via }: KnownName['entry'], written: string): string | undefined {
  const isOwn = kind === 'state' ? via === 'name' || via === 'demonym' : BODIES.test(written);
  return isOwn ? regionCodes().get(name) : undefined;
}

/** What our own sentences begin with, where a tagger may see a name. */
const LEAD = /^(?:Mediation|Ambassadors?|Ceasefire|Last|Taken|Talks?|Envoys?|Not|Whether|Who|Was|Did|A|The)$/;

/** Runs of capitalised words that are no office and no word of the calendar. One that opens the sentence must be tagged so. */
function otherNames(text: string, tokens: readonly NameToken[], taken: readonly Span[]): NonEmpty<NameToken>[] {
  const free = tokens.filter(
    (token) =>
      token.capital &&
      !CALENDAR.test(token.raw) &&
      !taken.some(({ start, end }) => token.start < end && start < token.end) &&
      (!token.opens || (!LEAD.test(token.raw) && isProper(text, token))),
  );
  const runs: [NameToken, ...NameToken[]][] = [];
  for (const token of free) {
    const before = runs.at(-1)?.at(-1);
    const isNext = before !== undefined && /^[ -]$/.test(text.slice(before.gapStart, token.start));
    if (isNext) runs.at(-1)?.push(token);
    else runs.push([token]);
  }
  return runs;
}

function isProper(text: string, { start }: NameToken): boolean {
  return parseText(text).some(({ tokens }) => tokens.some((token) => token.start === start && token.pos === 'PROPN'));
}

const PARTICLES = /^(?:al|el|ar|as|ash|an|ad|az|bin|ibn|bint|abu|ul|ur|von|van|der|den|de|da|di|du|la|le|y|e)$/;

function* keptWords(tokens: readonly NameToken[], known: readonly Span[], named: readonly Named[]): Generator<string> {
  for (const { code, words } of named) if (code === undefined) yield* words;
  for (const { raw, capital } of tokens) if (capital || PARTICLES.test(raw) || /\d/.test(raw)) yield raw;
  // small words within a name: "Line of Control"
  for (const { start, end } of known)
    yield* tokens.flatMap((token) => (token.start >= start && token.end <= end ? token.raw : []));
}

/** A text in which the names that were kept are blank, character for character. */
export function withoutKept(text: string, { named }: Names): string {
  const words = new Set(named.flatMap(({ code, words: own }) => (code === undefined ? own : [])));
  return text.replace(LATIN_WORD, (word) => (words.has(word) ? ' '.repeat(word.length) : word));
}

const LATIN_WORD = /[\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d]*/gu;

/** A translation in which every name is blank: "Somali" is no form of a Turkish verb. */
export function withoutNames(text: string, names: Names, language: Language): string {
  const own = withoutKept(text, names);
  return statesIn(own, language).reduce(
    (left, { start, end }) => `${left.slice(0, start)}${' '.repeat(end - start)}${left.slice(end)}`,
    own,
  );
}

/** What is wrong with the names of a translation. */
export function faultOfNames(
  english: Names,
  translated: string,
  language: Language,
): 'name' | 'state' | 'order' | undefined {
  const words = latinWords(translated);
  const states = statesIn(withoutKept(translated, english), language);
  const wanted = new Set(english.named.flatMap(({ code }) => code ?? []));
  for (const one of english.named) {
    if (isKept(one.words, words, language)) continue;
    if (one.code === undefined) return 'name';
    if (!states.some(({ code }) => code === one.code)) return 'state';
  }
  if (states.some(({ code, certain }) => certain && !wanted.has(code))) return 'state';
  if (addedName(english, translated, states, language)) return 'name';
  return isInOrder(english, translated, states, language) ? undefined : 'order';
}

interface LatinWord extends Span {
  readonly text: string;
}

function latinWords(text: string): LatinWord[] {
  return Array.from(text.matchAll(LATIN_WORD), ({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/** German puts an "s" behind a name. */
function isSame(word: string, text: string, { code }: Language): boolean {
  return word === text || (code === 'de' && text === `${word}s`);
}

function isKept(wanted: readonly string[], words: readonly LatinWord[], language: Language): boolean {
  return wanted.every((word) => words.some(({ text }) => isSame(word, text, language)));
}

/** A word in Latin letters that the sentence has not; in a language of these letters, one that is a name. */
function addedName({ kept }: Names, text: string, states: readonly StateFound[], language: Language): boolean {
  const isOurs = (word: string) => kept.has(word) || (language.code === 'de' && kept.has(word.replace(/s$/, '')));
  const strange = latinWords(text).filter(
    (word) => !isOurs(word.text) && !states.some(({ start, end }) => word.start < end && start < word.end),
  );
  if (language.script === 'Latin') {
    const capitals = strange.filter((word) => isCapital(word, text, language));
    return (language.code === 'de' ? hasNeighbours(capitals, text) : capitals.length > 0) || addsKnown(text, kept);
  }
  return strange.some(({ text: word }) => /\p{L}/u.test(word)) || addsCyrillic(text, states, language);
}

/** The names that stay in Latin letters need none of these. */
function addsCyrillic(text: string, states: readonly StateFound[], language: Language): boolean {
  const words = Array.from(
    text.matchAll(/\p{Script=Cyrillic}[\p{Script=Cyrillic}\p{M}'’ʼ]*/gu),
    ({ 0: word, index }) => ({
      text: word,
      start: index,
      end: index + word.length,
    }),
  );
  return words.some(
    (word) => isCapital(word, text, language) && !states.some(({ start, end }) => word.start < end && start < word.end),
  );
}

function isCapital({ text: word, start }: LatinWord, text: string, language: Language): boolean {
  if (!/^\p{Lu}/u.test(word) || (language.titles?.test(word) ?? false) || isOfCalendar(word, language)) return false;
  const opens = /[¿¡«]\s?$/u.test(text.slice(0, start));
  return !opens && !nameTokens(text).some((token) => token.opens && token.start === start);
}

/** Every noun of German has a capital, but two of them seldom follow each other. */
function hasNeighbours(capitals: readonly LatinWord[], text: string): boolean {
  return capitals.some(({ start }, at) => {
    const before = capitals[at - 1];
    return before !== undefined && text.slice(before.end, start) === ' ';
  });
}

/** Months have a capital in German and Turkish, and days of the week. */
function isOfCalendar(word: string, { code }: Language): boolean {
  if (code !== 'tr' && code !== 'de') return false;
  const known = calendars.get(code) ?? calendarWords(code);
  calendars.set(code, known);
  return known.has(word);
}

const calendars = new Map<string, ReadonlySet<string>>();

function calendarWords(code: string): ReadonlySet<string> {
  const month = new Intl.DateTimeFormat(code, { month: 'long', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(code, { weekday: 'long', timeZone: 'UTC' });
  const days = Array.from({ length: 12 }, (_, at) => Date.UTC(2024, at, 1 + at));
  return new Set(days.flatMap((day) => [month.format(day), weekday.format(day)]));
}

/** A name that the gazetteer knows, also where a capital says nothing. */
function addsKnown(text: string, kept: ReadonlySet<string>): boolean {
  const tokens = nameTokens(text);
  return findKnown(text, tokens).some(
    ({ entry, first, last }) =>
      entry.kind !== 'state' &&
      !regionCodes().has(entry.name) &&
      tokens
        .slice(first, last + 1)
        .some(({ raw, capital }) => capital && !kept.has(raw) && !kept.has(raw.replace(/['’].*$|s$/u, ''))),
  );
}

/** Who acts stands before what is acted upon, in all of these languages; else "A struck B" could become "B struck A". */
function isInOrder({ named }: Names, text: string, states: readonly StateFound[], language: Language): boolean {
  const ordered = firstMentions(named.filter(({ isOrdered }) => isOrdered));
  const words = latinWords(text);
  const placesOf = ({ code, words: [first = ''] }: Named): number[] => [
    ...states.flatMap((state) => (state.code === code ? state.start : [])),
    ...words.flatMap((word) => (isSame(first, word.text, language) ? word.start : [])),
  ];
  let from = -1;
  for (const one of ordered) {
    const next = Math.min(...placesOf(one).filter((place) => place > from));
    if (next === Number.POSITIVE_INFINITY) return false;
    from = next;
  }
  return true;
}

function firstMentions(named: readonly Named[]): Named[] {
  return [...new Map(named.toReversed().map((one) => [one.code ?? one.words.join(' '), one])).values()].reverse();
}
