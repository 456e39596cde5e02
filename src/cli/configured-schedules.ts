import type { WantedBrief } from '../config.ts';
import type { Conversation } from '../domain/chat.ts';
import { formatConversation } from '../domain/conversation-name.ts';
import { type Weekday, weekdayNames } from '../domain/day.ts';
import type { Logger } from '../domain/logger.ts';
import { type Schedule, type ScheduleStore, scheduleKey } from '../domain/schedule.ts';
import type { Admin } from './admin.ts';

/**
 * Makes the schedules that the environment names, and takes away those that it named once and does not any more. One
 * that somebody made or changed since, in a chat or by command, is left as it is.
 * @param now milliseconds since 1970
 */
export async function makeConfigured(store: ScheduleStore, wanted: readonly WantedBrief[], now: number): Promise<void> {
  const stored = new Map((await store.list()).map((schedule) => [scheduleKey(schedule), schedule]));
  const made = wanted.map((one) => scheduleFor(one, now));
  for (const schedule of made) {
    const current = stored.get(scheduleKey(schedule));
    if (current === undefined) await store.save(schedule);
    else if (isOther(current, schedule)) await store.save({ ...current, ...schedule });
    stored.delete(scheduleKey(schedule));
  }
  for (const schedule of stored.values()) if (schedule.madeBy === 'environment') await store.remove(schedule);
}

function isOther(current: Schedule, { time, zone }: Schedule): boolean {
  return current.madeBy === 'environment' && (current.time !== time || current.zone !== zone);
}

function scheduleFor({ conversation, time, zone }: WantedBrief, now: number): Schedule {
  const days = Object.keys(weekdayNames) as Weekday[];
  const name = { conversation, definition: 'de-escalation', situation: '' };
  return { ...name, time, zone, days, since: now, madeBy: 'environment' };
}

/**
 * Says at once, and not at seven in the morning, which of the conversations that the environment names take no posts.
 * Never rejects: what cannot be asked now is found out when it is due.
 */
export async function tellRefusals(
  schedules: readonly Schedule[],
  refusal: (conversation: Conversation) => Promise<string | undefined>,
  { admin, logger }: { readonly admin: Admin; readonly logger: Logger },
): Promise<void> {
  for (const { conversation } of schedules.filter(({ madeBy }) => madeBy === 'environment'))
    try {
      const reason = await refusal(conversation);
      if (reason !== undefined)
        await admin.tell(`No brief can be posted to ${formatConversation(conversation)} (DETENTE_BRIEF): ${reason}`);
    } catch (error) {
      logger.warn(
        { conversation: formatConversation(conversation), error },
        'could not be asked whether it takes posts',
      );
    }
}
