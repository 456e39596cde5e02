import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { detente, serveDetente } from '../cli/command-line.ts';
import { BOT as DISCORD_BOT, DiscordServer } from '../discord/discord-server.ts';
import { shownText } from '../slack/reading.ts';
import { APP_TOKEN, BOT as SLACK_BOT, SlackServer } from '../slack/slack-server.ts';

/*
 * Where nothing can be posted, that is said when the schedule is made, and not at seven in the morning.
 */

async function platforms() {
  const [slack, discord] = [await SlackServer.start(), await DiscordServer.start()];
  const cwd = mkdtempSync(join(tmpdir(), 'detente-said-'));
  onTestFinished(async () => {
    await Promise.all([slack.close(), discord.close()]);
    rmSync(cwd, { recursive: true, force: true });
  });
  const inSlack = { SLACK_BOT_TOKEN: SLACK_BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
  const env = { ...inSlack, DISCORD_TOKEN: DISCORD_BOT.token, DISCORD_API_URL: discord.apiUrl };
  return { slack, discord, cwd, env };
}

const at = ['--at', '07:00', '--zone', 'Europe/Oslo'];

test('detente schedule add refuses a conversation that takes no posts, with the reason', {
  timeout: 60_000,
}, async () => {
  const { slack, discord, cwd, env } = await platforms();
  const cases = [
    [`slack:${slack.team}:${slack.foreignChannel}`, /not in this channel|private and I am not in it/],
    [`slack:${slack.team}:C0NOWHERE`, /the channel is gone, or private/],
    [`slack:T0OTHER:${slack.channel}`, /T000000001/],
    [`discord:${discord.guild}:${discord.closed}`, /permission/],
    [`discord:${discord.guild}:1122000000000000999`, /there is no|gone|cannot see/i],
  ] as const;
  for (const [conversation, reason] of cases) {
    const { code, err } = await detente(['schedule', 'add', conversation, ...at], { cwd, env });
    expect([conversation, code]).toEqual([conversation, 1]);
    expect(err).toMatch(/^detente: nothing was scheduled: /);
    expect(err).toMatch(reason);
    expect(err.trim().split('\n')).toHaveLength(1);
  }
  const good = [`slack:${slack.team}:${slack.channel}`, `discord:${discord.guild}:${discord.channel}`];
  for (const conversation of good)
    expect(await detente(['schedule', 'add', conversation, ...at], { cwd, env })).toMatchObject({ code: 0, err: '' });
  expect(slack.posts).toEqual([]);
  expect(discord.posts).toEqual([]);
});

test('what the environment schedules where nothing can be posted is told to the admin at the start', {
  timeout: 40_000,
}, async () => {
  const { slack, cwd, env } = await platforms();
  const serving = serveDetente(['serve'], {
    cwd,
    env: {
      ...env,
      DETENTE_BRIEF: `slack:${slack.team}:${slack.foreignChannel} 07:00 UTC; slack:${slack.team}:${slack.channel} 07:00 UTC`,
      DETENTE_ADMIN: `slack:${slack.team}:${slack.channel}`,
    },
  });
  await vi.waitUntil(() => slack.posts.length > 0, { timeout: 20_000 });
  expect(slack.posts.map(({ body }) => shownText(body.blocks)).join()).toMatch(
    new RegExp(`No brief can be posted to slack:${slack.team}:${slack.foreignChannel}.*I cannot post here`),
  );
  serving.child.kill('SIGTERM');
  expect(await serving.exit).toEqual([0, null]);
  expect(slack.posts).toHaveLength(1);
});
