import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Outbox } from '../../src/domain/delivery.ts';
import { DetenteError } from '../../src/errors.ts';
import { delivering, HandClock, Platform, SECOND_MS, scheduled } from './under-test.ts';

const full = () =>
  Promise.reject(new DetenteError('archive-unusable', 'the disk of the archive is full: free some space'));

/** Reads, and has no room for a row. */
function onFullDisk(outbox: Outbox): Outbox {
  const writes = ['open', 'claim', 'renew', 'prepare', 'settle', 'record', 'expire'];
  return new Proxy(outbox, {
    get: (target, name) => {
      const value = Reflect.get(target, name) as unknown;
      if (writes.includes(String(name))) return full;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** One that takes small rows, and no edition. */
function almostFull(outbox: Outbox): Outbox {
  const isRefused = (name: string, given: readonly { readonly content?: unknown }[] | undefined) =>
    name === 'prepare' || (name === 'record' && (given?.length ?? 0) > 0);
  return new Proxy(outbox, {
    get: (target, name) => {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) =>
        isRefused(String(name), given[0] as readonly object[]) ? full() : Reflect.apply(value, target, given);
    },
  });
}

async function begin() {
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  const clock = new HandClock('2031-05-12T06:59:30Z');
  await archive.schedules.save(scheduled('desk', { since: clock.now() }));
  const platform = new Platform(clock);
  return { archive, clock, platform };
}

test('what a process posted and could not note is not posted again by the next, seconds later with room again', async () => {
  const { archive, clock, platform } = await begin();
  const first = delivering(archive, clock, [platform], { outbox: onFullDisk(archive.outbox) });
  await first.tick();
  clock.pass(30 * SECOND_MS);
  await first.tick();
  expect(platform.posts).toHaveLength(1);
  clock.pass(15 * SECOND_MS);
  const second = delivering(archive, clock, [platform]);
  await second.tick();
  expect(platform.recalls).toBeGreaterThan(0);
  expect(platform.posts).toHaveLength(1);
  expect(await archive.outbox.recent({ limit: 5 })).toMatchObject([{ state: 'sent', sent: { id: '1' } }]);
});

test.for([
  ['that takes nothing', onFullDisk],
  ['that takes small rows only', almostFull],
] as const)('a disk %s is told of once, and again when it fails another time', async ([, on]) => {
  const { archive, clock, platform } = await begin();
  let outbox = on(archive.outbox);
  const moved = new Proxy(archive.outbox, { get: (_, name) => Reflect.get(outbox, name) });
  const process = delivering(archive, clock, [platform], { outbox: moved });
  const half = async (count: number) => {
    for (let at = 0; at < count; at += 1) {
      await process.tick();
      clock.pass(30 * SECOND_MS);
    }
  };
  await half(2 * 2_880 - 100);
  expect(platform.posts).toHaveLength(2);
  expect(process.told).toEqual([expect.stringMatching(/^The archive cannot be written: the disk .* is full/)]);
  outbox = bound(archive.outbox);
  await half(10);
  expect((await archive.outbox.recent({ limit: 5 })).map(({ state }) => state)).toEqual(['sent', 'sent']);
  outbox = on(archive.outbox);
  await half(2_880);
  expect(process.told).toHaveLength(2);
  expect(platform.posts).toHaveLength(3);
});

/** Its methods, whatever they are called on. */
function bound(outbox: Outbox): Outbox {
  return new Proxy(outbox, {
    get: (target, name) => {
      const value = Reflect.get(target, name) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
