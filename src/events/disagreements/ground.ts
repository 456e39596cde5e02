import type { Article } from '../../domain/article.ts';
import type { Disagreement, Reading } from '../../domain/brief.ts';
import type { Citation } from '../../domain/citation.ts';
import { isNonEmpty } from '../../domain/citation.ts';
import type { DatedMention, Mention } from '../../domain/mention.ts';
import type { Situation } from '../../domain/situation.ts';
import type { ToldEvent } from '../view.ts';

/** What disagreements are looked for in: the events that an edition can tell, and the articles that report them. */
export interface Ground {
  readonly situation: Situation;
  readonly told: readonly ToldEvent[];
  /** What headlines and decks say, which never makes an event. */
  readonly headlines: readonly DatedMention[];
  readonly articles: readonly DatedArticle[];
}

export type DatedArticle = Pick<Article, 'id' | 'text' | 'bodyStart'> & Required<Pick<Article, 'publishedAt'>>;

/** Whether the day of an article is known. */
export function isDated<T extends Partial<Pick<Article, 'publishedAt'>>>(
  article: T,
): article is T & Required<Pick<Article, 'publishedAt'>> {
  return article.publishedAt !== undefined;
}

/** A kind of disagreement: what it finds in the ground, the weightiest first. */
export type Detector = (ground: Ground) => readonly Disagreement[];

const CITED_EACH = 3;

/** A reading with the words that give it, one citation an article; nothing where there are none. */
export function reading(text: string, spans: readonly Citation[]): Reading | undefined {
  const first = new Map<string, Citation>();
  for (const span of spans) if (!first.has(span.articleId)) first.set(span.articleId, span);
  const citations = [...first.values()].slice(0, CITED_EACH);
  return isNonEmpty(citations) ? { text, citations } : undefined;
}

/** The disagreement of two readings or more; nothing where one is missing. */
export function between(
  text: string,
  readings: readonly (Reading | undefined)[],
  handling: string,
): readonly Disagreement[] {
  const [one, other, ...more] = readings.filter((each) => each !== undefined);
  return one === undefined || other === undefined ? [] : [{ text, readings: [one, other, ...more], handling }];
}

export function spansOf(mentions: readonly Mention[]): Citation[] {
  return mentions.map((mention) => mention.span);
}

export function mentionsOf({ reports }: ToldEvent): Mention[] {
  return reports.map(({ mention }) => mention);
}
