import type { IsoDate, IsoInstant } from './article.ts';
import type { ModelUse, Payer } from './model.ts';

/** What a call takes, what it may take, or the difference between the two, which may be below zero. */
export interface Spending extends Pick<ModelUse, 'inputTokens' | 'outputTokens'> {
  /** UTC. */
  readonly day: IsoDate;
  readonly payer: Payer;
  readonly calls: number;
  /** Millionths of a dollar; 0 where the model has no price. */
  readonly microDollars: number;
}

/** What may be spent in a day: by a user or in a channel of one workspace, threads included, or by all together. */
export interface Ceiling {
  readonly of: 'user' | 'channel' | 'day';
  readonly unit: 'tokens' | 'dollars';
  readonly amount: number;
}

/** Tokens in and out together, and millionths of a dollar. */
export interface Spent {
  readonly tokens: number;
  readonly microDollars: number;
}

/** Claims that a model made, by what the gate said of them. */
export interface ClaimCount {
  readonly passed: number;
  readonly dropped: number;
}

/** What was used in a day, calls that are under way by what they may take. */
export interface UseOfDay extends Omit<Spending, 'day' | 'payer'> {
  readonly claims: ClaimCount;
  /** The most that one user, and that one channel, has spent. */
  readonly most: Readonly<Record<'user' | 'channel', Spent>>;
}

/** A time in which the model is not called, and why. */
export interface Pause {
  readonly until: IsoInstant;
  readonly reason: string;
}

/**
 * What calls of a language model took, shared by all processes on one archive and the same after a restart. Names of
 * users are kept for that day and the next; who is forgotten loses the name, and the sum stays with the channel and day.
 */
export interface ModelStore {
  /** Adds what a call may take, in one step with the look at the ceilings; instead, gives the one it would go over. */
  reserve(spending: Spending, ceilings: readonly Ceiling[]): Promise<Ceiling | undefined>;
  /** Adds a difference where that which was reserved stands by now: its user or workspace may be gone meanwhile. */
  settle(difference: Spending): Promise<void>;
  /** What counts towards a ceiling of this payer. */
  spent(day: IsoDate, payer: Payer, of: Ceiling['of']): Promise<Spent>;
  countClaims(day: IsoDate, claims: ClaimCount): Promise<void>;
  useOf(day: IsoDate): Promise<UseOfDay>;
  /** The last pause of any process; undefined ends it. */
  savePause(pause: Pause | undefined): Promise<void>;
  pause(): Promise<Pause | undefined>;
  /** A reply that was kept under a key, as it was handed over. */
  reply(key: string): Promise<string | undefined>;
  /** Kept for 400 days, the last 20,000 of them, and until an article is removed: a reply holds words of articles. */
  saveReply(key: string, reply: string, at: IsoInstant): Promise<void>;
}

/** Whether a ceiling is one of this payer. */
export function bears({ conversation, user }: Payer, of: Ceiling['of']): boolean {
  return of === 'day' || (conversation !== undefined && (of === 'channel' || user !== undefined));
}

/** Whether so much is above a ceiling. */
export function isOver({ tokens, microDollars }: Spent, { unit, amount }: Ceiling): boolean {
  return unit === 'tokens' ? tokens > amount : microDollars > amount * 1e6;
}
