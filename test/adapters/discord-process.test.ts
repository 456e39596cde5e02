import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { detente, serveDetente } from '../cli/command-line.ts';
import { settled } from '../desk.ts';
import { BOT, DiscordServer } from '../discord/discord-server.ts';
import { DiscordUser } from '../discord/discord-user.ts';
import { shownText } from '../discord/reading.ts';
import { APP_TOKEN, BOT as SLACK_BOT, SlackServer } from '../slack/slack-server.ts';
import { SlackUser } from '../slack/slack-user.ts';

async function discordAndFolder() {
  const discord = await DiscordServer.start();
  const cwd = mkdtempSync(join(tmpdir(), 'detente-discord-'));
  onTestFinished(async () => {
    await discord.close();
    rmSync(cwd, { recursive: true, force: true });
  });
  return { discord, cwd, env: { DISCORD_TOKEN: BOT.token, DISCORD_API_URL: discord.apiUrl } };
}

test.for(['serve', 'start'])(
  '%s answers in Discord as a process, survives an odd payload, and stops when told to',
  {
    timeout: 40_000,
  },
  async (word) => {
    const { discord, cwd, env } = await discordAndFolder();
    expect((await detente(['ingest', resolve('samples')], { cwd })).code).toBe(0);
    const process = serveDetente([word, '--now', '2024-01-29T08:00:00Z'], { cwd, env });
    await vi.waitUntil(() => discord.gateway.isReady, { timeout: 15_000 });
    const ada = new DiscordUser(discord, discord.ada);
    ada.command({ name: 'brief', sub: 'today' });
    ada.write('who offered mediation?');
    await settled(() => discord.messages, 3);
    const shown = () => discord.messages.map(({ body }) => shownText(body.components)).join(' ');
    await vi.waitUntil(() => /EASING · tension 26/.test(shown()) && /China/.test(shown()), { timeout: 5_000 });
    discord.gateway.sendRaw('{"op":0,"t":"MESSAGE_CREATE","s":99,"d":null}');
    await vi.waitUntil(() => discord.gateway.identifies === 2 && discord.gateway.isReady, { timeout: 20_000 });
    process.child.kill('SIGTERM');
    expect(await process.exit).toEqual([0, null]);
    expect(process.err()).not.toContain(BOT.token);
    expect(discord.broken).toEqual([]);
  },
);

