import type { Archive } from '../domain/archive.ts';
import type { Clock } from '../domain/clock.ts';
import type { Fetcher } from '../domain/fetching.ts';
import type { Logger } from '../domain/logger.ts';
import type { LanguageModel } from '../domain/model.ts';
import type { DocumentReader } from '../domain/reading.ts';

/** What feeds are polled with. */
export interface PollingParts {
  /** Where the feeds are, and where their articles go. */
  readonly archive: Archive;
  readonly fetcher: Fetcher;
  readonly reader: DocumentReader;
  /** What due times and dates are told by. It may run fast, and jump. */
  readonly clock: Clock;
  /** What processes share: leases are told by it. */
  readonly machineClock: Clock;
  readonly logger: Logger;
  /** Milliseconds that a process may be silent before another takes over its polls. */
  readonly leaseMs: number;
  /** Days that articles are kept: older ones are not taken in. All are, where it is left out. */
  readonly retentionDays?: number | undefined;
  /** Reads events beside the rules. */
  readonly model?: LanguageModel | undefined;
  /** When the next brief is due, in milliseconds since 1970: feeds are polled just before it. */
  nextSlot?(now: number): number | undefined;
  /** From 0 up to 1; `Math.random` where it is left out. */
  random?(): number;
  /** Feeds that are polled at once. */
  readonly width?: number;
  /** Pages behind items that are read in one poll; what is left over comes with the next one, soon after. */
  readonly pages?: number;
  /** Called after each step of a poll, by its name: where a test lets the process die. */
  onStep?(step: string): void;
}

/** Gives what a piece of work gives, once it is done and its step is told. */
export type Step = <Result>(name: string, work: Promise<Result>) => Promise<Result>;
