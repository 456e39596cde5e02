import { expect, test } from 'vitest';
import { definition } from '../../adapters/discord/definition.ts';
import type { DiscordAdapterLike } from '../../adapters/discord/index.ts';
import { systemClock } from '../../src/clock.ts';
import { type Reply, readConfiguration, silentLogger } from '../../src/index.ts';
import { brief, longBrief } from '../contract/replies.ts';
import { settled } from '../desk.ts';
import { BOT, type DiscordServer } from '../discord/discord-server.ts';
import { after, ask, isMessage, isTheirs, notice, place } from '../discord/hands.ts';
import { partsIn } from '../discord/limits.ts';
import { shownText } from '../discord/reading.ts';
import { discordUnderTest, type Wanted } from '../discord/under-test.ts';
import { IDS } from '../discord/world.ts';

const edition: Reply = { kind: 'brief', brief };
const long: Reply = { kind: 'brief', brief: longBrief() };
const since = () => new Date(Date.now() - 60_000).toISOString();

async function started(wanted: Wanted = {}) {
  const under = await discordUnderTest(wanted);
  await under.adapter.start(async () => undefined);
  return { ...under, to: place(under.discord.channel, under.discord.guild) };
}

const texts = (discord: DiscordServer) => discord.posts.map(({ body }) => shownText(body.components));
const marks = (discord: DiscordServer) => discord.posts.map(({ body }) => body.components[0].id);

/** The words of each message that a reply makes. */
async function wordsOf(reply: Reply): Promise<readonly string[]> {
  const { discord, adapter, to } = await started();
  await adapter.send(to, reply);
  return texts(discord);
}

test('a correction of as many messages replaces each, keeps the marks, and is the same done twice', async () => {
  const { discord, adapter, to } = await started();
  const sent = await adapter.send(to, edition, 'key-1');
  const before = marks(discord);
  discord.archive(sent.id);
  const corrected: Reply = { kind: 'brief', brief: { ...brief, date: '2031-04-13' } };
  await adapter.amend(to, sent, corrected);
  await adapter.amend(to, sent, corrected);
  expect(texts(discord)).toEqual(await wordsOf(corrected));
  expect(marks(discord)).toEqual(before);
  expect(await adapter.recall(to, 'key-1', since())).toEqual(sent);
  expect(discord.called('PATCH', new RegExp(`^/channels/${sent.id}$`)).map(({ body }) => body)).toEqual([
    { archived: false },
  ]);
  expect(discord.called('PATCH', /messages/).every(({ body }) => body.allowed_mentions.parse.length === 0)).toBe(true);
});

test('fewer messages leave a short line, more are posted in the thread, and a fresh process finds all of them', async () => {
  const { discord, adapter, to } = await started();
  const sent = await adapter.send(to, edition, 'key-1');
  await adapter.amend(to, sent, long);
  const words = await wordsOf(long);
  expect(texts(discord)).toEqual(words);
  expect(discord.posts.slice(1).every(({ channel }) => channel === sent.id)).toBe(true);
  await adapter.stop();
  discord.postbox.nonceLifeMs = 0;
  const fresh = (await started({ discord })).adapter;
  await fresh.amend(to, sent, long);
  expect(texts(discord)).toEqual(words);
  const found = await fresh.recall(to, 'key-1', since());
  expect(found?.parts).toEqual(discord.posts.slice(1).map(({ id }) => id));
  await fresh.amend(to, sent, notice('nothing of it holds'));
  expect(texts(discord)).toEqual([
    'nothing of it holds',
    ...words.slice(1).map(() => 'Withdrawn: see the correction.'),
  ]);
  await fresh.amend(to, sent, edition);
  expect(texts(discord).slice(0, 2)).toEqual(await wordsOf(edition));
});

test('what was posted without a key, and in direct messages, is corrected too', async () => {
  const { discord, adapter } = await started();
  const to = place(discord.ada);
  const sent = await adapter.send(to, edition);
  await adapter.send(to, notice('another matter'));
  await adapter.amend(to, sent, long);
  await adapter.amend(to, sent, long);
  const [first = '', ...rest] = await wordsOf(long);
  expect(texts(discord)).toEqual([first, rest[0], 'another matter', ...rest.slice(1)]);
});

