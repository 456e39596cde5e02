import { Client, GatewayIntentBits } from 'discord.js';
import { definition } from '../adapters/discord/definition.ts';
import { createDiscordAdapter } from '../adapters/discord/index.ts';
import { openSqliteArchive } from '../src/archive/sqlite-archive.ts';
import { createBot } from '../src/bot.ts';
import { clockFrom } from '../src/clock.ts';
import { readConfiguration } from '../src/config.ts';
import type { RequestHandler } from '../src/domain/chat.ts';
import { silentLogger } from '../src/logger.ts';
import { BOT, DiscordServer } from '../test/discord/discord-server.ts';
import { DiscordUser } from '../test/discord/discord-user.ts';
import { percentile, ratio, rounded, type Section } from './figures.ts';

const INTERACTIONS = 200;
const AT_ONCE = 50;
/** Far longer than an answer takes. */
const ANSWER_MS = 10_000;

interface Responding {
  start(discord: DiscordServer): Promise<{ stop(): Promise<unknown> }>;
}

/** Milliseconds until an interaction gets its first response, while its answer takes ten seconds. */
export async function discordSection(): Promise<Section> {
  const ours = await timed(detente(waiting));
  const busy = await timed(detente(thinking));
  const bare = await timed(discordAlone);
  const row = (name: string, times: Times) => [
    name,
    ...[times.single, times.together].flatMap((one) => [rounded(percentile(one, 0.5)), rounded(percentile(one, 0.99))]),
    ratio(percentile(times.together, 0.99), percentile(bare.together, 0.99)),
  ];
  return {
    heading: 'Discord',
    about: `Milliseconds from an interaction to its first response, over the gateway on this machine, Discord in the same process. Discord waits 3,000 ms.`,
    headings: [
      '',
      `p50, ${INTERACTIONS} in turn`,
      'p99',
      `p50, ${AT_ONCE} at once`,
      'p99',
      'p99 at once against discord.js alone',
    ],
    rows: [
      row('détente, answers that wait 10 s', ours),
      row('détente, answers of 100 ms of processor time', busy),
      row('discord.js, deferring and nothing else', bare),
    ],
  };
}

interface Times {
  readonly single: number[];
  readonly together: number[];
}

async function timed(app: Responding): Promise<Times> {
  const discord = await DiscordServer.start();
  const running = await app.start(discord);
  const ada = new DiscordUser(discord, discord.ada);
  const ask = () => discord.responded(ada.command({ name: 'ask', options: { question: 'who?' } }));
  await ask();
  const single: number[] = [];
  for (let at = 0; at < INTERACTIONS; at += 1) single.push(await ask());
  const together = await Promise.all(Array.from({ length: AT_ONCE }, ask));
  await running.stop();
  await discord.close();
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

function detente(handle: RequestHandler): Responding {
  return {
    start: async (discord) => {
      const environment = { DISCORD_TOKEN: BOT.token, DISCORD_API_URL: discord.apiUrl };
      const configuration = readConfiguration([definition], environment);
      const clock = clockFrom('2031-04-12T07:00:00Z');
      const tuning = { drainMs: 0 };
      const adapter = createDiscordAdapter({ configuration, clock, logger: silentLogger, tuning });
      await adapter.start(handle);
      return adapter;
    },
  };
}

const discordAlone: Responding = {
  start: async (discord) => {
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.apiUrl } });
    client.on('interactionCreate', async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.deferReply();
    });
    const ready = new Promise((resolve) => client.once('clientReady', resolve));
    await client.login(BOT.token);
    await ready;
    return { stop: () => client.destroy() };
  },
};

const COMPLETIONS = 500;

/** Milliseconds to complete what is typed, from an archive on disk: the index in memory against a look at the rows. */
export async function completionSection(path: string): Promise<Section> {
  const archive = await openSqliteArchive(path);
  const clock = clockFrom('2031-04-12T07:00:00Z');
  const none = () => Promise.reject(new Error('not asked'));
  const bot = createBot({ archive, clock, logger: silentLogger, brief: none, ask: none });
  const conversation = { adapter: 'discord', workspace: '1', channel: '2' };
  const complete = async (text: string): Promise<number> => {
    const began = performance.now();
    const base = { id: text, conversation, user: '3', at: '2031-04-12T07:00:00Z' };
    await bot.handle({ ...base, kind: 'complete', what: 'situation', text });
    return performance.now() - began;
  };
  const first = await complete('a');
  const times: number[] = [];
  for (let at = 0; at < COMPLETIONS; at += 1) times.push(await complete(String.fromCharCode(97 + (at % 26))));
  const began = performance.now();
  await archive.ledger.entries();
  const rows = performance.now() - began;
  const articles = (await archive.articles.tally()).total;
  await archive.close();
  return {
    heading: 'Completion of what is typed',
    about: `Milliseconds to complete a situation, ${articles} articles. The first makes the index.`,
    headings: ['the first', `p50 of ${COMPLETIONS}`, 'p99', 'p99 against reading the events'],
    rows: [
      [
        rounded(first),
        rounded(percentile(times, 0.5)),
        rounded(percentile(times, 0.99)),
        ratio(percentile(times, 0.99), rows),
      ],
    ],
  };
}
