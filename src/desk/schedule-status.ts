import type { Clock } from '../domain/clock.ts';
import { otherDays } from '../domain/day.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { Schedule } from '../domain/schedule.ts';
import type { DeliveryStatus, ScheduleStatus } from '../domain/status.ts';
import { nextSlot } from '../schedule/slots.ts';

/** A schedule as it is shown, with its next slot. */
export function scheduleStatus(schedule: Schedule, lastDone: string | undefined, clock: Clock): ScheduleStatus {
  const { definition, situation, time, zone, days, weekend, pausedUntil } = schedule;
  const next = nextSlot(schedule, lastDone, clock.now());
  return {
    definition,
    ...(situation !== '' && { situation }),
    time,
    zone,
    quietDays: otherDays(days),
    ...(weekend !== undefined && { weekend }),
    ...(pausedUntil !== undefined && { pausedUntil }),
    ...(next !== undefined && { next: new Date(next.at).toISOString() }),
  };
}

export function deliveryStatus(delivery: Delivery): DeliveryStatus {
  const { date, definition, situation, revision, state, dueAt, settledAt, late, attempts, reason } = delivery;
  return {
    date,
    definition,
    ...(situation !== '' && { situation }),
    correction: revision !== '',
    state,
    due: new Date(dueAt).toISOString(),
    ...(settledAt !== undefined && { settled: new Date(settledAt).toISOString() }),
    late,
    attempts,
    ...(reason !== undefined && { reason }),
  };
}
