import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { percentile } from '../../bench/figures.ts';
import { detente, serveDetente, temporaryFolder } from '../cli/command-line.ts';
import { BOT as DISCORD_BOT, DiscordServer } from '../discord/discord-server.ts';
import { DiscordUser } from '../discord/discord-user.ts';
import { shownText as shownInDiscord } from '../discord/reading.ts';
import { shownText as shownInSlack } from '../slack/reading.ts';
import { APP_TOKEN, BOT, SlackServer } from '../slack/slack-server.ts';
import { SlackUser } from '../slack/slack-user.ts';
import { withFaults } from './faults.ts';
import { type ModelServer, startModelServer } from './model-server.ts';
import { honest } from './stand-ins/honest.ts';

/** Reliability row 11: 30 questions, five in each of six ways; two of them in the short form. */
const ROUNDS = process.env['DETENTE_LONG'] ? 5 : 2;
const HANG_MS = 60_000;
/** Slack's and Discord's own limit, and ours. */
const [ACK_MS, GOOD_ACK_MS] = [3_000, 300];
/** Within it the keyless answer is promised. */
const ANSWER_MS = 10_000;
/** The default of DETENTE_MODEL_WAIT_MS. */
const WAIT_MS = 6_000;

/** An answer, or as much of it as stands now. */
interface Shown {
  readonly text: string;
  /** When it came, in milliseconds of the monotonic clock. */
  readonly at: number;
}

interface Asked {
  /** In milliseconds of the monotonic clock. */
  readonly at: number;
  /** Until the platform had its acknowledgement; absent where it waits for none. */
  readonly ackMs?: number;
  readonly shown: () => Shown | undefined;
}

type Way = (question: string) => Promise<Asked>;

const sample = temporaryFolder();
beforeAll(async () => {
  expect((await detente(['ingest', resolve('samples')], { cwd: sample })).code).toBe(0);
});

test('while the model hangs for a minute each question is acknowledged at once and answered by rule within ten seconds', {
  timeout: 120_000,
}, async () => {
  const { model, ways, slack, discord } = await serving();
  // the first one after a start loads what reads English
  await answerTo(await ways['Discord direct message']?.('Who recalled its ambassador?'));
  withFaults(model, { inTurn: ['hang-before'], again: true, ms: HANG_MS });
  const asked: Promise<Asked>[] = [];
  // by the state that is asked for each answer is known
  for (const ask of Array.from({ length: ROUNDS }, () => Object.values(ways)).flat()) {
    const state = STATES[asked.length] ?? '';
    asked.push(ask(`Who offered to mediate? Did ${state} offer to mediate?`));
    await delay(250);
  }
  const questions = await Promise.all(asked);
  expect(model.requests().some(({ fault }) => fault !== undefined)).toBe(true);
  const acks = questions.flatMap(({ ackMs = [] }) => ackMs);
  expect(acks).toHaveLength(4 * ROUNDS);
  expect(Math.max(...acks)).toBeLessThan(ACK_MS);
  expect(percentile(acks, 0.99)).toBeLessThan(GOOD_ACK_MS);
  const waits: number[] = [];
  for (const question of questions) {
    const { text, at } = await answerTo(question);
    waits.push(at - question.at);
    expect(text).toMatch(/On 18 January 2024 China offered to mediate .* Worded by rule: /);
  }
  expect(Math.max(...waits)).toBeLessThan(ANSWER_MS);
  console.log(told('acknowledgements', acks), told('keyless answers', waits));
  expect([...slack.broken, ...discord.broken]).toEqual([]);
});

test('an answer by rule is replaced by the worded one that comes later, with the same quotes, where that can be done', {
  timeout: 60_000,
}, async () => {
  const { model, ways, slack, discord, process } = await serving({ DETENTE_MODEL_CALLS: '20' });
  withFaults(model, { inTurn: ['hang-before'], again: true, ms: WAIT_MS + 2_000 });
  const questions = await Promise.all(Object.values(ways).map((ask) => ask('Who offered to mediate?')));
  const first = await Promise.all(questions.map(answerTo));
  for (const [at, { text, at: then }] of first.entries()) {
    expect(then - (questions[at]?.at ?? 0)).toBeGreaterThan(WAIT_MS - 100);
    expect(text).toMatch(/On 18 January 2024 China offered to mediate .* Worded by rule: /);
  }
  const texts = () => questions.map(({ shown }) => shown()?.text ?? '');
  const isWorded = (text: string) => text.includes('Iran on 18 January 2024 ');
  await vi.waitUntil(() => texts().filter(isWorded).length === 5, { timeout: 10_000 }).catch(() => {});
  expect(process.err()).not.toMatch(/"level":"(?:warn|error)"/);
  const stays = Object.keys(ways).indexOf('Slack /ask');
  for (const [at, text] of texts().entries()) {
    if (at === stays) expect(text).toBe(first[at]?.text);
    else
      expect(text).toMatch(
        /^China\. China offered to mediate between Pakistan and Iran on 18 January 2024 (?!.*by rule)/,
      );
    expect(quotesIn(text)).toEqual(quotesIn(first[at]?.text ?? ''));
    expect(quotesIn(text).length).toBeGreaterThan(2);
  }
  expect([...slack.broken, ...discord.broken]).toEqual([]);
});

/** A process that serves the sample on both platforms, and everything that it talks to; its model works so far. */
async function serving(env: Readonly<Record<string, string>> = {}) {
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

async function answerTo(asked: Asked | undefined): Promise<Shown> {
  return vi.waitUntil(() => asked?.shown(), { timeout: ANSWER_MS + 5_000, interval: 20 });
}

/** The words of articles that an answer shows, with the numbers that they have in it. */
function quotesIn(text: string): string[] {
  return text.match(/\[\d+\] "[^"]*"/g) ?? [];
}

function told(what: string, milliseconds: readonly number[]): string {
  const [middle, most] = [0.5, 0.99].map((share) => Math.round(percentile(milliseconds, share)));
  return `${milliseconds.length} ${what}: p50 ${middle} ms, p99 ${most} ms;`;
}

const STATES = (
  'Norway Sweden Finland Denmark Iceland Ireland Portugal Spain Austria Hungary Romania Bulgaria Greece Cyprus Malta ' +
  'Latvia Estonia Lithuania Chile Peru Bolivia Ecuador Uruguay Cuba Kenya Ghana Senegal Gambia Botswana Japan'
).split(' ');
