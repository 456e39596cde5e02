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
  const fitting = candidates.filter((day) => isWrittenOn(day, body, candidates[0]));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Days on which every anchored act of the article can have been written about as it is, earliest first. */
function candidateDays(mentions: readonly Mention[], anchors: Anchors): IsoDate[] {
  let candidates: Set<IsoDate> | undefined;
  for (const mention of mentions) {
    const possible = daysWrittenFor(mention, mentions, anchors);
    if (possible === undefined) continue;
    candidates = candidates === undefined ? possible : candidates.intersection(possible);
  }
  return [...(candidates ?? [])].sort();
}

/** For "on Thursday" and an act of 18 January: the days from which that Thursday is the 18th. */
function daysWrittenFor(mention: Mention, mentions: readonly Mention[], anchors: Anchors): Set<IsoDate> | undefined {
  const { time } = mention;
  if (time.kind === 'after-act') return daysCountedFor(time, mentions, anchors);
  const acts = anchors.get(anchorKey(mention) ?? '');
  if (acts === undefined || !/^(weekday|offset|month-day)$/.test(time.kind)) return undefined;
  const written = (act: IsoDate) => weekFrom(act).filter((day) => resolveTime(time, day).from === act);
  return new Set([...acts].flatMap(written));
}

/** For "a day after Pakistan struck" and a strike of 18 January: the week from the 19th on. */
function daysCountedFor(
  time: Extract<TimeExpression, { kind: 'after-act' }>,
  mentions: readonly Mention[],
  anchors: Anchors,
): Set<IsoDate> | undefined {
  const base = mentions.find((mention) => mention.at === time.actAt);
  const acts = base && anchors.get(anchorKey(base) ?? '');
  return acts && new Set([...acts].flatMap((act) => weekFrom(addDays(act, time.days))));
}

function weekFrom(day: IsoDate): IsoDate[] {
  return Array.from({ length: WEEK + 1 }, (_, ahead) => addDays(day, ahead));
}

/**
 * A report is written on the day of its lead: the first act whose day its words tell falls on that very day. Where they
 * only count from another act, the report is of the day they count to.
 */
function isWrittenOn(day: IsoDate, mentions: readonly Mention[], first: IsoDate | undefined): boolean {
  for (const { status, time } of mentions) {
    if (status !== 'reported') continue;
    if (time.kind === 'weekday' && time.direction === 'past') return weekdayOf(day) === time.weekday;
    if (time.kind === 'after-act' && time.days >= 0) return day === first;
  }
  return false;
}
