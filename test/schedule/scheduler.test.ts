import { expect, onTestFinished, test } from 'vitest';
import type { Archive } from '../../src/domain/archive.ts';
import type { ChatAdapter } from '../../src/domain/chat.ts';
import { scheduleKey } from '../../src/domain/schedule.ts';
import { addTo, archiveOf, type Report } from '../archive-of.ts';
import { DAY_MS, delivering, HandClock, HOUR_MS, MINUTE_MS, Platform, placeIn, scheduled } from './under-test.ts';

const reports: readonly Report[] = [
  {
    id: 'r0',
    outlet: 'River Post',
    publishedAt: '2031-05-08',
    text: 'Chad shelled a village in Niger on Tuesday. Niger recalled its ambassador from Chad on Wednesday.',
  },
];

/** An archive with schedules, half a minute before seven on 9 May 2031. */
async function desk(...schedules: Parameters<Archive['schedules']['save']>[0][]) {
  const archive = await archiveOf(reports);
  onTestFinished(() => archive.close());
  const clock = new HandClock('2031-05-09T06:59:30Z');
  for (const schedule of schedules) await archive.schedules.save({ ...schedule, since: clock.now() });
  return { archive, clock };
}

const states = async (archive: Archive) => (await archive.outbox.recent({ limit: 99 })).map(({ state }) => state);

test('a process leaves alone what another one runs the platform of', async () => {
  const { archive, clock } = await desk(
    scheduled('here'),
    scheduled('there', { conversation: placeIn('there', 'other') }),
  );
  const [mine, theirs] = [new Platform(clock), new Platform(clock, 'other')];
  const [one, two] = [delivering(archive, clock, [mine]), delivering(archive, clock, [theirs])];
  await one.tick();
  await two.tick();
  clock.pass(MINUTE_MS);
  for (let round = 0; round < 3; round += 1) await one.tick();
  expect(mine.briefsIn('here')).toHaveLength(1);
  await two.tick();
  expect(theirs.briefsIn('there')).toHaveLength(1);
  const attempts = (await archive.outbox.recent({ limit: 9 })).map((delivery) => delivery.attempts);
  expect(attempts).toEqual([1, 1]);
});

test('what no process runs the platform of is given up when it is too late, and told once', async () => {
  const { archive, clock } = await desk(scheduled('there', { conversation: placeIn('there', 'nowhere') }));
  const { tick, told } = delivering(archive, clock, [new Platform(clock)]);
  await tick();
  clock.pass(MINUTE_MS);
  await tick();
  expect(await states(archive)).toEqual(['waiting']);
  clock.pass(8 * HOUR_MS);
  await tick();
  await tick();
  expect(await states(archive)).toEqual(['failed']);
  expect(told).toEqual([expect.stringMatching(/nowhere.*not configured/)]);
});

test('what waited while nothing ran is not posted when it is too late for it; the next brief says so', async () => {
  const { archive, clock } = await desk(scheduled('c'));
  const platform = new Platform(clock);
  platform.before = async () => {
    throw new Error('the process dies here');
  };
  const first = delivering(archive, clock, [platform]);
  await first.tick();
  clock.pass(MINUTE_MS);
  await first.tick();
  expect(await states(archive)).toEqual(['waiting']);
  clock.pass(3 * DAY_MS);
  platform.before = async () => {};
  await delivering(archive, clock, [platform]).tick();
  const [brief, ...more] = platform.briefsIn('c');
  expect(more).toEqual([]);
  expect(brief?.date).toBe('2031-05-12');
  expect(brief?.notices.find(({ code }) => code === 'missed')?.text).toMatch(/9 May 2031, 10 May 2031 and 11 May 2031/);
});

test('asked before each message, a delivery says no once its lease is nearly over', async () => {
  const { archive, clock } = await desk(scheduled('c'));
  const platform = new Platform(clock);
  const asked: boolean[] = [];
  const real = platform.send.bind(platform);
  platform.send = async (...given: Parameters<ChatAdapter['send']>) => {
    const [conversation, reply, key, mayPost] = given;
    asked.push(mayPost?.() === true);
    clock.pass(31_000);
    asked.push(mayPost?.() === true);
    return real(conversation, reply, key);
  };
  const { tick } = delivering(archive, clock, [platform], { leaseMs: 40_000 });
  await tick();
  clock.pass(MINUTE_MS);
  await tick();
  expect(asked).toEqual([true, false]);
});

test('a schedule in a zone that is unknown here costs the others nothing', async () => {
  const { archive, clock } = await desk(scheduled('lost', { zone: 'Mars/Olympus' }), scheduled('c'));
  const platform = new Platform(clock);
  const { tick } = delivering(archive, clock, [platform]);
  await tick();
  clock.pass(MINUTE_MS);
  await tick();
  expect(platform.briefsIn('c')).toHaveLength(1);
});

test('where what is due could not be written down, the next tick does it', async () => {
  const { archive, clock } = await desk(scheduled('c'));
  const platform = new Platform(clock);
  let isBusy = true;
  const open: typeof archive.outbox.open = async (deliveries) => {
    if (isBusy) throw new Error('busy');
    await archive.outbox.open(deliveries);
  };
  const outbox = new Proxy(archive.outbox, {
    get: (target, name) => {
      const value = name === 'open' ? open : Reflect.get(target, name);
      return typeof value === 'function' && name !== 'open' ? value.bind(target) : value;
    },
  });
  const { tick } = delivering(archive, clock, [platform], { outbox });
  await tick();
  clock.pass(MINUTE_MS);
  await tick();
  isBusy = false;
  await tick();
  expect(platform.briefsIn('c')).toHaveLength(1);
});

