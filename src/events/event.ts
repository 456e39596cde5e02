import type { Article } from '../domain/article.ts';
import { isNonEmpty } from '../domain/citation.ts';
import type { Claim, Event, EventStatus, Stance } from '../domain/event.ts';
import type { Mention } from '../domain/mention.ts';
import type { Cluster } from './merge.ts';
import { originsOf } from './origins.ts';
import { stateIn } from './parties.ts';
import { statesOf } from './signature.ts';
import { sentence } from './wording.ts';

export type ArticleFacts = Pick<Article, 'id' | 'origin' | 'publishedAt'>;

/** An act this long before the report that tells of it is background, not news. In days. */
const HISTORY_DAYS = 60;
const DAY_MS = 86_400_000;

/**
 * The event that a cluster of mentions tells of.
 * @param parties the situation: an event that touches none of them has no stance toward it.
 */
export function eventOf(cluster: Cluster, factsOf: (id: string) => ArticleFacts, parties?: readonly string[]): Event {
  const mentions = cluster.members.map((member) => member.mention).sort(byArticle);
  const lead = cluster.members[0]?.mention as Mention;
  const claims = claimsOf(mentions);
  const articles = [...new Set(claims.map((claim) => claim.articleId))];
  if (!isNonEmpty(claims) || !isNonEmpty(articles)) throw new Error('a cluster without mentions');
  const groups = originsOf(mentions, (id) => factsOf(id).origin);
  const attribution = attributionOf(mentions, groups);
  const toll = mentions.find((mention) => mention.toll !== undefined)?.toll;
  const sides = {
    actors: richest(mentions.map((one) => one.actors)),
    targets: richest(mentions.map((one) => one.targets)),
  };
  const place = mentions.find((mention) => mention.place !== undefined)?.place;
  return {
    id: cluster.id,
    type: lead.type,
    modes: [...new Set(mentions.flatMap((mention) => mention.modes))].sort(),
    ...(lead.cameo !== undefined && { cameo: lead.cameo }),
    stance: stanceToward(lead.stance, sides, parties),
    ...sides,
    date: cluster.date,
    ...(place !== undefined && { place }),
    status: statusOf(cluster, mentions, factsOf),
    claims,
    origins: new Set(groups).size,
    articles,
    summary: sentence({
      date: cluster.date,
      ...sides,
      act: lead.act,
      ...(attribution !== undefined && { attribution }),
    }),
    ...(toll !== undefined && { toll }),
  };
}

/** The owner of what an event says, if it has one: none where two independent origins say it in their own voice. */
export function ownerOf(event: Pick<Event, 'claims'>): string | undefined {
  const voices = event.claims.map((claim) => claim.speaker);
  const own = voices.filter((speaker) => speaker === undefined).length;
  return own >= 2 ? undefined : voices.find((speaker) => speaker !== undefined);
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

function attributionOf(mentions: readonly Mention[], groups: readonly number[]): string | undefined {
  const own = new Set(groups.filter((_, index) => mentions[index]?.speaker === undefined));
  if (own.size >= 2) return undefined;
  const speaker = mentions.find((mention) => mention.speaker !== undefined)?.speaker;
  const actors = mentions[0]?.actors ?? [];
  return speaker !== undefined && actors.length === 1 && actors[0] === speaker
    ? undefined
    : speaker && stateIn(speaker);
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
  if (last !== null && first !== undefined && Date.parse(first) - Date.parse(last) > HISTORY_DAYS * DAY_MS)
    return 'historical';
  return mentions.some((mention) => mention.status === 'reported') ? 'reported' : (mentions[0]?.status ?? 'reported');
}
