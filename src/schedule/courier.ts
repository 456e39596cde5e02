import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import {
  type AmendingAdapter,
  type ChatAdapter,
  mustBeMine,
  type RecallingAdapter,
  type Sent,
} from '../domain/chat.ts';
import type { Claim, Delivery, Edition, Lease, Outcome } from '../domain/delivery.ts';
import type { Reply } from '../domain/reply.ts';
import type { Schedule } from '../domain/schedule.ts';
import { DetenteError, reasonOf } from '../errors.ts';
import { pauseAfter } from './backoff.ts';
import { Hold } from './hold.ts';
import { LATE_AFTER_MS, lateNotice, missedNotices, tooLate } from './notices.ts';
import { type Deliveries, type SchedulingParts, withNotices } from './parts.ts';

/** Written down later than this after its time, it may have been posted and forgotten. */
const FRESH_MS = 2 * 60_000;
/** Clocks of machines and platforms differ; a longer look back costs little. */
const MARGIN_MS = 24 * 60 * 60_000;

export interface CourierOptions extends Omit<SchedulingParts, 'outbox'> {
  readonly outbox: Deliveries;
  /** The schedule of a delivery, undefined where it was taken away. */
  scheduleOf(delivery: Delivery): Schedule | undefined;
  /** Rows may be missing of what was posted. */
  mayForget(): boolean;
  /** Told of each delivery that is given up. */
  onGivenUp(delivery: Delivery, reason: string): void;
}

/**
 * Makes one delivery: claims it, looks up what of it stands already where that can be, posts the rest, and notes it.
 * Every step ends in `#step`, so that a test can let the process die after any of them.
 */
export class Courier {
  readonly #options: CourierOptions;
  /** By the clock of the schedules. */
  readonly #began: number;
  readonly #owner = `${hostname()} ${process.pid} ${randomUUID().slice(0, 8)}`;

  constructor(options: CourierOptions) {
    this.#options = options;
    this.#began = options.clock.now();
  }

  lease(): Lease {
    return { owner: this.#owner, now: this.#options.machineClock.now(), milliseconds: this.#options.leaseMs };
  }

  /** Never rejects: what goes wrong is noted with the delivery, or in the log. */
  async deliver(delivery: Delivery): Promise<void> {
    const { outbox, logger } = this.#options;
    try {
      const lease = this.lease();
      const claim = await this.#step('claimed', outbox.claim(delivery, lease));
      if (claim === undefined) return;
      const hold = new Hold(claim, () => this.lease(), this.#options, lease);
      const outcome = await this.#step(
        'attempted',
        this.#attempt(claim, hold).finally(() => hold.end()),
      );
      const isSettled = await this.#step('settled', outbox.settle(claim, outcome));
      if (isSettled) this.#report(claim.delivery, outcome);
    } catch (error) {
      logger.error({ key: delivery.key, error }, 'a delivery could not be noted');
    }
  }

  async #attempt(claim: Claim, hold: Hold): Promise<Outcome> {
    const { delivery } = claim;
    try {
      const made = delivery.revision === '' ? this.#post(claim, hold) : this.#correct(delivery, hold);
      return await this.#step('posted', made);
    } catch (error) {
      this.#options.logger.warn({ key: delivery.key, error }, 'a delivery failed');
      return this.#afterFailure(delivery, reasonOf(error));
    }
  }

