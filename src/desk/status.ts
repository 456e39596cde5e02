import type { ArticleOutline } from '../domain/archive.ts';
import type { ChatRequest, Conversation } from '../domain/chat.ts';
import { scheduleKey } from '../domain/schedule.ts';
import type { DeskStatus, OutletStatus } from '../domain/status.ts';
import { UNSTATED } from '../outline/desk.ts';
import { type BotParts, instant } from './desk.ts';
import { feedsOf } from './feeds-status.ts';
import { deliveryStatus, scheduleStatus } from './schedule-status.ts';

/** Stands for a workspace where there is none, as in Discord's direct messages: what people do there is nobody else's. */
export const NO_WORKSPACE = '@me';

/** As many as tell how the last days went. */
const MOST_DELIVERIES = 5;

/** The state of the bot as one conversation sees it. */
export async function statusOf(
  parts: BotParts,
  { conversation, user }: Pick<ChatRequest, 'conversation' | 'user'>,
): Promise<DeskStatus> {
  const { archive, clock } = parts;
  const { adapter, workspace } = conversation;
  const asker = workspace === NO_WORKSPACE ? user : undefined;
  const settings = await archive.desk.settings(placeOf(conversation));
  const articles = await archive.articles.outline();
  const midnight = `${instant(clock).slice(0, 10)}T00:00:00Z`;
  const newest = newestOf(articles);
  const place = placeOf(conversation);
  const schedules = await archive.schedules.of(place);
  const lastDone = await archive.outbox.lastDone(clock.now(), place);
  const deliveries = await archive.outbox.recent({ conversation: place, limit: MOST_DELIVERIES });
  const feeds = await feedsOf(parts);
  return {
    schedules: schedules.map((one) => scheduleStatus(one, lastDone.get(scheduleKey(one)), clock)),
    deliveries: deliveries.map(deliveryStatus),
    ...(settings['last'] !== undefined && { lastBrief: settings['last'] }),
    archive: { articles: articles.length, ...(newest !== undefined && { newest }) },
    outlets: outletsOf(articles),
    ...(feeds !== undefined && { feeds }),
    questionsToday: await archive.desk.countQuestions(adapter, workspace, midnight, asker),
  };
}

/** Settings are those of a channel, whichever of its threads they are asked for in. */
export function placeOf({ adapter, workspace, channel }: Conversation): Conversation {
  return { adapter, workspace, channel };
}

/** The last day that any of them states. */
export function newestOf(articles: readonly ArticleOutline[]): string | undefined {
  return articles
    .flatMap(({ publishedAt }) => publishedAt ?? [])
    .sort()
    .at(-1);
}

function outletsOf(articles: readonly ArticleOutline[]): OutletStatus[] {
  const named = Map.groupBy(articles, ({ outlet }) => outlet ?? UNSTATED);
  const rows = [...named].map(([outlet, own]): OutletStatus => {
    const newest = newestOf(own);
    return { outlet, articles: own.length, ...(newest !== undefined && { newest }) };
  });
  return rows.sort((a, b) => b.articles - a.articles || (a.outlet < b.outlet ? -1 : 1));
}
