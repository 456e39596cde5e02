import { expect, onTestFinished, test } from 'vitest';
import { correctorOf } from '../../src/cli/correcting.ts';
import { decide, feedbackId } from '../../src/desk/decisions.ts';
import type { Archive } from '../../src/domain/archive.ts';
import type { ChatAdapter, Conversation } from '../../src/domain/chat.ts';
import { removeArticle } from '../../src/intake.ts';
import { silentLogger } from '../../src/logger.ts';
import { Corrector } from '../../src/schedule/corrector.ts';
import { deliveryKey } from '../../src/schedule/delivery-key.ts';
import { addTo, archiveOf, type Report } from '../archive-of.ts';
import { brief as anyBrief } from '../contract/replies.ts';
import { shownText as shownInDiscord } from '../discord/reading.ts';
import { discordUnderTest } from '../discord/under-test.ts';
import { shownText as shownInSlack } from '../slack/reading.ts';
import { slackUnderTest } from '../slack/under-test.ts';
import { DAY_MS, delivering, HandClock, HOUR_MS, MINUTE_MS, Platform, placeIn, scheduled } from './under-test.ts';

/*
 * What was posted is changed in its place when it can stand no more, and its thread says why: once, whatever comes.
 */

const reports: readonly Report[] = [
  {
    id: 'r0',
    outlet: 'River Post',
    publishedAt: '2031-05-08',
    text: 'Chad shelled a village in Niger on Tuesday, killing four people. Niger recalled its ambassador from Chad on Wednesday.',
  },
  {
    id: 'r1',
    outlet: 'Hill Lantern',
    publishedAt: '2031-05-08',
    text: 'Algeria offered on Wednesday to mediate between Chad and Niger.',
  },
];

/** One that no archive is asked about. */
const anyEdition = { brief: anyBrief, mark: 0 };

/** The edition of 9 May 2031 stands in a conversation. */
async function posted(adapter: ChatAdapter, conversation: Conversation) {
  const archive = await archiveOf(reports);
  onTestFinished(() => archive.close());
  const clock = new HandClock('2031-05-09T07:00:10Z');
  await archive.schedules.save(scheduled(conversation.channel, { conversation, since: clock.now() - HOUR_MS }));
  const { tick } = delivering(archive, clock, [adapter]);
  const corrector = correctorOf({ clock }, { archive, logger: silentLogger });
  await tick();
  const look = async () => {
    clock.pass(60_000);
    await corrector.look();
    await tick();
  };
  await look();
  return { archive, clock, look, tick, corrector };
}

async function contradict(archive: Archive): Promise<void> {
  const text = 'Chad shelled a village in Niger on Tuesday, killing seven people.';
  await addTo(archive, [{ id: 'r2', outlet: 'Sand Herald', publishedAt: '2031-05-09', text }]);
}

const takeOut = (archive: Archive) => removeArticle(archive, 'r1', 'by hand', '2031-05-09T08:00:00Z');

test('in Slack the post is changed and its thread says what it said and why, once', async () => {
  const { slack, adapter } = await slackUnderTest();
  const { archive, look } = await posted(adapter, { adapter: 'slack', workspace: slack.team, channel: slack.channel });
  const before = slack.posts.length;
  const [parent] = slack.posts;
  await takeOut(archive);
  await look();
  await look();
  const changed = slack.called('chat.update').filter(({ body }) => body.ts === parent?.answer.ts);
  expect(changed).toHaveLength(1);
  expect(shownInSlack(changed[0]?.body.blocks)).toMatch(/Corrected on 9 May 2031/);
  expect(slack.posts).toHaveLength(before + 1);
  const note = slack.posts.at(-1);
  expect(note?.body.thread_ts).toBe(parent?.answer.ts);
  expect(shownInSlack(note?.body.blocks)).toMatch(/Correction of the edition of 9 May 2031.*Algeria.*taken out/s);
  expect(slack.broken).toEqual([]);
});