  #afterFailure({ attempts, dueAt }: Delivery, reason: string): Outcome {
    const now = this.#now();
    const nextAt = now + pauseAfter(attempts, Math.random());
    return nextAt - dueAt > this.#options.lateMs
      ? { state: 'failed', reason, at: now }
      : { state: 'waiting', reason, nextAt };
  }

  async #post(claim: Claim, hold: Hold): Promise<Outcome> {
    const { delivery } = claim;
    const { conversation, key } = delivery;
    const adapter = this.#adapterOf(delivery);
    const standing = await this.#step('recalled', this.#standing(adapter, delivery));
    // what stands in part is completed; what nobody wants any more is not begun
    const unwanted = standing === undefined ? this.#unwanted(delivery) : undefined;
    if (unwanted !== undefined) return { state: 'missed', reason: unwanted, at: this.#now() };
    const reply = await this.#step('prepared', this.#replyOf(claim, standing));
    const sent = await this.#step(
      'sent',
      adapter.send(conversation, reply, key, () => hold.isMine),
    );
    return { state: 'sent', sent, at: this.#now() };
  }

  /** Why a delivery is not begun any more. */
  #unwanted(delivery: Delivery): string | undefined {
    const { dueAt, date } = delivery;
    const schedule = this.#options.scheduleOf(delivery);
    if (schedule === undefined) return 'the schedule was taken away before it was posted';
    if (schedule.pausedUntil !== undefined && date < schedule.pausedUntil) return 'paused before it was posted';
    return this.#now() - dueAt > this.#options.lateMs ? tooLate(this.#options.lateMs) : undefined;
  }

  /** What was posted is changed in its place, which may be done twice; below it is said what changed, once. */
  async #correct(delivery: Delivery, hold: Hold): Promise<Outcome> {
    const { outbox } = this.#options;
    const { conversation, key, date, edition: id } = delivery;
    const adapter = this.#adapterOf(delivery);
    const content = id === undefined ? undefined : await this.#step('read-correction', outbox.edition(id));
    const history = await this.#step('read-history', outbox.since(delivery, date));
    const corrected = history.find((one) => one.date === date && one.revision === '')?.sent;
    if (content?.correction === undefined || corrected === undefined)
      return { state: 'missed', reason: 'it is not known any more what it corrects', at: this.#now() };
    mustBeMine(() => hold.isMine);
    if ('amend' in adapter) {
      const amending = adapter as ChatAdapter & AmendingAdapter;
      await this.#step('amended', amending.amend(conversation, corrected, { kind: 'brief', brief: content.brief }));
    }
    const { thread } = corrected;
    const below = thread === undefined ? conversation : { ...conversation, thread };
    const reply: Reply = { kind: 'correction', correction: content.correction };
    await this.#step('looked-below', this.#standing(adapter, { ...delivery, conversation: below }));
    const sent = await this.#step(
      'told',
      adapter.send(below, reply, key, () => hold.isMine),
    );
    return { state: 'sent', sent, at: this.#now() };
  }

  #adapterOf({ conversation: { adapter: name } }: Delivery): ChatAdapter {
    const adapter = this.#options.adapters.get(name);
    if (adapter === undefined) throw new DetenteError('bad-configuration', `${name} is not configured here`);
    return adapter;
  }

  /** What of it stands on the platform; not asked where it is sure that nothing can. */
  async #standing(adapter: ChatAdapter, delivery: Delivery): Promise<Sent | undefined> {
    if (!('recall' in adapter) || !this.#mayStand(delivery)) return undefined;
    const { conversation, key, openedAt, dueAt } = delivery;
    const late = Math.max(0, this.#now() - dueAt);
    const since = Math.min(openedAt, this.#options.machineClock.now() - late) - MARGIN_MS;
    const recalling = adapter as ChatAdapter & RecallingAdapter;
    return await this.#step('looked-up', recalling.recall(conversation, key, new Date(since).toISOString()));
  }

  /** A process before this one may have posted what was due in its time, and found no room to note it. */
  #mayStand({ attempts, nextAt, dueAt }: Delivery): boolean {
    const isOlder = dueAt < this.#began || nextAt - dueAt > FRESH_MS;
    return attempts > 1 || isOlder || this.#options.mayForget();
  }

  /** What stands in part is completed by the edition that it is part of; else the newest is composed. */
  async #replyOf(claim: Claim, standing: Sent | undefined): Promise<Reply> {
    const { outbox } = this.#options;
    const { delivery } = claim;
    const id = standing === undefined ? undefined : delivery.edition;
    const stored = id === undefined ? undefined : await this.#step('reread', outbox.edition(id));
    if (stored !== undefined) return { kind: 'brief', brief: stored.brief };
    const schedule = this.#options.scheduleOf(delivery);
    if (schedule === undefined) throw new DetenteError('internal', 'its schedule and its edition are gone');
    const edition = await this.#step('composed', this.#compose(delivery, schedule));
    const isHeld = await this.#step('noted', outbox.prepare(claim, edition.edition, edition.late));
    if (!isHeld) throw new DetenteError('internal', 'another process has taken this delivery over');
    return { kind: 'brief', brief: edition.edition.brief };
  }

  async #compose(
    delivery: Delivery,
    schedule: Schedule,
  ): Promise<{ readonly edition: Edition; readonly late: boolean }> {
    const { outbox, compose } = this.#options;
    const { date } = delivery;
    const last = await this.#step('found-last', outbox.lastSent(delivery, date));
    const lastEdition =
      last?.edition === undefined ? undefined : await this.#step('read-last', outbox.edition(last.edition));
    const situation = lastEdition?.brief.situation?.name;
    const previous = last && { date: last.date, mark: lastEdition?.mark ?? Number.POSITIVE_INFINITY, situation };
    const edition = await this.#step('made', compose({ schedule, date, ...(previous && { previous }) }));
    const between = await this.#step('read-between', outbox.since(delivery, last?.date ?? ''));
    const late = this.#now() - delivery.dueAt > LATE_AFTER_MS;
    const lost = missedNotices(between.filter((one) => one.date < date));
    const notices = [...(late ? [lateNotice(delivery.dueAt, schedule.zone)] : []), ...lost];
    return { edition: { ...edition, brief: withNotices(edition.brief, notices) }, late };
  }

  #report(delivery: Delivery, outcome: Outcome): void {
    const { key, conversation, date, attempts } = delivery;
    const { adapter, channel } = conversation;
    if (outcome.state === 'failed') this.#options.onGivenUp(delivery, outcome.reason);
    this.#options.logger.info({ key, adapter, channel, date, attempts, state: outcome.state }, 'delivery');
  }

  #now(): number {
    return this.#options.clock.now();
  }

  async #step<Result>(name: string, work: Promise<Result>): Promise<Result> {
    const result = await work;
    this.#options.onStep?.(name);
    return result;
  }
}
