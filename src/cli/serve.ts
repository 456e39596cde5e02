import { openSqliteArchive } from '../archive/sqlite-archive.ts';
import { adminKey, type Configuration, findAdapters, logKey, readConfiguration } from '../config.ts';
import type { Archive } from '../domain/archive.ts';
import type { ChatAdapter, EndingAdapter } from '../domain/chat.ts';
import type { Clock } from '../domain/clock.ts';
import type { Logger } from '../domain/logger.ts';
import { DetenteError } from '../errors.ts';
import { createLogger } from '../logger.ts';
import { pluggedFolder } from './bundle.ts';
import type { Call } from './call.ts';
import { deskBot, embedInBackground } from './desk-bot.ts';
import { encoderOf, findEncoder } from './encoder.ts';

/** Runs the configured platforms on the archive until it is told to stop, or none of them runs any more. */
export async function serve(call: Call): Promise<void> {
  const configuration = readConfiguration(await findAdapters(pluggedFolder('adapters')));
  const platforms = configuration.adapters.filter(({ name }) => name !== 'terminal');
  if (platforms.length === 0)
    throw new DetenteError(
      'bad-configuration',
      'no platform is configured: set the tokens of Slack or Discord (docs/slack.md, docs/discord.md), or run "detente start" for the terminal',
    );
  const logger = await createLogger({ level: configuration.need(logKey), secrets: configuration.secrets });
  const archive = await openSqliteArchive(call.archivePath);
  const found = findEncoder(call);
  const mortal = surviving(logger);
  try {
    const load = platforms.map(async (one) => (await one.load())({ configuration, clock: call.clock, logger }));
    const adapters = await Promise.all(load);
    const bot = await deskBot(call, { archive, found, logger }, adminParts(configuration, adapters, logger));
    const embedding = embedInBackground({ archive, found, logger });
    const keeping = keepNoLonger(archive, call.clock, logger);
    await runUntilStopped(adapters, bot.handle, logger).finally(() => {
      keeping.stop();
      return embedding.stop();
    });
  } finally {
    mortal.again();
    await encoderOf(await found)?.close();
    await archive.close();
  }
}

/**
 * The last net under the platforms' own libraries: one failure that nobody awaited must not end the others' work. Until
 * `again`, what else would end the process at such a failure does not hear of it.
 */
export function surviving(logger: Logger): { again(): void } {
  const event = 'unhandledRejection';
  const before = process.listeners(event);
  process.removeAllListeners(event);
  process.on(event, (error) => logger.error({ error }, 'a failure that nobody handled'));
  return {
    again: () => {
      process.removeAllListeners(event);
      for (const listener of before) process.on(event, listener);
    },
  };
}

/**
 * All start or none does: half a bot is one that somebody waits for in vain.
 * @throws DetenteError `internal` once every platform has ended by itself; what a platform throws at its start.
 */
export async function runUntilStopped(
  adapters: readonly ChatAdapter[],
  handle: Parameters<ChatAdapter['start']>[0],
  logger: Logger,
): Promise<void> {
  const stopped = toldToStop();
  try {
    await Promise.race([stopped.promise, serveAll(adapters, handle, logger)]);
  } finally {
    stopped.forget();
    await Promise.all(adapters.map((adapter) => adapter.stop()));
  }
}

async function serveAll(
  adapters: readonly ChatAdapter[],
  handle: Parameters<ChatAdapter['start']>[0],
  logger: Logger,
): Promise<never> {
  await Promise.all(adapters.map((adapter) => adapter.start(handle)));
  logger.info({ adapters: adapters.map(({ name }) => name) }, 'serving');
  await Promise.all(adapters.map(endOf));
  throw new DetenteError('internal', 'no platform runs any more: the log says why each of them ended');
}

/** When an adapter ends by itself; one that cannot never does. */
function endOf(adapter: ChatAdapter): Promise<void> {
  return 'ended' in adapter ? (adapter as ChatAdapter & EndingAdapter).ended : new Promise(() => {});
}

function toldToStop(): { readonly promise: Promise<void>; forget(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const stop = () => resolve();
  for (const signal of signals) process.once(signal, stop);
  return { promise, forget: () => signals.forEach((signal) => void process.off(signal, stop)) };
}

const EXPIRY_MS = 15 * 60_000;

/** What is promised to be kept for a day is not kept longer because nobody asks any more. */
function keepNoLonger({ desk }: Archive, clock: Clock, logger: Logger): { stop(): void } {
  const expire = () =>
    desk
      .expire(new Date(clock.now()).toISOString())
      .catch((error: unknown) => logger.error({ error }, 'old questions could not be deleted'));
  void expire();
  const timer = setInterval(expire, EXPIRY_MS);
  return { stop: () => clearInterval(timer) };
}

function adminParts(configuration: Configuration, adapters: readonly ChatAdapter[], logger: Logger) {
  const admins = configuration.get(adminKey) ?? [];
  const tellAdmin = async (text: string) => {
    for (const admin of admins) {
      const adapter = adapters.find(({ name }) => name === admin.adapter);
      await adapter
        ?.send(admin, { kind: 'notice', text })
        .catch((error: unknown) => logger.error({ error }, 'the admin could not be told'));
    }
  };
  return { admins, tellAdmin };
}
