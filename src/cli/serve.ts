import { openSqliteArchive } from '../archive/sqlite-archive.ts';
import { adminKey, briefKey, findAdapters, httpKey, logKey, readConfiguration } from '../config.ts';
import type { Archive } from '../domain/archive.ts';
import type { ChatAdapter, Conversation, ReachingAdapter } from '../domain/chat.ts';
import type { Clock } from '../domain/clock.ts';
import type { Logger } from '../domain/logger.ts';
import type { Schedule } from '../domain/schedule.ts';
import { isArchiveFailure } from '../errors.ts';
import { createLogger } from '../logger.ts';
import { ModelCounts } from '../model/counts.ts';
import { adminOf } from './admin.ts';
import { pluggedFolder } from './bundle.ts';
import type { Call } from './call.ts';
import { makeConfigured, tellRefusals } from './configured-schedules.ts';
import { deskBot, embedInBackground } from './desk-bot.ts';
import { encoderOf, findEncoder } from './encoder.ts';
import { feedDeskOf, feedTools } from './feed-tools.ts';
import { healthOf, sampleOf } from './health.ts';
import { adapterOptions, loadPlatforms, type Platforms, servedBy } from './platforms.ts';
import { runUntilStopped, type Stopping, surviving } from './run-until-stopped.ts';
import { type Scheduling, startScheduling } from './scheduling.ts';
import { startWording } from './wording.ts';

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
  const mortal = surviving(logger);
  try {
    const making = { now: call.clock.now(), serves: servedBy(definitions, configuration) };
    await makeConfigured(archive.schedules, configuration.get(briefKey) ?? [], making).catch(survive(logger));
    const schedules = await archive.schedules.list();
    const options = adapterOptions(call, configuration, logger);
    const platforms = await loadPlatforms(definitions, configuration, schedules, options);
    const admin = adminOf(configuration.get(adminKey) ?? [], platforms.all, logger);
    await serveOn(call, { archive, configuration, logger, admin, schedules, ...platforms, ...(onStep && { onStep }) });
  } finally {
    mortal.again();
    await archive.close();
  }
}

interface House extends Scheduling, Platforms {
  readonly schedules: readonly Schedule[];
}

async function serveOn(call: Call, { all, open, schedules, ...house }: Omit<House, 'adapters'>): Promise<void> {
  const { archive, configuration, logger, admin } = house;
  const found = findEncoder(call);
  const refusal = (conversation: Conversation) => refusalOf(all, conversation);
  const tools = feedTools(call);
  const feeds = feedDeskOf(call, archive, tools);
  const parts = { admins: admin.conversations, tellAdmin: admin.tell, refusal, feeds };
  const counts = new ModelCounts();
  const wording = startWording(call, { archive, logger, counts, probe: true });
  const bot = await deskBot(call, { archive, found, logger, ...(wording && { wording }) }, parts);
  const embedding = embedInBackground({ archive, found, logger });
  const running = [
    embedding,
    keepNoLonger(archive, call.clock, logger),
    await startMonitor({ archive, configuration, logger }, call.clock, wording && counts),
  ];
  const begin = () => {
    void tellRefusals(schedules, refusal, house);
    const scheduling = startScheduling(call, {
      ...{ ...house, adapters: all, onArticles: embedding.again },
      ...(wording && { wording }),
      ...(call.feeds === 'on' && { tools }),
    });
    const stop = async () => {
      // a reader and a schedule that wait for it still get their words by rule
      wording?.stop();
      await scheduling.stop();
    };
    return { stop };
  };
  try {
    await runUntilStopped(open, bot.handle, logger, begin);
  } finally {
    wording?.stop();
    await Promise.all(running.map((one) => one?.stop()));
    await tools.close();
    await encoderOf(await found)?.close();
  }
}

/** Without room for the schedules of the environment, those that are stored are kept to. */
function survive(logger: Logger): (error: unknown) => void {
  return (error) => {
    if (!isArchiveFailure(error)) throw error;
    logger.error({ error }, 'the schedules of DETENTE_BRIEF could not be stored');
  };
}

async function refusalOf(adapters: readonly ChatAdapter[], conversation: Conversation): Promise<string | undefined> {
  const adapter = adapters.find(({ name }) => name === conversation.adapter);
  return adapter !== undefined && 'refusal' in adapter
    ? (adapter as ChatAdapter & ReachingAdapter).refusal(conversation)
    : undefined;
}

async function startMonitor(
  { archive, configuration, logger }: Pick<House, 'archive' | 'configuration' | 'logger'>,
  clock: Clock,
  counts: ModelCounts | undefined,
) {
  const place = configuration.need(httpKey);
  if (place === 'off') return undefined;
  const [health, sample] = [() => healthOf(archive, clock), () => sampleOf(archive, clock, counts)];
  // with its metrics it takes as long to load as all else
  const { Monitor } = await import('../monitoring/monitor.ts');
  const monitor = new Monitor({ ...place, logger, health, sample });
  await monitor.start();
  return monitor;
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
