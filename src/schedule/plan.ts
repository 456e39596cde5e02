import type { IsoDate } from '../domain/article.ts';
import { type Schedule, type ScheduleName, scheduleKey } from '../domain/schedule.ts';
import { nextSlot } from './slots.ts';

/** A schedule with the last day that is done and the instant of its next slot. */
export interface Planned {
  readonly schedule: Schedule;
  lastDone: IsoDate | undefined;
  nextAt: number;
}

/** Schedules in the order in which they are due next: a tick at which nothing is due looks at the first one only. */
export class Plan {
  readonly #order: Planned[];
  readonly #byName: ReadonlyMap<string, Planned>;

  /** @param lastDone last days by `scheduleKey` */
  constructor(schedules: readonly Schedule[], lastDone: ReadonlyMap<string, IsoDate>, now: number) {
    this.#order = schedules
      .map((schedule): Planned => {
        const done = lastDone.get(scheduleKey(schedule));
        return { schedule, lastDone: done, nextAt: firstDue(schedule, done, now) };
      })
      .sort((one, other) => one.nextAt - other.nextAt);
    this.#byName = new Map(this.#order.map((planned) => [scheduleKey(planned.schedule), planned]));
  }

  get size(): number {
    return this.#order.length;
  }

  /** The next slot of all, milliseconds since 1970; undefined where no day is left on which anything is posted. */
  get nextAt(): number | undefined {
    const at = this.#order[0]?.nextAt;
    return at === Number.POSITIVE_INFINITY ? undefined : at;
  }

  find(name: ScheduleName): Planned | undefined {
    return this.#byName.get(scheduleKey(name));
  }

  /** Takes those out whose slot has come. What is taken is put back by `done`. */
  take(now: number): Planned[] {
    let count = 0;
    while (count < this.#order.length && (this.#order[count]?.nextAt ?? now) <= now) count += 1;
    return this.#order.splice(0, count);
  }

  /** Puts one back, behind all that are due before it. */
  done(planned: Planned, lastDone: IsoDate | undefined, now: number): void {
    planned.lastDone = lastDone;
    planned.nextAt = nextAfter(planned.schedule, lastDone, now);
    this.putBack(planned);
  }

  /** As it was taken. */
  putBack(planned: Planned): void {
    let [low, high] = [0, this.#order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#order[middle]?.nextAt ?? 0) <= planned.nextAt) low = middle + 1;
      else high = middle;
    }
    this.#order.splice(low, 0, planned);
  }
}

/** After a start anything may be due: it is looked at once. */
function firstDue(schedule: Schedule, lastDone: IsoDate | undefined, now: number): number {
  return lastDone === undefined && schedule.since >= now ? nextAfter(schedule, lastDone, now) : now;
}

function nextAfter(schedule: Schedule, lastDone: IsoDate | undefined, now: number): number {
  return nextSlot(schedule, lastDone, now)?.at ?? Number.POSITIVE_INFINITY;
}
