import bolt from '@slack/bolt';
import { definition } from '../adapters/slack/definition.ts';
import { createSlackAdapter, type SlackAdapterOptions } from '../adapters/slack/index.ts';
import { clockFrom } from '../src/clock.ts';
import { readConfiguration } from '../src/config.ts';
import type { Clock } from '../src/domain/clock.ts';
import { silentLogger } from '../src/logger.ts';
import { APP_TOKEN, BOT, SlackServer } from '../test/slack/slack-server.ts';
import { SlackUser } from '../test/slack/slack-user.ts';
import type { Platform, Running } from './responding.ts';

/** From a slash command to its acknowledgement, by Socket Mode. */
export const slack: Platform = {
  name: 'Slack',
  about: 'Milliseconds from a slash command to its acknowledgement, by Socket Mode on this machine',
  ours: async (handle) => {
    const server = await SlackServer.start();
    const adapter = slackAdapter(server.apiUrl, clockFrom('2031-04-12T07:00:00Z'), { drainMs: 0 });
    await adapter.start(handle);
    return running(server, () => adapter.stop());
  },
  peer: '@slack/bolt, acknowledging and nothing else',
  bare: async () => {
    const server = await SlackServer.start();
    const app = new bolt.App({
      token: BOT.token,
      appToken: APP_TOKEN,
      socketMode: true,
      clientOptions: { slackApiUrl: server.apiUrl },
      logLevel: bolt.LogLevel.ERROR,
    });
    app.command(/.*/, ({ ack }) => ack());
    await app.start();
    return running(server, () => app.stop());
  },
};

/** Ours, for a Slack at this address. */
export function slackAdapter(apiUrl: string, clock: Clock, tuning: NonNullable<SlackAdapterOptions['tuning']>) {
  const environment = { SLACK_BOT_TOKEN: BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: apiUrl };
  const configuration = readConfiguration([definition], environment);
  return createSlackAdapter({ configuration, clock, logger: silentLogger, tuning });
}

function running(server: SlackServer, stop: () => Promise<unknown>): Running {
  const ada = new SlackUser(server, server.ada, server.socket.deliver.bind(server.socket));
  let at = 0;
  return {
    ask: () => {
      at += 1;
      return ada.command('/ask who?', { trigger_id: `t${at}` });
    },
    stop: () => stop().then(() => server.close()),
  };
}