test('a correction whose answers are lost goes on when it is made again', async () => {
  const { discord, adapter, to } = await started({ tuning: { againMs: 5 } });
  const sent = await adapter.send(to, edition, 'key-1');
  discord.fault = (method, path) => (isMessage(method, path) ? { loseAnswer: true } : undefined);
  await expect(adapter.amend(to, sent, long)).rejects.toThrow();
  discord.fault = () => undefined;
  discord.postbox.nonceLifeMs = 0;
  await adapter.amend(to, sent, long);
  expect(texts(discord)).toEqual(await wordsOf(long));
});

test('what is gone cannot be corrected; a part that is gone is posted again, in the channel without its thread', async () => {
  const { discord, adapter, to } = await started();
  const sent = await adapter.send(to, edition, 'key-1');
  discord.removeChannel(sent.id);
  await adapter.amend(to, sent, long);
  const standing = discord.posts.filter(({ channel }) => channel === discord.channel);
  expect(standing.map(({ body }) => shownText(body.components))).toEqual(await wordsOf(long));
  for (const one of discord.posts) one.deleted = true;
  await expect(adapter.amend(to, sent, edition)).rejects.toMatchObject({ code: 'not-found' });
  const blind = place(discord.blind, discord.guild);
  const other = await adapter.send(blind, edition, 'key-2');
  await expect(adapter.amend(blind, other, edition)).rejects.toThrow(/"Read Message History"/);
});

test('every number of a component stands once in its message', async () => {
  const { discord, adapter, to } = await started();
  const sent = await adapter.send(to, long, 'key-1');
  await adapter.amend(to, sent, edition);
  const listed = (await fetch(`${discord.apiUrl}/v10/channels/${discord.channel}/messages`, {
    headers: { authorization: `Bot ${BOT.token}` },
  }).then((response) => response.json())) as { components: object[] }[];
  const ids = [...partsIn(listed[0]?.components ?? [])].map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(3);
  expect(new Set(ids).size).toBe(ids.length);
});

const refusals = [
  ['a channel', `${IDS.guild}:${IDS.channel}`, undefined],
  ['a thread', `${IDS.guild}:${IDS.channel}:${IDS.thread}`, undefined],
  ['a channel that is closed to the bot', `${IDS.guild}:${IDS.closed}`, /lack (the|a) permission/],
  ['a channel that is not there', `${IDS.guild}:1122000000000000404`, /there is no channel/],
  ['a channel of another server', `${IDS.foreignGuild}:${IDS.channel}`, new RegExp(`write discord:${IDS.guild}:`)],
  ['a thread of another channel', `${IDS.guild}:${IDS.closed}:${IDS.thread}`, /not one of the channel/],
  ['a channel as if it were a person', `@me:${IDS.channel}`, new RegExp(`write discord:${IDS.guild}:${IDS.channel}`)],
  ['a person', `@me:${IDS.ben}`, undefined],
  ['direct messages', `@me:${IDS.direct}`, undefined],
  ['nobody', '@me:1122000000000000404', /there is no channel or person/],
] as const;

const conversation = (name: string) => {
  const [workspace = '', channel = '', thread] = name.split(':');
  return { ...place(channel, workspace), ...(thread && { thread }) };
};

function options(discord: DiscordServer, environment: Readonly<Record<string, string>> = {}) {
  const given = { DISCORD_TOKEN: BOT.token, DISCORD_API_URL: discord.apiUrl, ...environment };
  return { configuration: readConfiguration([definition], given), clock: systemClock(), logger: silentLogger };
}

test.for(refusals)(
  'whether %s takes posts is said while it runs, and from the command line',
  async ([, name, refusal]) => {
    const { discord, adapter } = await started();
    const said = [
      await adapter.refusal(conversation(name)),
      await definition.refusal?.(options(discord), conversation(name)),
    ];
    for (const one of said)
      if (refusal === undefined) expect(one).toBeUndefined();
      else expect(one).toMatch(refusal);
    expect(discord.posts).toEqual([]);
  },
);

test('a server that the bot is not in, a person who takes no messages, a thread that is locked are said', async () => {
  const { discord, adapter } = await started();
  expect(await adapter.refusal(place('1122000000000000404', IDS.foreignGuild))).toMatch(/not in the server/);
  discord.fault = (_, path) =>
    path === '/users/@me/channels' ? { status: 403, body: { code: 50007, message: 'Cannot send' } } : undefined;
  expect(await adapter.refusal(place(discord.ben))).toMatch(/cannot write to this person/);
  expect(await definition.refusal?.(options(discord), place(discord.ben))).toMatch(/cannot write to this person/);
  discord.fault = (method, path) =>
    method === 'GET' && path === `/channels/${discord.thread}`
      ? {
          body: {
            ...discord.channelOf(discord.thread),
            thread_metadata: { locked: true, archived: true },
          },
        }
      : undefined;
  const locked = { ...place(discord.channel, discord.guild), thread: discord.thread };
  expect(await definition.refusal?.(options(discord), locked)).toBe('the thread is locked');
});

