import { openSqliteArchive } from '../archive/sqlite-archive.ts';
import { adminKey, briefKey, type Configuration, findAdapters, httpKey, logKey, readConfiguration } from '../config.ts';
import type { Archive } from '../domain/archive.ts';
import type { ChatAdapter, Conversation, EndingAdapter, ReachingAdapter } from '../domain/chat.ts';
import type { Clock } from '../domain/clock.ts';
import type { Logger } from '../domain/logger.ts';
import { DetenteError } from '../errors.ts';
import { createLogger } from '../logger.ts';
import { Monitor } from '../monitoring/monitor.ts';
import { adminOf } from './admin.ts';
import { pluggedFolder } from './bundle.ts';
import type { Call } from './call.ts';
import { makeConfigured } from './configured-schedules.ts';
import { deskBot, embedInBackground } from './desk-bot.ts';
import { encoderOf, findEncoder } from './encoder.ts';
import { healthOf, sampleOf } from './health.ts';
import { adapterOptions, loadPlatforms } from './platforms.ts';
import { startScheduling } from './scheduling.ts';

export interface ServeHooks {
  /** Called after each step of a delivery, by its name. */
  readonly onStep?: (step: string) => void;
}

/** Runs the configured platforms and the schedules on the archive until it is told to stop, or no platform runs any more. */
export async function serve(call: Call, { onStep }: ServeHooks = {}): Promise<void> {
  const definitions = await findAdapters(pluggedFolder('adapters'));
  const configuration = readConfiguration(definitions);
  const logger = await createLogger({ level: configuration.need(logKey), secrets: configuration.secrets });
  const onUnwritable = (reason: string) => logger.warn({ reason }, 'the archive can only be read');
  const archive = await openSqliteArchive(call.archivePath, { onUnwritable });
  const found = findEncoder(call);
  const mortal = surviving(logger);
  try {
    await makeConfigured(archive.schedules, configuration.get(briefKey) ?? [], call.clock.now()).catch(survive(logger));
    const schedules = await archive.schedules.list();
    const options = adapterOptions(call, configuration, logger);
    const { open, all } = await loadPlatforms(definitions, configuration, schedules, options);
    const admin = adminOf(configuration.get(adminKey) ?? [], all, logger);
    const bot = await deskBot(
      call,
      { archive, found, logger },
      {
        admins: admin.conversations,
        tellAdmin: admin.tell,
        refusal: (conversation) => refusalOf(all, conversation),
      },
    );
    const running = [
      embedInBackground({ archive, found, logger }),
      keepNoLonger(archive, call.clock, logger),
      await startMonitor(archive, configuration, call.clock, logger),
    ];
    const parts = { archive, adapters: all, configuration, logger, admin, ...(onStep && { onStep }) };
    const schedule = () => startScheduling(call, parts);
    await runUntilStopped(open, bot.handle, logger, schedule).finally(() =>
      Promise.all(running.map((one) => one?.stop())),
    );
  } finally {
    mortal.again();
    await encoderOf(await found)?.close();
    await archive.close();
  }
}

/** Without room for the schedules of the environment, those that are stored are kept to. */
function survive(logger: Logger): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof DetenteError && error.code === 'archive-unusable')) throw error;
    logger.error({ error }, 'the schedules of DETENTE_BRIEF could not be stored');
  };
}

async function refusalOf(adapters: readonly ChatAdapter[], conversation: Conversation): Promise<string | undefined> {
  const adapter = adapters.find(({ name }) => name === conversation.adapter);
  return adapter !== undefined && 'refusal' in adapter
    ? (adapter as ChatAdapter & ReachingAdapter).refusal(conversation)
    : undefined;
}

async function startMonitor(archive: Archive, configuration: Configuration, clock: Clock, logger: Logger) {
  const place = configuration.need(httpKey);
  if (place === 'off') return undefined;
  const [health, sample] = [() => healthOf(archive, clock), () => sampleOf(archive, clock)];
  const monitor = new Monitor({ ...place, logger, health, sample });
  await monitor.start();
  return monitor;
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

interface Stopping {
  stop(): Promise<void>;
}

/**
 * All start or none does: half a bot is one that somebody waits for in vain.
 * @param schedule begins what posts by itself, once the platforms run; it ends before they do
 * @throws DetenteError `internal` once every platform has ended by itself; what a platform throws at its start.
 */
export async function runUntilStopped(
  adapters: readonly ChatAdapter[],
  handle: Parameters<ChatAdapter['start']>[0],
  logger: Logger,
  schedule: () => Stopping = () => ({ stop: async () => {} }),
): Promise<void> {
  const stopped = toldToStop();
  let scheduling: Stopping | undefined;
  const begin = () => {
    scheduling = schedule();
  };
  try {
    await Promise.race([stopped.promise, serveAll(adapters, handle, logger, begin)]);
  } finally {
    stopped.forget();
    await scheduling?.stop();
    await Promise.all(adapters.map((adapter) => adapter.stop()));
  }
}

async function serveAll(
  adapters: readonly ChatAdapter[],
  handle: Parameters<ChatAdapter['start']>[0],
  logger: Logger,
  begin: () => void,
): Promise<never> {
  await Promise.all(adapters.map((adapter) => adapter.start(handle)));
  logger.info({ adapters: adapters.map(({ name }) => name) }, 'serving');
  begin();
  // with schedules for the terminal alone there is no platform that could end
  if (adapters.length === 0) await new Promise(() => {});
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
function keepNoLonger({ desk }: Archive, clock: Clock, logger: Logger): Stopping {
  const expire = () =>
    desk
      .expire(new Date(clock.now()).toISOString())
      .catch((error: unknown) => logger.error({ error }, 'old questions could not be deleted'));
  void expire();
  const timer = setInterval(expire, EXPIRY_MS);
  return { stop: async () => clearInterval(timer) };
}
