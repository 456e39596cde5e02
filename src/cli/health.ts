import type { Archive } from '../domain/archive.ts';
import type { Clock } from '../domain/clock.ts';
import { formatConversation } from '../domain/conversation-name.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { Feed } from '../domain/feed.ts';
import { feedState } from '../domain/feed-health.ts';
import { scheduleKey } from '../domain/schedule.ts';
import type { ModelCounts } from '../model/counts.ts';
import type { Sample } from '../monitoring/metrics.ts';
import type { Health } from '../monitoring/monitor.ts';
import { titleOf } from '../schedule/given-up.ts';

/** A channel knows within a quarter of an hour why it has no brief; whoever runs the bot knows as soon. */
const OVERDUE_MS = 15 * 60_000;
/** Problems that are told: with more of them it is one problem. */
const MOST = 100;

/** Whether every brief that is due is posted. */
export async function healthOf({ outbox }: Archive, clock: Clock): Promise<Health> {
  const overdue = await outbox.overdue(clock.now() - OVERDUE_MS, MOST);
  return { ok: overdue.length === 0, problems: overdue.map(problemOf) };
}

function problemOf(delivery: Delivery): string {
  const { conversation, reason = 'not tried yet' } = delivery;
  return `${titleOf(delivery)} for ${formatConversation(conversation)} is not posted: ${reason}`;
}

/** What is counted, and with a language model what was asked of it. */
export async function sampleOf(
  { outbox, schedules, feeds }: Archive,
  clock: Clock,
  counts?: Pick<ModelCounts, 'sample'>,
): Promise<Sample> {
  const sentAt = await outbox.lastSentAt();
  const tally = await outbox.tally();
  const sampled = (await schedules.list()).map((schedule) => {
    const { conversation, definition, situation } = schedule;
    const lastBriefAt = sentAt.get(scheduleKey(schedule));
    return {
      ...{ conversation: formatConversation(conversation), definition, situation },
      ...(lastBriefAt !== undefined && { lastBriefAt }),
    };
  });
  const waiting = tally.filter(({ state }) => state === 'waiting').reduce((sum, { count }) => sum + count, 0);
  const failures = [...Map.groupBy(tally, ({ adapter }) => adapter)].map(([adapter, own]) => {
    const failed = own.map(({ attempts, state, count }) => attempts - (state === 'sent' ? count : 0));
    return { adapter, count: failed.reduce((sum, one) => sum + Math.max(0, one), 0) };
  });
  return {
    now: clock.now(),
    schedules: sampled,
    waiting,
    deliveries: tally.filter(({ state }) => state !== 'waiting'),
    failures,
    feeds: feedSample(await feeds.list(), clock.now()),
    ...(counts && { model: counts.sample() }),
  };
}

/** Feeds by how they are, and what came of their items. */
function feedSample(feeds: readonly Feed[], now: number): Sample['feeds'] {
  const states = Map.groupBy(feeds, (feed) => feedState(feed, now));
  const sum = (of: (feed: Feed) => number) => feeds.reduce((total, feed) => total + of(feed), 0);
  const newest = Math.max(...feeds.map(({ succeededAt = 0 }) => succeededAt));
  return {
    states: [...states].map(([state, own]) => ({ state, count: own.length })),
    ...{ seen: sum(({ seen }) => seen), taken: sum(({ taken }) => taken) },
    ...(newest > 0 && { lastSuccessAt: newest }),
  };
}
