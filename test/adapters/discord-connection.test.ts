import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { settled } from '../desk.ts';
import { deskInDiscord } from '../discord/desk.ts';
import { BOT } from '../discord/discord-server.ts';
import { after, ask, forbidden, isLong, isMessage, isTheirs, notice, place } from '../discord/hands.ts';
import { shownText } from '../discord/reading.ts';
import { discordUnderTest } from '../discord/under-test.ts';

const drops = isLong ? 100 : 10;

test(`${drops} drops of the gateway lose nothing, repeat nothing, and begin no new session`, {
  timeout: 300_000,
}, async () => {
  const heard: string[] = [];
  const { discord, adapter, ada } = await discordUnderTest();
  await adapter.start(async (request) => {
    if (request.kind === 'question') heard.push(request.text);
    return undefined;
  });
  const ways = [
    () => discord.gateway.drop(),
    () => discord.gateway.reconnect(),
    () => discord.gateway.closeWith(4_000),
    () => discord.gateway.invalidate(true),
  ];
  for (let drop = 0; drop < drops; drop += 1) {
    await vi.waitUntil(() => discord.gateway.isReady && discord.gateway.resumes === drop, {
      timeout: 10_000,
      interval: 2,
    });
    ada.write(`before ${drop}`);
    ada.write(`with ${drop}`);
    ways[drop % ways.length]?.();
    ada.write(`after ${drop}`);
  }
  await vi.waitUntil(() => heard.length >= 3 * drops && discord.gateway.resumes >= drops, { timeout: 10_000 });
  await after(100);
  expect(new Set(heard).size).toBe(3 * drops);
  expect(heard).toHaveLength(3 * drops);
  expect(discord.gateway.resumes).toBe(drops);
  expect(discord.gateway.identifies).toBe(1);
});

test('a session that Discord has forgotten is begun anew, once', { timeout: 20_000 }, async () => {
  const { discord, adapter, ada } = await discordUnderTest();
  await adapter.start(async (request) => (request.kind === 'question' ? notice(`heard ${request.text}`) : undefined));
  discord.gateway.invalidate(false);
  await vi.waitUntil(() => discord.gateway.identifies === 2 && discord.gateway.isReady, { timeout: 15_000 });
  ada.write('after that');
  const [post] = await settled(() => discord.posts, 1);
  expect(shownText(post?.body.components)).toBe('heard after that');
  expect(discord.gateway.identifies).toBe(2);
});

test.for([
  ['a hello without its data', '{"op":10,"d":null}'],
  ['an invalid session without its data', '{"op":9,"d":null}'],
  ['a server without its channels', '{"op":0,"t":"GUILD_UPDATE","s":9,"d":null}'],
  ['an interaction without its data', '{"op":0,"t":"INTERACTION_CREATE","s":9,"d":{"id":"1","type":2}}'],
  ['a message without its author', '{"op":0,"t":"MESSAGE_CREATE","s":9,"d":null}'],
] as const)(
  '%s is survived: another client is made, and the next question is heard',
  { timeout: 20_000 },
  async ([, raw]) => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    try {
      const { discord, adapter, ada, log } = await discordUnderTest();
      await adapter.start(async (request) =>
        request.kind === 'question' ? notice(`heard ${request.text}`) : undefined,
      );
      discord.gateway.sendRaw(raw);
      await vi.waitUntil(() => discord.gateway.identifies === 2 && discord.gateway.isReady, { timeout: 10_000 });
      ada.write('and now?');
      const [post] = await settled(() => discord.posts, 1);
      expect(shownText(post?.body.components)).toBe('heard and now?');
      expect(JSON.stringify(log)).toContain('another is made');
      expect(unhandled).not.toHaveBeenCalled();
    } finally {
      process.off('unhandledRejection', unhandled);
    }
  },
);

test('what is no JSON, and events that nobody knows, are passed over', async () => {
  const { discord, adapter, ada } = await discordUnderTest();
  await adapter.start(async (request) => (request.kind === 'question' ? notice('still here') : undefined));
  for (const raw of ['{', '[]', '{"op":99}', '{"op":0,"t":"DANCE","s":3,"d":{}}']) discord.gateway.sendRaw(raw);
  ada.write('and now?');
  await settled(() => discord.posts, 1);
  expect(discord.gateway.identifies).toBe(1);
});

test.for([
  [4004, 'DISCORD_TOKEN is refused'],
  [4014, 'refuses the intents'],
] as const)('a login that the gateway closes with %i ends the start with the reason', async ([code, reason]) => {
  const { discord, adapter } = await discordUnderTest();
  discord.gateway.refuse = code;
  await expect(adapter.start(async () => undefined)).rejects.toMatchObject({
    code: 'bad-configuration',
    message: expect.stringContaining(reason),
  });
  await after(200);
  expect(discord.gateway.connections).toBe(1);
});

