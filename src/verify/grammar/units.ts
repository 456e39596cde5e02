import type { TimeExpression } from '../../domain/mention.ts';
import { findKnown, type KnownName } from '../../text/known-names.ts';
import { nameTokens } from '../../text/name-tokens.ts';
import { parseText, type Token } from '../../text/sentences.ts';
import { findTimes, type TimeFound } from '../../text/times.ts';
import { fold } from '../../text/words.ts';
import { amountAt } from './amounts.ts';
import { withIdioms } from './idioms.ts';
import { withModalPhrases } from './modal-phrases.ts';
import { withRephrasings } from './rephrasings.ts';
import { withBareVerbs, withCurrency, withLoneNouns, withPossessives } from './unit-passes.ts';
import { lemmaOf, posOf } from './word-tags.ts';

/** What is read as one word: a token, a name of several, a number with its thousands, a time with its day. */
export interface Unit {
  readonly kind: 'word' | 'name' | 'number' | 'time' | 'mark';
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  /** As the tagger has it, with its commonest slips set right. */
  readonly pos: string;
  readonly start: number;
  readonly end: number;
  /** Of a known name: what it stands for, and by which of its names. */
  readonly name?: { readonly canonical: string; readonly kind: string; readonly via: string };
  readonly value?: number;
  readonly time?: TimeExpression;
  /** The next word is joined to this one by a hyphen. */
  readonly hyphen?: true;
}

/** Prefixes that turn the meaning of what follows the hyphen: they stay with it as one word. */
const PREFIX =
  /^(pro|anti|non|ex|pre|post|re|co|de|self|un|inter|cross|semi|quasi|counter|multi|mid|cease|air|e|vice|sub|ultra|over|under)$/;

/** A text as it is cut into units: its tokens, and the known names and times in it. */
interface Cutting {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly known: readonly KnownName[];
  readonly times: readonly TimeFound[];
}

/** Units that begin at a token, and the index of the first token behind them. */
interface Cut {
  readonly units: readonly Unit[];
  readonly next: number;
}

/** A text in units, and how many sentences it has. */
export interface Units {
  readonly units: readonly Unit[];
  readonly sentences: number;
}

/** Texts that are kept in units: the sentences of a reply are asked about again and again. */
const MOST_KEPT = 200;
const kept = new Map<string, Units>();

/** The words of a text, in order. */
export function unitsOf(text: string): Units {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const units = cutUp(text);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
  kept.set(text, units);
  return units;
}

function cutUp(text: string): Units {
  const sentences = parseText(text);
  const tokens = sentences.flatMap((sentence) =>
    sentence.tokens.filter((token, at) => token.text !== '.' || isEnd(sentence.tokens, at)),
  );
  const known = findKnown(text, nameTokens(text));
  const times = findTimes(text).filter((time) => !isAgo(text, time));
  const cutting = { text, tokens, known, times };
  const units: Unit[] = [];
  for (let at = 0; at < tokens.length; ) {
    const cut = timeAt(cutting, at) ?? numberAt(cutting, at) ?? nameAt(cutting, at) ?? joinedAt(cutting, at);
    units.push(...(cut?.units ?? [wordUnit(tokens[at] as Token, tokens[at - 1], tokens[at + 1])]));
    at = cut?.next ?? at + 1;
  }
  return {
    units: withBareVerbs(
      withLoneNouns(withIdioms(withModalPhrases(withRephrasings(withCurrency(withPossessives(units)))))),
    ),
    sentences: sentences.length,
  };
}

function timeAt({ text, tokens, times }: Cutting, at: number): Cut | undefined {
  const token = tokens[at] as Token;
  const time = times.find((one) => token.start >= one.start && token.start < one.end);
  if (time === undefined) return undefined;
  const since = /^since /i.test(text.slice(time.start, time.end)) && time.expression.kind === 'since';
  const units = [...(since ? [wordUnit(token, tokens[at - 1])] : []), timeUnit(text, time)];
  return { units, next: behind(tokens, at, time.end) };
}

function numberAt({ text, tokens }: Cutting, at: number): Cut | undefined {
  const amount = amountAt(tokens, at);
  if (amount === undefined) return undefined;
  const { value, next } = amount;
  const span = spanned('number', text, tokens[at] as Token, tokens[next - 1] as Token);
  return { units: [{ ...span, pos: 'NUM', value, ...hyphenAt(tokens, next) }], next: pastHyphen(tokens, next) };
}

