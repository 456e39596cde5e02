import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../adapters/slack/manifest.json' with { type: 'json' };
import { commands } from '../../src/commands.ts';

const folder = join(import.meta.dirname, '../../adapters/slack');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');

/** The scopes that methods and events need of a bot, from their pages under https://docs.slack.dev/reference */
const scopesOf: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'apps.connections.open': [],
  'apps.manifest.export': [],
  'assistant.threads.setStatus': ['chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'bots.info': ['users:read'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  // a channel's kind decides; conversations of several people (mpim) are refused
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  member_joined_channel: ['channels:read', 'groups:read'],
  'message.im': ['im:history'],
  tokens_revoked: [],
};

/** Methods of the Web API that the code calls: through Bolt's client, or by name. */
function methodsUsed(): string[] {
  const called = [...sources.matchAll(/[cC]lient\.((?:\w+\.)+\w+)\(/g)].map(([, method = '']) => method);
  const named = [...sources.matchAll(/call\(options, '([\w.]+)'/g)].map(([, method = '']) => method);
  return [...new Set([...called, ...named])].sort();
}

/** Events that the code listens to. Slack names direct messages apart from others. */
function eventsUsed(): string[] {
  const heard = [...sources.matchAll(/app\.event\('(\w+)'/g)].map(([, event = '']) => event);
  return heard.map((event) => (event === 'message' ? 'message.im' : event)).sort();
}

describe('the manifest of the Slack app', () => {
  test('subscribes to the events that the code listens to, and to no other', () => {
    expect(eventsUsed()).toContain('app_mention');
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(eventsUsed());
  });

  test('asks for the scopes that its methods, events and commands need, and for no other', () => {
    expect(methodsUsed()).toEqual(expect.arrayContaining(['chat.postMessage', 'users.info', 'auth.test']));
    const used = [...methodsUsed(), ...eventsUsed()];
    expect(used.filter((name) => scopesOf[name] === undefined)).toEqual([]);
    const needed = new Set(['commands', ...used.flatMap((name) => scopesOf[name] ?? [])]);
    expect(manifest.oauth_config.scopes.bot).toEqual([...needed].sort());
  });

  test('has the commands of the table, with their usage', () => {
    const set = manifest.features.slash_commands as readonly { command: string; usage_hint: string }[];
    const wanted = commands.map(({ name, usage }) => ({
      command: `/${name}`,
      usage_hint: usage.replace(`/${name} `, ''),
    }));
    expect(set.map(({ command, usage_hint }) => ({ command, usage_hint }))).toEqual(wanted);
  });

  test('is set up for Socket Mode, buttons, and direct messages in the agent view', () => {
    expect(manifest).toMatchObject({
      features: {
        app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
        agent_view: { agent_description: expect.any(String) },
      },
      settings: { interactivity: { is_enabled: true }, socket_mode_enabled: true },
    });
  });
});
