import { expect, test, vi } from 'vitest';
import type { ChatRequest, Conversation, RequestHandler } from '../../src/index.ts';
import { settled } from '../desk.ts';
import { deskInDiscord } from '../discord/desk.ts';
import { after, ask, forbidden, isLong, isMessage, isTheirs, notice, place } from '../discord/hands.ts';
import { shownText } from '../discord/reading.ts';
import { discordUnderTest } from '../discord/under-test.ts';

test('fifty interactions at once, with answers that take five seconds, are answered in the three that Discord waits', async () => {
  const { discord, adapter, ada } = await discordUnderTest();
  await adapter.start(async (request) => {
    if (!isTheirs(request)) return undefined;
    await after(5_000);
    return notice('slow');
  });
  const ids = Array.from({ length: 50 }, () => ada.command(ask));
  const waited = await Promise.all(ids.map((id) => discord.responded(id)));
  expect(Math.max(...waited)).toBeLessThan(3_000);
  expect(discord.messages).toEqual([]);
});

test('fifty interactions whose answers keep the processor busy are answered in the three seconds too', async () => {
  const { discord, adapter, ada } = await discordUnderTest();
  await adapter.start(async () => {
    const until = performance.now() + 100;
    while (performance.now() < until);
    return notice('thought about');
  });
  const ids: string[] = [];
  for (let at = 0; at < 50; at += 1) {
    ids.push(ada.command(ask));
    await after(1);
  }
  const waited = await Promise.all(ids.map((id) => discord.responded(id)));
  expect(Math.max(...waited)).toBeLessThan(3_000);
  await vi.waitUntil(() => discord.replies.length === 50, { timeout: 15_000 });
});

test('an interaction, and a message, that come again act once, also while the first is worked on', async () => {
  const { discord, adapter, ada } = await discordUnderTest();
  const handle = vi.fn<RequestHandler>(async () => {
    await after(50);
    return notice('once');
  });
  await adapter.start(async (request) => (isTheirs(request) ? handle(request) : undefined));
  const id = ada.command(ask);
  ada.command(ask, { id });
  const said = ada.write('who?');
  ada.write('who?', { id: said });
  await settled(() => discord.messages, 2);
  ada.command(ask, { id });
  ada.write('who?', { id: said });
  await after(150);
  expect(handle).toHaveBeenCalledTimes(2);
  expect(discord.messages).toHaveLength(2);
  expect(discord.called('POST', /callback$/)).toHaveLength(1);
});

test('a channel that is closed to the bot is known to be without a call, and ends nothing', async () => {
  const { discord, adapter } = await discordUnderTest();
  await adapter.start(async () => undefined);
  await expect(adapter.send(place(discord.closed, discord.guild), notice('one'))).rejects.toThrow(
    /I lack the permission/,
  );
  await adapter.send(place(discord.channel, discord.guild), notice('two'));
  expect(discord.posts).toHaveLength(1);
  expect(discord.calls.filter(({ status }) => status === 403)).toEqual([]);
});

test('a channel that is gone is told of by its reason, and to those who run the bot', async () => {
  const told: string[] = [];
  const { discord, adapter, archive } = await deskInDiscord({
    parts: { tellAdmin: async (text) => void told.push(text) },
  });
  await archive.desk.saveSettings(place('404', discord.guild), { welcomed: 'yes' });
  await expect(adapter.send(place('404', discord.guild), notice('one'))).rejects.toThrow(/the channel is gone/);
  await expect.poll(() => told).toEqual([expect.stringMatching(/discord:\d+:404 any more: the channel is gone/)]);
  await archive.desk.saveSettings(place(discord.channel, discord.guild), { welcomed: 'yes' });
  discord.gateway.dispatch('CHANNEL_DELETE', discord.channelOf(discord.channel));
  await expect.poll(() => told).toHaveLength(2);
});

test('a thread that is archived or locked is told of by its reason', async () => {
  const { discord, adapter } = await discordUnderTest();
  await adapter.start(async () => undefined);
  discord.fault = (method, path) =>
    isMessage(method, path) ? { status: 400, body: { code: 50083, message: 'Thread is archived' } } : undefined;
  const to = { ...place(discord.channel, discord.guild), thread: discord.thread };
  await expect(adapter.send(to, notice('one'))).rejects.toThrow(/the thread is archived/);
});

