import { isZone } from '../domain/day.ts';
import type { Delivery, DeliveryName, OpenDelivery } from '../domain/delivery.ts';
import type { Schedule } from '../domain/schedule.ts';
import { Courier } from './courier.ts';
import { deliveryKey } from './delivery-key.ts';
import { GivenUp } from './given-up.ts';
import { Lanes } from './lanes.ts';
import { tooLate } from './notices.ts';
import type { SchedulingParts } from './parts.ts';
import { Plan, type Planned } from './plan.ts';
import { dueSlots, type Slot } from './slots.ts';
import { SteadyOutbox } from './steady-outbox.ts';
import { localDate } from './zone-time.ts';

/** Deliveries of one platform at once: its own rates slow them down, a channel that hangs does not. */
const WIDTH = 24;
/** Read at once; what is left waits for the next round. */
const MOST_WAITING = 2_000;
/** As much later than the others a process gives up what it cannot post itself. */
const FORSAKEN_MS = 60 * 60_000;
const MOST_FORSAKEN = 100;
/** The clock was put back where it shows less than this before. */
const BACK_MS = 60_000;

/** Turns schedules into deliveries: what is due is written down, what waits is delivered, and nothing of it twice. */
export class Scheduler {
  readonly #parts: SchedulingParts;
  readonly #outbox: SteadyOutbox;
  readonly #courier: Courier;
  readonly #givenUp: GivenUp;
  readonly #lanes = new Lanes(WIDTH);
  readonly #underWay = new Set<string>();
  #plan = new Plan([], new Map(), 0);
  #revision = -1;
  #lastTick = 0;

  constructor(parts: SchedulingParts) {
    this.#parts = parts;
    this.#outbox = new SteadyOutbox(parts);
    this.#givenUp = new GivenUp(parts);
    this.#courier = new Courier({
      ...parts,
      outbox: this.#outbox,
      scheduleOf: (delivery) => this.#plan.find(delivery)?.schedule,
      mayForget: () => this.#outbox.isFailing,
      onGivenUp: (...given) => this.#givenUp.add(...given),
    });
  }

  /** Looks at the clock once. What it begins goes on after it. Never rejects. */
  async tick(): Promise<void> {
    const { clock, logger } = this.#parts;
    const now = clock.now();
    try {
      await this.#refresh(now);
      await this.#open(this.#plan.take(now), now);
      await this.#dispatch(now);
      await this.#abandon(now);
      void this.#givenUp.tell();
    } catch (error) {
      logger.error({ error }, 'the schedules could not be looked at');
    }
    this.#lastTick = now;
  }

  /** When a brief is due next, of whichever schedule, as the last tick saw it; undefined where none is. */
  nextSlot(): number | undefined {
    return this.#plan.nextAt;
  }

  /** Delivers the edition of a schedule's day at once, where it does not stand yet. Resolves once that was tried. */
  async runNow(schedule: Schedule): Promise<DeliveryName> {
    const now = this.#parts.clock.now();
    await this.#refresh(now);
    const slot = { date: localDate(schedule.zone, now), at: now };
    const opened = this.#waiting(schedule, slot, now);
    const lease = this.#courier.lease();
    await this.#outbox.revive(opened, lease);
    const waiting = await this.#outbox.waiting(schedule.conversation.adapter, now, lease, MOST_WAITING);
    for (const delivery of waiting) if (delivery.key === opened.key) this.#begin(delivery);
    await this.#lanes.settled();
    await this.#givenUp.tell();
    return opened;
  }

  /** Resolves once nothing is being delivered. */
  settled(): Promise<void> {
    return this.#lanes.settled();
  }

  /** Begins nothing new; what is being delivered has this many milliseconds. What waits is left to the next process. */
  async stop(milliseconds: number): Promise<void> {
    this.#lanes.close();
    const { promise: over, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    await Promise.race([this.#lanes.settled(), over]);
    clearTimeout(timer);
  }

  async #refresh(now: number): Promise<void> {
    const { schedules } = this.#parts;
    const revision = await schedules.revision();
    if (revision === this.#revision && now > this.#lastTick - BACK_MS) return;
    const known = (await schedules.list()).filter((schedule) => this.#isPlannable(schedule));
    this.#plan = new Plan(known, await this.#outbox.lastDone(now), now);
    this.#revision = revision;
  }

  /** One zone that this Node does not know must not cost the others their morning. */
  #isPlannable({ zone, conversation }: Schedule): boolean {
    if (isZone(zone)) return true;
    const { adapter, channel } = conversation;
    this.#parts.logger.error({ zone, adapter, channel }, 'the time zone of a schedule is unknown here: set it again');
    return false;
  }

  async #open(due: readonly Planned[], now: number): Promise<void> {
    if (due.length === 0) return;
    const looked = due.map((planned) => {
      const { schedule, lastDone } = planned;
      return { planned, ...dueSlots(schedule, lastDone, now, this.#parts.lateMs) };
    });
    const opened = looked.flatMap(({ planned: { schedule }, due: slot, missed }) => [
      ...missed.map((one) => this.#missed(schedule, one, now)),
      ...(slot === undefined ? [] : [this.#waiting(schedule, slot, now)]),
    ]);
    try {
      if (opened.length > 0) await this.#outbox.open(opened);
    } catch (error) {
      for (const planned of due) this.#plan.putBack(planned);
      throw error;
    }
    for (const { planned, due: slot, missed } of looked)
      this.#plan.done(planned, slot?.date ?? missed.at(-1)?.date ?? planned.lastDone, now);
  }

  #waiting(schedule: Schedule, slot: Slot, now: number): OpenDelivery {
    return { ...this.#named(schedule, slot, now), state: 'waiting' };
  }

  #missed(schedule: Schedule, slot: Slot, now: number): OpenDelivery {
    const reason = tooLate(this.#parts.lateMs);
    return { ...this.#named(schedule, slot, now), state: 'missed', settledAt: now, reason };
  }

  #named({ conversation, definition, situation }: Schedule, { date, at }: Slot, now: number) {
    const name = { conversation, definition, situation, date, revision: '' };
    const openedAt = this.#parts.machineClock.now();
    return { ...name, key: deliveryKey(name), dueAt: at, nextAt: now, openedAt };
  }

  /** Of each platform that runs here; another process may run the others. */
  async #dispatch(now: number): Promise<void> {
    for (const adapter of this.#parts.adapters.keys()) {
      const waiting = await this.#outbox.waiting(adapter, now, this.#courier.lease(), MOST_WAITING);
      for (const delivery of waiting) this.#begin(delivery);
    }
  }

  /** What no process runs the platform of is given up once it is too late for all of them. */
  async #abandon(now: number): Promise<void> {
    const overdue = await this.#outbox.overdue(now - this.#parts.lateMs - FORSAKEN_MS, MOST_FORSAKEN);
    for (const delivery of overdue) if (!this.#parts.adapters.has(delivery.conversation.adapter)) this.#begin(delivery);
  }

  #begin(delivery: Delivery): void {
    const { key, conversation } = delivery;
    if (this.#underWay.has(key)) return;
    this.#underWay.add(key);
    const work = () => this.#courier.deliver(delivery).finally(() => this.#underWay.delete(key));
    this.#lanes.add(conversation.adapter, work);
  }
}
