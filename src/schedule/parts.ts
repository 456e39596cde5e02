import type { IsoDate } from '../domain/article.ts';
import type { Brief } from '../domain/brief.ts';
import type { ChatAdapter } from '../domain/chat.ts';
import type { Clock } from '../domain/clock.ts';
import type { Edition, Outbox } from '../domain/delivery.ts';
import type { Logger } from '../domain/logger.ts';
import type { Schedule, ScheduleStore } from '../domain/schedule.ts';

/** An edition as a schedule wants it. */
export interface Order {
  readonly schedule: Schedule;
  readonly date: IsoDate;
  /** What was sent last under the schedule: the edition tells what is new since. */
  readonly previous?: { readonly date: IsoDate; readonly mark: number; readonly situation: string | undefined };
}

/** Makes an edition, or takes one that was made for another conversation. */
export type Compose = (order: Order) => Promise<Edition>;

/** What of the outbox deliveries are made with. */
export type Deliveries = Pick<
  Outbox,
  | 'open'
  | 'revive'
  | 'overdue'
  | 'waiting'
  | 'claim'
  | 'renew'
  | 'prepare'
  | 'settle'
  | 'edition'
  | 'lastDone'
  | 'lastSent'
  | 'since'
>;

/** What deliveries are made of. */
export interface SchedulingParts {
  readonly outbox: Outbox;
  readonly schedules: ScheduleStore;
  /** Those that run, by name. */
  readonly adapters: ReadonlyMap<string, ChatAdapter>;
  /** What days and times are told by. It may run fast, and jump. */
  readonly clock: Clock;
  /** What processes and platforms share: leases and look-ups are told by it. */
  readonly machineClock: Clock;
  readonly logger: Logger;
  readonly compose: Compose;
  /** Tells those who run the bot what only they can mend. */
  tellAdmin(text: string): Promise<void>;
  /** Milliseconds after its slot that a brief is still begun. */
  readonly lateMs: number;
  /** Milliseconds that a process may be silent before another takes over; longer than a call to a platform may take. */
  readonly leaseMs: number;
  /** Called after each step of a delivery, by its name: where a test lets the process die. */
  onStep?(step: string): void;
}

/** Notices stand in the order in which they concern the reader: how the edition is comes before what is in it. */
export function withNotices(brief: Brief, notices: Brief['notices']): Brief {
  return notices.length === 0 ? brief : { ...brief, notices: [...notices, ...brief.notices] };
}
