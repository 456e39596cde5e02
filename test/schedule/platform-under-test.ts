import { onTestFinished } from 'vitest';
import { markIn, markOf, markOfPart } from '../../adapters/discord/posting/marks.ts';
import { render as renderForDiscord } from '../../adapters/discord/render.ts';
import { createRender } from '../../adapters/slack/render.ts';
import { renderReply } from '../../adapters/terminal/render.ts';
import type { Brief } from '../../src/domain/brief.ts';
import type { Conversation } from '../../src/domain/chat.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import { BOT as DISCORD_BOT, DiscordServer } from '../discord/discord-server.ts';
import { shownText as shownInDiscord } from '../discord/reading.ts';
import { shownText as shownInSlack } from '../slack/reading.ts';
import { APP_TOKEN, BOT as SLACK_BOT, SlackServer } from '../slack/slack-server.ts';
import type { Installation } from './installation.ts';

/** A message of a delivery. */
export interface Message {
  /** Of which delivery, and which part of it. */
  readonly name: string;
  readonly text: string;
  /** The name of the message that it stands in the thread of. */
  readonly below?: string;
}

/** What becomes of a call: it waits first; it is not carried out; it is, and no answer comes. */
interface Fate {
  readonly delayMs?: number;
  readonly isRefused?: boolean;
  readonly isUnanswered?: boolean;
}

/** Where briefs are posted, and what stands there. */
export interface PlatformUnderTest {
  readonly env: Readonly<Record<string, string>>;
  /** Asked at each call that posts. `key` where the call is the first of a delivery. */
  onPost: (key: string | undefined) => Fate | undefined;
  conversation(at: number): Conversation;
  /** What one delivery of a brief makes. */
  expected(delivery: Delivery, brief: Brief): readonly Message[];
  /** All that was ever posted by a schedule, in order. */
  standing(installation: Installation): readonly Message[];
}

export type PlatformName = 'terminal' | 'slack' | 'discord';

/**
 * Several at once, for processes that serve all of them: conversations of each in turn. A start costs more than a brief,
 * and one death then falls into the deliveries of each.
 */
export async function platformsTogether(names: readonly PlatformName[]): Promise<PlatformUnderTest> {
  const each = new Map(await Promise.all(names.map(async (name) => [name, await platformUnderTest(name)] as const)));
  const all = [...each.values()];
  const platform: PlatformUnderTest = {
    env: Object.assign({}, ...all.map(({ env }) => env)),
    onPost: () => undefined,
    conversation: (at) => (all[at % all.length] as PlatformUnderTest).conversation(Math.floor(at / all.length)),
    expected: (delivery, brief) =>
      each.get(delivery.conversation.adapter as PlatformName)?.expected(delivery, brief) ?? [],
    standing: (installation) => all.flatMap((one) => one.standing(installation)),
  };
  for (const one of all) one.onPost = (key) => platform.onPost(key);
  return platform;
}

/** The platform is gone after the test. */
export async function platformUnderTest(name: PlatformName): Promise<PlatformUnderTest> {
  if (name === 'slack') return slackUnderTest();
  return name === 'discord' ? discordUnderTest() : terminalUnderTest();
}

const CHANNELS = 10;

async function slackUnderTest(): Promise<PlatformUnderTest> {
  const slack = await SlackServer.start();
  onTestFinished(() => slack.close());
  const channels = await slack.makeChannels(CHANNELS);
  const render = createRender();
  const platform: PlatformUnderTest = {
    env: { SLACK_BOT_TOKEN: SLACK_BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl },
    onPost: () => undefined,
    conversation: (at) => ({ adapter: 'slack', workspace: slack.team, channel: channels[at % CHANNELS] ?? '' }),
    expected: ({ key }, brief) =>
      render({ kind: 'brief', brief }).map(({ blocks }, part) => ({
        ...{ name: `${key} ${part}`, text: shownInSlack(blocks) },
        ...(part > 0 && { below: `${key} 0` }),
      })),
    standing: () => {
      const posts = slack.posts.filter(({ body }) => body.metadata !== undefined);
      const nameOf = ({ key, part }: { readonly key: string; readonly part: number }) => `${key} ${part}`;
      const names = new Map(posts.map(({ body, answer }) => [answer.ts, nameOf(body.metadata.event_payload)]));
      return posts.map(({ body, answer }) => ({
        ...{ name: names.get(answer.ts) ?? '', text: shownInSlack(body.blocks) },
        ...(body.thread_ts && { below: names.get(body.thread_ts) ?? body.thread_ts }),
      }));
    },
  };
  slack.fault = (method, body) => {
    if (method !== 'chat.postMessage') return undefined;
    const { key, part } = body.metadata?.event_payload ?? {};
    const { delayMs = 0, isRefused, isUnanswered } = platform.onPost(part === 0 ? key : undefined) ?? {};
    return { delayMs, ...(isRefused && { status: 503 }), ...(isUnanswered && { lost: 'hang' as const }) };
  };
  return platform;
}

async function discordUnderTest(): Promise<PlatformUnderTest> {
  const discord = await DiscordServer.start();
  onTestFinished(() => discord.close());
  const channels: readonly string[] = [discord.channel, discord.system];
  const platform: PlatformUnderTest = {
    env: { DISCORD_TOKEN: DISCORD_BOT.token, DISCORD_API_URL: discord.apiUrl },
    onPost: () => undefined,
    conversation: (at) => ({
      ...{ adapter: 'discord', workspace: discord.guild, channel: channels[at % channels.length] ?? '' },
    }),
    expected: ({ key }, brief) => {
      const first = markOf(key);
      return renderForDiscord({ kind: 'brief', brief }).map(({ components }, part) => ({
        name: String(part === 0 ? first : markOfPart(first, part)),
        text: shownInDiscord(components),
        ...(part > 0 && { below: String(first) }),
      }));
    },
    standing: () => {
      const names = new Map(discord.posts.map(({ id, body }) => [id, markIn(body.components)]));
      const marked = discord.posts.filter(({ id }) => names.get(id) !== undefined);
      return marked.map(({ id, channel, body }) => ({
        ...{ name: String(names.get(id)), text: shownInDiscord(body.components) },
        ...(!channels.includes(channel) && { below: String(names.get(channel)) }),
      }));
    },
  };
  discord.fault = (method, path, body) => {
    const isFirst = channels.some((channel) => path === `/channels/${channel}/messages`);
    if (method !== 'POST' || !/^\/channels\/\d+\/messages(\/\d+\/threads)?$/.test(path)) return undefined;
    const { delayMs = 0, isRefused, isUnanswered } = platform.onPost(isFirst ? body.nonce : undefined) ?? {};
    return { delayMs, ...(isRefused && { status: 503 }), ...(isUnanswered && { hang: true }) };
  };
  return platform;
}

/** An edition begins with its title; what stands before the first one stands there without a name. */
const TITLE = /^(?=# )/m;

function terminalUnderTest(): PlatformUnderTest {
  const named = (text: string): Message => ({ name: text.split('\n', 1)[0] ?? '', text: text.trim() });
  return {
    env: {},
    onPost: () => undefined,
    conversation: (at) => ({ adapter: 'terminal', workspace: '', channel: String(at) }),
    expected: (_, brief) => [
      named(renderReply({ kind: 'brief', brief }, { format: 'markdown', colour: false, links: false, width: 110 })),
    ],
    standing: ({ output }) =>
      output
        .split(TITLE)
        .filter((one) => one !== '')
        .map(named),
  };
}
