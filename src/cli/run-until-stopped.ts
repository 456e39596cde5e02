import type { ChatAdapter, EndingAdapter } from '../domain/chat.ts';
import type { Logger } from '../domain/logger.ts';
import { DetenteError } from '../errors.ts';

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

export interface Stopping {
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
