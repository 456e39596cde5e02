import type { IsoDate, IsoInstant } from './article.ts';

/** A brief that is posted in a conversation by itself. */
export interface ScheduleStatus {
  readonly definition: string;
  readonly situation?: string;
  /** `HH:MM` in the zone's own clock. */
  readonly time: string;
  readonly zone: string;
  /** Three letters each, `sat`. */
  readonly quietDays: readonly string[];
  /** The definition of Saturdays and Sundays, where it is another one. */
  readonly weekend?: string;
  /** The first day on which it posts again. */
  readonly pausedUntil?: IsoDate;
  /** Absent where no day is left on which it posts. */
  readonly next?: IsoInstant;
}

/** What became of an edition, or of a correction of one. */
export interface DeliveryStatus {
  readonly date: IsoDate;
  readonly definition: string;
  readonly situation?: string;
  readonly correction: boolean;
  readonly state: 'waiting' | 'sent' | 'failed' | 'missed';
  readonly due: IsoInstant;
  /** When it was posted or given up. */
  readonly settled?: IsoInstant;
  readonly late: boolean;
  readonly attempts: number;
  /** Why the last attempt failed. */
  readonly reason?: string;
}

export interface OutletStatus {
  readonly outlet: string;
  readonly articles: number;
  readonly newest?: IsoDate;
}

/** What the bot can say of itself in a conversation. */
export interface DeskStatus {
  readonly schedules: readonly ScheduleStatus[];
  /** The last few, the latest first. */
  readonly deliveries: readonly DeliveryStatus[];
  /** Day of the last edition that was asked for in the conversation. */
  readonly lastBrief?: IsoDate;
  readonly archive: { readonly articles: number; readonly newest?: IsoDate };
  /** Most articles first. */
  readonly outlets: readonly OutletStatus[];
  /** Asked in this workspace since midnight UTC. */
  readonly questionsToday: number;
}
