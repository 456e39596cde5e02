import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '../clock.ts';
import { type Configuration, keepKey, lateKey, timeoutKey } from '../config.ts';
import type { Archive } from '../domain/archive.ts';
import type { ChatAdapter } from '../domain/chat.ts';
import type { Logger } from '../domain/logger.ts';
import { Scheduler } from '../schedule/scheduler.ts';
import { startTicking } from '../schedule/ticks.ts';
import type { Admin } from './admin.ts';
import type { Call } from './call.ts';
import { correctorOf } from './correcting.ts';
import { editionsOf } from './editions.ts';
import type { Wording } from './wording.ts';

/** What schedules are delivered with. */
export interface Scheduling {
  readonly archive: Archive;
  readonly adapters: readonly ChatAdapter[];
  readonly configuration: Configuration;
  readonly logger: Logger;
  readonly admin: Admin;
  /** Absent where no language model is wanted. */
  readonly wording?: Wording;
  readonly onStep?: (step: string) => void;
}

/** A process may be silent for as long as a few calls to a platform take before another one takes its work over. */
const LEASE_CALLS = 4;
const HOUR_MS = 60 * 60_000;
/** What is being delivered when it is told to stop has this long; systemd and containers wait longer. */
const DRAIN_MS = 20_000;

/** The scheduler of an archive and what is configured. */
export function schedulerOf(call: Call, scheduling: Scheduling): Scheduler {
  const { archive, adapters, configuration, logger, admin, wording, onStep } = scheduling;
  return new Scheduler({
    outbox: archive.outbox,
    schedules: archive.schedules,
    adapters: new Map(adapters.map((adapter) => [adapter.name, adapter])),
    clock: call.clock,
    machineClock: systemClock(),
    logger,
    compose: editionsOf(call, archive, wording),
    tellAdmin: admin.tell,
    lateMs: configuration.need(lateKey) * HOUR_MS,
    leaseMs: configuration.need(timeoutKey) * LEASE_CALLS,
    ...(onStep && { onStep }),
  });
}

/** Delivers what is scheduled, until it is stopped. */
export function startScheduling(call: Call, scheduling: Scheduling): { stop(): Promise<void> } {
  const { archive, configuration, logger } = scheduling;
  const scheduler = schedulerOf(call, scheduling);
  const corrector = correctorOf(call, scheduling);
  const ending = new AbortController();
  let looking: Promise<void> | undefined;
  const look = () => {
    // it may take longer than a tick, and nothing waits for it
    looking ??= corrector.look(ending.signal).finally(() => {
      looking = undefined;
    });
  };
  const tick = () => scheduler.tick().then(look);
  const ticking = startTicking(tick, call.speed);
  void expire(call, archive, configuration.need(keepKey), logger, ending.signal);
  return {
    stop: async () => {
      ending.abort();
      await ticking.stop();
      await Promise.all([looking, scheduler.stop(DRAIN_MS)]);
    },
  };
}

const EXPIRY_MS = 6 * HOUR_MS;

/** Editions are kept for a set time: the archive does not grow for ever. */
async function expire(
  call: Call,
  { outbox }: Archive,
  days: number,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await outbox.expire(call.clock.now() - days * 24 * HOUR_MS);
    } catch (error) {
      logger.error({ error }, 'old editions could not be deleted');
    }
    await delay(Math.max(1_000, EXPIRY_MS / call.speed), undefined, { signal }).catch(() => {});
  }
}
