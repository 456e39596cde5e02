import { createRequire } from 'node:module';
import type winkModel from 'wink-eng-lite-web-model';
import type winkNLP from 'wink-nlp';

/** One word, number or sign. Invariant: `text.slice(start, end) === token.text` for the text that was parsed. */
export interface Token {
  readonly text: string;
  /** UTF-16 code units from the beginning of the parsed text. */
  readonly start: number;
  readonly end: number;
  /** Universal part of speech (https://universaldependencies.org/u/pos/), as the tagger sees it. */
  readonly pos: string;
  readonly lemma: string;
  readonly lower: string;
}

/** Half-open offsets of one sentence; it neither begins nor ends with white space and holds no line break. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

/** What is used of wink-nlp, whose own types do not accept its own `its` functions. */
interface Items {
  out<T>(its: (...parts: never[]) => T): T[];
}
interface Tagger {
  readonly read: (text: string) => { tokens(): Items; sentences(): Items };
  readonly its: ReturnType<typeof winkNLP>['its'];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Longer lines are read in pieces, so that one endless line costs time in proportion to its length. */
const MAX_PIECE = 8_000;
/** How far behind the last token the next one may stand: beyond it the tagger has changed the words. */
const REACH = 64;

/** Abbreviations that a name or number follows, where the tagger sees the end of a sentence. */
const GOES_ON =
  /(?:^|[\s("“‘'])(?:Maj|Adm|Brig|Cmdr|Cdr|Gen|Lt|Col|Capt|Sgt|Cpl|Pvt|Hon|Rev|Amb|Min|Sec|Dep|Asst|Insp|Supt|Msgr|Mt|Ft|Nos?|vs|al|cf|approx|ca|fig|Art|op|Mx|Mme|Mlle|Sr|Sra|Ph)\.$/;
const CLOSERS = /^["”’'»)\]]+(?=\s|$)/;

let loaded: Tagger | undefined;

/**
 * Sentences and tokens of English prose from offset `from` on, in order, never overlapping; together they hold every
 * character that is not white space. A line break always ends a sentence. The first call loads the tagger (about
 * 0.2 s); after that time grows in proportion to the text.
 */
export function parseText(text: string, from = 0): Sentence[] {
  const sentences: Sentence[] = [];
  for (const line of linesOf(text, Math.max(0, from)))
    for (const piece of piecesOf(text, line)) sentences.push(...parsePiece(text, piece));
  return sentences;
}

/** wink-nlp holds every word it has seen, so that the first call makes the only instance. */
function tagger(): Tagger {
  if (loaded !== undefined) return loaded;
  const require = createRequire(import.meta.url);
  const create = require('wink-nlp') as typeof winkNLP;
  const nlp = create(require('wink-eng-lite-web-model') as typeof winkModel, ['sbd', 'pos']);
  loaded = { read: (text) => nlp.readDoc(text) as ReturnType<Tagger['read']>, its: nlp.its };
  return loaded;
}

function* linesOf(text: string, from: number): Generator<Span> {
  let start = from;
  for (const found of text.slice(from).matchAll(/[\n\r\u2028\u2029\v\f]+/g)) {
    const end = from + found.index;
    if (end > start) yield { start, end };
    start = end + found[0].length;
  }
  if (start < text.length) yield { start, end: text.length };
}

function* piecesOf(text: string, line: Span): Generator<Span> {
  let { start } = line;
  while (line.end - start > MAX_PIECE) {
    const end = cutBefore(text, start, start + MAX_PIECE);
    yield { start, end };
    start = end;
  }
  yield { start, end: line.end };
}

/** The best place to cut: after a full stop, else at white space, else between two characters. */
function cutBefore(text: string, start: number, limit: number): number {
  const tail = text.slice(limit - 1_000, limit);
  const stop = Math.max(...['. ', '? ', '! ', '.” ', '." '].map((mark) => tail.lastIndexOf(mark) + mark.length));
  if (stop > 3) return limit - 1_000 + stop;
  const half = text.slice(start, limit);
  const space = half.search(/\s\S*$/);
  if (space > MAX_PIECE / 2) return start + space;
  return /[\ud800-\udbff]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
}

function parsePiece(text: string, piece: Span): Sentence[] {
  const { read, its } = tagger();
  const document = read(text.slice(piece.start, piece.end));
  const tokens = tokensOf(text, piece, document.tokens(), its);
  const starts: number[] = [];
  for (const [first = 0, last = 0] of document.sentences().out(its.span)) {
    for (let index = first; index <= last; index += 1) {
      const opening = tokens[index];
      if (opening === undefined) continue;
      starts.push(opening.start);
      break;
    }
  }
  return sentencesOf(
    text,
    piece,
    starts,
    tokens.filter((token) => token !== undefined),
  );
}

/** The words by columns, as the tagger gives them fastest: an item for each of them costs as much as the tagging. */
function tokensOf(text: string, piece: Span, items: Items, its: Tagger['its']): (Token | undefined)[] {
  const tags = items.out(its.pos);
  const lemmas: readonly (string | undefined)[] = items.out(its.lemma);
  let cursor = piece.start;
  return items.out(its.value).map((word, index): Token | undefined => {
    const start = placeOf(text, word, cursor, piece.end);
    if (start === undefined) return undefined;
    cursor = start + word.length;
    const lower = word.toLowerCase();
    // the tagger knows no lemma of a few odd words, such as "cannot"
    return { text: word, start, end: cursor, pos: tags[index] ?? '', lemma: lemmas[index] ?? lower, lower };
  });
}

/** The tagger counts white space its own way, so that a token is looked for in the text itself, a little way ahead. */
function placeOf(text: string, word: string, cursor: number, end: number): number | undefined {
  // nearly always a word of ASCII behind one space or none
  const next = text[cursor] === ' ' ? cursor + 1 : cursor;
  if (/^[!-~]/.test(word) && text.startsWith(word, next) && next + word.length <= end) return next;
  if (word.trim() === '') return undefined;
  let from = cursor;
  while (from < end && /\s/.test(text[from] ?? '')) from += 1;
  if (text.startsWith(word, from) && from + word.length <= end) return from;
  const found = text.slice(from, Math.min(end, from + word.length + REACH)).indexOf(word);
  return found < 0 ? undefined : from + found;
}

function sentencesOf(text: string, piece: Span, starts: readonly number[], tokens: readonly Token[]): Sentence[] {
  const bounds: number[] = [piece.start];
  for (const start of starts) {
    const bound = afterClosers(text, start, piece.end);
    const previous = bounds.at(-1) ?? piece.start;
    if (bound > previous && endsSentence(text.slice(previous, bound), text.slice(bound, bound + 40)))
      bounds.push(bound);
  }
  const sentences: Sentence[] = [];
  let next = 0;
  bounds.forEach((bound, i) => {
    const span = trimmed(text, bound, bounds[i + 1] ?? piece.end);
    if (span === undefined) return;
    const inside: Token[] = [];
    for (let token = tokens[next]; token !== undefined && token.start < span.end; token = tokens[next]) {
      inside.push(token);
      next += 1;
    }
    sentences.push({ ...span, tokens: inside });
  });
  return sentences;
}

/** A quotation mark that closes, set apart by the tagger, belongs to the sentence before it. */
function afterClosers(text: string, start: number, end: number): number {
  if (/\s/.test(text[start - 1] ?? ' ')) return start;
  const closers = CLOSERS.exec(text.slice(start, Math.min(end, start + 8)));
  return closers === null ? start : start + closers[0].length;
}

function endsSentence(before: string, after: string): boolean {
  const said = before.trimEnd();
  if (said === '') return false;
  if (GOES_ON.test(said)) return false;
  const first = /^[\s"“‘'([]*(\S)/u.exec(after)?.[1] ?? '';
  return !/\p{Ll}/u.test(first);
}

function trimmed(text: string, start: number, end: number): Span | undefined {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return from < to ? { start: from, end: to } : undefined;
}
