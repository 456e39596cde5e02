import type { IsoDate } from './article.ts';
import type { Brief, Reading, Source } from './brief.ts';
import type { Conversation, DeliveryKey, Sent } from './chat.ts';
import type { NonEmpty } from './citation.ts';
import type { ScheduleName } from './schedule.ts';

/** What names a delivery: each is made once. */
export interface DeliveryName extends ScheduleName {
  /** The edition's day. */
  readonly date: IsoDate;
  /** Empty for the edition itself; for a correction of it, what is corrected. */
  readonly revision: string;
}

/** `waiting` until it is `sent`; `failed` when it was given up; `missed` when it was too late to begin. */
export type DeliveryState = 'waiting' | 'sent' | 'failed' | 'missed';

/** One edition, or a correction of it, to one conversation. Times are milliseconds since 1970. */
export interface Delivery extends DeliveryName {
  readonly key: DeliveryKey;
  readonly state: DeliveryState;
  /** When it is due, by the clock of the schedules. */
  readonly dueAt: number;
  /** Not tried before, by the same clock. */
  readonly nextAt: number;
  /** When it was written down, by the clock of the machine: nothing stands on a platform from before. */
  readonly openedAt: number;
  readonly attempts: number;
  /** It says of itself that it is late. */
  readonly late: boolean;
  /** The stored edition, once it is composed. */
  readonly edition?: EditionId;
  readonly sent?: Sent;
  /** When it was sent or given up, by the clock of the schedules. */
  readonly settledAt?: number;
  /** Why the last attempt failed, in plain words. */
  readonly reason?: string;
}

export type EditionId = string;

/** One that was not tried yet; of a correction the edition stands already. */
export type OpenDelivery = Omit<Delivery, 'attempts' | 'late' | 'edition'> & { readonly content?: Edition };

/** What a delivered edition said and does not say any more, or not alone, and why. */
export interface Correction {
  /** The edition's day. */
  readonly date: IsoDate;
  readonly changes: NonEmpty<Change>;
  /** Of what is cited. */
  readonly sources: readonly Source[];
}

export interface Change {
  /** The sentence of the edition, as it said it. */
  readonly statement: string;
  /** What has become of it and why: speaks of the archive and of readers, never of the world. */
  readonly reason: string;
  /** What contradicts it and what it rested on, or what the edition says now. */
  readonly readings: readonly Reading[];
}

/** What is posted: an edition as it was composed, and of a correction also what is said below the post that it changes. */
export interface Edition {
  readonly brief: Brief;
  /** Grows with each article that is stored: what came later is news to the next edition. */
  readonly mark: number;
  readonly correction?: Correction;
}

/** The right to deliver, for a time. A holder that was too slow is told apart by its fence. */
export interface Claim {
  readonly delivery: Delivery;
  readonly fence: number;
}

export interface Lease {
  readonly owner: string;
  /** Milliseconds since 1970 by the clock of the machine, which all processes share. */
  readonly now: number;
  readonly milliseconds: number;
}

export type Outcome =
  | { readonly state: 'sent'; readonly sent: Sent; readonly at: number }
  /** Given up; or not made any more, because nobody wants it now. */
  | { readonly state: 'failed' | 'missed'; readonly reason: string; readonly at: number }
  /** Tried again, not before `nextAt`. */
  | { readonly state: 'waiting'; readonly reason?: string; readonly nextAt: number };

export interface DeliveryTally {
  readonly adapter: string;
  readonly state: DeliveryState;
  readonly count: number;
  readonly attempts: number;
}

/** Deliveries, written down before anything is sent. Those of a workspace go with it. */
export interface Outbox {
  /** All or none; of one whose name stands already, nothing, unless it stands as missed and can be made after all. */
  open(deliveries: readonly OpenDelivery[]): Promise<void>;
  /** As `open`, but of one that stands and was not sent: it waits again from now on, unless somebody holds it. */
  revive(delivery: OpenDelivery, lease: Lease): Promise<void>;
  /** Those of an adapter that wait, whose time has come and that nobody holds; the one that is due first comes first. */
  waiting(adapter: string, now: number, lease: Lease, limit: number): Promise<readonly Delivery[]>;
  /**
   * Opens a correction of what stands. False, and nothing is written, where that is not the last of its edition any
   * more: another correction was opened or sent since.
   */
  openCorrection(correction: OpenDelivery, of: DeliveryKey): Promise<boolean>;
  /** Counts as an attempt. Undefined where another holds it, or it does not wait any more. */
  claim(delivery: Delivery, lease: Lease): Promise<Claim | undefined>;
  /** False where it was lost: nothing may be posted any more. */
  renew(claim: Claim, lease: Lease): Promise<boolean>;
  /** Notes what is about to be posted. False where the claim was lost. */
  prepare(claim: Claim, edition: Edition, late: boolean): Promise<boolean>;
  /** Ends the claim. False where it was lost before. */
  settle(claim: Claim, outcome: Outcome): Promise<boolean>;
  /**
   * Writes down what was delivered or given up elsewhere, also over what waits. Nothing of what has neither a row nor a
   * schedule any more: its workspace was deleted meanwhile.
   */
  record(deliveries: readonly OpenDelivery[]): Promise<void>;
  edition(id: EditionId): Promise<Edition | undefined>;
  /**
   * The last day of each schedule, or of each of a conversation, that was written down, by `scheduleKey`.
   * @param dueBy milliseconds since 1970: what is due later was written down by a clock that was wrong
   */
  lastDone(dueBy: number, conversation?: Conversation): Promise<ReadonlyMap<string, IsoDate>>;
  /** Deliveries of a conversation, or of all; the latest first. */
  recent(query: { readonly conversation?: Conversation; readonly limit: number }): Promise<readonly Delivery[]>;
  /** All that were due since an instant, the earliest first. */
  dueSince(at: number): Promise<readonly Delivery[]>;
  /** Those that wait though they were due before an instant, whoever holds them; the earliest first. */
  overdue(dueBefore: number, limit: number): Promise<readonly Delivery[]>;
  /** Deliveries under one schedule since a day, the earliest first. */
  since(name: ScheduleName, date: IsoDate): Promise<readonly Delivery[]>;
  /** The last edition that was sent under a schedule, before a day where one is given. */
  lastSent(name: ScheduleName, before?: IsoDate): Promise<Delivery | undefined>;
  /** When the last one of each schedule was sent, by `scheduleKey`. */
  lastSentAt(): Promise<ReadonlyMap<string, number>>;
  /** How many there are, and how often they were tried, by adapter and state. */
  tally(): Promise<readonly DeliveryTally[]>;
  /** Deletes what was due before an instant and the editions that nothing names any more; the last of each schedule stays. */
  expire(before: number): Promise<number>;
}