test('a server that removes the bot while a brief is on its way leaves no row, and no thread of the brief is begun', async () => {
  const { brief } = await import('../contract/replies.ts');
  const { discord, adapter, archive } = await deskInDiscord();
  const to = place(discord.channel, discord.guild);
  await archive.desk.saveSettings(to, { time: '07:00' });
  discord.fault = (method, path) => (isMessage(method, path) ? { delayMs: 200 } : undefined);
  const sending = adapter.send(to, { kind: 'brief', brief }, 'key-1');
  await after(50);
  discord.gateway.dispatch('GUILD_DELETE', { id: discord.guild });
  discord.fault = (method, path) =>
    isMessage(method, path) || /threads$/.test(path)
      ? { status: 403, body: { code: 50001, message: 'Missing Access' } }
      : undefined;
  await sending.catch(() => {});
  await expect.poll(() => archive.desk.workspaces('discord')).toEqual([]);
  expect(discord.called('POST', /threads$/)).toEqual([]);
});

const posts = isLong ? 1_000 : 100;

test(`${posts} posts with 30 % refused for their rate: none before its time, order kept, each once`, {
  timeout: 900_000,
}, async () => {
  const { discord, adapter } = await discordUnderTest();
  await adapter.start(async () => undefined);
  await settled(() => discord.registry.all, 3);
  const refusals: { readonly path: string; readonly at: number }[] = [];
  let random = 7;
  const draw = () => {
    random = (random * 1_103_515_245 + 12_345) % 2 ** 31;
    return random / 2 ** 31;
  };
  discord.fault = (method, path) => {
    if (!isMessage(method, path) || draw() >= 0.3) return undefined;
    refusals.push({ path, at: performance.now() });
    const headers = { 'retry-after': '0.3', 'x-ratelimit-scope': 'user' };
    return { status: 429, headers, body: { message: 'You are being rate limited.', retry_after: 0.3, global: false } };
  };
  const places = [discord.channel, discord.system, discord.direct].map((channel) => place(channel, discord.guild));
  await Promise.all(
    Array.from({ length: posts }, (_, at) =>
      adapter.send(places[at % places.length] as Conversation, notice(`post ${at}.`)),
    ),
  );
  for (const { channel } of places) {
    const own = discord.posts.filter((post) => post.channel === channel);
    const numbers = own.map(({ body }) => Number(/\d+/.exec(shownText(body.components))?.[0]));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  }
  expect(discord.posts).toHaveLength(posts);
  expect(refusals.length).toBeGreaterThan(posts / 5);
  const calls = discord.calls.filter(({ method, path }) => isMessage(method, path));
  const early = refusals.filter((one) =>
    calls.some(({ path, at }) => path === one.path && at > one.at && at < one.at + 295),
  );
  expect(early).toEqual([]);
});

test.for(['reset', 'server error', 'hang'] as const)(
  'a post whose answer is lost (%s) is asked for again under its nonce, and stands once',
  async (how) => {
    const { discord, adapter } = await discordUnderTest({ tuning: { timeoutMs: 300 } });
    await adapter.start(async () => undefined);
    let lost = 0;
    discord.fault = (method, path) => {
      if (!isMessage(method, path) || lost > 0) return undefined;
      lost += 1;
      return how === 'server error' ? { status: 502 } : { loseAnswer: how === 'reset', hang: how === 'hang' };
    };
    const sent = await adapter.send(place(discord.channel, discord.guild), notice('once'), 'key-1');
    expect(discord.posts).toHaveLength(1);
    expect(discord.posts[0]).toMatchObject({ id: sent.id, body: { nonce: 'key-1', enforce_nonce: true } });
    expect(discord.calls.filter(({ method, path }) => isMessage(method, path))).toHaveLength(2);
  },
);

test('a key whose thread was cut off goes on where it stopped', async () => {
  const { brief } = await import('../contract/replies.ts');
  const { discord, adapter } = await discordUnderTest();
  await adapter.start(async () => undefined);
  const to = place(discord.channel, discord.guild);
  let messages = 0;
  discord.fault = (method, path) => {
    if (isMessage(method, path)) messages += 1;
    return isMessage(method, path) && messages > 1 ? { status: 400, body: { code: 1, message: 'odd' } } : undefined;
  };
  await expect(adapter.send(to, { kind: 'brief', brief }, 'key-1')).rejects.toThrow(/odd/);
  discord.fault = () => undefined;
  const sent = await adapter.send(to, { kind: 'brief', brief }, 'key-1');
  expect(discord.posts.filter(({ channel }) => channel === discord.channel)).toHaveLength(1);
  expect(discord.posts.slice(1).map(({ channel }) => channel)).toEqual([sent.id]);
  expect(discord.called('POST', /threads$/)).toHaveLength(1);
});

