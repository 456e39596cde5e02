import { expect, test } from 'vitest';
import type { Reply } from '../../src/index.ts';
import { longBrief } from '../contract/replies.ts';
import { notice, place } from '../discord/hands.ts';
import { discordUnderTest } from '../discord/under-test.ts';
import { IDS } from '../discord/world.ts';

/*
 * A process that only posts, as `detente schedule run` is: it connects to no gateway, which would take questions away
 * from the one that serves, and so is told nothing of channels.
 */

const long: Reply = { kind: 'brief', brief: longBrief() };
const since = () => new Date(Date.now() - 60_000).toISOString();

test('the second part of an edition goes into its thread, as where it serves', async () => {
  const { discord, adapter } = await discordUnderTest();
  const sent = await adapter.send(place(discord.channel, discord.guild), long, 'key-1');
  expect(sent.thread).toBe(sent.id);
  const [first, ...rest] = discord.posts.map(({ channel }) => channel);
  expect(first).toBe(discord.channel);
  expect(rest.length).toBeGreaterThan(0);
  expect(new Set(rest)).toEqual(new Set([sent.thread]));
  expect(discord.gateway.identifies).toBe(0);
});

test('in a channel that has no threads it goes below the first', async () => {
  const { discord, adapter } = await discordUnderTest();
  const sent = await adapter.send(place(discord.direct, '@me'), long, 'key-1');
  expect(sent.thread).toBeUndefined();
  expect(new Set(discord.posts.map(({ channel }) => channel))).toEqual(new Set([discord.direct]));
});

test('what another process posted is found, and nothing is posted twice', async () => {
  const { discord, adapter } = await discordUnderTest();
  const here = place(discord.channel, discord.guild);
  await adapter.start(async () => undefined);
  const { at: _, ...sent } = await adapter.send(here, long, 'key-1');
  discord.postbox.nonceLifeMs = 0;
  const count = discord.posts.length;
  const other = (await discordUnderTest({ discord })).adapter;
  expect(await other.recall(here, 'key-1', since())).toMatchObject(sent);
  expect(await other.send(here, long, 'key-1')).toMatchObject(sent);
  expect(await other.recall(here, 'key-2', since())).toBeUndefined();
  expect(discord.posts).toHaveLength(count);
});

test('where it may not read the history nothing is taken for absent', async () => {
  const { discord, adapter } = await discordUnderTest();
  const blind = place(IDS.blind, discord.guild);
  await adapter.send(blind, notice('the morning edition'), 'key-1');
  await expect(adapter.recall(blind, 'key-1', since())).rejects.toThrow(/cannot look back here: I lack the permission/);
});

test.for([true, false])(
  'what belongs into a thread that was deleted goes into its channel (connected: %s)',
  async (connected) => {
    const { discord, adapter } = await discordUnderTest();
    if (connected) await adapter.start(async () => undefined);
    const here = place(discord.channel, discord.guild);
    const { thread = '' } = await adapter.send(here, long, 'key-1');
    discord.removeChannel(thread);
    const below = { ...here, thread };
    expect(await adapter.recall(below, 'key-2', since())).toBeUndefined();
    const sent = await adapter.send(below, notice('Correction'), 'key-2');
    expect(discord.posts.at(-1)).toMatchObject({ id: sent.id, channel: discord.channel });
    expect(await adapter.recall(below, 'key-2', since())).toMatchObject({ id: sent.id });
  },
);
