import { existsSync } from 'node:fs';
import { Conversations } from '../answer/conversation.ts';
import { openSqliteArchive } from '../archive/sqlite-archive.ts';
import { type BriefOptions, createBot } from '../bot.ts';
import { composeBrief } from '../brief/compose.ts';
import { type Configuration, findAdapters, logKey, readConfiguration } from '../config.ts';
import type { AdapterOptions } from '../domain/adapter-definition.ts';
import type { Archive } from '../domain/archive.ts';
import type { IsoDate } from '../domain/article.ts';
import type { Brief } from '../domain/brief.ts';
import type { ChatAdapter, Conversation, EndingAdapter } from '../domain/chat.ts';
import type { EncoderFound } from '../domain/encoder.ts';
import type { Logger } from '../domain/logger.ts';
import { embedMissing } from '../embedding.ts';
import { DetenteError } from '../errors.ts';
import { readSources } from '../ingest/sources.ts';
import { takeIn } from '../intake.ts';
import { createLogger } from '../logger.ts';
import { chosenSituation, loadDefinition } from './brief.ts';
import { bundled, pluggedFolder } from './bundle.ts';
import { type Call, dayIn } from './call.ts';
import { encoderOf, findEncoder } from './encoder.ts';

const zone = 'UTC';
const here: Conversation = { adapter: 'terminal', workspace: '', channel: '' };

/** The brief of the archive's latest day, then answers, at the terminal; without any archive, of the sample. */
export async function start(call: Call): Promise<void> {
  const configuration = readConfiguration(await findAdapters(pluggedFolder('adapters')));
  const sample = call.defaultArchive && !existsSync(call.archivePath);
  const archive = sample ? await openSample() : await openSqliteArchive(call.archivePath);
  const found = findEncoder(call);
  try {
    const day = (await latestDay(archive)) ?? dayIn(zone, call.clock);
    await serveTerminal(call, configuration, { archive, found, sample, day });
  } finally {
    await encoderOf(await found)?.close();
    await archive.close();
  }
}

/** In memory: a look at the sample leaves nothing behind that a later start would take for the reader's archive. */
async function openSample(): Promise<Archive> {
  const archive = await openSqliteArchive(':memory:');
  await takeIn(archive, readSources([bundled('samples')]));
  return archive;
}

/** What the desk at the terminal is made of. */
interface Desk {
  readonly archive: Archive;
  /** On its way while the brief is read. */
  readonly found: Promise<EncoderFound>;
  readonly sample: boolean;
  /** The day of the brief: the archive's latest, for an archive may be old. */
  readonly day: IsoDate;
}

async function serveTerminal(call: Call, configuration: Configuration, desk: Desk): Promise<void> {
  const { clock } = call;
  const logger = await createLogger({ level: configuration.need(logKey), secrets: configuration.secrets });
  const compose = await composer(call, desk);
  // In the sample "yesterday" is the day before its last one, whenever it is read.
  const today = () => (desk.sample ? desk.day : dayIn(zone, clock));
  const conversations = new Conversations(desk.archive, clock);
  const bot = createBot({
    archive: desk.archive,
    clock,
    logger,
    brief: compose,
    ask: async (question, { conversation, user }) => {
      const encoder = encoderOf(await desk.found);
      return conversations.ask(JSON.stringify([conversation, user]), question, { today: today(), encoder });
    },
  });
  const format = call.format === 'markdown' ? 'markdown' : 'text';
  const options = { configuration, clock, logger, format };
  const adapter = await loadTerminal(configuration, options);
  await adapter.send(here, { kind: 'brief', brief: await compose({}), sample: desk.sample });
  await adapter.start(bot.handle);
  const embedding = embedInBackground(desk, logger);
  if ('ended' in adapter) await (adapter as ChatAdapter & EndingAdapter).ended;
  await adapter.stop();
  await embedding.stop();
}

/** Vectors that are missing are made while nobody waits for them. */
function embedInBackground({ archive, found }: Desk, logger: Logger): { stop(): Promise<void> } {
  const ending = new AbortController();
  const { signal } = ending;
  const done = found
    .then((one) => (one.kind === 'ready' ? embedMissing(archive, one.encoder, { signal }) : 0))
    .catch((error: unknown) =>
      logger.warn({ error }, 'token vectors could not be made; questions are answered without'),
    );
  return {
    stop: async () => {
      ending.abort();
      await done;
    },
  };
}

async function composer(
  call: Call,
  { archive, sample, day }: Desk,
): Promise<(options: BriefOptions) => Promise<Brief>> {
  const definition = await loadDefinition('de-escalation');
  const situation = sample ? undefined : chosenSituation(call);
  return ({ date = day, since }) =>
    composeBrief(archive, definition, { date, zone, ...(situation && { situation }), ...(since && { since }) });
}

async function loadTerminal(configuration: Configuration, options: AdapterOptions): Promise<ChatAdapter> {
  const definition = configuration.adapters.find((adapter) => adapter.name === 'terminal');
  if (!definition)
    throw new DetenteError(
      'bad-configuration',
      'start serves the terminal: unset the tokens of other platforms for it',
    );
  return (await definition.load())(options);
}

async function latestDay(archive: Archive): Promise<IsoDate | undefined> {
  const days = (await archive.articles.outline()).flatMap((article) => article.publishedAt ?? []);
  return days.sort().at(-1);
}
