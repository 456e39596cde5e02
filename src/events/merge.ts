import { createHash } from 'node:crypto';
import type { EventDate } from '../domain/event.ts';
import type { DatedMention } from '../domain/mention.ts';
import { type Days, daysOf, intersection, meets } from './days.ts';
import { blockOf, compare, exactnessKey, NO_DAY, orderKey } from './place.ts';
import { belongs } from './same-act.ts';

/** Mentions of one real act. */
export interface Cluster {
  readonly id: string;
  readonly date: EventDate;
  /** The most exact first. */
  readonly members: readonly DatedMention[];
}

/** The reports of one act that are known so far, in the order in which they were taken. */
export interface Growing {
  readonly members: DatedMention[];
  /** The order key of the first. */
  readonly born: string;
  /** The days on which all of them can be right. */
  days: Days;
}

/**
 * One cluster per real act, whatever the number of reports. Type, sides, kind of contact and date decide. The result
 * depends on the set of mentions only, not on their order: they are taken day by day as their articles appeared, so that
 * a later article joins what is there and never parts or renames it; within a day exact dates come before vague ones.
 */
export function clustersOf(dated: readonly DatedMention[]): Cluster[] {
  const keyed = dated.map((one) => ({ one, key: orderKey(one) })).sort((a, b) => compare(a.key, b.key));
  const blocks = Map.groupBy(keyed, ({ one }) => blockOf(one.mention));
  return [...blocks.values()].flatMap((block) => merged(block.map(({ one }) => one)));
}

/** The mentions of one block, in order. */
function merged(mentions: readonly DatedMention[]): Cluster[] {
  const clusters: Growing[] = [];
  for (const one of mentions) {
    const home = homeOf(one, clusters);
    if (home === undefined) clusters.push(begun(one));
    else join(home, one);
  }
  return clusters.map(({ members }) => clusterOf(members));
}

export function begun(report: DatedMention): Growing {
  return { members: [report], born: orderKey(report), days: daysOf(report) };
}

export function join(home: Growing, report: DatedMention): void {
  home.members.push(report);
  home.days = intersection(home.days, daysOf(report));
}

/**
 * Where a report belongs: of several acts that a vague report can mean, the last before it; else the one that began first.
 */
export function homeOf<Home extends Growing>(report: DatedMention, candidates: readonly Home[]): Home | undefined {
  const days = daysOf(report);
  const homes = candidates.filter(
    (home) => (report.mention.reference === true || meets(home.days, days)) && belongs(report, home.members),
  );
  if (homes.length < 2) return homes[0];
  const inOrder = homes.toSorted((one, other) => compare(one.born, other.born));
  const before = inOrder.filter((home) => home.days.to <= days.to);
  return before.sort((one, other) => compare(other.days.to, one.days.to))[0] ?? inOrder[0];
}

export function clusterOf(members: readonly DatedMention[]): Cluster {
  const keyed = members.map((one) => ({ one, key: exactnessKey(one) })).sort((a, b) => compare(a.key, b.key));
  const exactFirst = keyed.map(({ one }) => one);
  // what is done has the day on which it was done, not that of a plan
  const done = exactFirst.filter(({ mention }) => mention.status !== 'planned');
  return { id: idOf(members), date: dateOf(done.length > 0 ? done : exactFirst), members: exactFirst };
}

/** The most exact date; intervals narrow each other. */
function dateOf(exactFirst: readonly DatedMention[]): EventDate {
  const [first, ...rest] = exactFirst.map(({ date }) => date) as [EventDate, ...EventDate[]];
  return first.precision === 'interval' ? rest.reduce(narrowed, first) : first;
}

function narrowed(narrow: EventDate, next: EventDate): EventDate {
  if (next.precision !== 'interval') return narrow;
  const from = narrow.from === null || (next.from !== null && next.from > narrow.from) ? next.from : narrow.from;
  const to = narrow.to === null || (next.to !== null && next.to < narrow.to) ? next.to : narrow.to;
  return from !== null && to !== null && from > to ? narrow : { from, to, precision: 'interval' };
}

/** The earliest report names the event. */
function idOf(members: readonly DatedMention[]): string {
  const names = members.map(({ mention, reportedOn }) =>
    [reportedOn ?? NO_DAY, mention.articleId, String(mention.at).padStart(9, '0'), mention.type].join('|'),
  );
  return `e${createHash('sha256')
    .update(names.sort()[0] as string)
    .digest('hex')
    .slice(0, 12)}`;
}
