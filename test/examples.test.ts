import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { BOT as DISCORD_BOT, DiscordServer } from './discord/discord-server.ts';
import { DiscordUser } from './discord/discord-user.ts';
import { shownText as shownInDiscord } from './discord/reading.ts';
import { shownText as shownInSlack } from './slack/reading.ts';
import { APP_TOKEN, BOT, SlackServer } from './slack/slack-server.ts';
import { SlackUser } from './slack/slack-user.ts';

/** Runs an example as a process until `answered`. */
async function answering(file: string, env: Readonly<Record<string, string>>, answered: () => Promise<void>) {
  const words = [`examples/${file}`, 'samples', '2024-01-29'];
  const child = spawn(process.execPath, words, { env: { PATH: process.env['PATH'], ...env }, stdio: 'inherit' });
  try {
    await answered();
  } finally {
    child.kill();
  }
}

describe('an example', () => {
  it.each(readdirSync('examples'))('%s fits on one screen', (file) => {
    expect(readFileSync(`examples/${file}`, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(30);
  });

  it('desk.ts prints the brief of a folder and answers what is piped in', () => {
    const words = ['examples/desk.ts', 'samples', '2024-01-29'];
    const output = execFileSync(process.execPath, words, { input: 'who offered mediation?\n', encoding: 'utf8' });
    expect(output).toMatch(/Iran–Pakistan/);
    expect(output).toMatch(/China/);
  });

  it('slack-bot.ts answers in Slack', { timeout: 30_000 }, async () => {
    const slack = await SlackServer.start();
    const env = { SLACK_BOT_TOKEN: BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
    await answering('slack-bot.ts', env, async () => {
      await vi.waitUntil(() => slack.socket.isConnected, { timeout: 20_000 });
      await new SlackUser(slack, slack.ada, slack.socket.deliver.bind(slack.socket)).write('who offered mediation?');
      await vi.waitUntil(() => slack.posts.length > 0, { timeout: 10_000 });
      expect(shownInSlack(slack.posts[0]?.body.blocks)).toMatch(/^China/);
    }).finally(() => slack.close());
  });

  it('discord-bot.ts answers in Discord', { timeout: 30_000 }, async () => {
    const discord = await DiscordServer.start();
    const env = { DISCORD_TOKEN: DISCORD_BOT.token, DISCORD_API_URL: discord.apiUrl };
    await answering('discord-bot.ts', env, async () => {
      await vi.waitUntil(() => discord.gateway.isReady, { timeout: 20_000 });
      new DiscordUser(discord, discord.ada).write('who offered mediation?');
      const answers = () => discord.posts.filter(({ channel }) => channel === discord.direct);
      await vi.waitUntil(() => answers().length > 0, { timeout: 10_000 });
      expect(shownInDiscord(answers()[0]?.body.components ?? [])).toMatch(/^China/);
      expect(discord.broken).toEqual([]);
    }).finally(() => discord.close());
  });
});
