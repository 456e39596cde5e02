import type { IsoDate } from '../../domain/article.ts';
import type { TimeExpression } from '../../domain/mention.ts';
import { resolveTime } from '../../text/dates.ts';
import type { Unit } from './units.ts';

const PART = /\b(early|late|morning|afternoon|evening|night|tonight|dawn|earlier|later)\b/g;
const RANGE = /\d(?:st|nd|rd|th)?\s*(?:-|to|and|or)\s*\d/;
const SIDE = /\b(last|next|past|coming|this)\b/g;

/** Whether the time of the source, counted from its article's day, lies within the time that is claimed. */
export function isSameTime(claimed: Unit, source: Unit, publishedAt: IsoDate | undefined): boolean {
  const [own, other] = [claimed.time, source.time];
  if (own === undefined || other === undefined)
    return claimed.lower === source.lower || claimed.lower.replace(/^following /, 'next ') === source.lower;
  if (!partsHeld(claimed.lower, source.lower)) return false;
  if (bare(claimed.lower) === bare(source.lower)) return true;
  // of "3 and 9 May" the calendar reads one day alone
  if (RANGE.test(claimed.lower) || RANGE.test(source.lower)) return false;
  if (own.kind === 'weekday' && other.kind === 'weekday')
    return own.weekday === other.weekday && sides(claimed.lower) === sides(source.lower);
  return liesWithin(other, own, publishedAt);
}

function partsHeld(claimed: string, source: string): boolean {
  const said = new Set(source.match(PART) ?? []);
  return (claimed.match(PART) ?? []).every((part) => said.has(part) || (part === 'night' && said.has('tonight')));
}

function bare(text: string): string {
  return text
    .replace(PART, '')
    .replace(/\b(on|the|of|in|at)\b|[,.]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function sides(text: string): string {
  return (text.match(SIDE) ?? []).join(' ');
}

function liesWithin(source: TimeExpression, claimed: TimeExpression, publishedAt: IsoDate | undefined): boolean {
  const [inner, outer] = [resolveTime(source, publishedAt), resolveTime(claimed, publishedAt)];
  if (inner.from === null || inner.to === null || outer.from === null || outer.to === null) return false;
  return outer.from <= inner.from && inner.to <= outer.to;
}
