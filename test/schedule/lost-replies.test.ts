import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { ChatAdapter, Conversation } from '../../src/domain/chat.ts';
import { systemClock } from '../../src/index.ts';
import { brief } from '../contract/replies.ts';
import type { Fault } from '../discord/discord-server.ts';
import { isMessage, place } from '../discord/hands.ts';
import { discordUnderTest } from '../discord/under-test.ts';
import type { LostAnswer } from '../slack/slack-server.ts';
import { slackUnderTest } from '../slack/under-test.ts';
import { delivering, HandClock, MINUTE_MS, scheduled } from './under-test.ts';

const environment = { DETENTE_TIMEOUT_MS: '300' };

interface Losing {
  readonly adapter: ChatAdapter;
  readonly conversation: Conversation;
  /** Of the first post that is carried out the answer is lost; true once that has happened. */
  readonly isLost: () => boolean;
  /** What stands in the channel itself, without threads. */
  parents(): Promise<number>;
}

async function slack(lost: LostAnswer): Promise<Losing> {
  const { slack, adapter } = await slackUnderTest({ environment });
  await adapter.start(async () => undefined);
  let count = 0;
  slack.fault = (method) => (method === 'chat.postMessage' && count++ === 0 ? { lost } : undefined);
  return {
    adapter,
    conversation: { adapter: 'slack', workspace: slack.team, channel: slack.channel },
    isLost: () => count > 0,
    parents: async () => {
      const standing = await slack.standing(slack.channel);
      return standing.filter(({ ts, thread_ts }) => thread_ts === undefined || thread_ts === ts).length;
    },
  };
}

async function discord(fault: Fault): Promise<Losing> {
  const { discord, adapter } = await discordUnderTest({ environment });
  await adapter.start(async () => undefined);
  let count = 0;
  discord.fault = (method, path) => (isMessage(method, path) && count++ === 0 ? fault : undefined);
  return {
    adapter,
    conversation: place(discord.channel, discord.guild),
    isLost: () => count > 0,
    parents: async () => discord.posts.filter(({ channel }) => channel === discord.channel).length,
  };
}

const ways: readonly (readonly [platform: string, how: string, begin: () => Promise<Losing>])[] = [
  ...(['reset', '502', 'hang', 'cut body'] as const).map((how) => ['Slack', how, () => slack(how)] as const),
  ['Discord', 'reset', () => discord({ loseAnswer: true })],
  ['Discord', '502', () => discord({ instead: 502 })],
  ['Discord', 'hang', () => discord({ hang: true })],
  ['Discord', 'cut body', () => discord({ half: 'cut' })],
];

test.for(ways)('%s carries out the post and its reply is lost (%s): the brief stands once', async ([, , begin]) => {
  const { adapter, conversation, isLost, parents } = await begin();
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  const clock = new HandClock('2031-05-12T06:59:30Z');
  await archive.schedules.save(scheduled('', { conversation, since: clock.now() }));
  const process = delivering(archive, clock, [adapter], {
    machineClock: systemClock(),
    compose: async ({ date }) => ({ brief: { ...brief, date }, mark: 0 }),
  });
  await process.tick();
  for (let round = 0; round < 5; round += 1) {
    clock.pass(MINUTE_MS);
    await process.tick();
  }
  expect(isLost()).toBe(true);
  expect(await parents()).toBe(1);
  expect(await archive.outbox.recent({ limit: 5 })).toMatchObject([{ date: '2031-05-12', state: 'sent' }]);
});
