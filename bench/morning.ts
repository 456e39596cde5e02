import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { usual as usualDiscord } from '../adapters/discord/tuning.ts';
import { definition as deEscalation } from '../briefs/de-escalation.ts';
import { openSqliteArchive } from '../src/archive/sqlite-archive.ts';
import { composeBrief } from '../src/brief/compose.ts';
import type { ChatAdapter } from '../src/domain/chat.ts';
import { everyDay } from '../src/domain/day.ts';
import type { Edition } from '../src/domain/delivery.ts';
import { archiveOf } from '../test/archive-of.ts';
import { crisis } from '../test/brief/reports.ts';
import { discordAdapter } from './discord.ts';
import { rounded } from './figures.ts';
import type { Apart } from './platform-apart.ts';
import { DUE, schedulerOf } from './scheduling.ts';
import { slackAdapter } from './slack.ts';

const CONVERSATIONS = 1_000;
/** Slack's rates, so many times as fast. Discord's library lets no more than twice Discord's through: those stay as they are. */
const SLACK_FASTER = 5;
/** Milliseconds after which some are posted. */
const FIRST_LOOK_MS = 8_000;

interface Platform {
  readonly name: 'slack' | 'discord';
  readonly title: string;
  /** What is counted: all of it goes at the rate. */
  readonly counted: string;
  /** Calls a second for posts. */
  readonly perSecond: number;
  adapter(apart: Apart): ChatAdapter;
}

const clock = { now: () => DUE + 1_000 };

/** A post a second and channel, five a second and workspace, and all that faster. */
const slackRates = { intervalMs: 1_000 / SLACK_FASTER, perSecond: 5 * SLACK_FASTER };

const PLATFORMS: readonly Platform[] = [
  {
    name: 'slack',
    title: `Slack, ${SLACK_FASTER} times as fast`,
    counted: 'messages',
    perSecond: slackRates.perSecond,
    adapter: ({ apiUrl }) => slackAdapter(apiUrl, clock, slackRates),
  },
  {
    name: 'discord',
    title: 'Discord',
    counted: 'calls',
    perSecond: 1_000 / usualDiscord.paceMs,
    adapter: ({ apiUrl }) => discordAdapter(apiUrl, clock, { identifyMs: 0 }),
  },
];

/** A morning on which all conversations of a platform are due at once, as rows of a table. */
export async function morningRows(folder: string): Promise<string[][]> {
  const rows: string[][] = [];
  for (const platform of PLATFORMS) {
    const { seconds, implied, calls, heap } = await morningOn(platform, join(folder, `${platform.name}.sqlite`));
    const rate = `${calls} ${platform.counted} at ${platform.perSecond} a second`;
    const what = `${platform.title}: ${CONVERSATIONS} conversations due in one minute, the last posted after, s`;
    rows.push([what, rounded(seconds), `${rounded(implied)} (${rate}), within 10 %`]);
    rows.push(['heap of the bot after 8 s and after all, MB', heap.map(rounded).join(' and '), 'the same']);
  }
  return rows;
}

async function morningOn(platform: Platform, path: string) {
  const apart = await startApart(platform.name);
  const archive = await openSqliteArchive(path);
  for (const channel of apart.channels)
    await archive.schedules.save({
      conversation: { adapter: platform.name, workspace: apart.workspace, channel },
      ...{ definition: 'de-escalation', situation: '', time: '07:00', zone: 'UTC', days: everyDay, since: DUE - 1 },
      madeBy: 'command-line',
    });
  const adapter = platform.adapter(apart);
  await adapter.start(async () => undefined);
  const scheduler = schedulerOf(archive, new Map([[platform.name, adapter]]), clock, await editionOf());
  const before = await apart.calls();
  const heap: number[] = [];
  const watch = setTimeout(() => heap.push(heapMegabytes()), FIRST_LOOK_MS);
  const began = performance.now();
  await scheduler.tick();
  await scheduler.settled();
  const seconds = (performance.now() - began) / 1_000;
  clearTimeout(watch);
  heap.push(heapMegabytes());
  const calls = (await apart.calls()) - before;
  await Promise.all([adapter.stop(), archive.close(), apart.stop()]);
  return { seconds, implied: calls / platform.perSecond, calls, heap };
}

async function startApart(name: Platform['name']) {
  const child = fork(new URL('platform-apart.ts', import.meta.url), [name, String(CONVERSATIONS)]);
  const told = async () => (await once(child, 'message'))[0];
  const apart = (await told()) as Apart;
  return {
    ...apart,
    calls: async () => {
      child.send('count');
      return ((await told()) as { readonly calls: number }).calls;
    },
    stop: async () => {
      const over = once(child, 'exit');
      child.disconnect();
      await over;
    },
  };
}

async function editionOf(): Promise<Edition> {
  const archive = await archiveOf(crisis);
  const brief = await composeBrief(archive, deEscalation, { date: '2031-05-11', zone: 'UTC' });
  await archive.close();
  return { brief, mark: 0 };
}

function heapMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
