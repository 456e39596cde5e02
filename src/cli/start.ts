import { existsSync } from 'node:fs';
import { openSqliteArchive } from '../archive/sqlite-archive.ts';
import { type Configuration, findAdapters, logKey, readConfiguration } from '../config.ts';
import type { ChatAdapter, Conversation, EndingAdapter } from '../domain/chat.ts';
import { createLogger, silentLogger } from '../logger.ts';
import { pluggedFolder } from './bundle.ts';
import { type Call, dayIn } from './call.ts';
import { composer, type Desk, deskBot, embedInBackground, latestDay, openSample } from './desk-bot.ts';
import { encoderOf, findEncoder } from './encoder.ts';
import { feedDeskOf, feedTools } from './feed-tools.ts';
import type { Polling } from './polling.ts';
import { startWording, type Wording } from './wording.ts';

const here: Conversation = { adapter: 'terminal', workspace: '', channel: '' };

/** Serves the platforms that are configured; without one the terminal. */
export async function start(call: Call): Promise<void> {
  const configuration = readConfiguration(await findAdapters(pluggedFolder('adapters')));
  if (configuration.adapters.some(({ name }) => name === 'terminal')) await serveTerminal(call, configuration);
  else await (await import('./serve.ts')).serve(call);
}

/** The brief of the archive's latest day, then answers, at the terminal; without any archive, of the sample. */
async function serveTerminal(call: Call, configuration: Configuration): Promise<void> {
  const sample = call.defaultArchive && !existsSync(call.archivePath);
  const archive = sample ? await openSample() : await openSqliteArchive(call.archivePath);
  const found = findEncoder(call);
  let wording: Wording | undefined;
  try {
    const logger = await createLogger({ level: configuration.need(logKey), secrets: configuration.secrets });
    const day = (await latestDay(archive)) ?? dayIn('UTC', call.clock);
    wording = startWording(call, { archive, logger, probe: true });
    const desk = { archive, found, logger, sample, day, ...(wording && { wording }) };
    await converseAtTerminal(call, configuration, desk);
  } finally {
    wording?.stop();
    await encoderOf(await found)?.close();
    await archive.close();
  }
}

async function converseAtTerminal(call: Call, configuration: Configuration, desk: Desk): Promise<void> {
  const adapter = await loadTerminal(call, configuration, desk);
  const brief = await (await composer(call, desk))({}, { conversation: here, user: '' });
  const tools = feedTools(call);
  // what is added to the sample would be gone with it
  const bot = await deskBot(call, desk, desk.sample ? {} : { feeds: feedDeskOf(call, desk.archive, tools) });
  await adapter.send(here, { kind: 'brief', brief, sample: desk.sample ?? false });
  await adapter.start(bot.handle);
  const embedding = embedInBackground(desk);
  const polling = await pollFeeds(call, configuration, desk, { tools, onArticles: embedding.again });
  if ('ended' in adapter) await (adapter as ChatAdapter & EndingAdapter).ended;
  await adapter.stop();
  await polling?.stop();
  await tools.close();
  await embedding.stop();
}

/** While somebody asks, what is new comes in; loaded once the brief is shown. */
async function pollFeeds(
  call: Call,
  configuration: Configuration,
  { archive, logger, sample, wording }: Desk,
  more: Pick<Polling, 'tools' | 'onArticles'>,
) {
  if (sample || call.feeds === 'off') return undefined;
  const { startPolling } = await import('./polling.ts');
  // a feed that fails is told where feeds are asked for, not between the lines of an answer
  const quiet = { ...silentLogger, error: logger.error.bind(logger) };
  return startPolling(call, { archive, configuration, logger: quiet, ...more, ...(wording && { wording }) });
}

async function loadTerminal(call: Call, configuration: Configuration, { logger }: Desk): Promise<ChatAdapter> {
  const definition = configuration.adapters.find(({ name }) => name === 'terminal');
  if (definition === undefined) throw new TypeError('the terminal is not configured');
  const format = call.format === 'markdown' ? 'markdown' : 'text';
  const options = { configuration, clock: call.clock, logger, format };
  return (await definition.load())(options);
}
