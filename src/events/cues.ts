import type { Article } from '../domain/article.ts';
import type { Mention, TimeExpression } from '../domain/mention.ts';
import { findTimes } from '../text/dates.ts';
import { countedDays } from './counted.ts';

/** What the words of a story say of the day they were written on, in the order of the text. */
export type DayCue =
  /** "on Friday": the first one is the day of the news. */
  | { readonly kind: 'weekday'; readonly at: number; readonly weekday: number }
  /** "a day after Pakistan struck": so many days after the act of this mention. */
  | { readonly kind: 'counted'; readonly at: number; readonly days: number; readonly act: Mention };

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
  return countedDays(text).flatMap(({ index, days }): DayCue[] => {
    const act = mentions.find((mention) => mention.at > index && mention.at < index + NEAR);
    return index < bodyStart || act === undefined || days < 0 ? [] : [{ kind: 'counted', at: index, days, act }];
  });
}
