import { expect, test } from 'vitest';
import type { DiscordAdapterLike } from '../../adapters/discord/index.ts';
import { markOf } from '../../adapters/discord/posting/marks.ts';
import type { Conversation, Reply } from '../../src/index.ts';
import { brief, longBrief } from '../contract/replies.ts';
import type { DiscordServer, Fault } from '../discord/discord-server.ts';
import { isMessage, notice, place } from '../discord/hands.ts';
import { shownText } from '../discord/reading.ts';
import { snowflake } from '../discord/snowflake.ts';
import { discordUnderTest, type Wanted } from '../discord/under-test.ts';

const since = () => new Date(Date.now() - 60_000).toISOString();
const edition: Reply = { kind: 'brief', brief };
const long: Reply = { kind: 'brief', brief: longBrief() };

async function started(wanted: Wanted = {}) {
  const under = await discordUnderTest(wanted);
  await under.adapter.start(async () => undefined);
  return under;
}

/** Another process, so late that Discord knows no nonce any more. */
async function restarted(discord: DiscordServer, adapter: DiscordAdapterLike): Promise<DiscordAdapterLike> {
  await adapter.stop();
  discord.fault = () => undefined;
  discord.postbox.nonceLifeMs = 0;
  return (await started({ discord })).adapter;
}

/** What stands, as where and with which words. */
function standing(discord: DiscordServer): readonly string[] {
  return discord.posts
    .filter(({ deleted }) => !deleted)
    .map(({ channel, body }) => `${channel} ${shownText(body.components)}`);
}

/** The messages that a reply makes where nothing fails; the thread is called "thread". */
async function whole(reply: Reply): Promise<readonly string[]> {
  const { discord, adapter } = await started();
  const sent = await adapter.send(place(discord.channel, discord.guild), reply, 'key-0');
  return named(standing(discord), sent.id);
}

function named(messages: readonly string[], thread: string): readonly string[] {
  return messages.map((one) => one.replace(thread, 'thread'));
}

const ways: Readonly<Record<string, Fault>> = {
  reset: { loseAnswer: true },
  'server error': { instead: 502 },
  hang: { hang: true },
  'cut body': { half: 'cut' },
  'stalled body': { half: 'stalled' },
  'never there': { status: 503 },
};
/** Which calls are met, all of them until the fault is lifted. */
const calls: Readonly<Record<string, (discord: DiscordServer, method: string, path: string) => boolean>> = {
  'the parent': ({ channel }, method, path) => isMessage(method, path) && path.includes(channel),
  'the thread': (_, __, path) => /threads$/.test(path),
  'a part': ({ channel, posts }, method, path) =>
    isMessage(method, path) && !path.includes(channel) && posts.length > 1,
};
const losses = Object.keys(calls).flatMap((where) => Object.keys(ways).map((how) => ({ where, how })));

test.for(losses)(
  'after the answer to $where is lost for good ($how) each message stands once',
  async ({ where, how }) => {
    const { discord, adapter } = await started({ tuning: { timeoutMs: 150, againMs: 5 } });
    const to = place(discord.channel, discord.guild);
    discord.fault = (method, path) => (calls[where]?.(discord, method, path) ? ways[how] : undefined);
    await expect(adapter.send(to, long, 'key-1')).rejects.toThrow();
    await expect(adapter.send(to, long, 'key-1')).rejects.toThrow(/recall it/);
    const fresh = await restarted(discord, adapter);
    const found = await fresh.recall(to, 'key-1', since());
    const sent = await fresh.send(to, long, 'key-1');
    if (found !== undefined) expect(sent.id).toBe(found.id);
    expect(sent.thread).toBe(sent.id);
    expect(sent.parts).toHaveLength(discord.posts.length - 1);
    expect(named(standing(discord), sent.id)).toEqual(await whole(long));
    expect(discord.called('POST', /threads$/).filter(({ answer }) => answer.id === sent.id)).toHaveLength(1);
  },
);

test('in the same process a key in doubt goes on once it was recalled', async () => {
  const { discord, adapter } = await started({ tuning: { againMs: 5 } });
  const to = place(discord.channel, discord.guild);
  discord.fault = (method, path) => (isMessage(method, path) ? { instead: 502 } : undefined);
  await expect(adapter.send(to, edition, 'key-1')).rejects.toThrow();
  discord.fault = () => undefined;
  discord.postbox.nonceLifeMs = 0;
  await expect(adapter.send(to, edition, 'key-1')).rejects.toThrow(/recall it/);
  expect(discord.posts).toHaveLength(1);
  const found = await adapter.recall(to, 'key-1', since());
  const sent = await adapter.send(to, edition, 'key-1');
  expect(sent).toEqual({ ...found, parts: sent.parts, thread: sent.id });
  expect(named(standing(discord), sent.id)).toEqual(await whole(edition));
});

test('an attempt in doubt is not forgotten for a later one that was refused', async () => {
  const { discord, adapter } = await started({ tuning: { againMs: 5 } });
  const to = place(discord.channel, discord.guild);
  let attempts = 0;
  discord.fault = (method, path) => {
    if (!isMessage(method, path)) return undefined;
    attempts += 1;
    return attempts === 1
      ? { loseAnswer: true }
      : { status: 403, body: { code: 50013, message: 'Missing Permissions' } };
  };
  await expect(adapter.send(to, edition, 'key-1')).rejects.toThrow(/lack a permission/);
  discord.fault = () => undefined;
  await expect(adapter.send(to, edition, 'key-1')).rejects.toThrow(/recall it/);
  expect(discord.posts).toHaveLength(1);
});