test('what came too late to be answered is not worked on, and what fails once is tried once more', async () => {
  const handle = vi.fn<RequestHandler>(async () => notice('x'));
  const { discord, adapter, ada } = await discordUnderTest();
  await adapter.start(async (request) => (isTheirs(request) ? handle(request) : undefined));
  discord.fault = (_, path) =>
    /callback$/.test(path) ? { status: 404, body: { code: 10062, message: 'Unknown interaction' } } : undefined;
  ada.command(ask);
  await vi.waitUntil(() => discord.called('POST', /callback$/).length === 1);
  await after(100);
  expect(handle).not.toHaveBeenCalled();
  let failures = 0;
  discord.fault = (_, path) => (/callback$/.test(path) && failures++ === 0 ? { status: 500 } : undefined);
  ada.command(ask);
  await settled(() => discord.replies, 1);
});

test('what is being answered when it stops is answered first', async () => {
  const { discord, adapter, ada } = await discordUnderTest({ tuning: { drainMs: 5_000 } });
  await adapter.start(async (request) => {
    if (request.kind !== 'question') return undefined;
    await after(300);
    return notice('just in time');
  });
  ada.write('who?');
  await after(100);
  await adapter.stop();
  expect(discord.posts.map(({ body }) => shownText(body.components))).toEqual(['just in time']);
});

test('a person is written to by the person’s own id', async () => {
  const { discord, adapter } = await discordUnderTest();
  await adapter.start(async () => undefined);
  await adapter.send(place(discord.ada), notice('the channel is gone'));
  await adapter.send(place(discord.direct), notice('here too'));
  expect(discord.posts.map(({ channel }) => channel)).toEqual([discord.direct, discord.direct]);
});

test('a brief at night makes no telephone ring, one in the morning does, and what follows never does', async () => {
  const { brief } = await import('../contract/replies.ts');
  const { clockFrom } = await import('../../src/clock.ts');
  const silent = async (now: string, zone: string) => {
    const { discord, adapter } = await discordUnderTest({ clock: clockFrom(now) });
    await adapter.start(async () => undefined);
    await adapter.send(place(discord.channel, discord.guild), { kind: 'brief', brief: { ...brief, zone } }, 'key-1');
    return discord.posts.map(({ body }) => (body.flags & 4_096) !== 0);
  };
  expect(await silent('2031-04-12T07:00:00Z', 'UTC')).toEqual([false, true]);
  expect(await silent('2031-04-12T23:30:00Z', 'UTC')).toEqual([true, true]);
  expect(await silent('2031-04-12T23:30:00Z', 'Asia/Tokyo')).toEqual([false, true]);
});

test('a failure is never shared', async () => {
  const { discord, ada, archive } = await deskInDiscord();
  ada.command({ name: 'ask', options: { question: 'who offered mediation?' } });
  const [answer] = await settled(() => discord.messages, 1);
  const share = /"custom_id":"(share [^"]+)"/.exec(JSON.stringify(answer?.body.components))?.[1] ?? '';
  vi.spyOn(archive.desk, 'firstSeen').mockRejectedValueOnce(new Error('busy'));
  ada.click(share);
  const [, failure] = await settled(() => discord.replies, 2);
  expect(failure?.ephemeral).toBe(true);
  ada.click(share);
  const [, , shared] = await settled(() => discord.replies, 3);
  expect(shared?.ephemeral).toBe(false);
});

