import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { shownText } from './slack/reading.ts';
import { APP_TOKEN, BOT, SlackServer } from './slack/slack-server.ts';
import { SlackUser } from './slack/slack-user.ts';

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
    const words = ['examples/slack-bot.ts', 'samples', '2024-01-29'];
    const child = spawn(process.execPath, words, { env: { PATH: process.env['PATH'], ...env }, stdio: 'inherit' });
    try {
      await vi.waitUntil(() => slack.socket.isConnected, { timeout: 20_000 });
      await new SlackUser(slack, slack.ada, slack.socket.deliver.bind(slack.socket)).write('who offered mediation?');
      await vi.waitUntil(() => slack.posts.length > 0, { timeout: 10_000 });
      expect(shownText(slack.posts[0]?.body.blocks)).toMatch(/^China/);
    } finally {
      child.kill();
      await slack.close();
    }
  });
});
