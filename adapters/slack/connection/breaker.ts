import { type AdapterOptions, Breaker } from '../../../src/index.ts';
import { apiUrl, botToken } from '../definition.ts';
import type { SlackTuning } from '../tuning.ts';

/** Scheduled posts go one after the other: so many calls at once are answers and look-ups. */
const AT_ONCE = 16;
/** Calls wait meanwhile. */
const PROBE_MS = 2_000;

/**
 * Stands around every call by the bot's token. Slack tells of a refused token in an answer of 200; what answers 401 or
 * 403 stands before it, such as a proxy.
 */
export function breakerOf(
  options: AdapterOptions,
  { pauseMs, timeoutMs }: SlackTuning,
  onRefused: () => void,
): Breaker {
  const { configuration, logger } = options;
  const probe = async () => {
    const headers = { authorization: `Bearer ${configuration.need(botToken)}` };
    const signal = AbortSignal.timeout(Math.min(PROBE_MS, timeoutMs));
    return (await fetch(`${configuration.need(apiUrl)}auth.test`, { method: 'POST', headers, signal })).status;
  };
  return new Breaker({
    ...{ platform: 'Slack', atOnce: AT_ONCE, pauseMs },
    now: () => performance.now(),
    probe,
    onRefused,
    onPaused: (reason) => logger.error({ adapter: 'slack', reason }, 'Slack is not called for a while'),
  });
}
