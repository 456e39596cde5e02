import type { IsoDate } from '../domain/article.ts';
import type { Anchor } from '../domain/ledger.ts';
import type { DatedMention, Mention } from '../domain/mention.ts';
import { addDays, weekdayOf } from '../text/calendar.ts';
import { resolveTime } from '../text/dates.ts';
import type { DayCue } from './cues.ts';
import { signatureOf, withoutGroups } from './signature.ts';

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
  // one report names the group that was struck beside the country, another the country alone
  return signatureOf({ ...mention, targets: withoutGroups(mention.targets) });
}

/** The acts that mentions of articles with stated dates put on a known day. */
export function anchorsIn(dated: Iterable<DatedMention>): Required<Anchor>[] {
  return [...dated].flatMap(({ mention, date }) => {
    const key = anchorKey(mention);
    if (key === undefined || date.precision !== 'day' || date.from === null) return [];
    return mention.time.kind === 'unstated' ? [] : [{ key, day: date.from }];
  });
}

/** The days by act. */
export function anchorDays(anchors: Iterable<Required<Anchor>>): Anchors {
  const days = new Map<string, Set<IsoDate>>();
  for (const { key, day } of anchors) days.set(key, (days.get(key) ?? new Set()).add(day));
  return days;
}

/**
 * The day an article without a date was written on, from what its words say about acts that dated articles date: its
 * "Thursday" strike is the strike of 18 January, so its "Friday" is 19 January. `undefined` where nothing holds on to
 * a known day, or where two things contradict each other. The same set of articles gives the same day in any order.
 * @param cues in the order of the text.
 */
export function inferredDay(
  mentions: readonly Mention[],
  cues: readonly DayCue[],
  anchors: Anchors,
): IsoDate | undefined {
  const body = mentions.filter((mention) => !mention.headline);
  const candidates = agreed([
    ...body.map((mention) => daysWrittenFor(mention, anchors)),
    ...cues.map((cue) => (cue.kind === 'counted' ? daysCountedFor(cue, anchors) : undefined)),
  ]);
  const fitting = candidates.filter((day) => isWrittenOn(day, cues, candidates[0]));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The days that every witness allows, earliest first; a witness without a say is passed over. */
function agreed(witnesses: readonly (ReadonlySet<IsoDate> | undefined)[]): IsoDate[] {
  const said = witnesses.filter((days) => days !== undefined);
  const [first = new Set<IsoDate>(), ...rest] = said;
  return [...rest.reduce((days, next) => days.intersection(next), first)].sort();
}

/** For "on Thursday" and an act of 18 January: the days from which that Thursday is the 18th. */
function daysWrittenFor(mention: Mention, anchors: Anchors): Set<IsoDate> | undefined {
  const acts = anchors.get(anchorKey(mention) ?? '');
  if (acts === undefined || !/^(weekday|offset|month-day)$/.test(mention.time.kind)) return undefined;
  const written = (act: IsoDate) => weekFrom(act).filter((day) => resolveTime(mention.time, day).from === act);
  return new Set([...acts].flatMap(written));
}

/** For "a day after Pakistan struck" and a strike of 18 January: the week from the 19th on. */
function daysCountedFor(cue: Extract<DayCue, { kind: 'counted' }>, anchors: Anchors): Set<IsoDate> | undefined {
  const acts = anchors.get(anchorKey(cue.act) ?? '');
  return acts && new Set([...acts].flatMap((act) => weekFrom(addDays(act, cue.days))));
}

function weekFrom(day: IsoDate): IsoDate[] {
  return Array.from({ length: WEEK + 1 }, (_, ahead) => addDays(day, ahead));
}

/**
 * A report is written on the day of its news: the first weekday it names. Where it first counts from another act, the
 * news is of the day it counts to.
 */
function isWrittenOn(day: IsoDate, cues: readonly DayCue[], earliest: IsoDate | undefined): boolean {
  const [first] = cues;
  if (first === undefined) return false;
  return first.kind === 'weekday' ? weekdayOf(day) === first.weekday : day === earliest;
}
