/** Times in milliseconds, for tests and unusual networks. */
export interface DiscordTuning {
  /** Before a client that failed is replaced; doubles with each failure in a row. */
  readonly restartMs: number;
  readonly mostRestartMs: number;
  /** Between two identifies: https://discord.com/developers/docs/events/gateway#rate-limiting */
  readonly identifyMs: number;
  /** A client that is not ready by then is replaced. */
  readonly readyMs: number;
  /** In place of `DETENTE_TIMEOUT_MS`. */
  readonly timeoutMs: number;
  readonly patienceMs: number;
  /** A form must be there in the three seconds that Discord gives; later it is offered by a button. */
  readonly formMs: number;
  /** Before a post whose answer was lost is asked for again under its nonce. */
  readonly againMs: number;
  /**
   * Between two calls for posts under a key: half of the 50 a second that Discord allows, so that answers to people wait
   * for none of them. https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
   */
  readonly paceMs: number;
  /** How long nothing is called after refusals in a row. */
  readonly pauseMs: number;
  /** What is being answered when it is told to stop has this long. */
  readonly drainMs: number;
}

export const usual: Omit<DiscordTuning, 'timeoutMs'> = {
  restartMs: 1_000,
  mostRestartMs: 300_000,
  identifyMs: 5_500,
  readyMs: 60_000,
  patienceMs: 60_000,
  formMs: 2_000,
  againMs: 1_000,
  paceMs: 40,
  pauseMs: 600_000,
  drainMs: 5_000,
};
