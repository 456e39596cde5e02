import { expect, test } from 'vitest';
import type { Brief } from '../../src/domain/brief.ts';
import type { Conversation } from '../../src/domain/chat.ts';
import type { Claim, Edition, Lease, OpenDelivery, Outbox } from '../../src/domain/delivery.ts';
import { type Schedule, scheduleKey } from '../../src/domain/schedule.ts';
import { readArticle } from '../archive/articles.ts';
import type { ArchiveUnderTest } from './archive.ts';
import { brief } from './replies.ts';

type Begin = () => Promise<ArchiveUnderTest>;

const HOUR = 60 * 60_000;
const NOW = Date.parse('2031-05-09T07:00:00Z');

const channel: Conversation = { adapter: 'slack', workspace: 'T1', channel: 'C1' };
const daily: Schedule = {
  ...{ conversation: channel, definition: 'de-escalation', situation: '', time: '07:00', zone: 'Europe/Oslo' },
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  since: NOW,
  madeBy: 'chat',
};

/** What every archive must do with schedules, and with deliveries that are written down before they are made. */
export function outboxContract(begin: Begin): void {
  schedules(begin);
  opening(begin);
  claiming(begin);
  settling(begin);
  corrections(begin);
  waiting(begin);
  editions(begin);
  looking(begin);
  ending(begin);
  marks(begin);
}

