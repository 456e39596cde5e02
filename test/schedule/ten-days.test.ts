import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { detente, json, serveDetente } from '../cli/command-line.ts';
import { BOT as DISCORD_BOT, DiscordServer } from '../discord/discord-server.ts';
import { shownText as shownInDiscord } from '../discord/reading.ts';
import { shownText as shownInSlack } from '../slack/reading.ts';
import { APP_TOKEN, BOT as SLACK_BOT, SlackServer } from '../slack/slack-server.ts';

/*
 * `detente serve` over a local Slack and a local Discord at once, by a clock that runs fast through ten days: over the
 * night in which Berlin's clocks skip 02:30, through three kills in the middle of posting and an outage of both.
 */

/** Right after the slots of a day: a slow start of the process must not cost the first one. */
const START = Date.parse('2024-03-26T03:20:00Z');
const DAYS = 10;
const DAY_MS = 86_400_000;
/** Ten days in two minutes, in the long form in four: 23 hours, after which no brief is begun, are 11 s or more. */
const SPEED = process.env['DETENTE_LONG'] ? 3_600 : 7_200;
const KILLED_ON = ['2024-03-29', '2024-03-31', '2024-04-03'];
/** Both platforms refuse the briefs of this day from the first attempt on, for longer than an adapter tries by itself. */
const OUTAGE = { date: '2024-04-01', ms: 7_000 };

interface Shown {
  readonly conversation: string;
  readonly text: string;
}

interface Listed {
  readonly conversation: string;
  readonly date: string;
  readonly state: string;
  readonly late: boolean;
  readonly due: string;
  readonly settled: string;
}

test('ten days, a change of the clocks, three kills and an outage: one brief a day in every channel', {
  timeout: 400_000,
}, async () => {
  const world = await makeWorld();
  const days = new Set<string>();
  let process = world.serve();
  world.onParent = (date) => {
    if (!KILLED_ON.includes(date) || days.has(date)) return;
    days.add(date);
    process.child.kill('SIGKILL');
    process = world.serve();
  };
  await vi.waitUntil(() => world.now() > START + DAYS * DAY_MS + DAY_MS / 8, { timeout: 370_000, interval: 20 });
  await vi.waitUntil(async () => (await world.deliveries()).every(({ state }) => state !== 'waiting'), 20_000);
  process.child.kill('SIGTERM');
  expect(await process.exit).toEqual([0, null]);

  expect([...days]).toEqual(KILLED_ON);
  const deliveries = await world.deliveries();
  const shown = world.shown();
  for (const conversation of world.conversations) {
    const made = deliveries.filter((one) => one.conversation === conversation);
    expect(made.filter(({ state }) => state !== 'sent')).toEqual([]);
    const dates = made.map(({ date }) => date).sort();
    expect(dates).toEqual(calendar(dates[0] ?? '', DAYS));
    const own = shown.filter((one) => one.conversation === conversation).map(({ text }) => text);
    expect(own.map(dateOf).sort()).toEqual(dates);
    for (const delivery of made) {
      const text = own.find((one) => dateOf(one) === delivery.date) ?? '';
      expect([delivery.date, text.includes('Delayed since')]).toEqual([delivery.date, delivery.late]);
    }
  }
  const refused = deliveries.filter(({ conversation, date }) => world.refused.has(`${conversation} ${date}`));
  expect(new Set(refused.map(({ conversation }) => conversation.split(':', 1)[0])).size).toBe(2);
  expect(refused.filter(({ late }) => !late)).toEqual([]);
  // Berlin's clocks go from 02:00 to 03:00: the first instant after that is 01:00 UTC
  const skipped = deliveries.filter(({ date, due }) => date === '2024-03-31' && due === '2024-03-31T01:00:00.000Z');
  expect(skipped.map(({ conversation }) => conversation).sort()).toEqual(
    [world.conversations[0], world.conversations[3]].sort(),
  );
  console.info(
    `${deliveries.length} briefs, ${deliveries.filter(({ late }) => late).length} of them late and labelled`,
  );
});

