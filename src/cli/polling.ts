import { systemClock } from '../clock.ts';
import { type Configuration, timeoutKey } from '../config.ts';
import type { Archive } from '../domain/archive.ts';
import type { Logger } from '../domain/logger.ts';
import { Poller } from '../polling/poller.ts';
import { startTicking } from '../schedule/ticks.ts';
import type { Call } from './call.ts';
import type { FeedTools } from './feed-tools.ts';
import type { Wording } from './wording.ts';

/** What feeds are polled with. */
export interface Polling {
  readonly archive: Archive;
  readonly configuration: Configuration;
  readonly logger: Logger;
  readonly tools: FeedTools;
  /** Absent where no language model is wanted. */
  readonly wording?: Wording;
  /** Told that articles came in, by whichever process. */
  readonly onArticles?: () => void;
}

/** A process may be silent for as long as a few calls to a platform take before another one takes its work over. */
const LEASE_CALLS = 4;
/** Milliseconds in which polls end where somebody at a terminal waits for it. */
const SHORT_DRAIN_MS = 1_000;

export function leaseOf(configuration: Configuration): number {
  return configuration.need(timeoutKey) * LEASE_CALLS;
}

/** @param nextSlot when a brief is due next: feeds are polled right before it */
export function pollerOf(call: Call, polling: Polling, nextSlot: () => number | undefined = () => undefined): Poller {
  const { archive, configuration, logger, tools, wording } = polling;
  return new Poller({
    ...{ archive, ...tools, clock: call.clock, machineClock: systemClock(), logger, nextSlot },
    leaseMs: leaseOf(configuration),
    retentionDays: call.retentionDays,
    ...(call.model?.events && wording && { model: wording.model }),
  });
}

/** Looks whether articles were stored since the last look. Never rejects. */
export function watchArticles({ archive, logger, onArticles }: Omit<Polling, 'tools' | 'configuration'>) {
  let seen: number | undefined;
  return async (): Promise<void> => {
    try {
      const mark = await archive.articles.mark();
      if (seen !== undefined && mark !== seen) onArticles?.();
      seen = mark;
    } catch (error) {
      logger.error({ error }, 'whether articles came in could not be seen');
    }
  };
}

/** Polls what is due while somebody sits at a terminal, where nothing is scheduled. */
export function startPolling(call: Call, polling: Polling): { stop(): Promise<void> } {
  const [poller, arrivals] = [pollerOf(call, polling), watchArticles(polling)];
  const ticking = startTicking(() => poller.tick().then(arrivals), call.speed);
  return {
    stop: async () => {
      await ticking.stop();
      await poller.stop(SHORT_DRAIN_MS);
    },
  };
}
