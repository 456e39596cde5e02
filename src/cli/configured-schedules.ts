import type { WantedBrief } from '../config.ts';
import type { Conversation } from '../domain/chat.ts';
import { formatConversation } from '../domain/conversation-name.ts';
import { everyDay } from '../domain/day.ts';
import type { Logger } from '../domain/logger.ts';
import { type Schedule, type ScheduleStore, scheduleKey, USUAL_DEFINITION } from '../domain/schedule.ts';
import { DetenteError } from '../errors.ts';
import type { Admin } from './admin.ts';

/** Where the schedules of the environment are made. */
interface Making {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Names of the platforms that this process serves: those of another one are its own business. */
  readonly serves: ReadonlySet<string>;
}

/**
 * Makes the schedules that the environment names, and takes away those that it named once and does not any more. One
 * that somebody made or changed since, in a chat or by command, is left as it is, also under another name.
 * @throws DetenteError `bad-configuration` for a platform that this process does not serve
 */
export async function makeConfigured(
  store: ScheduleStore,
  wanted: readonly WantedBrief[],
  { now, serves }: Making,
): Promise<void> {
  for (const { conversation } of wanted) mustServe(conversation, serves);
  const stored = await store.list();
  for (const one of wanted) {
    const current = madeFor(one, stored);
    const schedule = scheduleFor(one, now);
    if (current === undefined) await store.save(schedule);
    else if (isOther(current, schedule)) await store.save({ ...current, ...schedule });
  }
  const named = new Set(wanted.map(({ conversation }) => formatConversation(conversation)));
  for (const schedule of stored)
    if (isForgotten(schedule, named) && serves.has(schedule.conversation.adapter)) await store.remove(schedule);
}

/** The schedule of an entry of the environment; undefined where none was made yet. */
export function madeFor(wanted: WantedBrief, stored: readonly Schedule[]): Schedule | undefined {
  const { environment } = scheduleFor(wanted, 0);
  const key = scheduleKey(scheduleFor(wanted, 0));
  const made = stored.find((one) => one.environment === environment);
  return made ?? stored.find((one) => scheduleKey(one) === key);
}

function mustServe(conversation: Conversation, serves: ReadonlySet<string>): void {
  const { adapter } = conversation;
  if (!serves.has(adapter))
    throw new DetenteError(
      'bad-configuration',
      `DETENTE_BRIEF names ${formatConversation(conversation)}, and ${adapter} is not configured: set its tokens`,
    );
}

function isOther(current: Schedule, { time, zone }: Schedule): boolean {
  return current.madeBy === 'environment' && (current.time !== time || current.zone !== zone);
}

function isForgotten({ madeBy, environment }: Schedule, named: ReadonlySet<string>): boolean {
  return madeBy === 'environment' && environment !== undefined && !named.has(environment);
}

function scheduleFor({ conversation, time, zone }: WantedBrief, now: number): Schedule {
  const name = { conversation, definition: USUAL_DEFINITION, situation: '' };
  return {
    ...name,
    time,
    zone,
    days: everyDay,
    since: now,
    madeBy: 'environment',
    environment: formatConversation(conversation),
  };
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
