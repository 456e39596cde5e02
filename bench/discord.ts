import { Client, GatewayIntentBits } from 'discord.js';
import { definition } from '../adapters/discord/definition.ts';
import { createDiscordAdapter, type DiscordAdapterOptions } from '../adapters/discord/index.ts';
import { clockFrom } from '../src/clock.ts';
import { readConfiguration } from '../src/config.ts';
import type { Clock } from '../src/domain/clock.ts';
import { silentLogger } from '../src/logger.ts';
import { BOT, DiscordServer } from '../test/discord/discord-server.ts';
import { DiscordUser } from '../test/discord/discord-user.ts';
import type { Platform, Running } from './responding.ts';

/** From an interaction to its first response. */
export const discord: Platform = {
  name: 'Discord',
  about: 'Milliseconds from an interaction to its first response, over the gateway on this machine',
  ours: async (handle) => {
    const server = await DiscordServer.start();
    const adapter = discordAdapter(server.apiUrl, clockFrom('2031-04-12T07:00:00Z'), { drainMs: 0 });
    await adapter.start(handle);
    return running(server, () => adapter.stop());
  },
  peer: 'discord.js, deferring and nothing else',
  bare: async () => {
    const server = await DiscordServer.start();
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: server.apiUrl } });
    client.on('interactionCreate', async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.deferReply();
    });
    const ready = new Promise((resolve) => client.once('clientReady', resolve));
    await client.login(BOT.token);
    await ready;
    return running(server, () => client.destroy());
  },
};

/** Ours, for a Discord at this address. */
export function discordAdapter(apiUrl: string, clock: Clock, tuning: NonNullable<DiscordAdapterOptions['tuning']>) {
  const configuration = readConfiguration([definition], { DISCORD_TOKEN: BOT.token, DISCORD_API_URL: apiUrl });
  return createDiscordAdapter({ configuration, clock, logger: silentLogger, tuning });
}

function running(server: DiscordServer, stop: () => Promise<unknown>): Running {
  const ada = new DiscordUser(server, server.ada);
  return {
    ask: () => server.responded(ada.command({ name: 'ask', options: { question: 'who?' } })),
    stop: () => stop().then(() => server.close()),
  };
}
