import type { Mention, TimeExpression } from '../domain/mention.ts';
import type { TimeFound } from '../text/dates.ts';
import type { Sentence } from '../text/sentences.ts';

/** The year that a paragraph looks back to, and how far its telling has come, as an offset in the text. */
export interface Era {
  readonly time: TimeExpression;
  readonly end: number;
}

const YEAR = /\b(19|20)\d\d\b/;
/** Words that bring the telling back to the present. */
const PRESENT = /\b(has|have|is|are|now|currently|will|today|this (week|month|year))\b/i;

/**
 * The era behind a sentence: the year it names last, else the one before it goes on while the paragraph does and nothing
 * in it has a day of its own.
 */
export function eraBehind(
  text: string,
  { start, end }: Pick<Sentence, 'start' | 'end'>,
  { before, times, told }: { before: Era | undefined; times: () => readonly TimeFound[]; told: readonly Mention[] },
): Era | undefined {
  const words = text.slice(start, end);
  if (YEAR.test(words)) {
    const last = times().at(-1)?.expression;
    return last?.kind === 'year' ? { time: last, end } : undefined;
  }
  const goesOn = before !== undefined && !text.slice(before.end, start).includes('\n') && !PRESENT.test(words);
  return goesOn && told.every(({ time }) => time.kind === 'unstated') ? { time: before.time, end } : undefined;
}

/** "In 2014 a revolt broke out. Chad responded by annexing ...": what is told on without a day is of that year. */
export function inEra(told: readonly Mention[], before: Era | undefined, behind: Era | undefined): readonly Mention[] {
  if (before === undefined || behind?.time !== before.time) return told;
  return told.map((mention) =>
    mention.status === 'reported' && mention.time.kind === 'unstated' && mention.reference === undefined
      ? { ...mention, time: before.time }
      : mention,
  );
}