test('in Discord the post is changed and its thread says what it said and why, once', async () => {
  const { discord, adapter } = await discordUnderTest();
  await adapter.start(async () => undefined);
  const place = { adapter: 'discord', workspace: discord.guild, channel: discord.channel };
  const { archive, look } = await posted(adapter, place);
  const before = discord.posts.length;
  const [parent] = discord.posts;
  await contradict(archive);
  await look();
  await look();
  expect(parent?.edited).toBe(true);
  expect(shownInDiscord(parent?.body.components)).toMatch(/Corrected on 9 May 2031/);
  expect(discord.posts).toHaveLength(before + 1);
  const note = discord.posts.at(-1);
  expect(note?.channel).toBe(parent?.id);
  expect(shownInDiscord(note?.body.components)).toMatch(/Correction of the edition.*4 deaths.*7 deaths/s);
});

test('a platform that changes nothing gets the correction below, once; a second reason makes a second one', async () => {
  const clock = new HandClock(0);
  const platform = new Platform(clock);
  const { archive, look } = await posted(platform, placeIn('c'));
  await takeOut(archive);
  await look();
  await look();
  expect(platform.posts.map(({ reply }) => reply.kind)).toEqual(['brief', 'correction']);
  await contradict(archive);
  await look();
  await look();
  expect(platform.posts.map(({ reply }) => reply.kind)).toEqual(['brief', 'correction', 'correction']);
  const keys = platform.posts.map(({ key }) => key);
  expect(new Set(keys).size).toBe(3);
});

test('what a reader marked goes once it is confirmed, and only in the workspace of the reader', async () => {
  const platform = new Platform(new HandClock(0));
  const { archive, look } = await posted(platform, placeIn('c'));
  const [brief] = platform.briefsIn('c');
  const statement = brief?.bottomLine[0]?.text ?? '';
  const said = {
    user: 'U1',
    about: 'edition',
    verdict: 'wrong',
    text: 'not so',
    at: '2031-05-09T07:30:00Z',
    statement,
  } as const;
  const [here, elsewhere] = [placeIn('c'), placeIn('c', 'fake', 'other')];
  await archive.desk.saveFeedback({ conversation: elsewhere, ...said });
  await decide(archive.desk, feedbackId({ conversation: elsewhere, ...said }), 'confirmed');
  await look();
  expect(platform.posts).toHaveLength(1);
  await archive.desk.saveFeedback({ conversation: here, ...said });
  await look();
  expect(platform.posts).toHaveLength(1);
  await decide(archive.desk, feedbackId({ conversation: here, ...said }), 'confirmed');
  await look();
  expect(platform.posts.at(-1)?.reply).toMatchObject({
    kind: 'correction',
    correction: { changes: [{ statement, reason: expect.stringContaining('a reader marked it as wrong') }] },
  });
  // what readers say is for those who run the bot
  expect(JSON.stringify(platform.posts.at(-1))).not.toContain('not so');
});

test('what changes while a correction is on its way is corrected after it', async () => {
  const platform = new Platform(new HandClock(0));
  const { archive, corrector, look } = await posted(platform, placeIn('c'));
  await takeOut(archive);
  await corrector.look();
  await contradict(archive);
  await corrector.look();
  for (let times = 0; times < 3; times += 1) await look();
  const changes = platform.posts.flatMap(({ reply }) => (reply.kind === 'correction' ? reply.correction.changes : []));
  expect(changes.filter(({ statement }) => statement.includes('Algeria offered'))).toHaveLength(1);
  expect(changes.filter(({ reason }) => reason.startsWith('Later articles'))).toHaveLength(1);
  expect(platform.posts).toHaveLength(3);
});

test('what is taken out while the edition is on its way is corrected after it', async () => {
  const platform = new Platform(new HandClock(0));
  let isOut = false;
  const { corrector, archive, clock, tick } = await posted(platform, placeIn('elsewhere'));
  platform.before = async () => {
    if (isOut) return;
    isOut = true;
    await takeOut(archive);
    await corrector.look();
  };
  clock.pass(DAY_MS);
  await tick();
  for (let times = 0; times < 2; times += 1) {
    clock.pass(MINUTE_MS);
    await corrector.look();
    await tick();
  }
  const corrected = platform.posts.flatMap(({ reply }) => (reply.kind === 'correction' ? [reply.correction.date] : []));
  expect(corrected.sort()).toEqual(['2031-05-09', '2031-05-10']);
});

