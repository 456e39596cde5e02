import type { Statement } from '../domain/brief.ts';
import { type Citation, isNonEmpty, type NonEmpty } from '../domain/citation.ts';
import type { Event } from '../domain/event.ts';
import { isoOf } from '../events/json.ts';

/** Articles cited for one statement at most: the reader opens one or two. */
const CITED_ARTICLES = 4;

/** What the bot says of an event: its summary, one citation an article, its owner. */
export function statementOf(event: Event): Statement {
  const date = isoOf(event.date);
  return {
    text: event.summary,
    citations: citationsOf(event),
    origins: event.origins,
    event: event.id,
    stance: event.stance,
    ...(date !== null && { date }),
    ...(event.attribution !== undefined && { attribution: event.attribution }),
  };
}

/** What the bot says of an event whose state has changed. The statement is news, so it has a name of its own. */
export function changedStatement(event: Event, before: string): Statement {
  const statement = statementOf(event);
  return { ...statement, event: `${event.id}/changed`, text: `${event.summary.replace(/\.$/, '')} (${before}).` };
}

/** The first citation of each article, in the order of the claims. */
export function citationsOf(event: Event): NonEmpty<Citation> {
  const first = new Map<string, Citation>();
  for (const { articleId, citation } of event.claims) if (!first.has(articleId)) first.set(articleId, citation);
  const citations = [...first.values()].slice(0, CITED_ARTICLES);
  return isNonEmpty(citations) ? citations : [event.claims[0].citation];
}