test('beside Slack, what goes wrong in Discord goes wrong there alone', { timeout: 40_000 }, async () => {
  const { discord, cwd, env } = await discordAndFolder();
  const slack = await SlackServer.start();
  onTestFinished(() => slack.close());
  const tokens = { SLACK_BOT_TOKEN: SLACK_BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
  const process = serveDetente(['serve'], { cwd, env: { ...env, ...tokens } });
  await vi.waitUntil(() => discord.gateway.isReady && slack.socket.isConnected, { timeout: 15_000 });
  const inSlack = new SlackUser(slack, slack.ada, slack.socket.deliver.bind(slack.socket));
  discord.gateway.sendRaw('{"op":10,"d":null}');
  await inSlack.write('brief status');
  await vi.waitUntil(() => slack.posts.length === 1, { timeout: 5_000 });
  await vi.waitUntil(() => discord.gateway.identifies === 2 && discord.gateway.isReady, { timeout: 20_000 });
  discord.gateway.closeWith(4014);
  await vi.waitUntil(() => process.err().includes('Discord has ended'), { timeout: 5_000 });
  await inSlack.write('brief status');
  await vi.waitUntil(() => slack.posts.length === 2, { timeout: 5_000 });
  expect(process.child.exitCode).toBeNull();
  process.child.kill('SIGTERM');
  expect(await process.exit).toEqual([0, null]);
});

test.for([
  ['no-token-at-all', 'DISCORD_TOKEN must have three parts'],
  ['MTEyMjMzNDQ1NTY2.Gnobody.of-this-name', 'DISCORD_TOKEN is refused by Discord'],
] as const)(
  'with the token %s the process ends with 78 and names the variable',
  { timeout: 30_000 },
  async ([token, words]) => {
    const { discord, cwd, env } = await discordAndFolder();
    const process = serveDetente(['serve'], { cwd, env: { ...env, DISCORD_TOKEN: token } });
    expect((await process.exit)[0]).toBe(78);
    expect(process.err()).toContain(words);
    expect(process.err()).not.toContain('of-this-name');
    expect(discord.messages).toEqual([]);
  },
);

test('a gateway that refuses the intents ends the process with 78 and the reason', { timeout: 30_000 }, async () => {
  const { discord, cwd, env } = await discordAndFolder();
  discord.gateway.refuse = 4014;
  const process = serveDetente(['serve'], { cwd, env });
  expect((await process.exit)[0]).toBe(78);
  expect(process.err()).toContain('4014');
});

test('register says what would change, changes it, and then has nothing to do', async () => {
  const { discord, cwd, env } = await discordAndFolder();
  const register = async (...flags: string[]) => (await detente(['discord', 'register', ...flags], { cwd, env })).out;
  expect(await register('--dry-run')).toBe(
    ['/brief would be added', '/ask would be added', '/brief-settings would be added', ''].join('\n'),
  );
  expect(discord.registry.all).toEqual([]);
  expect(await register()).toMatch(/^\/brief added\n\/ask added\n\/brief-settings added\n$/);
  expect(await register()).toMatch(/^\/brief is as it should be\n\/ask is as it should be/);
  const ask = discord.registry.all.find(({ name }) => name === 'ask');
  const application = BOT.application;
  const auth = { authorization: `Bot ${BOT.token}`, 'content-type': 'application/json' };
  const call = (method: string, path: string, body: object) =>
    fetch(`${discord.apiUrl}/v10/applications/${application}/commands${path}`, {
      method,
      headers: auth,
      body: JSON.stringify(body),
    });
  await call('PATCH', `/${ask?.id}`, { description: 'something else' });
  await call('POST', '', { name: 'dance', description: 'an old command', type: 1 });
  expect(await register('--dry-run')).toBe(
    [
      '/ask would be changed',
      '/dance would be removed',
      '/brief is as it should be',
      '/brief-settings is as it should be',
      '',
    ].join('\n'),
  );
  await register();
  expect(discord.registry.all.map(({ name }) => name).sort()).toEqual(['ask', 'brief', 'brief-settings']);
  expect(discord.broken).toEqual([]);
});

test('invite prints a link for a server, with what the bot uses and no more, and one for oneself', async () => {
  const { cwd, env } = await discordAndFolder();
  const { code, out } = await detente(['discord', 'invite'], { cwd, env });
  expect(code).toBe(0);
  const [server, own] = out
    .trim()
    .split('\n')
    .map((line) => new URL(line.split(': ')[1] ?? '').searchParams);
  expect(server?.get('client_id')).toBe(BOT.application);
  expect(server?.get('scope')).toBe('bot applications.commands');
  const wanted = (1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 35n) | (1n << 38n);
  expect(BigInt(server?.get('permissions') ?? '0')).toBe(wanted);
  expect(own?.get('integration_type')).toBe('1');
}, 20_000);

test('check says what Discord says of the token, the commands and the connections that are left', async () => {
  const { discord, cwd, env } = await discordAndFolder();
  const check = async (more: Readonly<Record<string, string>> = {}) => {
    const { code, out } = await detente(['check'], { cwd, env: { ...env, ...more } });
    return { code, lines: out.split('\n').filter((line) => line.includes('discord')) };
  };
  const good = await check();
  expect(good.code).toBe(0);
  expect(good.lines).toEqual([
    expect.stringMatching(/^ok {3}discord token: .+ \(\d+\)$/),
    expect.stringMatching(/^ok {3}discord commands: 3 to add, change or remove/),
    expect.stringMatching(/^ok {3}discord gateway: \d+ of 1000 connections are left today/),
  ]);
  await detente(['discord', 'register'], { cwd, env });
  expect((await check()).lines[1]).toMatch(/\/brief, \/ask, \/brief-settings are registered/);
  const wrong = await check({ DISCORD_TOKEN: 'MTEyMjMzNDQ1NTY2.Gnobody.of-this-name' });
  expect(wrong.code).toBe(1);
  expect(wrong.lines).toEqual([expect.stringMatching(/^FAIL discord token: DISCORD_TOKEN is refused by Discord/)]);
  await discord.close();
  expect((await check()).lines).toEqual([expect.stringMatching(/^FAIL discord token: Discord cannot be reached at/)]);
}, 30_000);
