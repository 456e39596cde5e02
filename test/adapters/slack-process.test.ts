import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import manifest from '../../adapters/slack/manifest.json' with { type: 'json' };
import { detente, serveDetente } from '../cli/command-line.ts';
import { settled } from '../slack/desk.ts';
import { shownText } from '../slack/reading.ts';
import { APP_TOKEN, BOT, SlackServer } from '../slack/slack-server.ts';
import { SlackUser } from '../slack/slack-user.ts';

async function slackAndFolder() {
  const slack = await SlackServer.start();
  const cwd = mkdtempSync(join(tmpdir(), 'detente-slack-'));
  onTestFinished(async () => {
    await slack.close();
    rmSync(cwd, { recursive: true, force: true });
  });
  const env = { SLACK_BOT_TOKEN: BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
  return { slack, cwd, env };
}

test.for(['serve', 'start'])(
  '%s answers in Slack as a process, and stops when told to',
  { timeout: 30_000 },
  async (word) => {
    const { slack, cwd, env } = await slackAndFolder();
    expect((await detente(['ingest', resolve('samples')], { cwd })).code).toBe(0);
    const process = serveDetente([word, '--now', '2024-01-29T08:00:00Z'], { cwd, env });
    await vi.waitUntil(() => slack.socket.isConnected, { timeout: 15_000 });
    const ada = new SlackUser(slack, slack.ada, slack.socket.deliver.bind(slack.socket));
    await ada.command('/brief today');
    await ada.write('who offered mediation?');
    const posts = await settled(() => slack.posts, 3);
    expect(posts.map(({ body }) => shownText(body.blocks)).join(' ')).toMatch(/EASING · tension 26/);
    await vi.waitUntil(() => slack.posts.some(({ body }) => /China/.test(shownText(body.blocks))));
    process.child.kill('SIGTERM');
    expect(await process.exit).toEqual([0, null]);
    expect(process.err()).not.toContain(BOT.token);
    expect(slack.broken).toEqual([]);
  },
);

test.for([
  [{ SLACK_APP_TOKEN: '' }, 'SLACK_APP_TOKEN is missing'],
  [{ SLACK_BOT_TOKEN: '' }, 'SLACK_BOT_TOKEN is missing'],
  [{ SLACK_BOT_TOKEN: 'xoxp-1-of-a-user' }, 'SLACK_BOT_TOKEN must begin with xoxb-'],
  [{ SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN must begin with xapp-'],
  [{ SLACK_BOT_TOKEN: 'xoxb-1-unknown' }, 'SLACK_BOT_TOKEN is refused by Slack'],
  [{ SLACK_APP_TOKEN: 'xapp-1-unknown' }, 'SLACK_APP_TOKEN is refused by Slack'],
] as const)('with %j the process ends with 78 and names the variable', { timeout: 30_000 }, async ([wrong, words]) => {
  const { slack, cwd, env } = await slackAndFolder();
  const process = serveDetente(['serve'], { cwd, env: { ...env, ...wrong } });
  expect((await process.exit)[0]).toBe(78);
  expect(process.err()).toContain(words);
  expect(slack.posts).toEqual([]);
});

test('serve without a platform says which tokens to set', async () => {
  const { code, err } = await detente(['serve'], {});
  expect(code).toBe(78);
  expect(err).toMatch(/SLACK|Slack/);
});

test('check says what Slack says of the tokens, scopes, door and commands', async () => {
  const { slack, cwd, env } = await slackAndFolder();
  const check = async (more: Readonly<Record<string, string>> = {}) => {
    const { code, out } = await detente(['check'], { cwd, env: { ...env, ...more } });
    return { code, lines: out.split('\n').filter((line) => line.includes('slack')) };
  };
  const good = await check();
  expect(good.code).toBe(0);
  expect(good.lines).toEqual([
    expect.stringMatching(/^ok {3}slack bot token: detente in Emulate/),
    expect.stringMatching(/^ok {3}slack scopes: all 11 are granted/),
    expect.stringMatching(/^ok {3}slack door: Socket Mode/),
    expect.stringMatching(/^ok {3}slack commands: cannot be looked up without SLACK_CONFIG_TOKEN/),
  ]);

  slack.scopes = ['chat:write', 'commands', 'users:read'];
  const { code, lines } = await check();
  expect(code).toBe(1);
  expect(lines.join('\n')).toMatch(
    /^FAIL slack scopes: app_mentions:read, .*im:history, im:write missing: add it under/m,
  );

  slack.scopes = manifest.oauth_config.scopes.bot;
  const token = { SLACK_CONFIG_TOKEN: 'xoxe.xoxp-1-detente-test' };
  expect((await check(token)).lines.at(-1)).toMatch(/^ok {3}slack commands: \/brief and \/ask are set/);
  slack.manifest = { ...manifest, features: { slash_commands: [{ command: '/brief' }] } };
  expect((await check(token)).lines.at(-1)).toMatch(
    /^FAIL slack commands: \/ask not set: add it under "Slash Commands"/,
  );

  const wrong = await check({ SLACK_BOT_TOKEN: 'xoxb-1-unknown', SLACK_APP_TOKEN: 'xapp-1-unknown' });
  expect(wrong.code).toBe(1);
  expect(wrong.lines).toEqual([
    expect.stringMatching(/^FAIL slack bot token: (invalid|not)_auth.*SLACK_BOT_TOKEN/),
    expect.stringMatching(/^FAIL slack door: invalid_auth.*SLACK_APP_TOKEN/),
  ]);
});

test('check without Slack in reach says so', async () => {
  const { cwd, env } = await slackAndFolder();
  const { out } = await detente(['check'], { cwd, env: { ...env, SLACK_API_URL: 'http://127.0.0.1:9/api/' } });
  expect(out).toMatch(/FAIL slack bot token: Slack cannot be reached at .* look at the network/);
});
