import type { IsoDate } from './article.ts';

/** When a brief is wanted in a conversation. */
export interface ScheduleStatus {
  readonly situation?: string;
  /** `HH:MM` in the zone's own clock. */
  readonly time: string;
  readonly zone: string;
  /** Three letters each, `sat`. */
  readonly quietDays: readonly string[];
}

export interface OutletStatus {
  readonly outlet: string;
  readonly articles: number;
  readonly newest?: IsoDate;
}

/** What the bot can say of itself in a conversation. */
export interface DeskStatus {
  readonly schedule?: ScheduleStatus;
  /** Day of the last edition that was posted to the conversation. */
  readonly lastBrief?: IsoDate;
  readonly archive: { readonly articles: number; readonly newest?: IsoDate };
  /** Most articles first. */
  readonly outlets: readonly OutletStatus[];
  /** Asked in this workspace since midnight UTC. */
  readonly questionsToday: number;
}