test('a sentence that is confirmed as wrong is not said again by the next edition', async () => {
  const platform = new Platform(new HandClock(0));
  const { archive, clock, look, tick } = await posted(platform, placeIn('c'));
  const statement = platform.briefsIn('c')[0]?.bottomLine[0]?.text ?? '';
  const conversation = placeIn('c');
  const said = {
    conversation,
    user: 'U1',
    about: 'x',
    verdict: 'wrong',
    at: '2031-05-09T07:30:00Z',
    statement,
  } as const;
  await archive.desk.saveFeedback(said);
  await decide(archive.desk, feedbackId(said), 'confirmed');
  await look();
  clock.pass(DAY_MS);
  await tick();
  const next = platform.briefsIn('c').at(-1);
  expect(next?.date).toBe('2031-05-10');
  expect(JSON.stringify(next)).not.toContain(statement);
  const cited = JSON.stringify([next?.bottomLine, next?.sections]);
  expect(next?.sources.every(({ articleId }) => cited.includes(`"${articleId}"`))).toBe(true);
  await look();
  await look();
  const corrected = platform.posts.flatMap(({ reply }) => (reply.kind === 'correction' ? [reply.correction.date] : []));
  expect(corrected).toEqual(['2031-05-09']);
});

test('one edition that cannot be judged is told of once, and the others are corrected', async () => {
  const platform = new Platform(new HandClock(0));
  const { archive, clock, tick } = await posted(platform, placeIn('c'));
  const [row] = await archive.outbox.recent({ limit: 1 });
  const edition = await archive.outbox.edition(row?.edition ?? '');
  if (row === undefined || edition === undefined) throw new Error('nothing was posted');
  const { edition: _, attempts: __, late: ___, ...sentRow } = row;
  const name = { ...sentRow, conversation: placeIn('a'), definition: 'renamed' };
  const content = { ...edition, brief: { ...edition.brief, definition: 'renamed' } };
  await archive.outbox.open([{ ...name, key: deliveryKey(name), dueAt: row.dueAt - 1, content }]);
  const errors: string[] = [];
  const logger = { ...silentLogger, error: (_: object, text: string) => void errors.push(text) };
  const corrector = correctorOf({ clock }, { archive, logger });
  await takeOut(archive);
  for (let times = 0; times < 3; times += 1) {
    clock.pass(MINUTE_MS);
    await corrector.look();
    await tick();
  }
  expect(platform.posts.map(({ reply }) => reply.kind)).toEqual(['brief', 'correction']);
  expect(errors).toEqual(['a sent edition could not be looked at']);
});

test('two processes that look at the same editions repeat nothing to each other', async () => {
  const platform = new Platform(new HandClock(0));
  const { archive, clock, corrector, tick } = await posted(platform, placeIn('c'));
  const other = correctorOf({ clock }, { archive, logger: silentLogger });
  await other.look();
  const slow = await begunLook(archive, clock);
  await takeOut(archive);
  await corrector.look();
  await tick();
  await contradict(archive);
  await slow.end();
  for (let times = 0; times < 4; times += 1) {
    clock.pass(MINUTE_MS);
    await Promise.all([corrector.look(), other.look()]);
    await tick();
  }
  const told = platform.posts.flatMap(({ reply }) =>
    reply.kind === 'correction'
      ? reply.correction.changes.map(({ statement, reason }) => `${statement} ${reason}`)
      : [],
  );
  expect(told.filter((one) => one.includes('Algeria offered'))).toHaveLength(1);
  expect(new Set(told).size).toBe(told.length);
});

/** A process that has read which editions stand, and goes on only when it is told to. */
async function begunLook(archive: Archive, clock: HandClock) {
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const { outbox } = archive;
  const slow = new Proxy(outbox, {
    get: (_, name: keyof typeof outbox) =>
      name === 'dueSince'
        ? async (at: number) => {
            const found = await outbox.dueSince(at);
            begun.resolve();
            await goOn.promise;
            return found;
          }
        : outbox[name].bind(outbox),
  });
  const looking = correctorOf({ clock }, { archive: { ...archive, outbox: slow }, logger: silentLogger }).look();
  await begun.promise;
  return {
    end: async () => {
      goOn.resolve();
      await looking;
    },
  };
}