/** An archive, both platforms and the schedules, by a clock that is the same for every process. */
async function makeWorld() {
  const [slack, discord] = [await SlackServer.start(), await DiscordServer.start()];
  const cwd = mkdtempSync(join(tmpdir(), 'detente-ten-days-'));
  onTestFinished(async () => {
    await Promise.all([slack.close(), discord.close()]);
    rmSync(cwd, { recursive: true, force: true });
  });
  const [other = ''] = await slack.makeChannels(1);
  const schedules = [
    [`slack:${slack.team}:${slack.channel}`, '02:30 Europe/Berlin'],
    [`slack:${slack.team}:${other}`, '07:00 Asia/Karachi'],
    [`discord:${discord.guild}:${discord.channel}`, '06:15 Africa/Nairobi'],
    [`discord:${discord.guild}:${discord.system}`, '02:30 Europe/Berlin'],
  ] as const;
  const env = {
    ...{ SLACK_BOT_TOKEN: SLACK_BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl },
    ...{ DISCORD_TOKEN: DISCORD_BOT.token, DISCORD_API_URL: discord.apiUrl },
    ...{ DETENTE_TIMEOUT_MS: '300', DETENTE_LATE_HOURS: '23', DETENTE_HTTP: 'off', DETENTE_VECTORS: 'off' },
    DETENTE_BRIEF: schedules.map((one) => one.join(' ')).join('; '),
  };
  expect((await detente(['ingest', resolve('samples')], { cwd })).code).toBe(0);

  let begun = performance.now();
  let isBegun = false;
  const now = () => START + (isBegun ? (performance.now() - begun) * SPEED : 0);
  const world = {
    conversations: schedules.map(([conversation]) => conversation as string),
    /** Editions that were refused in the outage. */
    refused: new Set<string>(),
    onParent: (_date: string): void => {},
    now,
    serve: () => {
      if (!isBegun) begun = performance.now();
      isBegun = true;
      const clock = ['--now', new Date(now()).toISOString(), '--speed', String(SPEED)];
      return serveDetente(['serve', ...clock], { cwd, env });
    },
    deliveries: async (): Promise<Listed[]> => {
      const status = (await json(['status', '--now', new Date(now()).toISOString()], { cwd, env })) as {
        readonly deliveries: Listed[];
      };
      return status.deliveries.filter(({ due }) => Date.parse(due) < START + DAYS * DAY_MS);
    },
    shown: (): Shown[] =>
      [
        ...slack.posts
          .filter(({ body }) => body.thread_ts === undefined)
          .map(({ body }) => ({
            conversation: `slack:${slack.team}:${body.channel}`,
            text: shownInSlack(body.blocks),
          })),
        ...discord.posts
          .filter(({ channel }) => channel === discord.channel || channel === discord.system)
          .map(({ channel, body }) => ({
            conversation: `discord:${discord.guild}:${channel}`,
            text: shownInDiscord(body.components),
          })),
      ].filter(({ text }) => dateOf(text) !== undefined && isEdition(text)),
  };
  let outSince: number | undefined;
  /** What becomes of the first message of an edition. */
  const fateOf = (conversation: string, text: string) => {
    const date = isEdition(text) ? dateOf(text) : undefined;
    if (date === OUTAGE.date) {
      outSince ??= performance.now();
      if (performance.now() - outSince < OUTAGE.ms) {
        world.refused.add(`${conversation} ${date}`);
        return { status: 503 };
      }
    }
    // in a turn of its own: the process is killed while its call is under way
    if (date !== undefined) setImmediate(() => world.onParent(date));
    return { delayMs: 5 };
  };
  slack.fault = (method, body) =>
    method === 'chat.postMessage'
      ? fateOf(`slack:${slack.team}:${body.channel}`, shownInSlack(body.blocks ?? []))
      : undefined;
  discord.fault = (method, path, body) => {
    const [, channel] = /^\/channels\/(\d+)\/messages$/.exec(path) ?? [];
    return method === 'POST' && channel !== undefined
      ? fateOf(`discord:${discord.guild}:${channel}`, shownInDiscord(body.components))
      : undefined;
  };
  return world;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function isEdition(text: string): boolean {
  return text.includes('DÉTENTE');
}

/** The day that an edition names in its title. */
function dateOf(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /edition of \w+ (\d+) (\w+) (\d{4})/.exec(text) ?? [];
  const at = MONTHS.indexOf(month);
  return at < 0 ? undefined : `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function calendar(first: string, days: number): string[] {
  const start = Date.parse(`${first}T00:00:00Z`);
  return Array.from({ length: days }, (_, at) => new Date(start + at * DAY_MS).toISOString().slice(0, 10));
}
