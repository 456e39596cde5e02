import type { Mention, TimeExpression } from '../domain/mention.ts';
import type { TimeFound } from '../text/dates.ts';
import type { Sentence } from '../text/sentences.ts';
import { clauseEnd } from './clause.ts';
import { countedDays } from './counted.ts';
import type { Predicate } from './predicate.ts';

/** What a time is looked for: the word of an act, and what kind of act where that is known. */
type Timed = Pick<Predicate, 'at' | 'noun'> & Partial<Pick<Predicate, 'sense'>>;

/**
 * The time of the act at `offset`: the first one behind it in its own clause, else the last one before it, else the one
 * before the next act. Offsets count from the beginning of the sentence.
 */
export function timeOf(
  times: readonly TimeFound[],
  offset: number,
  sentence: Sentence,
  predicate: Timed,
): TimeExpression {
  const { at } = predicate;
  const year = predicate.noun ? yearBefore(sentence, at) : undefined;
  if (year !== undefined) return year;
  const end = (sentence.tokens[clauseEnd(sentence.tokens, at)]?.start ?? sentence.end) - sentence.start;
  const behind = times.find((time) => time.start > offset && time.start < end);
  if (behind !== undefined) return behind.expression;
  const before = times.findLast((time) => time.end <= offset);
  if (before === undefined || isApart(sentence, before.end, predicate)) return { kind: 'unstated' };
  return before.expression.kind === 'since' && isAnswered(sentence, before.end, at)
    ? { kind: 'until', to: before.expression.from }
    : before.expression;
}

/** "a 2019 meeting": the year stands among the words of the noun. */
function yearBefore({ tokens }: Sentence, at: number): TimeExpression | undefined {
  const word = tokens.slice(Math.max(0, at - 3), at).find(({ text }) => /^(19|20)\d\d$/.test(text));
  const apart =
    word !== undefined && tokens.slice(tokens.indexOf(word) + 1, at).some(({ pos }) => !/NOUN|PROPN|ADJ/.test(pos));
  return word === undefined || apart ? undefined : { kind: 'year', year: Number(word.text) };
}

/** "ten months after", "years before". */
function isLongAfter(tokens: Sentence['tokens'], index: number): boolean {
  return (
    /^(after|before)$/.test(tokens[index]?.lower ?? '') &&
    /^(month|year|decade)s?$/.test(tokens[index - 1]?.lower ?? '')
  );
}

/** "has grown since Russia invaded Ukraine": looked back to as known, and without a day of its own no news. */
export function isLookedBackTo({ tokens }: Sentence, { at, noun }: Predicate): boolean {
  const since = tokens
    .slice(0, at)
    .findLastIndex(({ lower }, index) => lower === 'since' || isLongAfter(tokens, index));
  if (since < 0) return false;
  const between = tokens.slice(since + 1, at);
  const begun = between.findIndex(({ lower }) => /^(start|beginning|outbreak|onset|launch)$/.test(lower)) + 1;
  return !between.some(
    ({ pos }, index) =>
      pos === 'PUNCT' || pos === 'VERB' || (noun && pos === 'ADP' && (begun === 0 || index !== begun)),
  );
}

/**
 * The day on which a plan was told, where it stands beside the verb of saying and the plan follows: "said Saturday it
 * will send".
 */
export function dayOfSaying(
  times: readonly TimeFound[],
  offset: number,
  { tokens, start }: Sentence,
): TimeExpression | undefined {
  const day = times.findLast((time) => time.end <= offset);
  if (day === undefined) return undefined;
  const behind = tokens.filter((token) => token.start - start >= day.end && token.start - start < offset);
  // "told reporters on Monday"
  const before = tokens.findLast(
    (token) => token.start - start < day.start && !/ADP|NOUN|PROPN|PRON|DET/.test(token.pos),
  );
  const told = /^(say|announce|tell|confirm|declare|state|add|report|write)$/.test(before?.lemma ?? '');
  return told && behind.some((token) => /^(that|it|he|she|they|we|will|would)$/.test(token.lower))
    ? day.expression
    : undefined;
}

/** "has fought since May in response to attacks by ...": the attacks came first. */
function isAnswered(sentence: Sentence, timeEnd: number, at: number): boolean {
  const between = sentence.tokens.slice(0, at).filter((token) => token.start - sentence.start >= timeEnd);
  return between.some((token) => /^(response|retaliation|reprisal|revenge|reply|answer)$/.test(token.lower));
}

/**
 * The time of an act that is told as done: its "Monday" is past, whatever else the sentence looks forward to. A day of
 * next week belongs to something else.
 */
export function pastTime(time: TimeExpression): TimeExpression {
  if (time.kind !== 'weekday' || time.direction === 'past') return time;
  return time.weeks === undefined ? { ...time, direction: 'past' } : { kind: 'unstated' };
}

/** What is planned lies ahead: its "Monday" is the next one. */
export function futureTime(time: TimeExpression): TimeExpression {
  return time.kind === 'weekday' ? { ...time, direction: 'future' } : time;
}

/**
 * Another clause begins between a time and the predicate: "agreed on Friday after both had struck". What is told after
 * talks is told on their day: "agreed on Friday after talks between".
 */
function isApart(sentence: Sentence, timeEnd: number, { at, noun, sense }: Timed): boolean {
  const from = sentence.tokens.findIndex((token) => token.start - sentence.start >= timeEnd);
  const between = sentence.tokens.slice(from, at);
  const governor = between.findLastIndex((token) => !/ADJ|DET|NUM|NOUN/.test(token.pos));
  const ofTalks = noun && sense?.type === 'CONSULT' && /^(after|following)$/.test(between[governor]?.lower ?? '');
  return between
    .slice(0, ofTalks ? governor : undefined)
    .some((token) => /^(after|before|while|since|following|because|although|though|as)$/.test(token.lower));
}

/** "A day after Pakistan struck, ...": the act outside is counted from the act inside, or the other way round. */
export function relativeTimes(text: string, sentence: Sentence, mentions: readonly Mention[]): Mention[] {
  const [counted] = mentions.length < 2 ? [] : countedDays(text);
  if (counted === undefined) return [...mentions];
  const place = sentence.start + counted.index;
  const inner = mentions.find((mention) => mention.at > place);
  const outer = mentions.find((mention) => mention !== inner && (mention.at < place || counted.index < 3));
  if (inner === undefined || outer === undefined) return [...mentions];
  const { days } = counted;
  return mentions.map((mention) => {
    const outside = counted.index < 3 ? mention.at > inner.at : mention === outer;
    if (outside && mention.time.kind === 'unstated')
      return { ...mention, time: { kind: 'after-act', days, actAt: inner.at } as const };
    if (mention === inner && outer.time.kind !== 'unstated' && counted.index >= 3)
      return { ...mention, time: { kind: 'after-act', days: -days, actAt: outer.at } as const };
    return mention;
  });
}

/**
 * Binds "two days later" to the one act that it can count from, in its own sentence or the one before; where there are
 * several or none, no time is stated.
 */
export function linked(mentions: readonly Mention[], before: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    const { time } = mention;
    if (time.kind !== 'after-act' || time.actAt >= 0) return mention;
    const earlier = mentions.filter((one) => one.at < mention.at);
    const [act, ...more] = (earlier.length > 0 ? earlier : before).filter((one) => one.time !== time);
    return { ...mention, time: act && more.length === 0 ? { ...time, actAt: act.at } : { kind: 'unstated' } };
  });
}
