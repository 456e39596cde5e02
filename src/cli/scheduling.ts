import { setTimeout as delay } from 'node:timers/promises';
import { ageArticles } from '../ageing.ts';
import { systemClock } from '../clock.ts';
import { type Configuration, keepKey, lateKey } from '../config.ts';
import type { Archive } from '../domain/archive.ts';
import type { ChatAdapter } from '../domain/chat.ts';
import type { Logger } from '../domain/logger.ts';
import { Scheduler } from '../schedule/scheduler.ts';
import { startTicking } from '../schedule/ticks.ts';
import type { Admin } from './admin.ts';
import type { Call } from './call.ts';
import { correctorOf } from './correcting.ts';
import { editionsOf } from './editions.ts';
import type { FeedTools } from './feed-tools.ts';
import { leaseOf, pollerOf, watchArticles } from './polling.ts';
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
  /** Absent where feeds are not fetched from here. */
  readonly tools?: FeedTools;
  /** Told that articles came in, by whichever process. */
  readonly onArticles?: () => void;
}

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
    leaseMs: leaseOf(configuration),
    ...(onStep && { onStep }),
  });
}

/** Delivers what is scheduled and polls what is due, until it is stopped. */
export function startScheduling(call: Call, scheduling: Scheduling): { stop(): Promise<void> } {
  const { archive, configuration, logger } = scheduling;
  const scheduler = schedulerOf(call, scheduling);
  const { tools } = scheduling;
  const poller = tools && pollerOf(call, { ...scheduling, tools }, () => scheduler.nextSlot());
  const corrector = correctorOf(call, scheduling);
  const arrivals = watchArticles(scheduling);
  const ending = new AbortController();
  let looking: Promise<void> | undefined;
  const look = () => {
    // it may take longer than a tick, and nothing waits for it
    looking ??= corrector.look(ending.signal).finally(() => {
      looking = undefined;
    });
  };
  const tick = async () => {
    await scheduler.tick();
    look();
    await poller?.tick();
    await arrivals();
  };
  const ticking = startTicking(tick, call.speed);
  void forgetInTurn(call, archive, configuration.need(keepKey), logger, ending.signal);
  return {
    stop: async () => {
      ending.abort();
      await ticking.stop();
      // a poll that was given up has once more that long
      await Promise.all([looking, scheduler.stop(DRAIN_MS), poller?.stop(DRAIN_MS / 2)]);
    },
  };
}

const EXPIRY_MS = 6 * HOUR_MS;

/** Editions and articles are kept for a set time: the archive does not grow for ever. */
async function forgetInTurn(
  call: Call,
  archive: Archive,
  keepDays: number,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      // what no edition cites any more may go right after it
      await archive.outbox.expire(call.clock.now() - keepDays * 24 * HOUR_MS);
      await ageOut(call, archive, logger, signal);
    } catch (error) {
      logger.error({ error }, 'what is too old could not be deleted');
    }
    await delay(Math.max(1_000, EXPIRY_MS / call.speed), undefined, { signal }).catch(() => {});
  }
}

async function ageOut(call: Call, archive: Archive, logger: Logger, signal: AbortSignal): Promise<void> {
  const before = new Date(call.clock.now() - call.retentionDays * 24 * HOUR_MS).toISOString().slice(0, 10);
  const aged = await ageArticles(archive, before, signal);
  if (aged.articles + aged.versions > 0) logger.info({ before, ...aged }, 'what is too old was deleted');
}
