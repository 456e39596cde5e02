import { onTestFinished } from 'vitest';
import { definition } from '../../adapters/slack/definition.ts';
import { createSlackAdapter, type SlackAdapterOptions } from '../../adapters/slack/index.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfiguration } from '../../src/config.ts';
import type { Logger } from '../../src/domain/logger.ts';
import { APP_TOKEN, BOT, SlackServer } from './slack-server.ts';
import { SlackUser } from './slack-user.ts';

/** As fast as a test wants it, with the order and the rules of the real times. */
const quick = {
  intervalMs: 0,
  perSecond: 1_000,
  reconnectMs: 20,
  mostReconnectMs: 200,
  helloMs: 2_000,
  patienceMs: 60_000,
  drainMs: 50,
};

export interface SlackUnderTest {
  readonly slack: SlackServer;
  readonly adapter: ReturnType<typeof createSlackAdapter>;
  readonly ada: SlackUser;
  readonly ben: SlackUser;
  /** Everything that was logged above `info`. */
  readonly log: readonly unknown[];
}

export interface Wanted {
  readonly environment?: Readonly<Record<string, string>>;
  readonly tuning?: SlackAdapterOptions['tuning'];
  readonly clock?: SlackAdapterOptions['clock'];
  /** In place of a server of its own. */
  readonly slack?: SlackServer;
}

/** An adapter that is not started, and the Slack it will find. Both are gone after the test. */
export async function slackUnderTest(wanted: Wanted = {}): Promise<SlackUnderTest> {
  const slack = wanted.slack ?? (await SlackServer.start());
  const environment = {
    SLACK_BOT_TOKEN: BOT.token,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: slack.apiUrl,
    DETENTE_TIMEOUT_MS: '2000',
  };
  const configuration = readConfiguration([definition], { ...environment, ...wanted.environment });
  const log: unknown[] = [];
  const keep = (fields: object, message: string) => void log.push({ ...fields, message });
  const logger: Logger = { info: () => {}, warn: keep, error: keep };
  const clock = wanted.clock ?? systemClock();
  const adapter = createSlackAdapter({ configuration, clock, logger, tuning: { ...quick, ...wanted.tuning } });
  onTestFinished(async () => {
    await adapter.stop();
    if (wanted.slack === undefined) await slack.close();
  });
  const deliver = slack.socket.deliver.bind(slack.socket);
  return {
    slack,
    adapter,
    log,
    ada: new SlackUser(slack, slack.ada, deliver),
    ben: new SlackUser(slack, slack.ben, deliver),
  };
}
