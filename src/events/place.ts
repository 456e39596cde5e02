import type { DatedMention, Mention } from '../domain/mention.ts';
import { isSenseName, SENSES } from './senses.ts';
import { statesOf } from './signature.ts';

/** Sorts behind every day: an article whose day is not known comes last. */
export const NO_DAY = '9999-99-99';

/** Mentions of different blocks never merge. */
export function blockOf(mention: Mention): string {
  const actor = isMutual(mention) ? '' : (statesOf(mention.actors)[0] ?? '');
  const apart = mention.status === 'denied' || mention.status === 'hypothetical' ? mention.status : '';
  return `${mention.type}|${apart}|${actor}`;
}

/** Acts that two do together have no first actor; nor have visits, told from either side. */
function isMutual({ type, sense }: Mention): boolean {
  return type === 'CONSULT' || (isSenseName(sense) && SENSES[sense].shape === 'together');
}

const EXACTNESS = { day: 0, interval: 1, month: 2, unknown: 3 } as const;

/**
 * The order in which reports are taken, as a string that sorts by code units: by the day of the article, within a day
 * exact dates before vague ones, then by the date itself and by the place in the text.
 */
export function orderKey(one: DatedMention): string {
  return `${one.reportedOn ?? NO_DAY}|${exactnessKey(one)}`;
}

/** The same without the article's day: the first of several reports by it is the most exact one. */
export function exactnessKey({ mention, date }: DatedMention): string {
  const day = date.to ?? date.from ?? '';
  const at = String(mention.at).padStart(9, '0');
  return [EXACTNESS[date.precision], day, mention.articleId, at, mention.type, mention.cameo ?? ''].join('|');
}

export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
