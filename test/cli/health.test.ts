import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { healthOf, sampleOf } from '../../src/cli/health.ts';
import type { Conversation } from '../../src/domain/chat.ts';
import type { OpenDelivery, Outcome } from '../../src/domain/delivery.ts';
import type { Schedule } from '../../src/domain/schedule.ts';

const MINUTE = 60_000;
const DUE = Date.parse('2031-05-09T07:00:00Z');
const conversation: Conversation = { adapter: 'slack', workspace: 'T1', channel: 'C1' };
const named = { definition: 'de-escalation', situation: '' };
const daily: Schedule = {
  ...{ conversation, definition: 'de-escalation', situation: '', time: '07:00', zone: 'UTC' },
  ...{ days: ['fri'], since: 0, madeBy: 'chat' },
};

const delivery = (date: string, more: Partial<OpenDelivery> = {}): OpenDelivery => ({
  ...{ conversation, definition: 'de-escalation', situation: '', date, revision: '', key: date, state: 'waiting' },
  ...{ dueAt: DUE, nextAt: DUE, openedAt: DUE },
  ...more,
});

async function monitored() {
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  const settle = async (date: string, outcome: Outcome) => {
    const lease = { owner: 'one', now: DUE, milliseconds: 1 };
    const claim = await archive.outbox.claim({ ...delivery(date), attempts: 0, late: false }, lease);
    if (claim === undefined) throw new Error(`${date} was not claimed`);
    await archive.outbox.settle(claim, outcome);
  };
  return { archive, outbox: archive.outbox, settle };
}

const at = (milliseconds: number) => ({ now: () => milliseconds });
const sent: Outcome = { state: 'sent', sent: { id: '17.1', at: '2031-05-09T07:00:02Z' }, at: DUE + 2_000 };

test('an archive in which nothing is due is well', async () => {
  const { archive } = await monitored();
  expect(await healthOf(archive, at(DUE))).toEqual({ ok: true, problems: [] });
});

test('a brief that is not posted a quarter of an hour after its time is a problem, with the reason', async () => {
  const { archive, outbox, settle } = await monitored();
  await outbox.open([delivery('2031-05-09')]);
  expect(await healthOf(archive, at(DUE + 15 * MINUTE))).toEqual({ ok: true, problems: [] });
  const problem = 'the brief of 9 May 2031 for slack:T1:C1 is not posted';
  const late = at(DUE + 15 * MINUTE + 1);
  expect(await healthOf(archive, late)).toEqual({ ok: false, problems: [`${problem}: not tried yet`] });
  await settle('2031-05-09', { state: 'waiting', reason: 'Slack answered 503', nextAt: DUE });
  expect(await healthOf(archive, late)).toEqual({ ok: false, problems: [`${problem}: Slack answered 503`] });
  await settle('2031-05-09', sent);
  expect(await healthOf(archive, late)).toEqual({ ok: true, problems: [] });
});

test('a correction that is not posted is called one', async () => {
  const { archive, outbox } = await monitored();
  await outbox.open([delivery('2031-05-09', { revision: 'r1' })]);
  const { problems } = await healthOf(archive, at(DUE + 15 * MINUTE + 1));
  expect(problems).toEqual(['the correction of the brief of 9 May 2031 for slack:T1:C1 is not posted: not tried yet']);
});

test('a brief that was given up or left out is no problem for ever', async () => {
  const { archive, outbox, settle } = await monitored();
  await outbox.open([delivery('2031-05-09'), delivery('2031-05-08', { state: 'missed', settledAt: DUE })]);
  await settle('2031-05-09', { state: 'failed', reason: 'archived', at: DUE });
  expect(await healthOf(archive, at(DUE + 60 * MINUTE))).toEqual({ ok: true, problems: [] });
});

test('one that waits is found behind a thousand that came later', async () => {
  const { archive, outbox } = await monitored();
  const later = Array.from({ length: 1_001 }, (_, i) =>
    delivery('2031-05-10', {
      ...{ conversation: { ...conversation, channel: `D${i}` }, key: `later ${i}`, dueAt: DUE + MINUTE },
      ...{ state: 'failed', settledAt: DUE + MINUTE },
    }),
  );
  await outbox.open([delivery('2031-05-09'), ...later]);
  expect((await healthOf(archive, at(DUE + 60 * MINUTE))).problems).toHaveLength(1);
});

test('the sample tells of each schedule when it last posted, and counts deliveries and failures', async () => {
  const { archive, outbox, settle } = await monitored();
  const other: Conversation = { ...conversation, adapter: 'discord', workspace: 'G1' };
  await archive.schedules.save(daily);
  await archive.schedules.save({ ...daily, conversation: other });
  await outbox.open(['2031-05-07', '2031-05-08', '2031-05-09'].map((date) => delivery(date)));
  await outbox.open([delivery('2031-05-09', { conversation: other, key: 'other' })]);
  await settle('2031-05-07', { state: 'failed', reason: 'archived', at: DUE });
  await settle('2031-05-08', { state: 'waiting', reason: 'down', nextAt: DUE });
  await settle('2031-05-08', sent);
  await settle('2031-05-09', { state: 'waiting', reason: 'down', nextAt: DUE });
  expect(await sampleOf(archive, at(DUE + 5))).toEqual({
    now: DUE + 5,
    schedules: [
      { ...named, conversation: 'slack:T1:C1', lastBriefAt: DUE + 2_000 },
      { ...named, conversation: 'discord:G1:C1' },
    ],
    waiting: 2,
    deliveries: [
      { adapter: 'slack', state: 'failed', count: 1, attempts: 1 },
      { adapter: 'slack', state: 'sent', count: 1, attempts: 2 },
    ],
    failures: [
      { adapter: 'discord', count: 0 },
      { adapter: 'slack', count: 3 },
    ],
    feeds: { states: [], seen: 0, taken: 0 },
  });
});

test('the sample counts feeds by how they are, and what came of their items', async () => {
  const { archive } = await monitored();
  expect((await sampleOf(archive, at(DUE))).feeds).toEqual({ states: [], seen: 0, taken: 0 });
  const [works, fails, waits] = ['a', 'b', 'c'].map((name) => `https://${name}.example/feed`) as [
    string,
    string,
    string,
  ];
  for (const url of [works, fails, waits]) await archive.feeds.add({ url, addedAt: DUE, nextAt: DUE });
  const next = { at: DUE, nextAt: DUE + 30 * MINUTE, interval: 30 * MINUTE };
  const claimed = async (url: string) => {
    const claim = await archive.feeds.claim(url, { owner: 'one', now: DUE, milliseconds: MINUTE });
    if (claim === undefined) throw new Error(`${url} was not claimed`);
    return claim;
  };
  const [one, other] = [await claimed(works), await claimed(fails)];
  const item = { digest: '1', seenAt: DUE, tries: 0 };
  await archive.feeds.note(one, [
    { ...item, key: 'x', state: 'taken', article: 'a1' },
    { ...item, key: 'y', state: 'refused', reason: 'it has no text' },
  ]);
  await archive.feeds.settle(one, { kind: 'success', fresh: 2, ...next });
  await archive.feeds.settle(other, { kind: 'failure', reason: 'the server does not answer', ...next });
  const { states, ...rest } = (await sampleOf(archive, at(DUE + MINUTE))).feeds;
  expect(states.toSorted((a, b) => (a.state < b.state ? -1 : 1))).toEqual([
    { state: 'failing', count: 1 },
    { state: 'unpolled', count: 1 },
    { state: 'works', count: 1 },
  ]);
  expect(rest).toEqual({ seen: 2, taken: 1, lastSuccessAt: DUE });
});