function schedules(begin: Begin): void {
  test('schedules come back as they were saved, in their order, one for each name', async () => {
    const { archive } = await begin();
    const paused = { ...daily, situation: 'Norway–Sweden', weekend: 'weekly', pausedUntil: '2031-06-01' };
    const inThread = { ...daily, conversation: { ...channel, thread: '17.1' }, madeBy: 'environment' } as const;
    for (const one of [paused, daily, inThread]) await archive.schedules.save(one);
    expect(await archive.schedules.list()).toEqual([paused, daily, inThread]);
    const { weekend: _, pausedUntil: __, ...resumed } = { ...paused, time: '08:30', madeBy: 'command-line' as const };
    await archive.schedules.save(resumed);
    expect(await archive.schedules.list()).toEqual([resumed, daily, inThread]);
    expect(await archive.schedules.of(channel)).toEqual([resumed, daily]);
    expect(await archive.schedules.of({ ...channel, workspace: 'T2' })).toEqual([]);
  });

  test('a schedule that takes the place of another keeps its place in the order', async () => {
    const { archive } = await begin();
    const other = { ...daily, situation: 'Norway–Sweden' };
    const renamed = { ...daily, situation: 'Chad–Sudan', time: '08:00' };
    for (const one of [daily, other]) await archive.schedules.save(one);
    await archive.schedules.save(renamed, daily);
    expect(await archive.schedules.list()).toEqual([renamed, other]);
  });

  test('a schedule is removed by its name, once', async () => {
    const { archive } = await begin();
    await archive.schedules.save(daily);
    expect(await archive.schedules.remove({ ...daily, situation: 'other' })).toBe(false);
    expect(await archive.schedules.remove(daily)).toBe(true);
    expect(await archive.schedules.remove(daily)).toBe(false);
    expect(await archive.schedules.list()).toEqual([]);
  });

  test('the revision is another one after each change, and only then', async () => {
    const { archive } = await begin();
    const seen = [await archive.schedules.revision()];
    const changes = [
      () => archive.schedules.save(daily),
      () => archive.schedules.save({ ...daily, time: '08:00' }),
      () => archive.schedules.remove(daily),
      () => archive.schedules.save(daily),
      () => archive.desk.purge('slack', 'T1'),
    ];
    for (const change of changes) {
      await change();
      seen.push(await archive.schedules.revision());
      await archive.schedules.list();
      await archive.outbox.open([delivery('2031-05-09')]);
      expect(await archive.schedules.revision()).toBe(seen.at(-1));
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('what another connection changes is seen, and its revision', async (context) => {
    const under = await begin();
    if (under.second === undefined) return context.skip('it has one connection');
    const { archive } = under;
    const other = await under.second();
    const before = await archive.schedules.revision();
    await other.schedules.save(daily);
    expect(await archive.schedules.revision()).not.toBe(before);
    expect(await archive.schedules.list()).toEqual([daily]);
    await other.outbox.open([delivery('2031-05-09')]);
    const claims = await Promise.all([claim(archive.outbox, 'one'), claim(other.outbox, 'other')]);
    expect(claims.filter((one) => one !== undefined)).toHaveLength(1);
  });

  test('schedules and deliveries outlive a restart', async (context) => {
    const under = await begin();
    if (under.reopen === undefined) return context.skip('gone when closed');
    await under.archive.schedules.save(daily);
    await under.archive.outbox.open([delivery('2031-05-09')]);
    const revision = await under.archive.schedules.revision();
    const archive = await under.reopen();
    expect(await archive.schedules.list()).toEqual([daily]);
    expect(await archive.schedules.revision()).toBe(revision);
    expect(await dates(archive.outbox)).toEqual(['2031-05-09 waiting']);
  });
}

function opening(begin: Begin): void {
  test('a delivery is opened once, with what it was opened with first', async () => {
    const { outbox } = (await begin()).archive;
    await outbox.open([delivery('2031-05-09')]);
    await outbox.open([delivery('2031-05-09', { dueAt: NOW + HOUR, nextAt: NOW + HOUR }), delivery('2031-05-10')]);
    const found = await outbox.since(daily, '2031-05-01');
    expect(found).toEqual([
      { ...delivery('2031-05-09'), attempts: 0, late: false },
      { ...delivery('2031-05-10'), attempts: 0, late: false },
    ]);
  });

  test('all are opened or none', async () => {
    const { outbox } = (await begin()).archive;
    await outbox.open([delivery('2031-05-09')]);
    const clash = { ...delivery('2031-05-11'), key: delivery('2031-05-09').key };
    await expect(outbox.open([delivery('2031-05-10'), clash])).rejects.toThrow();
    expect(await dates(outbox)).toEqual(['2031-05-09 waiting']);
  });

  test('a missed one can be made after all; a sent or failed one is never opened again', async () => {
    const { outbox } = (await begin()).archive;
    const missed = delivery('2031-05-07', { state: 'missed', settledAt: NOW, reason: 'nothing ran' });
    await outbox.open([missed, delivery('2031-05-08'), delivery('2031-05-09')]);
    await settleOne(outbox, '2031-05-08', { state: 'failed', reason: 'archived', at: NOW });
    await settleOne(outbox, '2031-05-09', { state: 'sent', sent, at: NOW });
    const again = ['2031-05-07', '2031-05-08', '2031-05-09'].map((date) => delivery(date, { dueAt: NOW + HOUR }));
    await outbox.open([missed]);
    expect(await dates(outbox)).toEqual(['2031-05-07 missed', '2031-05-08 failed', '2031-05-09 sent']);
    await outbox.open(again);
    expect(await dates(outbox)).toEqual(['2031-05-07 waiting', '2031-05-08 failed', '2031-05-09 sent']);
    const [first] = await outbox.since(daily, '2031-05-07');
    expect(first).toEqual({ ...delivery('2031-05-07', { dueAt: NOW + HOUR }), attempts: 0, late: false });
  });

  test('what waits is not put back to missed', async () => {
    const { outbox } = (await begin()).archive;
    await outbox.open([delivery('2031-05-09')]);
    await outbox.open([delivery('2031-05-09', { state: 'missed', settledAt: NOW })]);
    expect(await dates(outbox)).toEqual(['2031-05-09 waiting']);
  });
}

function claiming(begin: Begin): void {
  test('one holder at a time, and each claim is an attempt', async () => {
    const { outbox } = (await begin()).archive;
    await outbox.open([delivery('2031-05-09')]);
    const first = await claim(outbox, 'one');
    expect(first?.delivery.attempts).toBe(1);
    expect(await claim(outbox, 'other')).toBeUndefined();
    expect(await claim(outbox, 'one')).toBeUndefined();
    if (first === undefined) throw new Error('not claimed');
    expect(await outbox.settle(first, { state: 'waiting', nextAt: NOW })).toBe(true);
    expect((await claim(outbox, 'other'))?.delivery.attempts).toBe(2);
  });

  test('a lease that ran out is free, and its holder can do nothing any more', async () => {
    const { outbox } = (await begin()).archive;
    await outbox.open([delivery('2031-05-09')]);
    const slow = await claim(outbox, 'slow');
    expect(await claim(outbox, 'early', lease('early', NOW + 9_999))).toBeUndefined();
    const next = await claim(outbox, 'next', lease('next', NOW + 10_000));
    if (slow === undefined || next === undefined) throw new Error('not claimed');
    expect(next.fence).toBeGreaterThan(slow.fence);
    await expectLost(outbox, slow);
    expect(await outbox.settle(next, { state: 'sent', sent, at: NOW })).toBe(true);
    await expectLost(outbox, next);
  });

  test('a lease that ends too far ahead was taken before the clock was put back: it is free', async () => {
    const { outbox } = (await begin()).archive;
    await outbox.open([delivery('2031-05-09')]);
    const before = await claim(outbox, 'before', lease('before', NOW + HOUR));
    const after = lease('after', NOW);
    expect((await outbox.waiting('slack', NOW, after, 9)).length).toBe(1);
    expect((await claim(outbox, 'after', after))?.delivery.attempts).toBe(2);
    if (before === undefined) throw new Error('not claimed');
    await expectLost(outbox, before);
  });

  test('a claim is renewed', async () => {
    const { outbox } = (await begin()).archive;
    await outbox.open([delivery('2031-05-09')]);
    const held = await claim(outbox, 'one');
    if (held === undefined) throw new Error('not claimed');
    expect(await outbox.renew(held, lease('one', NOW + 8_000))).toBe(true);
    expect(await claim(outbox, 'other', lease('other', NOW + 12_000))).toBeUndefined();
    expect(await claim(outbox, 'other', lease('other', NOW + 18_000))).toBeDefined();
  });

  test('what does not wait or is not there cannot be claimed', async () => {
    const { outbox } = (await begin()).archive;
    await outbox.open([delivery('2031-05-09', { state: 'missed', settledAt: NOW })]);
    expect(await claim(outbox, 'one')).toBeUndefined();
    const nowhere = { ...delivery('2031-05-10'), attempts: 0, late: false };
    expect(await outbox.claim(nowhere, lease('one'))).toBeUndefined();
  });
}

function settling(begin: Begin): void {
  test('a delivery is sent, given up, or waits for its next attempt with the reason', async () => {
    const { outbox } = (await begin()).archive;
    await outbox.open(['2031-05-07', '2031-05-08', '2031-05-09'].map((date) => delivery(date)));
    const reason = 'Slack answered 503';
    await settleOne(outbox, '2031-05-07', { state: 'waiting', reason, nextAt: NOW + 60_000 });
    await settleOne(outbox, '2031-05-08', { state: 'failed', reason, at: NOW + 1 });
    await settleOne(outbox, '2031-05-09', { state: 'sent', sent, at: NOW + 2 });
    const [again, failed, done] = await outbox.since(daily, '2031-05-01');
    expect(again).toMatchObject({ state: 'waiting', reason, nextAt: NOW + 60_000, attempts: 1 });
    expect(again).not.toHaveProperty('settledAt');
    expect(failed).toMatchObject({ state: 'failed', reason, settledAt: NOW + 1 });
    expect(done).toMatchObject({ state: 'sent', sent, settledAt: NOW + 2 });
    expect(done).not.toHaveProperty('reason');
    expect(await outbox.waiting('slack', NOW + 59_999, lease('one'), 9)).toEqual([]);
    expect((await outbox.waiting('slack', NOW + 60_000, lease('one'), 9)).map(({ date }) => date)).toEqual([
      '2031-05-07',
    ]);
  });

  test('what was delivered elsewhere is written over what waits, and over nothing else', async () => {
    const { outbox, schedules } = (await begin()).archive;
    await schedules.save(daily);
    await outbox.open([delivery('2031-05-08'), delivery('2031-05-09')]);
    const holder = await claim(outbox, 'one', lease('one'), '2031-05-08');
    await settleOne(outbox, '2031-05-09', { state: 'sent', sent, at: NOW });
    const recorded = ['2031-05-08', '2031-05-09', '2031-05-10'].map((date) =>
      delivery(date, { state: 'failed', settledAt: NOW, reason: 'given up elsewhere' }),
    );
    await outbox.record(recorded);
    expect(await dates(outbox)).toEqual(['2031-05-08 failed', '2031-05-09 sent', '2031-05-10 failed']);
    if (holder === undefined) throw new Error('not claimed');
    await expectLost(outbox, holder);
  });
}

function corrections(begin: Begin): void {
  test('a correction rests on the last that stands: of two made at once one is opened', async () => {
    const { outbox } = (await begin()).archive;
    await outbox.open([delivery('2031-05-09')]);
    await settleOne(outbox, '2031-05-09', { state: 'sent', sent, at: NOW });
    const [posted] = await outbox.since(daily, '2031-05-09');
    if (posted === undefined) throw new Error('not there');
    const correction = (revision: string, minutes: number) =>
      delivery('2031-05-09', {
        revision,
        key: revision,
        content: edition,
        dueAt: NOW + minutes,
        nextAt: NOW + minutes,
      });
    expect(await outbox.openCorrection(correction('one', 1), posted.key)).toBe(true);
    expect(await outbox.openCorrection(correction('two', 2), posted.key)).toBe(false);
    const held = await outbox.claim({ ...posted, key: 'one' }, lease('p'));
    if (held === undefined) throw new Error('not claimed');
    await outbox.settle(held, { state: 'sent', sent, at: NOW + 3 });
    expect(await outbox.openCorrection(correction('two', 4), posted.key)).toBe(false);
    expect(await outbox.openCorrection(correction('two', 4), 'one')).toBe(true);
    const rows = await outbox.since(daily, '2031-05-09');
    expect(rows.map(({ revision, state }) => `${revision} ${state}`)).toEqual([' sent', 'one sent', 'two waiting']);
  });

  test('of what was deleted meanwhile nothing is written down, and no edition stays', async () => {
    const { archive } = await begin();
    await archive.outbox.record([delivery('2031-05-09', { state: 'sent', sent, settledAt: NOW, content: edition })]);
    expect(await archive.outbox.recent({ limit: 9 })).toEqual([]);
    expect(await archive.desk.purge('slack', 'T1')).toBe(0);
  });
}

function waiting(begin: Begin): void {
  test('what waits comes by when it is due, up to the limit, without what somebody holds', async () => {
    const { outbox } = (await begin()).archive;
    const ahead = (date: string, minutes: number) =>
      delivery(date, { dueAt: NOW - minutes * 60_000, nextAt: NOW - minutes * 60_000 });
    await outbox.open([ahead('2031-05-07', 1), ahead('2031-05-08', 3), ahead('2031-05-09', 2)]);
    const seen = async (limit: number) =>
      (await outbox.waiting('slack', NOW, lease('one'), limit)).map(({ date }) => date);
    expect(await seen(9)).toEqual(['2031-05-08', '2031-05-09', '2031-05-07']);
    expect(await seen(2)).toEqual(['2031-05-08', '2031-05-09']);
    await claim(outbox, 'other', lease('other'), '2031-05-08');
    expect(await seen(2)).toEqual(['2031-05-09', '2031-05-07']);
  });

  test('what is due by another platform is not seen, however much of it waits', async () => {
    const { outbox } = (await begin()).archive;
    await outbox.open([delivery('2031-05-09')]);
    expect(await outbox.waiting('discord', NOW, lease('one'), 9)).toEqual([]);
  });

  test('a short lease is no reason to take what a longer one holds', async () => {
    const { outbox } = (await begin()).archive;
    await outbox.open([delivery('2031-05-09')]);
    const [posted] = await outbox.since(daily, '2031-05-09');
    if (posted === undefined) throw new Error('not there');
    expect(await outbox.claim(posted, { ...lease('long'), milliseconds: 240_000 })).toBeDefined();
    expect(await outbox.claim(posted, { ...lease('short'), milliseconds: 1_000 })).toBeUndefined();
    expect(await outbox.waiting('slack', NOW, { ...lease('short'), milliseconds: 1_000 }, 9)).toEqual([]);
  });

  test('what failed or was missed waits again when it is revived; what was sent or is held does not', async () => {
    const { outbox } = (await begin()).archive;
    await outbox.open(['2031-05-06', '2031-05-07', '2031-05-08'].map((date) => delivery(date)));
    await outbox.open([delivery('2031-05-09', { state: 'missed', settledAt: NOW, reason: 'late' })]);
    await settleOne(outbox, '2031-05-06', { state: 'failed', reason: 'given up', at: NOW });
    await settleOne(outbox, '2031-05-07', { state: 'sent', sent, at: NOW });
    const holder = await claim(outbox, 'one', lease('one'), '2031-05-08');
    for (const date of ['2031-05-06', '2031-05-07', '2031-05-08', '2031-05-09', '2031-05-10'])
      await outbox.revive(delivery(date), lease('other'));
    const states = (await outbox.since(daily, '2031-05-01')).map(({ date, state }) => `${date.slice(-2)} ${state}`);
    expect(states).toEqual(['06 waiting', '07 sent', '08 waiting', '09 waiting', '10 waiting']);
    const seen = await outbox.waiting('slack', NOW, lease('other'), 9);
    expect(seen.map(({ date }) => date.slice(-2)).sort()).toEqual(['06', '09', '10']);
    expect(holder).toBeDefined();
  });

  test('what would be tried more than an hour ahead was set before the clock was put back: it is tried now', async () => {
    const { outbox } = (await begin()).archive;
    await outbox.open([
      delivery('2031-05-08', { nextAt: NOW + HOUR }),
      delivery('2031-05-09', { nextAt: NOW + HOUR + 1 }),
    ]);
    expect((await outbox.waiting('slack', NOW, lease('one'), 9)).map(({ date }) => date)).toEqual(['2031-05-09']);
  });
}

function editions(begin: Begin): void {
  test('an edition is kept once for all that post it, and comes back as it was', async () => {
    const { outbox } = (await begin()).archive;
    const conversations = ['C1', 'C2'].map((id) => ({ ...channel, channel: id }));
    await outbox.open(conversations.map((conversation) => delivery('2031-05-09', { conversation })));
    const ids: (string | undefined)[] = [];
    for (const conversation of conversations) {
      const held = await claim(outbox, 'one', lease('one'), '2031-05-09', conversation);
      if (held === undefined) throw new Error('not claimed');
      expect(await outbox.prepare(held, edition, true)).toBe(true);
      const [noted] = await outbox.recent({ conversation, limit: 1 });
      expect(noted?.late).toBe(true);
      ids.push(noted?.edition);
    }
    expect(ids[0]).toBe(ids[1]);
    expect(await outbox.edition(ids[0] ?? '')).toEqual(edition);
    expect(await outbox.edition('nothing')).toBeUndefined();
  });

  test('a correction is opened with what it says', async () => {
    const { outbox } = (await begin()).archive;
    const said = { statement: 'It rained.', reason: 'withdrawn', readings: [] };
    const content: Edition = { ...edition, correction: { date: '2031-05-09', changes: [said], sources: [] } };
    const { content: _, ...bare } = delivery('2031-05-09', { revision: 'r1' });
    await outbox.open([delivery('2031-05-09'), { ...bare, content }]);
    const [first, second] = await outbox.since(daily, '2031-05-09');
    expect([first?.revision, second?.revision]).toEqual(['', 'r1']);
    expect(await outbox.edition(second?.edition ?? '')).toEqual(content);
    await settleOne(outbox, '2031-05-09', { state: 'sent', sent, at: NOW });
    expect((await outbox.lastSent(daily))?.revision).toBe('');
  });
}

function looking(begin: Begin): void {
  const filled = async () => {
    const { archive } = await begin();
    const { outbox } = archive;
    const missed = delivery('2031-05-08', { dueAt: NOW - 24 * HOUR, state: 'missed', settledAt: NOW });
    await outbox.open([delivery('2031-05-06', { dueAt: NOW - 72 * HOUR }), delivery('2031-05-07'), missed]);
    const thread = { ...channel, thread: '17.1' };
    await outbox.open([delivery('2031-05-09', { conversation: thread, dueAt: NOW + 1 })]);
    for (const conversation of [channel, thread, { ...channel, channel: 'C2' }])
      await archive.schedules.save({ ...daily, conversation });
    await settleOne(outbox, '2031-05-06', { state: 'sent', sent, at: NOW - 71 * HOUR });
    await settleOne(outbox, '2031-05-07', { state: 'sent', sent, at: NOW - 47 * HOUR });
    return archive;
  };

  test('the last day of each schedule that was written down, without what is due later than asked', async () => {
    const { outbox } = await filled();
    const inThread = scheduleKey({ ...daily, conversation: { ...channel, thread: '17.1' } });
    expect(await outbox.lastDone(NOW)).toEqual(new Map([[scheduleKey(daily), '2031-05-08']]));
    expect(await outbox.lastDone(NOW + 1)).toEqual(
      new Map([
        [scheduleKey(daily), '2031-05-08'],
        [inThread, '2031-05-09'],
      ]),
    );
    expect(await outbox.lastDone(NOW + 1, channel)).toEqual(new Map([[scheduleKey(daily), '2031-05-08']]));
    expect(await outbox.lastDone(NOW + 1, { ...channel, channel: 'C2' })).toEqual(new Map());
  });

  test('the last edition that was sent, also before a day, and when', async () => {
    const { outbox } = await filled();
    expect((await outbox.lastSent(daily))?.date).toBe('2031-05-07');
    expect((await outbox.lastSent(daily, '2031-05-07'))?.date).toBe('2031-05-06');
    expect(await outbox.lastSent(daily, '2031-05-06')).toBeUndefined();
    expect(await outbox.lastSent({ ...daily, situation: 'other' })).toBeUndefined();
    expect(await outbox.lastSentAt()).toEqual(new Map([[scheduleKey(daily), NOW - 47 * HOUR]]));
  });

  test('deliveries of a conversation or of all, the latest first; those since a day, the earliest first', async () => {
    const { outbox } = await filled();
    const days = (list: readonly { readonly date: string }[]) => list.map(({ date }) => date.slice(-2));
    expect(days(await outbox.recent({ limit: 9 }))).toEqual(['09', '07', '08', '06']);
    expect(days(await outbox.recent({ limit: 2 }))).toEqual(['09', '07']);
    expect(days(await outbox.recent({ conversation: channel, limit: 2 }))).toEqual(['07', '08']);
    expect(days(await outbox.since(daily, '2031-05-07'))).toEqual(['07', '08']);
  });

  test('what waits though it was due before an instant, held or not, the earliest first', async () => {
    const { outbox } = await filled();
    await outbox.open([delivery('2031-05-05', { dueAt: NOW - 9 }), delivery('2031-05-04', { dueAt: NOW - 8 })]);
    await claim(outbox, 'one', lease('one'), '2031-05-05');
    const days = async (...asked: [number, number]) => (await outbox.overdue(...asked)).map(({ date }) => date);
    expect(await days(NOW - 7, 9)).toEqual(['2031-05-05', '2031-05-04']);
    expect(await days(NOW - 8, 9)).toEqual(['2031-05-05']);
    expect(await days(NOW + 2, 1)).toEqual(['2031-05-05']);
    expect(await days(NOW + 2, 9)).toEqual(['2031-05-05', '2031-05-04', '2031-05-09']);
  });

  test('deliveries and attempts are counted by adapter and state', async () => {
    const { outbox } = await filled();
    await outbox.open([delivery('2031-05-09', { conversation: { ...channel, adapter: 'discord' } })]);
    expect(await outbox.tally()).toEqual([
      { adapter: 'discord', state: 'waiting', count: 1, attempts: 0 },
      { adapter: 'slack', state: 'missed', count: 1, attempts: 0 },
      { adapter: 'slack', state: 'sent', count: 2, attempts: 2 },
      { adapter: 'slack', state: 'waiting', count: 1, attempts: 0 },
    ]);
  });
}

function ending(begin: Begin): void {
  test('old deliveries go, but the last of each schedule and what waits; editions go with the last that names them', async () => {
    const { outbox } = (await begin()).archive;
    const old = { dueAt: NOW - 90 * HOUR };
    const other = { ...channel, channel: 'C2' };
    await outbox.open(['2031-05-06', '2031-05-07', '2031-05-08'].map((date) => delivery(date, old)));
    await outbox.open([delivery('2031-05-05', old), delivery('2031-05-06', { ...old, conversation: other })]);
    const gone = await sendOne(outbox, '2031-05-06', edition);
    const kept = await sendOne(outbox, '2031-05-08', { ...edition, mark: 8 });
    await sendOne(outbox, '2031-05-07', edition);
    await sendOne(outbox, '2031-05-06', { ...edition, mark: 8 }, other);
    expect(await outbox.expire(NOW - 90 * HOUR)).toBe(0);
    expect(await outbox.edition(gone)).toEqual(edition);
    expect(await outbox.expire(NOW - 80 * HOUR)).toBe(3);
    expect(await dates(outbox)).toEqual(['2031-05-05 waiting', '2031-05-08 sent']);
    expect(await outbox.lastSent({ ...daily, conversation: other })).toMatchObject({ date: '2031-05-06' });
    expect(await outbox.edition(gone)).toBeUndefined();
    expect(await outbox.edition(kept)).toMatchObject({ mark: 8 });
  });

  test('a workspace goes with its schedules, deliveries and the editions that only it was sent', async () => {
    const { archive } = await begin();
    const { outbox, desk } = archive;
    const elsewhere = { ...channel, workspace: 'T2' };
    for (const conversation of [channel, elsewhere]) await archive.schedules.save({ ...daily, conversation });
    expect(await desk.workspaces('slack')).toEqual(['T1', 'T2']);
    await outbox.open([delivery('2031-05-08'), delivery('2031-05-09')]);
    await outbox.open([delivery('2031-05-09', { conversation: elsewhere })]);
    const own = await sendOne(outbox, '2031-05-08', { ...edition, mark: 8 });
    const both = await sendOne(outbox, '2031-05-09', edition);
    await sendOne(outbox, '2031-05-09', edition, elsewhere);
    expect(await desk.purge('discord', 'T1')).toBe(0);
    expect(await desk.purge('slack', 'T1')).toBe(3);
    expect(await desk.workspaces('slack')).toEqual(['T2']);
    expect((await archive.schedules.list()).map(({ conversation }) => conversation)).toEqual([elsewhere]);
    expect((await outbox.recent({ limit: 9 })).map(({ conversation }) => conversation)).toEqual([elsewhere]);
    expect(await outbox.edition(own)).toBeUndefined();
    expect(await outbox.edition(both)).toEqual(edition);
  });

  test('a workspace of which only deliveries are left is listed', async () => {
    const { archive } = await begin();
    await archive.outbox.open([delivery('2031-05-09')]);
    expect(await archive.desk.workspaces('slack')).toEqual(['T1']);
  });
}

function marks(begin: Begin): void {
  const dated = (id: string, publishedAt?: string) =>
    readArticle({ id, text: `Norway and Sweden met, says ${id}.`, ...(publishedAt && { publishedAt }) });

  test('the newest day of the articles, as of a day', async () => {
    const { articles } = (await begin()).archive;
    expect(await articles.newest()).toBeUndefined();
    await articles.put([dated('undated')]);
    expect(await articles.newest()).toBeUndefined();
    await articles.put([dated('a', '2031-05-04'), dated('b', '2031-05-06')]);
    expect(await articles.newest()).toBe('2031-05-06');
    expect(await articles.newest('2031-05-05')).toBe('2031-05-04');
    expect(await articles.newest('2031-05-03')).toBeUndefined();
    await articles.remove('b', 'gone', '2031-05-09T07:00:00Z');
    expect(await articles.newest()).toBe('2031-05-04');
  });

  test('what was stored after a mark is new; a new version of what was there is not', async () => {
    const { articles } = (await begin()).archive;
    await articles.put([dated('a'), dated('b')]);
    const mark = await articles.mark();
    expect(await articles.storedAfter(mark)).toEqual([]);
    await articles.put([dated('d'), dated('c')]);
    await articles.put([readArticle({ ...dated('a').article, version: 2, text: 'Norway left.' })]);
    expect(await articles.storedAfter(mark)).toEqual(['c', 'd']);
    expect(await articles.mark()).toBeGreaterThan(mark);
    expect(await articles.storedAfter(await articles.mark())).toEqual([]);
    expect(await articles.storedAfter(0)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('what is stored in the place of a removed article is new', async () => {
    const { articles } = (await begin()).archive;
    await articles.put([dated('a'), dated('b')]);
    const mark = await articles.mark();
    await articles.remove('b', 'gone', '2031-05-09T07:00:00Z');
    await articles.put([dated('c')]);
    expect(await articles.storedAfter(mark)).toEqual(['c']);
  });

  test('an article that is put again as it is is not new', async () => {
    const { articles } = (await begin()).archive;
    await articles.put([dated('a'), dated('b')]);
    const mark = await articles.mark();
    await articles.put([dated('a')]);
    expect(await articles.storedAfter(mark)).toEqual([]);
  });
}

const sent = { id: '17.2', at: '2031-05-09T07:00:01Z', parts: ['17.3'], thread: '17.2' };
const edition: Edition = { brief: brief as Brief, mark: 7 };

function delivery(date: string, more: Partial<OpenDelivery> = {}): OpenDelivery {
  const { conversation = channel, revision = '' } = more;
  return {
    ...{ conversation, definition: 'de-escalation', situation: '', date, revision, state: 'waiting' },
    key: `${formatted(conversation)} ${date}${revision}`,
    dueAt: NOW,
    nextAt: NOW,
    openedAt: NOW,
    ...more,
  };
}

function formatted({ adapter, workspace, channel, thread = '' }: Conversation): string {
  return `${adapter[0]}${workspace}${channel}${thread}`;
}

function lease(owner: string, now = NOW): Lease {
  return { owner, now, milliseconds: 10_000 };
}

async function claim(
  outbox: Outbox,
  owner: string,
  by = lease(owner),
  date = '2031-05-09',
  conversation = channel,
): Promise<Claim | undefined> {
  return outbox.claim({ ...delivery(date, { conversation }), attempts: 0, late: false }, by);
}

async function settleOne(outbox: Outbox, date: string, outcome: Parameters<Outbox['settle']>[1]): Promise<void> {
  const held = await claim(outbox, 'one', lease('one'), date);
  if (held === undefined) throw new Error(`${date} was not claimed`);
  expect(await outbox.settle(held, outcome)).toBe(true);
}

/** Gives the id of its edition. */
async function sendOne(outbox: Outbox, date: string, content: Edition, conversation = channel): Promise<string> {
  const held = await claim(outbox, 'one', lease('one'), date, conversation);
  if (held === undefined) throw new Error(`${date} was not claimed`);
  await outbox.prepare(held, content, false);
  await outbox.settle(held, { state: 'sent', sent, at: NOW });
  const own = await outbox.since({ ...daily, conversation }, date);
  return own[0]?.edition ?? '';
}

async function expectLost(outbox: Outbox, claim: Claim): Promise<void> {
  expect(await outbox.renew(claim, lease('slow'))).toBe(false);
  expect(await outbox.prepare(claim, edition, false)).toBe(false);
  expect(await outbox.settle(claim, { state: 'failed', reason: 'too slow', at: NOW })).toBe(false);
}

async function dates(outbox: Outbox): Promise<string[]> {
  return (await outbox.since(daily, '0000-01-01')).map(({ date, state }) => `${date} ${state}`);
}