test('nothing waits for a platform by which the admin cannot be told', async () => {
  const { archive, clock } = await desk(
    scheduled('gone', { conversation: placeIn('gone', 'nowhere') }),
    scheduled('c'),
  );
  const platform = new Platform(clock);
  const { scheduler } = delivering(archive, clock, [platform], { tellAdmin: () => new Promise(() => {}) });
  await scheduler.tick();
  clock.pass(8 * HOUR_MS);
  await scheduler.tick();
  await scheduler.settled();
  await scheduler.tick();
  clock.pass(DAY_MS - 8 * HOUR_MS + 2 * MINUTE_MS);
  await scheduler.tick();
  await scheduler.settled();
  expect(platform.briefsIn('c').map(({ date }) => date)).toContain('2031-05-10');
});

test('run now posts what failed, and what waits for its next attempt', async () => {
  const { archive, clock } = await desk(scheduled('c'));
  const platform = new Platform(clock);
  platform.before = async () => {
    throw new Error('refused');
  };
  const { scheduler, tick } = delivering(archive, clock, [platform]);
  await tick();
  clock.pass(MINUTE_MS);
  await tick();
  platform.before = async () => {};
  const [schedule] = await archive.schedules.list();
  if (schedule === undefined) throw new Error('no schedule');
  const name = await scheduler.runNow(schedule);
  expect(name.date).toBe('2031-05-09');
  expect(scheduleKey(name)).toBe(scheduleKey(schedule));
  expect(platform.briefsIn('c')).toHaveLength(1);
  expect(await states(archive)).toEqual(['sent']);
  await scheduler.runNow(schedule);
  expect(platform.briefsIn('c')).toHaveLength(1);
});

test('a delayed brief says since when it was due, also where its time was changed meanwhile', async () => {
  const { archive, clock } = await desk(scheduled('c'));
  const platform = new Platform(clock);
  platform.before = async () => {
    throw new Error('not yet');
  };
  const { tick } = delivering(archive, clock, [platform]);
  await tick();
  clock.pass(MINUTE_MS);
  await tick();
  await archive.schedules.save(scheduled('c', { time: '18:00', since: clock.now() }));
  clock.pass(20 * MINUTE_MS);
  platform.before = async () => {};
  await tick();
  expect(platform.briefsIn('c')[0]?.notices[0]).toEqual({ code: 'late', text: 'Delayed since 07:00 (UTC).' });
});

test.for([
  ['paused', (archive: Archive) => archive.schedules.save(scheduled('c', { pausedUntil: '2031-06-01' })), /paused/],
  ['taken away', (archive: Archive) => archive.schedules.remove(scheduled('c')), /taken away/],
] as const)(
  'what was %s before it could be posted is not posted, and nobody is alarmed',
  async ([, change, reason]) => {
    const { archive, clock } = await desk(scheduled('c'));
    const platform = new Platform(clock);
    platform.before = async () => {
      throw new Error('not yet');
    };
    const { tick, told } = delivering(archive, clock, [platform]);
    await tick();
    clock.pass(MINUTE_MS);
    await tick();
    await change(archive);
    platform.before = async () => {};
    clock.pass(10 * MINUTE_MS);
    await tick();
    expect(platform.posts).toEqual([]);
    expect(told).toEqual([]);
    const [delivery] = await archive.outbox.recent({ limit: 1 });
    expect(delivery).toMatchObject({ state: 'missed', reason: expect.stringMatching(reason) });
  },
);

test('the first brief of a channel is a first edition, and so is the first about another crisis', async () => {
  const { archive, clock } = await desk(scheduled('c'));
  const platform = new Platform(clock);
  const { tick } = delivering(archive, clock, [platform]);
  await tick();
  clock.pass(MINUTE_MS);
  await tick();
  const other = Array.from({ length: 6 }, (_, at) => ({
    ...{ id: `k${at}`, outlet: `Lake ${at}`, publishedAt: '2031-05-09' },
    text: `Kenya shelled a village in Uganda on Friday. Uganda expelled ${at + 2} diplomats of Kenya on Friday. Kenya condemned Uganda on Friday.`,
  }));
  await addTo(archive, other);
  clock.pass(DAY_MS);
  await tick();
  const [first, second] = platform.briefsIn('c');
  const codes = (brief: typeof first) => brief?.notices.map(({ code }) => code);
  expect([first?.situation?.name, codes(first)]).toEqual(['Chad–Niger', ['first-edition']]);
  expect([second?.situation?.name, codes(second)?.includes('first-edition')]).toEqual(['Kenya–Uganda', true]);
});

test('after a tick it is known when the next brief of all is due, and without a day left that none is', async () => {
  const { archive, clock } = await desk(scheduled('early'), scheduled('late', { time: '18:00' }));
  const { tick, scheduler } = delivering(archive, clock, [new Platform(clock)]);
  expect(scheduler.nextSlot()).toBeUndefined();
  await tick();
  expect(scheduler.nextSlot()).toBe(Date.parse('2031-05-09T07:00:00Z'));
  clock.pass(MINUTE_MS);
  await tick();
  expect(scheduler.nextSlot()).toBe(Date.parse('2031-05-09T18:00:00Z'));
  for (const schedule of await archive.schedules.list()) await archive.schedules.remove(schedule);
  await tick();
  expect(scheduler.nextSlot()).toBeUndefined();
});
