import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { deliveryLine } from '../../src/cli/status.ts';
import { delivering, HandClock, HOUR_MS, MINUTE_MS, Platform, SECOND_MS, scheduled } from './under-test.ts';

const channels = Array.from({ length: 50 }, (_, at) => `c${at}`);
const [BROKEN, HANGING] = ['c0', 'c1'];

/** Fifty channels whose briefs are due at once: one is refused for ever, one gets no answer until it is let go. */
async function fiftyDue() {
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  const clock = new HandClock('2031-05-12T06:59:30Z');
  for (const channel of channels) await archive.schedules.save(scheduled(channel, { since: clock.now() }));
  const platform = new Platform(clock);
  const hang = Promise.withResolvers<void>();
  platform.before = async (channel) => {
    if (channel === BROKEN) throw new Error('the platform answered 500');
    if (channel === HANGING) await hang.promise;
  };
  const process = delivering(archive, clock, [platform]);
  await process.tick();
  clock.pass(MINUTE_MS);
  return { archive, clock, platform, process, hang };
}

test('one channel that hangs and one that fails hold up none of 48 others', async () => {
  const { archive, clock, platform, process, hang } = await fiftyDue();
  await process.scheduler.tick();
  await expect.poll(() => platform.posts.length, { timeout: 5_000 }).toBe(48);
  expect(platform.posts.filter(({ at }) => at - Date.parse('2031-05-12T07:00:00Z') > MINUTE_MS)).toEqual([]);
  for (let round = 0; round < 5; round += 1) {
    clock.pass(30 * SECOND_MS);
    await process.scheduler.tick();
  }
  expect(platform.tried.filter(({ channel }) => channel === HANGING)).toHaveLength(1);
  hang.reject(new Error('no answer within 10 s'));
  await process.scheduler.settled();
  platform.before = async () => {};
  // longer than any pause before an attempt
  clock.pass(20 * MINUTE_MS);
  await process.tick();
  expect(new Set(platform.posts.map(({ channel }) => channel))).toEqual(new Set(channels));
  expect(platform.posts).toHaveLength(50);
  expect(new Set((await archive.outbox.recent({ limit: 100 })).map(({ state }) => state))).toEqual(new Set(['sent']));
});

test('a channel that fails is tried ever more rarely, given up after six hours, told of once, and told so the next day', async () => {
  const { archive, clock, platform, process, hang } = await fiftyDue();
  hang.resolve();
  const day = 24 * HOUR_MS;
  const end = clock.now() + 8 * HOUR_MS;
  for (; clock.now() < end; clock.pass(30 * SECOND_MS)) await process.tick();
  const tries = platform.tried.filter(({ channel }) => channel === BROKEN).map(({ at }) => at);
  const pauses = tries.slice(1).map((at, before) => at - (tries[before] ?? 0));
  console.info(`${tries.length} tries in 6 h, pauses in s: ${pauses.map((pause) => pause / SECOND_MS).join(' ')}`);
  expect(tries.length).toBeLessThan(40);
  for (const [at, pause] of pauses.entries()) {
    const full = Math.min(15 * MINUTE_MS, 30 * SECOND_MS * 2 ** at);
    expect(pause).toBeGreaterThanOrEqual(0.8 * full);
    expect(pause).toBeLessThanOrEqual(1.2 * full + 30 * SECOND_MS);
  }
  expect(new Set(pauses.slice(6)).size).toBeGreaterThan(1);
  expect(tries.at(-1)).toBeLessThanOrEqual(Date.parse('2031-05-12T13:00:00Z'));
  expect(process.told).toEqual([
    'Not delivered, and not tried any more: the brief of 12 May 2031 for fake:w:c0: the platform answered 500.',
  ]);
  const failed = (await archive.outbox.recent({ limit: 100 })).filter(({ state }) => state === 'failed');
  expect(failed.map(deliveryLine)).toEqual([
    expect.stringMatching(
      /^fake:w:c0 · edition of 12 May 2031 about .+ failed on 12 May 2031.*: the platform answered 500$/,
    ),
  ]);
  platform.before = async () => {};
  clock.pass(day - 8 * HOUR_MS);
  await process.tick();
  const missedIn = (channel: string) =>
    platform
      .briefsIn(channel)
      .at(-1)
      ?.notices.filter(({ code }) => code === 'missed');
  expect(missedIn(BROKEN)).toEqual([{ code: 'missed', text: 'No brief was posted on 12 May 2031.' }]);
  expect(missedIn('c7')).toEqual([]);
  clock.pass(day);
  await process.tick();
  expect(missedIn(BROKEN)).toEqual([]);
  expect(platform.briefsIn(BROKEN)).toHaveLength(2);
  expect(process.told).toHaveLength(1);
});

test('fifty channels that fail are told of in a few messages of a length that can be read', async () => {
  const { clock, platform, process, hang } = await fiftyDue();
  hang.resolve();
  platform.before = () => Promise.reject(new Error('token_revoked'));
  const end = clock.now() + 7 * HOUR_MS;
  for (; clock.now() < end; clock.pass(5 * MINUTE_MS)) await process.tick();
  expect(platform.posts).toEqual([]);
  expect(process.told.length).toBeLessThan(10);
  expect(process.told.every((text) => text.length < 2_000)).toBe(true);
  expect(process.told.every((text) => text.includes('token_revoked'))).toBe(true);
  expect(process.told.length).toBeGreaterThan(0);
});
