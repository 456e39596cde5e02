import { createHash } from 'node:crypto';
import type { EventDate } from '../domain/event.ts';
import type { Mention } from '../domain/mention.ts';
import { addDays } from '../text/calendar.ts';
import { isSenseName, SENSES, type SenseName } from './senses.ts';
import { isGroup, stateIn, statesOf } from './signature.ts';
import { type DatedMention, EPISODE_DAYS } from './timeline.ts';

/** Mentions of one real act. */
export interface Cluster {
  readonly id: string;
  readonly date: EventDate;
  readonly members: readonly DatedMention[];
}

/**
 * One cluster per real act, whatever the number of reports. Type, sides, kind of contact and date decide. The result
 * depends on the set of mentions only, not on their order: they are taken day by day as their articles appeared, so that
 * a later article joins what is there and never parts or renames it; within a day exact dates come before vague ones.
 * @param articleDay the day of a mention's article, or what sorts behind all days.
 */
export function clustersOf(dated: readonly DatedMention[], articleDay: (mention: Mention) => string): Cluster[] {
  const blocks = new Map<string, DatedMention[][]>();
  const clusters: DatedMention[][] = [];
  const byDay = (one: DatedMention, other: DatedMention) =>
    compare(articleDay(one.mention), articleDay(other.mention)) || byExactness(one, other);
  for (const one of [...dated].sort(byDay)) {
    const key = blockOf(one.mention);
    const block = blocks.get(key) ?? [];
    blocks.set(key, block);
    const home = nearest(
      block.filter((members) => belongs(one, members)),
      one,
    );
    if (home !== undefined) home.push(one);
    else {
      const members = [one];
      block.push(members);
      clusters.push(members);
    }
  }
  return clusters.map((members) => {
    const exactFirst = members.toSorted(byExactness);
    return { id: idOf(members, articleDay), date: dateOf(exactFirst), members: exactFirst };
  });
}

/** Mentions of different blocks never merge. */
function blockOf(mention: Mention): string {
  const actor = isMutual(mention) ? '' : (statesOf(mention.actors)[0] ?? '');
  return `${mention.type}|${mention.status === 'denied' || mention.status === 'hypothetical' ? mention.status : ''}|${actor}`;
}

/** Acts that two do together have no first actor; nor have visits, told from either side. */
function isMutual({ type, sense }: Mention): boolean {
  return type === 'CONSULT' || (isSenseName(sense) && SENSES[sense].shape === 'together');
}

const EXACTNESS = { day: 0, interval: 1, month: 2, unknown: 3 } as const;

