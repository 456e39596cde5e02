import { type ConfigurationValues, timeoutKey } from '../../src/index.ts';

/** Times in milliseconds, for tests and unusual networks. */
export interface SlackTuning {
  readonly intervalMs: number;
  /** Posts a second in the whole workspace. */
  readonly perSecond: number;
  readonly reconnectMs: number;
  readonly mostReconnectMs: number;
  readonly helloMs: number;
  readonly timeoutMs: number;
  readonly patienceMs: number;
  /** How long nothing is called after refusals in a row. */
  readonly pauseMs: number;
  /** What is being answered when it is told to stop has this long. */
  readonly drainMs: number;
}

const usual = {
  intervalMs: 1_000,
  perSecond: 5,
  reconnectMs: 1_000,
  mostReconnectMs: 30_000,
  patienceMs: 60_000,
  pauseMs: 600_000,
  drainMs: 5_000,
};

/** How much longer than a call the hello may take: an address on its way is connected to before it is given up. */
const HELLO_MS = 5_000;

export function tuningFor(configuration: ConfigurationValues, tuning: Partial<SlackTuning> = {}): SlackTuning {
  const timeoutMs = configuration.need(timeoutKey);
  return { ...usual, timeoutMs, helloMs: timeoutMs + HELLO_MS, ...tuning };
}
