import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { definition } from '../adapters/slack/definition.ts';
import { createSlackAdapter } from '../adapters/slack/index.ts';
import { definition as deEscalation } from '../briefs/de-escalation.ts';
import { openSqliteArchive } from '../src/archive/sqlite-archive.ts';
import { composeBrief } from '../src/brief/compose.ts';
import { systemClock } from '../src/clock.ts';
import { readConfiguration } from '../src/config.ts';
import type { Archive } from '../src/domain/archive.ts';
import type { ChatAdapter } from '../src/domain/chat.ts';
import type { Clock } from '../src/domain/clock.ts';
import { type Weekday, weekdayNames } from '../src/domain/day.ts';
import type { Edition } from '../src/domain/delivery.ts';
import { silentLogger } from '../src/logger.ts';
import { Scheduler } from '../src/schedule/scheduler.ts';
import { archiveOf } from '../test/archive-of.ts';
import { crisis } from '../test/brief/reports.ts';
import { APP_TOKEN, BOT, type SlackServer } from '../test/slack/slack-server.ts';
import { percentile, rounded, type Section } from './figures.ts';

const SCHEDULES = 10_000;
const TICKS = 500;
const CONVERSATIONS = 1_000;
/** Slack's rates, so many times as fast: a post a second and channel, five a second and workspace. */
const FASTER = 5;
const RATES = { intervalMs: 1_000 / FASTER, perSecond: 5 * FASTER };
/** Milliseconds after which a tenth is posted. */
const FIRST_LOOK_MS = 8_000;
const DAYS = Object.keys(weekdayNames) as Weekday[];
const DUE = Date.parse('2031-05-11T07:00:00Z');

/** What scheduled briefs cost: a tick at which nothing is due, and a morning on which all are due at once. */
export async function deliveriesSection(folder: string): Promise<Section> {
  const ticks = await quietTicks(join(folder, 'schedules.sqlite'));
  const morning = await oneMorning(join(folder, 'morning.sqlite'));
  return {
    heading: 'Scheduled briefs',
    about: `In this process, on an archive in a file. Slack is a process of its own on this machine; its rates are ${FASTER} times Slack's.`,
    headings: ['', 'measured', 'goal'],
    rows: [
      [`tick, ${SCHEDULES} schedules, none due, p50 ms`, rounded(percentile(ticks, 0.5)), 'under 1'],
      ['the same, p99 ms', rounded(percentile(ticks, 0.99)), ''],
      [
        `${CONVERSATIONS} conversations due in one minute: the last is posted after, s`,
        rounded(morning.seconds),
        `${rounded(morning.implied)} (${morning.messages} messages at ${RATES.perSecond} a second), within 10 %`,
      ],
      ['heap of the bot after 8 s and after all, MB', morning.heap.map(rounded).join(' and '), 'the same'],
    ],
  };
}

async function quietTicks(path: string): Promise<number[]> {
  const archive = await openSqliteArchive(path);
  const zones = Intl.supportedValuesOf('timeZone');
  // half an hour after 07:00 UTC, and no zone's clock stands at ten past
  const clock = { now: () => DUE + 30 * 60_000 };
  for (let at = 0; at < SCHEDULES; at += 1)
    await archive.schedules.save({
      ...{ conversation: { adapter: 'none', workspace: 'W', channel: `C${at}` }, definition: 'de-escalation' },
      ...{ situation: '', time: `${String(at % 24).padStart(2, '0')}:10`, zone: zones[at % zones.length] ?? 'UTC' },
      ...{ days: DAYS, since: clock.now(), madeBy: 'command-line' },
    });
  const scheduler = schedulerOf(archive, new Map(), clock);
  await scheduler.tick();
  const times: number[] = [];
  for (let at = 0; at < TICKS; at += 1) {
    const began = performance.now();
    await scheduler.tick();
    times.push(performance.now() - began);
  }
  await archive.close();
  return times;
}

async function oneMorning(path: string) {
  const slack = await startSlack();
  const archive = await openSqliteArchive(path);
  const clock = { now: () => DUE + 1_000 };
  for (const channel of slack.channels)
    await archive.schedules.save({
      ...{ conversation: { adapter: 'slack', workspace: slack.team, channel }, definition: 'de-escalation' },
      ...{ situation: '', time: '07:00', zone: 'UTC', days: DAYS, since: DUE - 1, madeBy: 'command-line' },
    });
  const environment = { SLACK_BOT_TOKEN: BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
  const options = { configuration: readConfiguration([definition], environment), clock, logger: silentLogger };
  const adapter = createSlackAdapter({ ...options, tuning: RATES });
  const scheduler = schedulerOf(archive, new Map([['slack', adapter]]), clock, await editionOf());
  const heap: number[] = [];
  const watch = setTimeout(() => heap.push(heapMegabytes()), FIRST_LOOK_MS);
  const began = performance.now();
  await scheduler.tick();
  await scheduler.settled();
  const seconds = (performance.now() - began) / 1_000;
  clearTimeout(watch);
  heap.push(heapMegabytes());
  const messages = await slack.posts();
  await Promise.all([adapter.stop(), archive.close(), slack.stop()]);
  return { seconds, implied: messages / RATES.perSecond, messages, heap };
}

async function startSlack() {
  const child = fork(new URL('slack-apart.ts', import.meta.url), [String(CONVERSATIONS)]);
  const told = async () => (await once(child, 'message'))[0];
  const { apiUrl, team, channels } = (await told()) as Pick<SlackServer, 'apiUrl' | 'team'> & { channels: string[] };
  return {
    ...{ apiUrl, team, channels },
    posts: async () => {
      child.send('count');
      return ((await told()) as { readonly posts: number }).posts;
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

function schedulerOf(archive: Archive, adapters: ReadonlyMap<string, ChatAdapter>, clock: Clock, edition?: Edition) {
  return new Scheduler({
    ...{ outbox: archive.outbox, schedules: archive.schedules, adapters, clock, machineClock: systemClock() },
    ...{ logger: silentLogger, tellAdmin: async () => {}, lateMs: 6 * 3_600_000, leaseMs: 60_000 },
    compose: async () => {
      if (edition === undefined) throw new Error('nothing is due');
      return edition;
    },
  });
}
