import type { IsoDate } from './article.ts';
import type { Conversation } from './chat.ts';
import type { Weekday } from './day.ts';

/** What names a schedule: a conversation has one at most for each definition and situation. */
export interface ScheduleName {
  readonly conversation: Conversation;
  /** A file of `briefs/`. */
  readonly definition: string;
  /** Empty: what the archive is most about. */
  readonly situation: string;
}

/** When a brief is posted in a conversation by itself. */
export interface Schedule extends ScheduleName {
  /** `HH:MM` on the zone's own clock. */
  readonly time: string;
  /** IANA name. */
  readonly zone: string;
  /** Days on which it posts, at least one. */
  readonly days: readonly Weekday[];
  /** The definition of Saturdays and Sundays, where it is another one. */
  readonly weekend?: string;
  /** The first day on which it posts again. */
  readonly pausedUntil?: IsoDate;
  /** Milliseconds since 1970: nothing was due before. */
  readonly since: number;
  /** Who made or changed it last. What the environment made goes when it no longer stands there. */
  readonly madeBy: 'chat' | 'command-line' | 'environment';
  /** The conversation as the environment names it, where that made it; stays whoever changes it, under any name. */
  readonly environment?: string;
}

/** The schedules of all conversations. Purged with their workspace. */
export interface ScheduleStore {
  /** In the order they were made. */
  list(): Promise<readonly Schedule[]>;
  of(conversation: Conversation): Promise<readonly Schedule[]>;
  /** In place of the one of the same name, where there is one, or of `replaced`, whose place in the order it takes. */
  save(schedule: Schedule, replaced?: ScheduleName): Promise<void>;
  /** False where there is none. */
  remove(name: ScheduleName): Promise<boolean>;
  /** Another number once any of them was changed, by whichever process. */
  revision(): Promise<number>;
}

/** What a schedule posts where no other file of `briefs/` is named. */
export const USUAL_DEFINITION = 'de-escalation';

/** The same text for the same schedule. */
export function scheduleKey({ conversation, definition, situation }: ScheduleName): string {
  const { adapter, workspace, channel, thread = '' } = conversation;
  return JSON.stringify([adapter, workspace, channel, thread, definition, situation]);
}
