// A desk in Discord: `node examples/discord-bot.ts FOLDER`, with DISCORD_TOKEN set (docs/discord.md).
import { definition as discord } from '../adapters/discord/definition.ts';
import { createDiscordAdapter } from '../adapters/discord/index.ts';
import { definition } from '../briefs/de-escalation.ts';
import * as detente from '../src/index.ts';

const archive = await detente.openArchive(':memory:');
await detente.ingest(archive, [process.argv[2] ?? 'samples']);

const clock = detente.systemClock();
const today = process.argv[3] ?? new Date().toISOString().slice(0, 10);
const bot = detente.createBot({
  archive,
  clock,
  logger: detente.silentLogger,
  brief: ({ date = today, since, zone = 'UTC' }) =>
    detente.brief(archive, definition, { date, zone, ...(since && { since }) }),
  ask: (question) => detente.ask(archive, question, { today }),
});

const configuration = detente.readConfiguration([discord]);
const adapter = createDiscordAdapter({ configuration, clock, logger: detente.silentLogger });
await adapter.start(bot.handle);
await adapter.ended;
await archive.close();
