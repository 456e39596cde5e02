import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { makeConfigured } from '../../src/cli/configured-schedules.ts';
import type { WantedBrief } from '../../src/config.ts';
import type { Conversation } from '../../src/domain/chat.ts';

const conversation: Conversation = { adapter: 'slack', workspace: 'T1', channel: 'C1' };
const elsewhere: Conversation = { ...conversation, channel: 'C2' };
const wanted: WantedBrief = { conversation, time: '07:00', zone: 'Europe/Oslo' };

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
  const byHand = { ...first, situation: 'Iran–Pakistan', madeBy: 'command-line' } as const;
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
