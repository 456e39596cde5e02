import { expect, onTestFinished, test } from 'vitest';
import { correctorOf } from '../../src/cli/correcting.ts';
import { decide, feedbackId } from '../../src/desk/decisions.ts';
import type { Archive } from '../../src/domain/archive.ts';
import type { ChatAdapter, Conversation } from '../../src/domain/chat.ts';
import { removeArticle } from '../../src/intake.ts';
import { silentLogger } from '../../src/logger.ts';
import { addTo, archiveOf, type Report } from '../archive-of.ts';
import { shownText as shownInDiscord } from '../discord/reading.ts';
import { discordUnderTest } from '../discord/under-test.ts';
import { shownText as shownInSlack } from '../slack/reading.ts';
import { slackUnderTest } from '../slack/under-test.ts';
import { DAY_MS, delivering, HandClock, HOUR_MS, Platform, placeIn, scheduled } from './under-test.ts';

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
  return { archive, clock, look };
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
    correction: { changes: [{ statement, reason: expect.stringContaining('not so') }] },
  });
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
