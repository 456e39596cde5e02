import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { makeConfigured as makeFor } from '../../src/cli/configured-schedules.ts';
import { briefKey, type WantedBrief } from '../../src/config.ts';
import { changedSchedule } from '../../src/desk/changed-schedule.ts';
import type { Conversation } from '../../src/domain/chat.ts';
import type { ScheduleStore } from '../../src/domain/schedule.ts';

const conversation: Conversation = { adapter: 'slack', workspace: 'T1', channel: 'C1' };
const elsewhere: Conversation = { ...conversation, channel: 'C2' };
const wanted: WantedBrief = { conversation, time: '07:00', zone: 'Europe/Oslo' };

/** What a process that serves Slack and Discord makes. */
const makeConfigured = (schedules: ScheduleStore, named: readonly WantedBrief[], now: number) =>
  makeFor(schedules, named, { now, serves: new Set(['slack', 'discord', 'terminal']) });

async function store() {
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  return archive.schedules;
}

test('what the environment names is made, once', async () => {
  const schedules = await store();
  await makeConfigured(schedules, [wanted, { ...wanted, conversation: elsewhere }], 1_000);
  const revision = await schedules.revision();
  const made = await schedules.list();
  expect(made).toEqual([
    {
      ...{ ...wanted, definition: 'de-escalation', situation: '', since: 1_000, madeBy: 'environment' },
      environment: 'slack:T1:C1',
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    },
    expect.objectContaining({ conversation: elsewhere }),
  ]);
  await makeConfigured(schedules, [wanted, { ...wanted, conversation: elsewhere }], 2_000);
  expect(await schedules.list()).toEqual(made);
  expect(await schedules.revision()).toBe(revision);
});

test('another time or zone changes it, from then on', async () => {
  const schedules = await store();
  await makeConfigured(schedules, [wanted], 1_000);
  await makeConfigured(schedules, [{ ...wanted, time: '08:00' }], 2_000);
  expect(await schedules.list()).toMatchObject([{ time: '08:00', since: 2_000, madeBy: 'environment' }]);
  await makeConfigured(schedules, [{ ...wanted, time: '08:00', zone: 'UTC' }], 3_000);
  expect(await schedules.list()).toMatchObject([{ zone: 'UTC', since: 3_000 }]);
});

test('a pause that was set by command outlives another time', async () => {
  const schedules = await store();
  await makeConfigured(schedules, [wanted], 1_000);
  for (const one of await schedules.list()) await schedules.save({ ...one, pausedUntil: '2031-05-01' });
  await makeConfigured(schedules, [{ ...wanted, time: '08:00' }], 2_000);
  expect(await schedules.list()).toMatchObject([{ time: '08:00', pausedUntil: '2031-05-01' }]);
});

test('what it does not name any more goes, and what a chat or a command made stays', async () => {
  const schedules = await store();
  await makeConfigured(schedules, [wanted, { ...wanted, conversation: elsewhere }], 1_000);
  const [first] = await schedules.list();
  if (first === undefined) throw new Error('nothing was made');
  const { environment: _, ...bare } = first;
  const byHand = { ...bare, situation: 'Iran–Pakistan', madeBy: 'command-line' } as const;
  await schedules.save(byHand);
  await makeConfigured(schedules, [wanted], 2_000);
  expect(await schedules.list()).toEqual([first, byHand]);
  await makeConfigured(schedules, [], 3_000);
  expect(await schedules.list()).toEqual([byHand]);
});

test('one that a chat changed is left alone, whatever the environment says', async () => {
  const schedules = await store();
  await makeConfigured(schedules, [wanted], 1_000);
  const [made] = await schedules.list();
  if (made === undefined) throw new Error('nothing was made');
  const changed = { ...made, time: '09:30', madeBy: 'chat', since: 1_500 } as const;
  await schedules.save(changed);
  for (const now of [wanted, { ...wanted, time: '08:00' }]) {
    await makeConfigured(schedules, [now], 2_000);
    expect(await schedules.list()).toEqual([changed]);
  }
  await makeConfigured(schedules, [], 3_000);
  expect(await schedules.list()).toEqual([changed]);
});

test('one that a chat gave another name is left alone, and none is made beside it', async () => {
  const schedules = await store();
  await makeConfigured(schedules, [wanted], 1_000);
  const given = { situation: 'Iran–Pakistan', definition: 'weekly' };
  const { kept, gone } = changedSchedule(await schedules.list(), { conversation, given, usual: {}, now: 1_500 });
  if (kept === undefined) throw new Error('nothing was kept');
  await schedules.save(kept, gone);
  const renamed = await schedules.list();
  expect(renamed).toMatchObject([{ situation: 'Iran–Pakistan', definition: 'weekly', madeBy: 'chat' }]);
  for (const now of [[wanted], [{ ...wanted, time: '08:00' }], []]) {
    await makeConfigured(schedules, now, 2_000);
    expect(await schedules.list()).toEqual(renamed);
  }
});

test('processes of other platforms on the same archive take nothing from each other', async () => {
  const schedules = await store();
  const onDiscord: WantedBrief = { ...wanted, conversation: { adapter: 'discord', workspace: 'G1', channel: 'D1' } };
  const [slack, discord] = ['slack', 'discord'].map((name) => new Set([name]));
  await makeFor(schedules, [wanted], { now: 1_000, serves: slack ?? new Set() });
  await makeFor(schedules, [onDiscord], { now: 2_000, serves: discord ?? new Set() });
  const both = await schedules.list();
  expect(both.map((one) => one.conversation.adapter)).toEqual(['slack', 'discord']);
  await makeFor(schedules, [], { now: 3_000, serves: new Set(['terminal']) });
  await makeFor(schedules, [wanted], { now: 3_000, serves: slack ?? new Set() });
  expect(await schedules.list()).toEqual(both);
  await makeFor(schedules, [], { now: 4_000, serves: slack ?? new Set() });
  expect(await schedules.list()).toEqual(both.slice(1));
});

test('a platform that the process does not serve is refused before anything is stored', async () => {
  const schedules = await store();
  const made = makeFor(schedules, [wanted], { now: 1_000, serves: new Set(['terminal']) });
  await expect(made).rejects.toMatchObject({
    code: 'bad-configuration',
    message: 'DETENTE_BRIEF names slack:T1:C1, and slack is not configured: set its tokens',
  });
  expect(await schedules.list()).toEqual([]);
});

test.for([
  ['slack:T1:C1 07:00 UTC; slack:T1:C1 18:00 UTC', 'names slack:T1:C1 twice: it can give a conversation one brief'],
  ['terminal 07:00 UTC; terminal: 07:00 UTC', 'names terminal: twice'],
  [
    'slack:T1:C1 7pm UTC',
    'must be CONVERSATION HH:MM ZONE for each brief ("7pm" is no time of day: write it as 19:00)',
  ],
  ['slack:T1:C1 07:00', 'must be CONVERSATION HH:MM ZONE for each brief ("slack:T1:C1 07:00" is not)'],
] as const)('DETENTE_BRIEF=%j is wrong: %s', ([raw, said]) => {
  expect(() => briefKey.parse(raw)).toThrow(said);
  expect(() => briefKey.parse(raw)).not.toThrow(/\.$/);
});
