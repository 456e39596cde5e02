/** Times in milliseconds, for tests and unusual networks. */
export interface SlackTuning {
  readonly intervalMs: number;
  readonly reconnectMs: number;
  readonly mostReconnectMs: number;
  readonly helloMs: number;
  readonly timeoutMs: number;
  readonly patienceMs: number;
  /** What is being answered when it is told to stop has this long. */
  readonly drainMs: number;
}

export const usual: SlackTuning = {
  intervalMs: 1_000,
  reconnectMs: 1_000,
  mostReconnectMs: 30_000,
  // longer than a call may take: an address on its way is connected to before it is given up
  helloMs: 20_000,
  timeoutMs: 15_000,
  patienceMs: 60_000,
  drainMs: 5_000,
};
