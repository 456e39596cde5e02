import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Archive } from '../../src/domain/archive.ts';
import type { ChatAdapter, Conversation } from '../../src/domain/chat.ts';
import { systemClock } from '../../src/index.ts';
import { brief } from '../contract/replies.ts';
import { sampleDesk } from '../desk.ts';
import { isMessage, place } from '../discord/hands.ts';
import { discordUnderTest } from '../discord/under-test.ts';
import { slackUnderTest } from '../slack/under-test.ts';
import { DAY_MS, delivering, HandClock, MINUTE_MS, scheduled } from './under-test.ts';

/** More than three times what the scheduler delivers at once, so that most still wait when the bot is removed. */
const DUE = 80;

interface Removing {
  readonly adapter: ChatAdapter;
  readonly workspace: string;
  readonly conversations: readonly Conversation[];
  /** Posts that have come in so far. */
  posts(): number;
  /** All calls so far. */
  calls(): number;
  remove(): Promise<void>;
  /** The platform takes its time with every post. */
  slowly(milliseconds: number): void;
}

type Handle = Parameters<ChatAdapter['start']>[0];

async function slack(handle: Handle): Promise<Removing> {
  const { slack, adapter, ada } = await slackUnderTest();
  await adapter.start(handle);
  const channels = await slack.makeChannels(DUE);
  return {
    adapter,
    workspace: slack.team,
    conversations: channels.map((channel) => ({ adapter: 'slack', workspace: slack.team, channel })),
    posts: () => slack.called('chat.postMessage').length,
    calls: () => slack.calls.length,
    remove: async () => {
      await ada.event({ type: 'app_uninstalled' });
      await adapter.ended;
    },
    slowly: (delayMs) => {
      slack.fault = (method) => (method === 'chat.postMessage' ? { delayMs } : undefined);
    },
  };
}

async function discord(handle: Handle): Promise<Removing> {
  const { discord, adapter } = await discordUnderTest();
  await adapter.start(handle);
  return {
    adapter,
    workspace: discord.guild,
    conversations: Array.from({ length: DUE }, () => place(discord.channel, discord.guild)),
    posts: () => discord.calls.filter(({ method, path }) => isMessage(method, path)).length,
    calls: () => discord.calls.length,
    remove: async () => discord.gateway.dispatch('GUILD_DELETE', { id: discord.guild }),
    slowly: (delayMs) => {
      discord.fault = (method, path) => (isMessage(method, path) ? { delayMs } : undefined);
    },
  };
}

/** Rows of every table that hold the workspace's id anywhere, by table; and editions, which are nobody's else. */
function rowsOf(path: string, workspace: string): Record<string, number> {
  const file = new DatabaseSync(path, { readOnly: true });
  const tables = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'").all();
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const rows = file.prepare(`SELECT * FROM "${String(name)}"`).all();
    const held = name === 'edition' ? rows : rows.filter((row) => JSON.stringify(row).includes(workspace));
    if (held.length > 0) found[String(name)] = held.length;
  }
  file.close();
  return found;
}

async function fileArchive(): Promise<{ readonly path: string; readonly archive: Archive }> {
  const folder = mkdtempSync(join(tmpdir(), 'detente-removed-'));
  const path = join(folder, 'archive.sqlite');
  const archive = await openSqliteArchive(path);
  onTestFinished(async () => {
    await archive.close();
    rmSync(folder, { recursive: true });
  });
  return { path, archive };
}

test.for([
  ['Slack', slack],
  ['Discord', discord],
] as const)(
  'a workspace of %s that removes the bot while briefs wait and are under way leaves no row, and is not called again',
  { timeout: 30_000 },
  async ([, platform]) => {
    const { path, archive } = await fileArchive();
    const { bot } = await sampleDesk({ archive });
    const under = await platform(bot.handle);
    const clock = new HandClock('2031-05-12T06:59:30Z');
    for (const [at, conversation] of under.conversations.entries()) {
      await archive.schedules.save(scheduled('', { conversation, situation: `situation ${at}`, since: clock.now() }));
      await archive.desk.saveSettings(conversation, { zone: 'UTC', welcomed: 'yes' });
    }
    const process = delivering(archive, clock, [under.adapter], {
      machineClock: systemClock(),
      compose: async ({ date }) => ({ brief: { ...brief, date }, mark: 0 }),
    });
    await process.tick();
    under.slowly(600);
    clock.pass(MINUTE_MS);
    await process.scheduler.tick();
    await vi.waitUntil(() => under.posts() > 0, { timeout: 10_000 });
    expect(rowsOf(path, under.workspace)).toMatchObject({ schedule: DUE, delivery: DUE, setting: expect.any(Number) });
    await under.remove();
    await vi.waitUntil(async () => (await archive.desk.workspaces(under.adapter.name)).length === 0, {
      timeout: 10_000,
    });
    await process.scheduler.settled();
    const calls = under.calls();
    for (let day = 0; day < 2; day += 1) {
      await process.tick();
      clock.pass(DAY_MS);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(under.calls() - calls).toBe(0);
    expect(under.posts()).toBeLessThan(DUE);
    expect(rowsOf(path, under.workspace)).toEqual({});
    expect(process.told).toEqual([]);
  },
);