test('an edition of more than a week ago is left as it stands, though a correction of it is younger', async () => {
  const platform = new Platform(new HandClock(0));
  const { archive, clock, look } = await posted(platform, placeIn('c'));
  const [schedule] = await archive.schedules.list();
  if (schedule !== undefined) await archive.schedules.remove(schedule);
  clock.pass(5 * DAY_MS);
  await takeOut(archive);
  await look();
  expect(platform.posts).toHaveLength(2);
  clock.pass(5 * DAY_MS);
  await contradict(archive);
  await look();
  await look();
  expect(platform.posts).toHaveLength(2);
});

test('a look that is told to stop begins no other edition, and the next one goes on', async () => {
  const archive = await archiveOf([]);
  onTestFinished(() => archive.close());
  const at = Date.parse('2031-05-09T07:00:00Z');
  const names = ['a', 'b', 'c'].map((channel) => ({ ...scheduled(channel), date: '2031-05-09', revision: '' }));
  await archive.outbox.open(
    names.map((name, mark) => ({
      ...{ ...name, key: deliveryKey(name), state: 'sent', dueAt: at + mark, nextAt: at, openedAt: at },
      content: { ...anyEdition, mark },
    })),
  );
  const clock = new HandClock(at + MINUTE_MS);
  const ending = new AbortController();
  const looked: number[] = [];
  const corrector = new Corrector({
    ...{ outbox: archive.outbox, clock, machineClock: clock, logger: silentLogger },
    state: async () => 'the same',
    confirmed: async () => () => new Set(),
    correct: async ({ mark }) => {
      looked.push(mark);
      if (looked.length === 2) ending.abort();
      return undefined;
    },
  });
  await corrector.look(ending.signal);
  expect(looked).toEqual([0, 1]);
  await corrector.look();
  await corrector.look();
  expect(looked).toEqual([0, 1, 2]);
});

test('an edition that stands in many workspaces is judged once, and once more where a sentence is confirmed as wrong', async () => {
  const archive = await archiveOf([]);
  onTestFinished(() => archive.close());
  const at = Date.parse('2031-05-09T07:00:00Z');
  const places = ['w1', 'w2', 'w3'].map((workspace) => placeIn('c', 'fake', workspace));
  const names = places.map((conversation) => ({
    ...scheduled('c', { conversation }),
    date: '2031-05-09',
    revision: '',
  }));
  await archive.outbox.open(
    names.map((name) => ({
      ...{ ...name, key: deliveryKey(name), state: 'sent', dueAt: at, nextAt: at, openedAt: at, content: anyEdition },
    })),
  );
  const clock = new HandClock(at + MINUTE_MS);
  const judged: string[][] = [];
  const corrector = new Corrector({
    ...{ outbox: archive.outbox, clock, machineClock: clock, logger: silentLogger },
    state: async () => 'the same',
    confirmed:
      async () =>
      ({ workspace }) =>
        new Set(workspace === 'w2' ? ['It rained.'] : []),
    correct: async (_, confirmed) => {
      judged.push([...confirmed]);
      return undefined;
    },
  });
  await corrector.look();
  expect(judged.sort()).toEqual([[], ['It rained.']]);
});

test('an edition that was made for another conversation is not posted once an article was taken out', async () => {
  const archive = await archiveOf(reports);
  onTestFinished(() => archive.close());
  const clock = new HandClock('2031-05-09T07:00:10Z');
  const platform = new Platform(clock);
  const since = clock.now() - HOUR_MS;
  for (const channel of ['c', 'd']) await archive.schedules.save(scheduled(channel, { since }));
  platform.before = async (channel) => {
    if (channel === 'c') await takeOut(archive);
    else throw new Error('not now');
  };
  const { tick } = delivering(archive, clock, [platform]);
  await tick();
  platform.before = async () => {};
  clock.pass(MINUTE_MS);
  await tick();
  expect(JSON.stringify(platform.briefsIn('d'))).not.toContain('Algeria offered');
});

test('an edition of more than a week ago is left as it stands', async () => {
  const platform = new Platform(new HandClock(0));
  const { archive, clock, look } = await posted(platform, placeIn('c'));
  const [schedule] = await archive.schedules.list();
  if (schedule !== undefined) await archive.schedules.remove(schedule);
  clock.pass(8 * DAY_MS);
  await takeOut(archive);
  await look();
  expect(platform.posts).toHaveLength(1);
});
