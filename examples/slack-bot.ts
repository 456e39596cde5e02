// A desk in Slack: `node examples/slack-bot.ts FOLDER`, with SLACK_BOT_TOKEN and SLACK_APP_TOKEN set (docs/slack.md).
import { definition as slack } from '../adapters/slack/definition.ts';
import { createSlackAdapter } from '../adapters/slack/index.ts';
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

const configuration = detente.readConfiguration([slack]);
const adapter = createSlackAdapter({ configuration, clock, logger: detente.silentLogger });
await adapter.start(bot.handle);
await adapter.ended;
await archive.close();
