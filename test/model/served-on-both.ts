import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, onTestFinished, vi } from 'vitest';
import { detente, serveDetente, temporaryFolder } from '../cli/command-line.ts';
import { BOT as DISCORD_BOT, DiscordServer } from '../discord/discord-server.ts';
import { DiscordUser } from '../discord/discord-user.ts';
import { shownText as shownInDiscord } from '../discord/reading.ts';
import { shownText as shownInSlack } from '../slack/reading.ts';
import { APP_TOKEN, BOT, SlackServer } from '../slack/slack-server.ts';
import { SlackUser } from '../slack/slack-user.ts';
import { type ModelServer, startModelServer } from './model-server.ts';
import { honest } from './stand-ins/honest.ts';

/*
 * `detente serve` as a process on both platforms, with a model behind it, and the six ways in which it can be asked.
 */

/** An answer, or as much of it as stands now. */
interface Shown {
  readonly text: string;
  /** When it came, in milliseconds of the monotonic clock. */
  readonly at: number;
}

export interface Asked {
  /** In milliseconds of the monotonic clock. */
  readonly at: number;
  /** Until the platform had its acknowledgement; absent where it waits for none. */
  readonly ackMs?: number;
  readonly shown: () => Shown | undefined;
}

type Way = (question: string) => Promise<Asked>;

/** Longer than any answer takes. */
const PATIENCE_MS = 15_000;

const sample = temporaryFolder();
beforeAll(async () => {
  expect((await detente(['ingest', resolve('samples')], { cwd: sample })).code).toBe(0);
});

/** A process that serves the sample on both platforms, and everything that it talks to; its model works so far. */
export async function serving(env: Readonly<Record<string, string>> = {}) {
  const [slack, discord, model] = await Promise.all([
    SlackServer.start(),
    DiscordServer.start(),
    startModelServer(honest),
  ]);
  onTestFinished(() => Promise.all([slack.close(), discord.close(), model.stop()]).then(() => {}));
  const cwd = temporaryFolder();
  cpSync(sample, cwd, { recursive: true });
  const platforms = { SLACK_BOT_TOKEN: BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
  const tokens = { ...platforms, DISCORD_TOKEN: DISCORD_BOT.token, DISCORD_API_URL: discord.apiUrl };
  const all = { ...tokens, ...settingsOf(model), ...env };
  const process = serveDetente(['serve', '--now', '2024-01-29T08:00:00Z'], { cwd, env: all });
  const isReady = () => slack.socket.isConnected && discord.gateway.isReady && model.requests()[0]?.endedAt;
  await vi.waitUntil(isReady, { timeout: 20_000 });
  return { slack, discord, model, process, ways: { ...waysInSlack(slack), ...waysInDiscord(discord) } };
}

function settingsOf(server: ModelServer): Record<string, string> {
  const { baseUrl = '', apiKey = '', model } = server.settings();
  return { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: apiKey, OPENAI_MODEL: model };
}

function waysInSlack(slack: SlackServer): Record<string, Way> {
  const ada = new SlackUser(slack, slack.ada, slack.socket.deliver.bind(slack.socket));
  let asked = 0;
  const inThread =
    (ask: (question: string, more: object) => Promise<number>): Way =>
    async (question) => {
      asked += 1;
      const [at, ts] = [performance.now(), `17000${String(asked).padStart(5, '0')}.000100`];
      const ackMs = await ask(question, { ts });
      return { at, ackMs, shown: () => inSlack(slack, (body) => body.thread_ts === ts) };
    };
  return {
    'Slack mention': inThread((question, more) => ada.mention(question, more)),
    'Slack direct message': inThread((question, more) => ada.write(question, more)),
    'Slack /ask': async (question) => {
      const at = performance.now();
      const ackMs = await ada.command(`/ask ${question}`);
      const state = STATES.find((one) => question.includes(one)) ?? '';
      return { at, ackMs, shown: () => inSlack(slack, (body) => JSON.stringify(body).includes(state), true) };
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: bodies as they came over the wire
function inSlack(slack: SlackServer, isIt: (body: any) => boolean, isWhispered = false): Shown | undefined {
  const call = (isWhispered ? slack.whispers : slack.posts).find(({ body }) => isIt(body));
  return call && { text: shownInSlack(slack.asAmended(call).body.blocks), at: call.at };
}

function waysInDiscord(discord: DiscordServer): Record<string, Way> {
  const ada = new DiscordUser(discord, discord.ada);
  const shownBy = (id: string) => () => {
    const own = discord.messages.find(
      ({ interaction, body }) => interaction === id || body.message_reference?.message_id === id,
    );
    return own && { text: shownInDiscord(own.body.components), at: own.at };
  };
  const message =
    (ask: (question: string) => string): Way =>
    async (question) => ({ at: performance.now(), shown: shownBy(ask(question)) });
  return {
    'Discord mention': message((question) => ada.mention(question)),
    'Discord direct message': message((question) => ada.write(question)),
    'Discord /ask': async (question) => {
      const at = performance.now();
      const id = ada.command({ name: 'ask', options: { question } });
      return { at, ackMs: await discord.responded(id), shown: shownBy(id) };
    },
  };
}

export async function answerTo(asked: Asked | undefined): Promise<Shown> {
  return vi.waitUntil(() => asked?.shown(), { timeout: PATIENCE_MS, interval: 20 });
}

/** Each names a question of its own, by which its answer is known. */
export const STATES = (
  'Norway Sweden Finland Denmark Iceland Ireland Portugal Spain Austria Hungary Romania Bulgaria Greece Cyprus Malta ' +
  'Latvia Estonia Lithuania Chile Peru Bolivia Ecuador Uruguay Cuba Kenya Ghana Senegal Gambia Botswana Japan'
).split(' ');
