// A whole bot: an archive, the daily brief and answers, on the terminal. `node examples/desk.ts samples 2024-01-29`
import { createTerminalAdapter } from '../adapters/terminal/index.ts';
import { definition } from '../briefs/de-escalation.ts';
import { ask, brief, createBot, ingest, openArchive, silentLogger, systemClock } from '../src/index.ts';

const [folder = 'samples', date = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);
const archive = await openArchive(':memory:');
await ingest(archive, [folder]);

const clock = systemClock();
const compose = (options: { date?: string; since?: string }) =>
  brief(archive, definition, { date, zone: 'UTC', ...options });
const bot = createBot({
  archive,
  clock,
  logger: silentLogger,
  brief: compose,
  ask: (question) => ask(archive, question, { today: date }),
});

const terminal = createTerminalAdapter({ clock, logger: silentLogger });
const here = { adapter: 'terminal', workspace: '', channel: '' };
await terminal.send(here, { kind: 'brief', brief: await compose({}) });
await terminal.start(bot.handle);
await terminal.ended;
await archive.close();
