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

/** A feed that cannot be read. */
export interface FeedFault {
  readonly name: string;
  readonly since: IsoInstant;
  /** In plain words, without a full stop. */
  readonly reason: string;
}

/** How the feeds of the archive are. */
export interface FeedsStatus {
  readonly total: number;
  readonly paused: number;
  /** Those that can be read and bring nothing for much longer than they are used to. */
  readonly silent: number;
  readonly failing: number;
  /** The first few of those that fail, the longest first. */
  readonly faults: readonly FeedFault[];
  /** The last poll of any of them that went well. */
  readonly lastSuccess?: IsoInstant;
  /** The last time that any of them brought something new. */
  readonly lastNews?: IsoInstant;
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
  /** Absent where the bot knows of none. */
  readonly feeds?: FeedsStatus;
  /** Asked in this workspace since midnight UTC. */
  readonly questionsToday: number;
}