test('it is found among hundreds of messages of others, and in the time that was asked about', async () => {
  const { discord, adapter, ben } = await started();
  const to = place(discord.channel, discord.guild);
  const say = (from: number, count: number) => {
    for (let at = 0; at < count; at += 1) ben.message({ content: 'hm' }, { id: snowflake(Date.now() - from + at) });
  };
  say(50_000, 230);
  await adapter.send(to, notice('another matter'), 'key-2');
  const sent = await adapter.send(to, edition, 'key-1');
  say(0, 120);
  const fresh = await restarted(discord, adapter);
  expect(await fresh.recall(to, 'key-1', since())).toEqual(sent);
  expect(await fresh.recall(to, 'key-3', since())).toBeUndefined();
  // as in a replay, whose clock is not Discord's
  expect(await fresh.recall(to, 'key-1', '2031-04-12T07:00:00Z')).toEqual(sent);
  const pages = discord.called('GET', new RegExp(`^/channels/${discord.channel}/messages$`));
  expect(pages.length).toBe(12);
  expect(pages.every(({ query }) => query.get('limit') === '100' && query.has('after'))).toBe(true);
});

test('in a thread, and with a person by the person’s own id, it is found where it was posted', async () => {
  const { discord, adapter } = await started();
  const thread: Conversation = { ...place(discord.channel, discord.guild), thread: discord.thread };
  const person = place(discord.ben);
  const sent = [await adapter.send(thread, edition, 'key-1'), await adapter.send(person, edition, 'key-2')];
  expect(sent[0]).toMatchObject({ thread: discord.thread });
  expect(sent[1]).not.toHaveProperty('thread');
  const before = standing(discord);
  const fresh = await restarted(discord, adapter);
  const found = [await fresh.recall(thread, 'key-1', since()), await fresh.recall(person, 'key-2', since())];
  expect(found).toEqual(sent);
  expect([await fresh.send(thread, edition, 'key-1'), await fresh.send(person, edition, 'key-2')]).toEqual(sent);
  expect(standing(discord)).toEqual(before);
});

test('what gave way to the channel goes on there, and begins no thread', async () => {
  const { discord, adapter } = await started({ tuning: { againMs: 5 } });
  const to = place(discord.channel, discord.guild);
  discord.fault = (method, path) => {
    if (/threads$/.test(path)) return { status: 400, body: { code: 50024, message: 'Cannot execute action' } };
    return isMessage(method, path) && discord.posts.length === 2 ? { status: 503 } : undefined;
  };
  await expect(adapter.send(to, long, 'key-1')).rejects.toThrow();
  const fresh = await restarted(discord, adapter);
  await fresh.recall(to, 'key-1', since());
  const sent = await fresh.send(to, long, 'key-1');
  expect(sent).not.toHaveProperty('thread');
  expect(discord.posts.every(({ channel }) => channel === discord.channel)).toBe(true);
  expect(new Set(standing(discord)).size).toBe((await whole(long)).length);
  expect(discord.called('POST', /threads$/)).toHaveLength(1);
});

test('where the history may not be read, or cannot be, that is said, and never that nothing stands there', async () => {
  const { discord, adapter } = await started({ tuning: { againMs: 5 } });
  const blind = place(discord.blind, discord.guild);
  await adapter.send(blind, notice('once'), 'key-1');
  await expect(adapter.recall(blind, 'key-1', since())).rejects.toThrow(/"Read Message History"/);
  await expect(adapter.recall(place('404', discord.guild), 'key-1', since())).rejects.toThrow(/no such channel/);
  const to = place(discord.channel, discord.guild);
  for (const fault of [
    { status: 500 },
    { half: 'cut' },
    { status: 404, body: { code: 10003, message: 'x' } },
  ] as const) {
    discord.fault = () => fault;
    await expect(adapter.recall(to, 'key-1', since())).rejects.toThrow(/Discord|look back/);
  }
  discord.fault = () => undefined;
  await expect(adapter.recall(to, 'key-1', 'yesterday')).rejects.toThrow(/write it as/);
  await adapter.stop();
  await expect(adapter.recall(to, 'key-1', since())).rejects.toThrow(/stopped/);
});

test('messages of other people with the same mark are not taken for the bot’s', async () => {
  const { discord, adapter, ben } = await started();
  ben.message({ content: '', components: [{ type: 10, id: markOf('key-1'), content: 'mine' }] });
  expect(await adapter.recall(place(discord.channel, discord.guild), 'key-1', since())).toBeUndefined();
});

test('marks are numbers of 31 bits that Discord hands out to nobody, and differ', () => {
  const marks = Array.from({ length: 10_000 }, (_, at) => markOf(`key-${at}`));
  expect(Math.min(...marks)).toBeGreaterThanOrEqual(65_536);
  expect(Math.max(...marks)).toBeLessThan(2 ** 31);
  expect(new Set(marks).size).toBeGreaterThan(9_998);
});
