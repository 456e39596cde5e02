import type { ArticleId, OriginId } from '../domain/article.ts';
import { isNonEmpty } from '../domain/citation.ts';
import type { Claim, Event, EventDate, EventOutline, EventStatus, Stance } from '../domain/event.ts';
import type { DatedMention, Mention } from '../domain/mention.ts';
import { daysBetween } from '../text/calendar.ts';
import { isMaterial } from './codes.ts';
import type { Cluster } from './merge.ts';
import { originsOf } from './origins.ts';
import { isGroup, stateIn, statesIn, statesOf, withoutGroups } from './signature.ts';
import { sentence } from './wording.ts';

/** An act this long before the report that tells of it is background, not news. In days. */
const HISTORY_DAYS = 60;

/** The event that a cluster of mentions tells of, by itself: with the stance of its act, whoever reads. */
export function outlineOf({ id, date, members }: Cluster): EventOutline {
  const mentions = members.map(({ mention }) => mention).sort(byArticle);
  const lead = leadOf(members);
  const place = mentions.find((mention) => mention.place !== undefined)?.place;
  return {
    id,
    type: lead.type,
    modes: [...new Set(mentions.flatMap((mention) => mention.modes))].sort(),
    ...(lead.cameo !== undefined && { cameo: lead.cameo }),
    ...(lead.sense !== undefined && { sense: lead.sense }),
    stance: lead.stance,
    ...sidesOf(facing(mentions, lead), lead),
    date,
    ...dueIn(members),
    ...(place !== undefined && { place }),
    status: statusOf(date, members),
    named: distinct(mentions.map((mention) => mention.named)),
  };
}

/** The most exact report, of those whose act the lexicon names where there is one. */
function leadOf(members: readonly DatedMention[]): Mention {
  const exact = members.find(({ mention }) => mention.sense !== undefined) ?? members[0];
  return exact?.mention as Mention;
}

/**
 * The event that a cluster of mentions tells of.
 * @param parties the situation: an event that touches none of them has no stance toward it.
 */
export function eventOf(
  cluster: Cluster,
  originOf: (article: ArticleId) => OriginId,
  parties?: readonly string[],
): Event {
  const outline = outlineOf(cluster);
  const mentions = cluster.members.map(({ mention }) => mention).sort(byArticle);
  const groups = originsOf(mentions, originOf);
  const attribution = attributionOf(mentions, groups);
  return {
    ...outline,
    stance: stanceToward(outline.stance, outline, parties),
    ...claimed(mentions),
    ...(attribution !== undefined && { attribution }),
    origins: new Set(groups).size,
    summary: summaryOf(outline, mentions, groups, attribution),
    tolls: tollsOf(mentions),
  };
}

/** The claims, those whose numbers and words the summary gives first, and the articles that make them. */
function claimed(mentions: readonly Mention[]): Pick<Event, 'claims' | 'articles'> {
  const weight = ({ toll, about }: Mention) => Number(toll !== undefined) * 2 + Number(about !== undefined);
  const claims = claimsOf(mentions.toSorted((one, other) => weight(other) - weight(one)));
  const articles = [...new Set(claims.map((claim) => claim.articleId))];
  if (!isNonEmpty(claims) || !isNonEmpty(articles)) throw new Error('a cluster without mentions');
  return { claims, articles };
}

function summaryOf(
  event: EventOutline,
  mentions: readonly Mention[],
  groups: readonly number[],
  attribution: string | undefined,
): string {
  const saidBy = namedOwner(attribution, mentions[0]);
  const own = mentions.filter((one) => statesOf(one.actors).some((state) => statesOf(event.actors).includes(state)));
  const about = contentAmong(own, event);
  const counted = new Set(groups.filter((_, at) => mentions[at]?.toll !== undefined)).size;
  return sentence({
    date: event.date,
    actors: event.actors,
    targets: withoutGroups(event.targets),
    act: commonest(wordedBroadly(own.length > 0 ? own : mentions).map((mention) => mention.act)),
    status: event.status,
    announced: event.status === 'planned',
    ...(event.due !== undefined && { due: event.due }),
    tolls: { numbers: tollsOf(mentions), origins: counted },
    ...(event.place !== undefined && { place: event.place }),
    ...(about !== undefined && { about: aboutWords(about) }),
    ...(saidBy !== undefined && { attribution: saidBy }),
  });
}

/** A sense of the lexicon says of all reports what the own words of one say of that one; those where there is no other. */
function wordedBroadly(mentions: readonly Mention[]): readonly Mention[] {
  const coded = mentions.filter(({ sense }) => sense !== undefined);
  return coded.length > 0 ? coded : mentions;
}

/** The report whose words say what the act is about. */
function contentAmong(mentions: readonly Mention[], { sense }: EventOutline): Mention | undefined {
  return mentions.find((mention) => mention.about !== undefined && mention.sense === sense);
}

/** "accused Chad of “shelling a market”", "condemned acts of Chad: “the shelling”". */
function aboutWords({ about = '', sense, targets }: Mention): string {
  return /^(accuse|brand)$/.test(sense ?? '') && targets.length > 0 ? ` of “${about}”` : `: “${about}”`;
}

