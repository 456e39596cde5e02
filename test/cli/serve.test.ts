import { expect, test, vi } from 'vitest';
import { runUntilStopped, surviving } from '../../src/cli/run-until-stopped.ts';
import type { ChatAdapter, EndingAdapter } from '../../src/domain/chat.ts';
import { DetenteError } from '../../src/errors.ts';
import { silentLogger } from '../../src/logger.ts';

/** A platform whose life is in the hands of the test. */
function platform(name: string, start: () => Promise<void> = async () => {}) {
  const over = Promise.withResolvers<void>();
  const adapter: ChatAdapter & EndingAdapter = {
    name,
    ended: over.promise,
    start: vi.fn(start),
    send: () => Promise.reject(new Error('not here')),
    stop: vi.fn(async () => {}),
  };
  return { adapter, end: () => over.resolve() };
}

const handle = async () => undefined;
const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('one platform that ends leaves the others running; when all have ended it is over', async () => {
  const [slack, discord] = [platform('slack'), platform('discord')];
  let isOver = false;
  const run = runUntilStopped([slack.adapter, discord.adapter], handle, silentLogger).finally(() => {
    isOver = true;
  });
  slack.end();
  await after(30);
  expect(isOver).toBe(false);
  expect(discord.adapter.stop).not.toHaveBeenCalled();
  discord.end();
  await expect(run).rejects.toThrow(/no platform runs any more/);
  expect(slack.adapter.stop).toHaveBeenCalledTimes(1);
});

test('one that cannot start because of its configuration stops all, with its reason', async () => {
  const refused = new DetenteError('bad-configuration', 'SLACK_BOT_TOKEN is refused by Slack');
  const [slack, discord] = [platform('slack', () => Promise.reject(refused)), platform('discord')];
  await expect(runUntilStopped([slack.adapter, discord.adapter], handle, silentLogger)).rejects.toBe(refused);
  expect(discord.adapter.stop).toHaveBeenCalledTimes(1);
});

test.for([
  ['SIGINT', 'runs', async () => {}],
  ['SIGTERM', 'runs', async () => {}],
  ['SIGTERM', 'still waits for its platform', () => new Promise<void>(() => {})],
] as const)('%s stops what %s', async ([signal, , start]) => {
  const { adapter } = platform('slack', start);
  const run = runUntilStopped([adapter], handle, silentLogger);
  await after(10);
  process.emit(signal);
  await run;
  expect(adapter.stop).toHaveBeenCalledTimes(1);
  expect(process.listenerCount(signal)).toBe(0);
});

test('while it serves, a failure that nobody awaited ends nothing; afterwards it would again', () => {
  const event = 'unhandledRejection';
  const before = process.listeners(event);
  const ends = vi.fn();
  process.on(event, ends);
  const error = vi.fn();
  const mortal = surviving({ ...silentLogger, error });
  process.emit(event, new Error('stray'), Promise.resolve());
  expect(ends).not.toHaveBeenCalled();
  expect(error).toHaveBeenCalledTimes(1);
  mortal.again();
  expect(process.listeners(event)).toEqual([...before, ends]);
  process.off(event, ends);
});
