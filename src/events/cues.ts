import type { Article } from '../domain/article.ts';
import type { Mention, TimeExpression } from '../domain/mention.ts';
import { findTimes } from '../text/dates.ts';

/** What the words of a story say of the day they were written on, in the order of the text. */
export type DayCue =
  /** "on Friday": the first one is the day of the news. */
  | { readonly kind: 'weekday'; readonly at: number; readonly weekday: number }
  /** "a day after Pakistan struck": so many days after the act of this mention. */
  | { readonly kind: 'counted'; readonly at: number; readonly days: number; readonly act: Mention };

const COUNTED = /\b(a|an|one|two|three|four|five|six|seven|\d{1,2}) days? after\b/gi;
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
};
/** An act stands so near behind "a day after" that it is the one that is meant, in characters. */
const NEAR = 160;
/** The news of a report stands in its opening, in characters. */
const OPENING = 700;

/** The cues of a story's opening, and all that count from an act. */
export function dayCues(article: Pick<Article, 'text' | 'bodyStart'>, mentions: readonly Mention[]): DayCue[] {
  const cues = [...weekdays(article), ...counted(article, mentions)];
  return cues.sort((one, other) => one.at - other.at);
}

function weekdays({ text, bodyStart }: Pick<Article, 'text' | 'bodyStart'>): DayCue[] {
  return findTimes(text.slice(bodyStart, bodyStart + OPENING)).flatMap(({ start, expression }) => {
    const at = bodyStart + start;
    return isNewsDay(expression) && !/\b(since|until|before|after|by)\s+$/i.test(text.slice(Math.max(0, at - 8), at))
      ? [{ kind: 'weekday' as const, at, weekday: expression.weekday }]
      : [];
  });
}

function isNewsDay(time: TimeExpression): time is Extract<TimeExpression, { kind: 'weekday' }> {
  return time.kind === 'weekday' && time.direction === 'past' && time.weeks === undefined;
}

function counted({ text, bodyStart }: Pick<Article, 'text' | 'bodyStart'>, mentions: readonly Mention[]): DayCue[] {
  return [...text.matchAll(COUNTED)].flatMap((found): DayCue[] => {
    const act = mentions.find((mention) => mention.at > found.index && mention.at < found.index + NEAR);
    if (found.index < bodyStart || act === undefined) return [];
    const number = (found[1] ?? '').toLowerCase();
    return [{ kind: 'counted', at: found.index, days: NUMBERS[number] ?? Number(number), act }];
  });
}
