import bolt from '@slack/bolt';
import { definition } from '../adapters/slack/definition.ts';
import { createSlackAdapter } from '../adapters/slack/index.ts';
import { clockFrom } from '../src/clock.ts';
import { readConfiguration } from '../src/config.ts';
import type { RequestHandler } from '../src/domain/chat.ts';
import { silentLogger } from '../src/logger.ts';
import { APP_TOKEN, BOT, SlackServer } from '../test/slack/slack-server.ts';
import { SlackUser } from '../test/slack/slack-user.ts';
import { percentile, ratio, rounded, type Section } from './figures.ts';

const COMMANDS = 200;
const AT_ONCE = 50;
/** Far longer than an answer takes. */
const ANSWER_MS = 5_000;

interface Acknowledging {
  start(slack: SlackServer): Promise<{ stop(): Promise<unknown> }>;
}

/** Milliseconds until a slash command is acknowledged, while its answer takes five seconds. */
export async function slackSection(): Promise<Section> {
  const ours = await timed(detente(waiting));
  const busy = await timed(detente(thinking));
  const bare = await timed(boltAlone);
  const row = (name: string, times: Times) => [
    name,
    ...[times.single, times.together].flatMap((one) => [rounded(percentile(one, 0.5)), rounded(percentile(one, 0.99))]),
    ratio(percentile(times.together, 0.99), percentile(bare.together, 0.99)),
  ];
  return {
    heading: 'Slack',
    about: `Milliseconds from a slash command to its acknowledgement, by Socket Mode on this machine, Slack in the same process. Slack waits 3,000 ms.`,
    headings: [
      '',
      `p50, ${COMMANDS} in turn`,
      'p99',
      `p50, ${AT_ONCE} at once`,
      'p99',
      'p99 at once against Bolt alone',
    ],
    rows: [
      row('détente, answers that wait 5 s', ours),
      row('détente, answers of 100 ms of processor time', busy),
      row('@slack/bolt, acknowledging and nothing else', bare),
    ],
  };
}

interface Times {
  readonly single: number[];
  readonly together: number[];
}

async function timed(app: Acknowledging): Promise<Times> {
  const slack = await SlackServer.start();
  const running = await app.start(slack);
  const ada = new SlackUser(slack, slack.ada, slack.socket.deliver.bind(slack.socket));
  const single: number[] = [];
  const ask = (at: number) => ada.command('/ask who?', { trigger_id: `t${at}` });
  await ask(0);
  for (let at = 1; at <= COMMANDS; at += 1) single.push(await ask(at));
  const together = await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => ask(COMMANDS + 1 + at)));
  await running.stop();
  await slack.close();
  return { single, together };
}

/** An answer of a slow language model. */
const waiting: RequestHandler = () => new Promise((resolve) => setTimeout(() => resolve(undefined), ANSWER_MS).unref());

/** An answer out of a large archive. */
const thinking: RequestHandler = async () => {
  const until = performance.now() + 100;
  while (performance.now() < until);
  return undefined;
};

function detente(handle: RequestHandler): Acknowledging {
  return {
    start: async (slack) => {
      const environment = { SLACK_BOT_TOKEN: BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
      const configuration = readConfiguration([definition], environment);
      const clock = clockFrom('2031-04-12T07:00:00Z');
      const adapter = createSlackAdapter({ configuration, clock, logger: silentLogger });
      await adapter.start(handle);
      return adapter;
    },
  };
}

const boltAlone: Acknowledging = {
  start: async (slack) => {
    const clientOptions = { slackApiUrl: slack.apiUrl };
    const app = new bolt.App({
      token: BOT.token,
      appToken: APP_TOKEN,
      socketMode: true,
      clientOptions,
      logLevel: bolt.LogLevel.ERROR,
    });
    app.command(/.*/, ({ ack }) => ack());
    await app.start();
    return app;
  },
};
