import type { Article } from '../domain/article.ts';
import { isNonEmpty } from '../domain/citation.ts';
import type { Claim, Event, EventStatus, Stance } from '../domain/event.ts';
import type { Mention } from '../domain/mention.ts';
import { daysBetween } from '../text/calendar.ts';
import { isMaterial } from './codes.ts';
import type { Cluster } from './merge.ts';
import { originsOf } from './origins.ts';
import { isGroup, stateIn, statesOf, withoutGroups } from './signature.ts';
import { sentence } from './wording.ts';

export type ArticleFacts = Pick<Article, 'id' | 'origin' | 'publishedAt'>;

/** An act this long before the report that tells of it is background, not news. In days. */
const HISTORY_DAYS = 60;

/**
 * The event that a cluster of mentions tells of.
 * @param parties the situation: an event that touches none of them has no stance toward it.
 */
export function eventOf(cluster: Cluster, factsOf: (id: string) => ArticleFacts, parties?: readonly string[]): Event {
  const mentions = cluster.members.map((member) => member.mention).sort(byArticle);
  const lead = cluster.members[0]?.mention as Mention;
  const tolls = [...new Set(mentions.flatMap((mention) => mention.toll ?? []))].sort((one, other) => one - other);
  const claims = claimsOf(
    mentions.toSorted((one, other) => Number(other.toll !== undefined) - Number(one.toll !== undefined)),
  );
  const articles = [...new Set(claims.map((claim) => claim.articleId))];
  if (!isNonEmpty(claims) || !isNonEmpty(articles)) throw new Error('a cluster without mentions');
  const groups = originsOf(mentions, (id) => factsOf(id).origin);
  const attribution = attributionOf(mentions, groups);
  const saidBy = namedOwner(attribution, mentions[0]);
  // a visit is told from the side of the visitor or of the host: the lead's side is kept
  const facing = mentions.filter((one) => statesOf(one.actors).some((state) => statesOf(lead.actors).includes(state)));
  const sides = {
    actors: isMaterial(lead.type)
      ? commonestList(facing.map((one) => one.actors))
      : richest(facing.map((one) => one.actors)),
    targets: targetsOf(facing),
  };
  const place = mentions.find((mention) => mention.place !== undefined)?.place;
  const status = statusOf(cluster, mentions, factsOf);
  return {
    id: cluster.id,
    type: lead.type,
    modes: [...new Set(mentions.flatMap((mention) => mention.modes))].sort(),
    ...(lead.cameo !== undefined && { cameo: lead.cameo }),
    stance: stanceToward(lead.stance, sides, parties),
    ...sides,
    date: cluster.date,
    ...(place !== undefined && { place }),
    status,
    claims,
    ...(attribution !== undefined && { attribution }),
    origins: new Set(groups).size,
    articles,
    summary: sentence({
      date: cluster.date,
      actors: sides.actors,
      targets: withoutGroups(sides.targets),
      act: commonest(cluster.members.flatMap(({ mention }) => (facing.includes(mention) ? mention.act : []))),
      status,
      announced: status === 'planned' && mentions.every((mention) => mention.time.kind === 'unstated'),
      tolls: { numbers: tolls, origins: new Set(groups.filter((_, at) => mentions[at]?.toll !== undefined)).size },
      ...(place !== undefined && { place }),
      ...(saidBy !== undefined && { attribution: saidBy }),
    }),
    tolls,
  };
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
  if (owner === undefined || (actors.length === 1 && actors[0] === owner && !isMaterial(first?.type ?? null)))
    return undefined;
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
  const states = [...statesOf(sides.actors), ...statesOf(sides.targets)];
  return states.some((state) => parties.includes(state)) ? stance : 'neutral';
}

function statusOf(cluster: Cluster, mentions: readonly Mention[], factsOf: (id: string) => ArticleFacts): EventStatus {
  const { to, from } = cluster.date;
  const published = mentions
    .map((mention) => factsOf(mention.articleId).publishedAt)
    .filter((day) => day !== undefined);
  const last = to ?? from;
  const first = published.sort()[0];
  if (mentions.some((mention) => mention.time.kind === 'since')) return 'historical';
  if (last !== null && first !== undefined && daysBetween(last, first) > HISTORY_DAYS) return 'historical';
  return mentions.some((mention) => mention.status === 'reported') ? 'reported' : (mentions[0]?.status ?? 'reported');
}