test('a token that the API refuses ends the start with the variable, after one call', async () => {
  const { discord, adapter } = await discordUnderTest();
  discord.fault = () => ({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
  await expect(adapter.start(async () => undefined)).rejects.toThrow(/DISCORD_TOKEN is refused/);
  expect(discord.calls).toHaveLength(1);
});

test.for([4004, 4014])(
  'a gateway that closes later with %i ends the adapter, and nothing is connected to',
  async (code) => {
    const { discord, adapter, log } = await discordUnderTest();
    await adapter.start(async () => undefined);
    discord.gateway.closeWith(code);
    await adapter.ended;
    await after(200);
    expect(discord.gateway.connections).toBe(1);
    expect(JSON.stringify(log)).toContain(String(code));
    await expect(adapter.send(place(discord.channel), notice('one'))).rejects.toThrow(/stopped/);
  },
);

test('a token that is revoked later ends the adapter with the reason, after one refused call', async () => {
  const { discord, adapter, log } = await discordUnderTest();
  await adapter.start(async () => undefined);
  await settled(() => discord.registry.all, 3);
  const calls = discord.calls.length;
  discord.fault = () => ({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
  await expect(adapter.send(place(discord.channel, discord.guild), notice('one'))).rejects.toThrow(/Unauthorized/);
  await adapter.ended;
  await expect(adapter.send(place(discord.channel, discord.guild), notice('two'))).rejects.toThrow(/stopped/);
  expect(discord.calls.length - calls).toBe(1);
  expect(JSON.stringify(log)).toContain('refuses the token');
  expect(JSON.stringify(log)).not.toContain(BOT.token);
});

test('where everything is refused all calls pause: at most five by the token in ten minutes, and the reason is said', async () => {
  const { discord, adapter, ada, log } = await discordUnderTest();
  await adapter.start(async (request) => (isTheirs(request) ? notice('x') : undefined));
  await settled(() => discord.registry.all, 3);
  const calls = discord.calls.length;
  discord.fault = () => forbidden;
  for (let at = 0; at < 50; at += 1) {
    ada.command(ask);
    await adapter.send(place(discord.channel, discord.guild), notice('one')).catch(() => {});
  }
  const made = discord.calls.slice(calls);
  expect(made.filter(({ headers }) => headers.authorization).length).toBeLessThanOrEqual(5);
  // answers to interactions wait for nothing, and end with the rest
  expect(made.length).toBeLessThanOrEqual(10);
  expect(JSON.stringify(log)).toMatch(/calls in a row were answered 403/);
  await expect(adapter.send(place(discord.channel, discord.guild), notice('two'))).rejects.toThrow(
    /the next call is made in \d+ s/,
  );
});

test('after the pause one call may try, and all is well when it succeeds', async () => {
  const { discord, adapter } = await discordUnderTest({ tuning: { pauseMs: 200 } });
  await adapter.start(async () => undefined);
  await settled(() => discord.registry.all, 3);
  const to = place(discord.channel, discord.guild);
  discord.fault = () => forbidden;
  for (let at = 0; at < 10; at += 1) await adapter.send(to, notice('one')).catch(() => {});
  await after(250);
  const calls = discord.calls.length;
  for (let at = 0; at < 5; at += 1) await adapter.send(to, notice('two')).catch(() => {});
  expect(discord.calls.length - calls).toBe(2);
  discord.fault = () => undefined;
  await after(250);
  await adapter.send(to, notice('three'));
  await adapter.send(to, notice('four'));
  expect(discord.posts).toHaveLength(2);
});

test('thirty posts at once by a token that was revoked make at most five refused calls', async () => {
  const { discord, adapter } = await discordUnderTest();
  await adapter.start(async () => undefined);
  await settled(() => discord.registry.all, 3);
  const calls = discord.calls.length;
  discord.fault = () => ({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
  const channels = [
    discord.channel,
    discord.system,
    discord.direct,
    ...Array.from({ length: 27 }, (_, at) => `40${at}`),
  ];
  await Promise.allSettled(channels.map((channel) => adapter.send(place(channel, discord.guild), notice('one'))));
  await adapter.ended;
  expect(discord.calls.length - calls).toBeLessThanOrEqual(5);
});

test('channels that are closed to the bot silence no other, and no interaction', async () => {
  const { discord, adapter, ada } = await discordUnderTest();
  await adapter.start(async (request) => (request.kind === 'command' ? notice('here') : undefined));
  await settled(() => discord.registry.all, 3);
  discord.fault = (_, path) => (/^\/channels\/90\d\/messages/.test(path) ? forbidden : undefined);
  const shut = ['901', '902', '903', '904', '905', '906'].map((id) => ({ ...discord.channelOf(discord.channel), id }));
  for (const channel of shut) discord.gateway.dispatch('CHANNEL_CREATE', channel);
  await after(50);
  await Promise.allSettled(shut.map(({ id }) => adapter.send(place(id, discord.guild), notice('one'))));
  await adapter.send(place(discord.channel, discord.guild), notice('two'));
  ada.command(ask);
  await settled(() => discord.replies, 1);
  expect(discord.posts).toHaveLength(1);
});

test('a Discord that is not there at the start is waited for, ever more slowly', async () => {
  const { discord, adapter, ada } = await discordUnderTest();
  discord.fault = () => ({ status: 503 });
  const started = adapter.start(async (request) => (request.kind === 'question' ? notice('here') : undefined));
  await vi.waitUntil(() => discord.calls.length > 3, { timeout: 5_000 });
  discord.fault = () => undefined;
  await started;
  ada.write('who?');
  await settled(() => discord.posts, 1);
});

test.for(['the API', 'the gateway'] as const)('it stops while it still waits for %s', async (what) => {
  const { discord, adapter } = await discordUnderTest();
  if (what === 'the API') discord.fault = () => ({ status: 503 });
  else discord.gateway.isShut = true;
  const started = adapter.start(async () => undefined);
  await vi.waitUntil(() => discord.calls.length > 0, { timeout: 5_000 });
  await after(100);
  await adapter.stop();
  await started;
  // what was under way when it stopped
  await after(50);
  const [calls, connections] = [discord.calls.length, discord.gateway.connections];
  await after(1_000);
  expect([discord.calls.length, discord.gateway.connections]).toEqual([calls, connections]);
});

test('a server that was left while the session was lost leaves no row, and is greeted when it asks again', {
  timeout: 20_000,
}, async () => {
  const { discord, archive } = await deskInDiscord();
  await archive.desk.saveSettings(place(discord.channel, discord.guild), { time: '07:00' });
  discord.isMember = false;
  discord.gateway.invalidate(false);
  await vi.waitUntil(() => discord.gateway.identifies === 2 && discord.gateway.isReady, { timeout: 15_000 });
  await expect.poll(() => archive.desk.workspaces('discord')).toEqual([]);
  const greeted = discord.posts.length;
  discord.join();
  await settled(() => discord.posts, greeted + 1);
});

test('what was left is deleted also where the archive is busy at first', async () => {
  const { discord, adapter } = await discordUnderTest();
  let attempts = 0;
  await adapter.start(async (request) => {
    if (request.kind !== 'present') return undefined;
    attempts += 1;
    return attempts < 3 ? { kind: 'failure', text: 'busy' } : undefined;
  });
  await expect.poll(() => attempts).toBe(3);
  expect(discord.gateway.identifies).toBe(1);
});

test('while the gateway cannot be reached it is tried ever more slowly, and that is said', {
  timeout: 20_000,
}, async () => {
  const { discord, adapter, ada, log } = await discordUnderTest({ tuning: { restartMs: 500, mostRestartMs: 4_000 } });
  await adapter.start(async (request) => (request.kind === 'question' ? notice('here') : undefined));
  discord.gateway.isShut = true;
  discord.gateway.drop();
  await after(6_000);
  expect(discord.gateway.connections).toBeLessThan(8);
  expect(JSON.stringify(log)).toContain('cannot be reached');
  discord.gateway.isShut = false;
  await vi.waitUntil(() => discord.gateway.isReady, { timeout: 10_000 });
  ada.write('who?');
  await settled(() => discord.posts, 1);
});

test('a connection that is being made when it stops is not left', async () => {
  const sockets = new Set<Socket>();
  const silent = createServer((socket) => {
    sockets.add(socket);
    // what is sent is read, and never answered
    socket.resume().on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void silent.close());
  const { discord, adapter } = await discordUnderTest();
  const url = `ws://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const session_start_limit = { total: 1_000, remaining: 999, reset_after: 0, max_concurrency: 1 };
  discord.fault = (_, path) =>
    path === '/gateway/bot' ? { body: { url, shards: 1, session_start_limit } } : undefined;
  const started = adapter.start(async () => undefined);
  await vi.waitUntil(() => sockets.size === 1, { timeout: 5_000 });
  await adapter.stop();
  await started;
  await expect.poll(() => sockets.size).toBe(0);
});

test('who cannot be written to is written to once an hour, and nobody else is silenced by it', async () => {
  const { discord, adapter, ada, ben } = await discordUnderTest();
  await adapter.start(async (request) => (request.kind === 'command' ? notice('here') : undefined));
  await settled(() => discord.registry.all, 3);
  const shut = { status: 403, body: { message: 'Cannot send messages to this user', code: 50007 } };
  discord.fault = (method, path) => (isMessage(method, path) ? shut : undefined);
  for (let at = 0; at < 30; at += 1) ada.mention('who?', { channel: discord.closed });
  await after(300);
  expect(discord.calls.filter(({ status }) => status === 403)).toHaveLength(1);
  ben.command(ask);
  await settled(() => discord.replies, 1);
});

test('a list of servers that is handed on again holds those that came meanwhile', async () => {
  const { discord, adapter } = await discordUnderTest({ tuning: { restartMs: 200 } });
  discord.isMember = false;
  const lists: (readonly string[])[] = [];
  await adapter.start(async (request) => {
    if (request.kind !== 'present') return undefined;
    lists.push(request.workspaces);
    return lists.length < 2 ? { kind: 'failure', text: 'busy' } : undefined;
  });
  discord.join();
  await expect.poll(() => lists).toHaveLength(2);
  expect(lists[0]).not.toContain(discord.guild);
  expect(lists[1]).toContain(discord.guild);
});
