import type { IsoDate } from '../domain/article.ts';
import type { EventDate } from '../domain/event.ts';
import type { Mention, TimeExpression } from '../domain/mention.ts';
import { addDays, weekdayOf } from '../text/calendar.ts';
import { resolveTime } from '../text/dates.ts';
import { statesOf } from './signature.ts';

/** Acts whose day is known from an article that states its own date. */
export type Anchors = ReadonlyMap<string, ReadonlySet<IsoDate>>;

/** "Thursday" can be at most this many days before the day it is written on. */
const WEEK = 6;

/** A deed, not words: talks and statements recur daily, so that their day says nothing about another report. */
const ANCHORING = new Set(['ASSAULT', 'SANCTION', 'RETREAT', 'COERCE', 'MOBILIZE']);

/** Which act a mention can anchor, if any: the type and the sides, both of them known. */
export function anchorKey(mention: Mention): string | undefined {
  if (
    !ANCHORING.has(mention.type ?? '') ||
    mention.headline ||
    mention.targets.length === 0 ||
    mention.status !== 'reported'
  )
    return undefined;
  return `${mention.type}|${statesOf(mention.actors).join('+')}|${statesOf(mention.targets).join('+')}`;
}

/** The acts of articles with stated dates that fall on a known day. */
export function anchorsOf(dated: Iterable<{ readonly mention: Mention; readonly date: EventDate }>): Anchors {
  const anchors = new Map<string, Set<IsoDate>>();
  for (const { mention, date } of dated) {
    const key = anchorKey(mention);
    if (key === undefined || date.precision !== 'day' || date.from === null) continue;
    if (mention.time.kind === 'unstated') continue;
    anchors.set(key, (anchors.get(key) ?? new Set()).add(date.from));
  }
  return anchors;
}

/**
 * The day an article without a date was written on, from what its words say about acts that dated articles date: its
 * "Thursday" strike is the strike of 18 January, so its "Friday" is 19 January. `undefined` where nothing holds on to
 * a known day, or where two things contradict each other. The same set of articles gives the same day in any order.
 */
export function inferredDay(mentions: readonly Mention[], anchors: Anchors): IsoDate | undefined {
  const body = mentions.filter((mention) => !mention.headline);
  const candidates = candidateDays(body, anchors);
  if (candidates.length === 0) return undefined;
  const fitting = candidates.filter((day) => isWrittenOn(day, body, anchors));
  return fitting[0];
}

/** Days on which every anchored act of the article can have been written about as it is, earliest first. */
function candidateDays(mentions: readonly Mention[], anchors: Anchors): IsoDate[] {
  let candidates: Set<IsoDate> | undefined;
  for (const mention of mentions) {
    const key = anchorKey(mention);
    const days = key === undefined ? undefined : anchors.get(key);
    if (days === undefined) continue;
    const possible = daysWrittenFor(mention.time, days);
    if (possible === undefined) continue;
    candidates = candidates === undefined ? possible : candidates.intersection(possible);
  }
  return [...(candidates ?? [])].sort();
}

/** For "on Thursday" and an act of 18 January: the days from which that Thursday is the 18th. */
function daysWrittenFor(time: TimeExpression, acts: ReadonlySet<IsoDate>): Set<IsoDate> | undefined {
  if (time.kind !== 'weekday' && time.kind !== 'offset' && time.kind !== 'month-day') return undefined;
  const days = new Set<IsoDate>();
  for (const act of acts)
    for (let ahead = 0; ahead <= WEEK; ahead += 1) {
      const day = addDays(act, ahead);
      if (resolveTime(time, day).from === act) days.add(day);
    }
  return days;
}

/** A report is written on the day of its lead: the first act whose day can be told falls on that very day. */
function isWrittenOn(day: IsoDate, mentions: readonly Mention[], anchors: Anchors): boolean {
  for (const mention of mentions) {
    const { time } = mention;
    if (mention.status !== 'reported') continue;
    if (time.kind === 'weekday' && time.direction === 'past') return weekdayOf(day) === time.weekday;
    if (time.kind === 'offset' && time.days === 0) return true;
    if (time.kind === 'after-act' && time.days >= 0) {
      const base = mentions.find((one) => one.at === time.actAt);
      const acts = base && anchors.get(anchorKey(base) ?? '');
      if (acts !== undefined) return [...acts].some((act) => addDays(act, time.days) === day);
    }
  }
  return false;
}