function byExactness(one: DatedMention, other: DatedMention): number {
  return (
    EXACTNESS[one.date.precision] - EXACTNESS[other.date.precision] ||
    compare(one.date.to ?? one.date.from ?? '', other.date.to ?? other.date.from ?? '') ||
    compare(one.mention.articleId, other.mention.articleId) ||
    one.mention.at - other.mention.at ||
    compare(one.mention.cameo ?? '', other.mention.cameo ?? '')
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function belongs(one: DatedMention, members: readonly DatedMention[]): boolean {
  return (
    members.some((member) => sameAct(one.mention, member.mention)) &&
    members.every((member) => canBeOneDay(one, member) && sameKind(one.mention, member.mention))
  );
}

/** A noun that looks back can mean an act of any earlier day. */
function canBeOneDay(one: DatedMention, member: DatedMention): boolean {
  if (meet(one.date, member.date)) return true;
  const known = one.date.precision !== 'unknown' && member.date.precision !== 'unknown';
  return one.mention.reference === true && known && (member.date.from ?? '') <= (one.date.to ?? '9999');
}

/** Two reports can tell of one act. */
function sameAct(one: Mention, other: Mention): boolean {
  if (one.type !== other.type || !sameKind(one, other)) return false;
  if (one.type !== 'ASSAULT' && namesOthers(one, other)) return false;
  const [left, right] = [statesOf(one.actors), statesOf(other.actors)];
  const together = one.targets.length === 0 && other.targets.length === 0 && left.length > 1 && right.length > 1;
  if (together) return shared(left, right) >= 2;
  if (isVisit(one) && isVisit(other) && one.sense !== other.sense)
    return shared(left, statesOf(other.targets)) > 0 && shared(statesOf(one.targets), right) > 0;
  if (shared(left, right) === 0 || left.length !== right.length) return false;
  return sameTargets(one, other);
}

/** Both name persons of one state, and not the same ones: a president's visit is not his minister's. */
function namesOthers(one: Mention, other: Mention): boolean {
  const [left, right] = [personsByState(one), personsByState(other)];
  return [...left].some(
    ([state, persons]) => right.has(state) && !persons.some((name) => right.get(state)?.includes(name)),
  );
}

function personsByState({ actors, targets }: Mention): Map<string, string[]> {
  return Map.groupBy(
    [...actors, ...targets].filter((actor) => actor.endsWith(')')),
    stateIn,
  );
}

/** Who visits is received: two reports of one visit from its two sides. */
function isVisit({ sense }: Mention): boolean {
  return sense === 'visit' || sense === 'host';
}

function sameTargets(one: Mention, other: Mention): boolean {
  const [left, right] = [statesOf(one.targets), statesOf(other.targets)];
  if (left.length === 0 || right.length === 0 || shared(left, right) > 0) return true;
  // one report names the country that was struck, another the group in it
  return one.type === 'ASSAULT' && left.every(isGroup) !== right.every(isGroup);
}

/** Words of different purport and contacts of different kind are different acts. */
function sameKind(one: Mention, other: Mention): boolean {
  if (one.type === 'CONSULT') return sameMedium(mediumOf(one), mediumOf(other));
  if (one.type === 'ASSAULT' || one.type === 'MOBILIZE') return true;
  return purport(one) === purport(other);
}

type Medium = 'remote' | 'in person' | 'written' | 'about ambassadors' | 'between others' | 'any';

/** How a contact was made, where the words for it tell. */
const MEDIA: Partial<Record<SenseName, Medium>> = {
  phone: 'remote',
  meet: 'in person',
  visit: 'in person',
  host: 'in person',
  messages: 'written',
  letter: 'written',
  discussReturn: 'about ambassadors',
  mediate: 'between others',
};

function mediumOf({ sense, modes }: Mention): Medium {
  const known = isSenseName(sense) ? MEDIA[sense] : undefined;
  return known ?? (modes.includes('phone') ? 'remote' : modes.includes('visit') ? 'in person' : 'any');
}

/** "Held talks" can be a call or a meeting, but no letter. */
function sameMedium(one: Medium, other: Medium): boolean {
  const open = /^(remote|in person)$/;
  return one === other || (one === 'any' && open.test(other)) || (other === 'any' && open.test(one));
}

/** AGREE and its like hold many purports under one type: the first three digits of the CAMEO code part them. */
function purport(mention: Mention): string {
  return (mention.cameo ?? '').slice(0, 3) + (mention.modes[0] ?? '');
}

function shared(left: readonly string[], right: readonly string[]): number {
  return left.filter((one) => right.includes(one)).length;
}

/** Can both be right about the day? What is undated meets nothing but itself. */
function meet(one: EventDate, other: EventDate): boolean {
  if (one.precision === 'unknown' || other.precision === 'unknown') return one.precision === other.precision;
  return (firstDay(one) ?? '') <= (other.to ?? '9999') && (firstDay(other) ?? '') <= (one.to ?? '9999');
}

/** What is only known to lie before a report lies in the report's episode. */
function firstDay(date: EventDate): string | null {
  return date.from ?? (date.to === null ? null : addDays(date.to, -EPISODE_DAYS));
}

/** Of several acts that a vague report can mean, the last before it. */
function nearest(homes: readonly DatedMention[][], one: DatedMention): DatedMention[] | undefined {
  const day = (members: readonly DatedMention[]) => dateOf(members.toSorted(byExactness)).to ?? '';
  return (
    homes.filter((members) => day(members) <= (one.date.to ?? '9999')).sort((a, b) => compare(day(b), day(a)))[0] ??
    homes[0]
  );
}

/** The most exact date; intervals narrow each other. */
function dateOf(members: readonly DatedMention[]): EventDate {
  const [first, ...rest] = members.map((member) => member.date) as [EventDate, ...EventDate[]];
  if (first.precision !== 'interval') return first;
  return rest.reduce((narrow, next) => {
    if (next.precision !== 'interval') return narrow;
    const from = narrow.from === null || (next.from !== null && next.from > narrow.from) ? next.from : narrow.from;
    const to = narrow.to === null || (next.to !== null && next.to < narrow.to) ? next.to : narrow.to;
    return from !== null && to !== null && from > to ? narrow : { from, to, precision: 'interval' as const };
  }, first);
}

/** The earliest mention names the event. */
function idOf(members: readonly DatedMention[], articleDay: (mention: Mention) => string): string {
  const names = members
    .map(
      ({ mention }) =>
        `${articleDay(mention)}|${mention.articleId}|${String(mention.at).padStart(9, '0')}|${mention.type}`,
    )
    .sort();
  return `e${createHash('sha256')
    .update(names[0] as string)
    .digest('hex')
    .slice(0, 12)}`;
}