test('what cannot be found out is an error that says so, and no refusal', async () => {
  const { discord, adapter } = await started();
  discord.fault = () => ({ status: 503 });
  await expect(adapter.refusal(place(discord.ben))).rejects.toThrow(/Discord/);
  const outside = (environment = {}) =>
    definition.refusal?.(options(discord, environment), place(discord.channel, discord.guild));
  await expect(outside()).rejects.toThrow(/503/);
  discord.fault = () => ({ status: 429, headers: { 'retry-after': '1' } });
  await expect(outside()).rejects.toThrow(/429/);
  discord.fault = () => ({ hang: true });
  await expect(outside({ DETENTE_TIMEOUT_MS: '100' })).rejects.toThrow(/cannot be reached/);
  discord.fault = () => undefined;
  await expect(outside({ DISCORD_TOKEN: 'MTEyMjMzNDQ1NTY2.Gwrong.token' })).rejects.toThrow(/refused by Discord/);
});

test('who owns the application administers it; of a team, who owns the team; asked once', async () => {
  const { discord, adapter } = await started();
  const asked = () => discord.called('GET', /applications\/@me$/).length;
  const before = asked();
  discord.fault = (_, path) => (/applications\/@me$/.test(path) ? { status: 500 } : undefined);
  await expect(adapter.administrator()).rejects.toThrow(/Discord/);
  discord.fault = () => undefined;
  expect(await adapter.administrator()).toEqual(place(discord.ada));
  expect(await adapter.administrator()).toEqual(place(discord.ada));
  expect(asked() - before).toBe(2);
  const other = await started();
  other.discord.application = { team: { id: '1', name: 'Desk', icon: null, owner_user_id: IDS.ben, members: [] } };
  expect(await other.adapter.administrator()).toEqual(place(IDS.ben));
});

test('the time that Discord has to answer is set by configuration', async () => {
  const { discord, adapter, to } = await started({ environment: { DETENTE_TIMEOUT_MS: '100' } });
  discord.fault = (method, path) => (isMessage(method, path) ? { hang: true } : undefined);
  const began = performance.now();
  await expect(adapter.send(to, notice('never told of'), 'key-1')).rejects.toThrow();
  expect(performance.now() - began).toBeLessThan(1_500);
  expect(discord.posts).toHaveLength(1);
});

test('posts under keys keep their pace, and what people ask is acknowledged and answered between them', {
  timeout: 30_000,
}, async () => {
  const { discord, adapter, ada, ben } = await discordUnderTest({ tuning: { paceMs: 40 } });
  await adapter.start(async (request) => (isTheirs(request) ? notice('answered') : undefined));
  await settled(() => discord.registry.all, 3);
  const places = [discord.channel, discord.system, discord.direct, discord.directOfBen];
  const posts = Array.from({ length: 120 }, (_, at) =>
    adapter.send(place(places[at % places.length] ?? '', discord.guild), notice(`post ${at}`), `key-${at}`),
  );
  await after(1_000);
  const ids = Array.from({ length: 30 }, (_, at) => (at % 2 ? ada : ben).command(ask));
  expect(Math.max(...(await Promise.all(ids.map((id) => discord.responded(id)))))).toBeLessThan(3_000);
  await expect.poll(() => discord.replies.length, { timeout: 3_000 }).toBe(30);
  expect(discord.posts.length).toBeLessThan(120);
  await Promise.all(posts);
  const times = discord.calls.filter(({ method, path }) => isMessage(method, path)).map(({ at }) => at);
  const inOneSecond = times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length);
  expect(Math.max(...inOneSecond)).toBeLessThanOrEqual(35);
  expect(discord.posts).toHaveLength(120);
});

test('what waits for its turn is given up when it stops', async () => {
  const {
    discord,
    adapter,
    to,
  }: { discord: DiscordServer; adapter: DiscordAdapterLike; to: ReturnType<typeof place> } = await started({
    tuning: { paceMs: 60_000 },
  });
  await adapter.send(to, notice('one'), 'key-1');
  const waiting = adapter.send(to, notice('two'), 'key-2');
  const given = expect(waiting).rejects.toThrow(/stopped/);
  await after(50);
  await adapter.stop();
  await given;
  expect(discord.posts).toHaveLength(1);
});