test('the id of a request is the platform’s own', async () => {
  const requests: ChatRequest[] = [];
  const { discord, adapter, ada } = await discordUnderTest();
  await adapter.start(async (request) => {
    requests.push(request);
    return undefined;
  });
  const ids = [ada.command(ask), ada.write('who?')];
  await vi.waitUntil(() => requests.filter(isTheirs).length === 2);
  expect(requests.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  expect(discord.broken).toEqual([]);
});

test.for(['server error', 'reset'] as const)(
  'an answer whose showing fails once (%s) is shown all the same',
  async (how) => {
    const { discord, adapter, ada } = await discordUnderTest();
    await adapter.start(async (request) => (request.kind === 'command' ? notice('shown') : undefined));
    let failures = 0;
    discord.fault = (method) => {
      if (method !== 'PATCH' || failures > 0) return undefined;
      failures += 1;
      return how === 'reset' ? { loseAnswer: true } : { status: 502 };
    };
    ada.command(ask);
    const [reply] = await settled(() => discord.replies, 1);
    expect(shownText(reply?.body.components)).toBe('shown');
  },
);

test('a part that may be lost is not shown twice: that there is more is said', async () => {
  const { longBrief } = await import('../contract/replies.ts');
  const { discord, adapter, ada } = await discordUnderTest();
  await adapter.start(async (request) =>
    request.kind === 'command' ? { kind: 'brief', brief: longBrief() } : undefined,
  );
  let failures = 0;
  discord.fault = (method, path) =>
    method === 'POST' && /^\/webhooks/.test(path) && failures++ === 0 ? { status: 503 } : undefined;
  ada.command({ name: 'brief', sub: 'today' }, { direct: true });
  const replies = await settled(() => discord.replies, 2);
  expect(shownText(replies.at(-1)?.body.components)).toMatch(/Some of it could not be shown here/);
});

test('a person who could not be looked up once is told the next time', async () => {
  const { discord, adapter } = await discordUnderTest();
  await adapter.start(async () => undefined);
  discord.fault = (_, path) => (path === '/users/@me/channels' ? { status: 503 } : undefined);
  await expect(adapter.send(place(discord.ada), notice('one'))).rejects.toThrow();
  discord.fault = () => undefined;
  await adapter.send(place(discord.ada), notice('two'));
  expect(discord.posts.map(({ channel }) => channel)).toEqual([discord.direct]);
});

test('what is not answered when it stops is not left thinking', async () => {
  const { discord, adapter, ada } = await discordUnderTest();
  await adapter.start((request) => (isTheirs(request) ? new Promise(() => {}) : Promise.resolve(undefined)));
  ada.command(ask);
  await vi.waitUntil(() => discord.called('POST', /callback$/).length === 1);
  await after(50);
  await adapter.stop();
  expect(discord.replies.map(({ body }) => shownText(body.components))).toEqual([
    'I am being restarted: ask again in a minute.',
  ]);
});

test('a thread that takes no posts gives way to what follows, and one whose beginning was lost is found', async () => {
  const { brief } = await import('../contract/replies.ts');
  const { discord, adapter, ada } = await discordUnderTest();
  await adapter.start(async (request) => (request.kind === 'command' ? { kind: 'brief', brief } : undefined));
  discord.fault = (method, path) => (isMessage(method, path) ? forbidden : undefined);
  ada.command({ name: 'brief', sub: 'today' });
  const replies = await settled(() => discord.replies, 2);
  expect(replies[1]).toMatchObject({ via: 'follow-up', channel: discord.channel });
  let lost = 0;
  discord.fault = (_, path) => (/threads$/.test(path) && lost++ === 0 ? { loseAnswer: true } : undefined);
  ada.command({ name: 'brief', sub: 'today' });
  await settled(() => discord.posts, 1);
  expect(discord.posts[0]?.channel).toBe(discord.replies[2]?.id);
});

test('a post that hangs in a thread holds up nobody in its channel', async () => {
  const { discord, adapter } = await discordUnderTest();
  await adapter.start(async () => undefined);
  discord.fault = (_, path) => (path === `/channels/${discord.thread}/messages` ? { delayMs: 1_000 } : undefined);
  const slow = adapter.send({ ...place(discord.channel, discord.guild), thread: discord.thread }, notice('slow'));
  const began = performance.now();
  await adapter.send(place(discord.channel, discord.guild), notice('quick'));
  expect(performance.now() - began).toBeLessThan(800);
  await slow;
});

test('a server that comes back at once keeps what is set there then', async () => {
  const slow = () => after(600).then(() => Promise.reject(new Error('not to be answered here')));
  const { discord, ada, archive } = await deskInDiscord({ parts: { ask: slow } });
  ada.write('who?');
  await after(50);
  discord.gateway.dispatch('GUILD_DELETE', { id: discord.guild });
  await after(100);
  discord.join();
  await after(50);
  await archive.desk.saveSettings(place(discord.channel, discord.guild), { time: '07:00' });
  await after(900);
  expect(await archive.desk.settings(place(discord.channel, discord.guild))).toEqual({ time: '07:00' });
});

test('a withdrawal whose answer is lost does not swallow what is told to the asker', async () => {
  const { discord, adapter, ada } = await discordUnderTest();
  await adapter.start(async (request) => (request.kind === 'command' ? notice('not yet') : undefined));
  let lost = 0;
  discord.fault = (method) => (method === 'DELETE' && lost++ === 0 ? { loseAnswer: true } : undefined);
  ada.command({ name: 'brief', sub: 'since', options: { date: '2030-01-01' } });
  const [reply] = await settled(() => discord.replies, 1);
  expect(reply?.ephemeral).toBe(true);
  expect(shownText(reply?.body.components)).toBe('not yet');
});
