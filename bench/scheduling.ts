import { systemClock } from '../src/clock.ts';
import type { Archive } from '../src/domain/archive.ts';
import type { ChatAdapter } from '../src/domain/chat.ts';
import type { Clock } from '../src/domain/clock.ts';
import type { Edition } from '../src/domain/delivery.ts';
import { silentLogger } from '../src/logger.ts';
import { Scheduler } from '../src/schedule/scheduler.ts';

export const DUE = Date.parse('2031-05-11T07:00:00Z');

/** A scheduler of this process, which knows one edition. */
export function schedulerOf(
  archive: Archive,
  adapters: ReadonlyMap<string, ChatAdapter>,
  clock: Clock,
  edition?: Edition,
) {
  return new Scheduler({
    ...{ outbox: archive.outbox, schedules: archive.schedules, adapters, clock, machineClock: systemClock() },
    ...{ logger: silentLogger, tellAdmin: async () => {}, lateMs: 6 * 3_600_000, leaseMs: 60_000 },
    compose: async () => {
      if (edition === undefined) throw new Error('nothing is due');
      return edition;
    },
  });
}