function tollsOf(mentions: readonly Mention[]): readonly number[] {
  return [...new Set(mentions.flatMap((mention) => mention.toll ?? []))].sort((one, other) => one - other);
}

/** A visit is told from the side of the visitor or of the host: the lead's side is kept. */
function facing(mentions: readonly Mention[], lead: Mention): Mention[] {
  const states = statesOf(lead.actors);
  return mentions.filter((one) => statesOf(one.actors).some((state) => states.includes(state)));
}

/** When it is to happen, by the report that is most exact about it; nothing once it is done. */
function dueIn(members: readonly DatedMention[]): { due?: EventDate } {
  if (members.some(({ mention }) => mention.status !== 'planned')) return {};
  const dues = members.flatMap(({ due }) => due ?? []);
  const due = dues.find(({ precision }) => precision === 'day') ?? dues[0];
  return due === undefined ? {} : { due };
}

function sidesOf(mentions: readonly Mention[], lead: Mention): Pick<Event, 'actors' | 'targets'> {
  const actors = mentions.map((one) => one.actors);
  return { actors: isMaterial(lead.type) ? commonestList(actors) : richest(actors), targets: targetsOf(mentions) };
}

/** Each list once. */
function distinct(lists: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(lists.map((list) => [list.join('|'), list])).values()];
}

function byArticle(one: Mention, other: Mention): number {
  return one.articleId === other.articleId ? one.at - other.at : one.articleId < other.articleId ? -1 : 1;
}

function claimsOf(mentions: readonly Mention[]): Claim[] {
  const claims: Claim[] = [];
  for (const { articleId, span, speaker } of mentions) {
    if (claims.some((claim) => claim.articleId === articleId && claim.citation.start === span.start)) continue;
    claims.push({ articleId, citation: span, ...(speaker !== undefined && { speaker }) });
  }
  return claims;
}

/** The owner of what the mentions say: none where two independent origins say it in their own voice. */
function attributionOf(mentions: readonly Mention[], groups: readonly number[]): string | undefined {
  const own = new Set(groups.filter((_, index) => mentions[index]?.speaker === undefined));
  return own.size >= 2 ? undefined : mentions.find((mention) => mention.speaker !== undefined)?.speaker;
}

/** The owner as the sentence names it. Who says that it did a deed owns the claim; who says words has said them. */
function namedOwner(owner: string | undefined, first: Mention | undefined): string | undefined {
  const actors = first?.actors ?? [];
  const own = actors.length === 1 && owner !== undefined && (actors[0] === owner || actors[0] === stateIn(owner));
  if (owner === undefined || (own && !isMaterial(first?.type ?? null))) return undefined;
  return stateIn(owner);
}

/** The list that most reports give, the first of them where several do. */
function commonestList(lists: readonly (readonly string[])[]): readonly string[] {
  const best = commonest(lists.map((list) => JSON.stringify(list)));
  return lists.find((list) => JSON.stringify(list) === best) ?? [];
}

/** The states that most reports name as targets, and every group that one names beside them. */
function targetsOf(mentions: readonly Mention[]): readonly string[] {
  const lists = mentions.map((mention) => mention.targets.filter((target) => !isGroup(target)));
  const groups = mentions.flatMap((mention) => mention.targets.filter(isGroup));
  return statesFirst([...commonestList(lists.filter((list) => list.length > 0)), ...groups]);
}

/** Every target once, states before the groups in them. */
function statesFirst(targets: readonly string[]): readonly string[] {
  const all = [...new Set(targets)].filter(
    (target, _, list) => !list.some((one) => one !== target && stateIn(one) === target),
  );
  return all.toSorted((one, other) => Number(isGroup(one)) - Number(isGroup(other)));
}

/** The wording that most reports give, the first of them where several do. */
function commonest(acts: readonly string[]): string {
  const count = (act: string) => acts.filter((one) => one === act).length;
  return acts.reduce((best, act) => (count(act) > count(best) ? act : best), acts[0] ?? '');
}

/** The longest list, persons before bare states. */
function richest(lists: readonly (readonly string[])[]): readonly string[] {
  const weight = (list: readonly string[]) => list.length * 10 + list.filter((name) => name.includes('(')).length;
  return lists.reduce((best, list) => (weight(list) > weight(best) ? list : best), lists[0] ?? []);
}

function stanceToward(
  stance: Stance,
  sides: Pick<Event, 'actors' | 'targets'>,
  parties: readonly string[] | undefined,
): Stance {
  if (parties === undefined) return stance;
  return statesIn(sides).some((state) => parties.includes(state)) ? stance : 'neutral';
}

function statusOf(date: EventDate, members: readonly DatedMention[]): EventStatus {
  const last = date.to ?? date.from;
  const first = members.flatMap(({ reportedOn }) => reportedOn ?? []).sort()[0];
  if (members.some(({ mention }) => mention.time.kind === 'since')) return 'historical';
  if (last !== null && first !== undefined && daysBetween(last, first) > HISTORY_DAYS) return 'historical';
  if (members.some(({ mention }) => mention.status === 'reported')) return 'reported';
  return members[0]?.mention.status ?? 'reported';
}
