import type { Citation } from '../../domain/citation.ts';
import { cite } from '../../domain/citation.ts';
import { daysBetween } from '../../text/calendar.ts';
import { findNames } from '../../text/names.ts';
import { between, type DatedArticle, type Detector, type Ground, reading } from './ground.ts';

/** "The statement followed after leaders held a meeting", "The development came ahead of a meeting of ...". */
const ORDER =
  /\b(?:the|this|that) (?:statement|development|contact|move|call|announcement|decision|conversation|exchange|agreement|talks?|visit|remarks?|comments?)\s+(?:was made |was announced |took place |happened |occurred |came |comes )?(followed(?: after)?|follows|after|before|ahead of|prior to|hours after|hours before|shortly after|shortly before)\b\s*([^.]{5,200})/giu;
/** What it came before or after. */
const GATHERING = /\b(meeting|session|summit|talks|vote|visit|referendum|election|speech|hearing|briefing)s?\b/iu;
/** Two reports of one day's news lie this close together. In days. */
const SAME_NEWS_DAYS = 1;

interface Order {
  readonly article: DatedArticle;
  readonly first: 'news' | 'other';
  readonly noun: string;
  readonly state: string;
  readonly span: Citation;
}

/** Reports that put their news before and after the same gathering. */
export const orders: Detector = (ground) => {
  const found = ground.articles.flatMap((article) => ordersIn(article, ground));
  const pairs = found.flatMap((one, at) =>
    found.slice(at + 1).flatMap((other) => (contradicts(one, other) ? [[one, other] as const] : [])),
  );
  const [pair] = pairs;
  if (pair === undefined) return [];
  const before = pair.find((one) => one.first === 'other') as Order;
  const after = pair.find((one) => one.first === 'news') as Order;
  return between(
    `Was the ${before.noun} in ${before.state} before or after the news of that day?`,
    [
      reading(`the ${before.noun} came first`, [before.span]),
      reading(`the ${after.noun} came afterwards`, [after.span]),
    ],
    'The order is left open.',
  );
};

function ordersIn(article: DatedArticle, { situation }: Ground): Order[] {
  const body = article.text.slice(article.bodyStart);
  return [...body.matchAll(ORDER)].flatMap((match): Order[] => {
    const [whole, relation = '', rest = ''] = match;
    const noun = GATHERING.exec(rest)?.[1]?.toLowerCase();
    const state = findNames(rest)
      .map((name) => name.state ?? name.name)
      .find((one) => situation.parties.includes(one));
    if (noun === undefined || state === undefined) return [];
    const start = article.bodyStart + match.index;
    const first = /before|ahead|prior/i.test(relation) ? 'news' : 'other';
    return [{ article, first, noun, state, span: cite(article, start, start + whole.trimEnd().length) }];
  });
}

function contradicts(one: Order, other: Order): boolean {
  return (
    one.article.id !== other.article.id &&
    one.first !== other.first &&
    one.noun === other.noun &&
    one.state === other.state &&
    Math.abs(daysBetween(one.article.publishedAt, other.article.publishedAt)) <= SAME_NEWS_DAYS
  );
}