function nameAt({ text, tokens, known }: Cutting, at: number): Cut | undefined {
  const token = tokens[at] as Token;
  const name = known.find((one) => token.start === one.start);
  if (name === undefined) return undefined;
  const next = behind(tokens, at, name.end);
  const { name: canonical, kind, via } = name.entry;
  const span = withoutArticle(spanned('name', text, token, { end: name.end }));
  const unit: Unit = { ...span, pos: 'PROPN', name: { canonical, kind, via }, ...hyphenAt(tokens, next) };
  const last = tokens[next - 1];
  const owns = /['’]s$/.test(last?.text ?? '') && (last?.end ?? 0) > name.end;
  return { units: owns ? [unit, possessive(name.end)] : [unit], next: pastHyphen(tokens, next) };
}

function possessive(start: number): Unit {
  return { kind: 'word', text: "'s", lower: "'s", lemma: "'s", pos: 'PART', start, end: start + 2 };
}

/** "cease-fire" is one word, "Iran-backed" two that are joined. */
function joinedAt({ text, tokens }: Cutting, at: number): Cut | undefined {
  const [token, following] = [tokens[at] as Token, tokens[at + 2]];
  if (tokens[at + 1]?.text !== '-' || !isJoined(tokens, at + 1) || following === undefined) return undefined;
  if (!PREFIX.test(token.lower))
    return { units: [{ ...wordUnit(token, tokens[at - 1], tokens[at + 3]), hyphen: true }], next: at + 2 };
  const dash = /^(pro|anti|non|ex|vice|mid|self)$/.test(token.lower) ? '-' : '';
  const unit: Unit = {
    ...spanned('word', text, token, following),
    lower: fold(`${token.text}${dash}${following.text}`),
    lemma: fold(`${token.text}${dash}${following.lemma}`),
    pos: following.pos === 'PROPN' ? 'ADJ' : following.pos,
    ...hyphenAt(tokens, at + 3),
  };
  return { units: [unit], next: pastHyphen(tokens, at + 3) };
}

function pastHyphen(tokens: readonly Token[], dash: number): number {
  return tokens[dash]?.text === '-' && isJoined(tokens, dash) ? dash + 1 : dash;
}

/** "Lt. Gen. Ruiz": a full stop inside a sentence ends nothing. */
function isEnd(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at + 1).every(({ text }) => /^["”’')\]]$/.test(text));
}

/** "three weeks ago" is read as number, unit and "ago"; the days it stands for are not known. */
function isAgo(text: string, { expression, start, end }: TimeFound): boolean {
  return expression.kind === 'after-act' || (expression.kind === 'unstated' && /\bago$/.test(text.slice(start, end)));
}

function behind(tokens: readonly Token[], at: number, end: number): number {
  let next = at + 1;
  while (next < tokens.length && (tokens[next] as Token).start < end) next += 1;
  return next;
}

function isJoined(tokens: readonly Token[], dash: number): boolean {
  return tokens[dash - 1]?.end === tokens[dash]?.start && tokens[dash]?.end === tokens[dash + 1]?.start;
}

function hyphenAt(tokens: readonly Token[], dash: number): { hyphen?: true } {
  return tokens[dash]?.text === '-' && isJoined(tokens, dash) ? { hyphen: true } : {};
}

function spanned(
  kind: Unit['kind'],
  text: string,
  first: Pick<Token, 'start'>,
  last: Pick<Token, 'end'>,
): Omit<Unit, 'pos'> {
  const own = text.slice(first.start, last.end);
  return { kind, text: own, lower: fold(own), lemma: fold(own), start: first.start, end: last.end };
}

/** "The Pentagon" at the beginning of a sentence is "the Pentagon" inside one. */
function withoutArticle(unit: Omit<Unit, 'pos'>): Omit<Unit, 'pos'> {
  return { ...unit, lower: unit.lower.replace(/^the /, ''), lemma: unit.lemma.replace(/^the /, '') };
}

function timeUnit(text: string, time: TimeFound): Unit {
  const literal = fold(text.slice(time.start, time.end)).replace(/^since /, '');
  const start = time.start + (time.end - time.start - literal.length);
  return {
    kind: 'time',
    text: text.slice(start, time.end),
    lower: literal,
    lemma: literal,
    pos: 'TIME',
    start,
    end: time.end,
    time: time.expression.kind === 'since' ? time.expression.from : time.expression,
  };
}

function wordUnit(token: Token, before: Token | undefined, after?: Token): Unit {
  const lower = fold(token.text);
  const letters = /[\p{L}\p{N}%$€£]/u.test(token.text);
  const pos = letters ? posOf(token, lower, before, after) : token.pos;
  return {
    kind: letters ? 'word' : 'mark',
    text: token.text,
    lower,
    lemma: lemmaOf(token, lower, pos),
    pos,
    start: token.start,
    end: token.end,
  };
}
