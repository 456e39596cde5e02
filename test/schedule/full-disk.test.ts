import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import { readSources } from '../../src/ingest/sources.ts';
import { takeIn } from '../../src/intake.ts';
import { checkout } from '../cli/command-line.ts';
import { APP_TOKEN, BOT, SlackServer } from '../slack/slack-server.ts';
import { SlackUser } from '../slack/slack-user.ts';
import { NO_DISK, smallDisk } from '../small-disk.ts';
import { MINUTE_MS, scheduled } from './under-test.ts';

/** A tick comes every half second. */
const SPEED = 60;
const START = Date.parse('2024-01-29T07:00:00Z');
const TICK_MS = 500;

/** A desk in Slack whose archive stands in this folder, and processes that serve it one after the other. */
async function desk(folder: string) {
  const slack = await SlackServer.start();
  onTestFinished(() => slack.close());
  const path = join(folder, 'archive.sqlite');
  const archive = await openSqliteArchive(path);
  await takeIn(archive, readSources([join(checkout, 'samples')]));
  await archive.close();
  const begun = performance.now();
  const now = () => START + Math.floor((performance.now() - begun) * SPEED);
  /** @param limit kibibytes that no file may grow beyond */
  const serve = async (limit?: number) => {
    const node = [process.execPath, join(checkout, 'src/cli.ts'), 'serve', '--archive', path];
    const call = [...node, '--now', new Date(now()).toISOString(), '--speed', String(SPEED)];
    const script = limit === undefined ? 'exec "$@"' : `trap "" XFSZ; ulimit -S -f ${limit}; exec "$@"`;
    const child = spawn('bash', ['-c', script, 'bash', ...call], {
      cwd: tmpdir(),
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...{ PATH: process.env['PATH'], DETENTE_HTTP: 'off', DETENTE_VECTORS: 'off', DETENTE_TIMEOUT_MS: '1000' },
        ...{ SLACK_BOT_TOKEN: BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl },
        DETENTE_ADMIN: `slack:${slack.team}:${slack.ada}`,
      },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const log = { text: '' };
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      log.text += part;
    });
    await vi.waitUntil(() => log.text.includes('"serving"') || child.exitCode !== null, { timeout: 40_000 });
    return { child, log };
  };
  /** A brief that is due in two to three minutes: time enough to take the room away before. */
  const schedule = async () => {
    const time = new Date(now() + 3 * MINUTE_MS).toISOString().slice(11, 16);
    const conversation = { adapter: 'slack', workspace: slack.team, channel: slack.channel };
    const open = await openSqliteArchive(path);
    await open.schedules.save(scheduled('', { conversation, time, since: now() }));
    await open.close();
  };
  return { slack, path, serve, schedule };
}

const parentsIn = (slack: SlackServer) =>
  slack.posts.filter(({ body }) => body.channel === slack.channel && body.thread_ts === undefined);
const toldIn = (slack: SlackServer) =>
  slack.posts.map(({ body }) => body).filter(({ text }) => /The archive cannot be written/.test(text));

async function deliveriesOf(path: string): Promise<readonly Delivery[]> {
  const archive = await openSqliteArchive(path);
  const rows = await archive.outbox.recent({ limit: 10 });
  await archive.close();
  return rows;
}

const until = (is: () => boolean | Promise<boolean>) => vi.waitUntil(is, { timeout: 40_000, interval: 50 });
const ticks = (count: number) => new Promise((resolve) => setTimeout(resolve, count * TICK_MS));

async function killed(child: ChildProcess): Promise<void> {
  const over = once(child, 'exit');
  child.kill('SIGKILL');
  await over;
}

async function stopped(child: ChildProcess): Promise<void> {
  expect(child.exitCode).toBe(null);
  const over = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await over).toEqual([0, null]);
}

test('a disk that fills up before the slot: one brief, also over a restart, one word to the admin, noted once there is room', {
  timeout: 120_000,
}, async ({ skip }) => {
  const disk = smallDisk('8m') ?? skip(NO_DISK);
  const { slack, path, serve, schedule } = await desk(disk.folder);
  const first = await serve();
  await schedule();
  disk.fill();
  await until(() => parentsIn(slack).length > 0 && toldIn(slack).length > 0);
  await ticks(3);
  expect(toldIn(slack)).toHaveLength(1);
  expect(toldIn(slack)[0]?.text).toMatch(/disk of the archive is full/);
  expect(first.child.exitCode).toBe(null);
  await killed(first.child);

  const second = await serve();
  await until(() => slack.called('conversations.history').length > 0);
  await ticks(4);
  expect(parentsIn(slack)).toHaveLength(1);
  disk.clear();
  await until(async () => (await deliveriesOf(path)).some(({ state }) => state === 'sent'));
  expect(await deliveriesOf(path)).toMatchObject([{ state: 'sent', sent: { id: parentsIn(slack)[0]?.answer.ts } }]);
  await ticks(2);
  await stopped(second.child);
  expect(parentsIn(slack)).toHaveLength(1);
  expect(slack.broken).toEqual([]);
});

test('an archive that can only be read at the start: the brief goes out once, questions are answered, all is noted later', {
  timeout: 120_000,
}, async ({ skip }) => {
  const disk = smallDisk('8m') ?? skip(NO_DISK);
  const { slack, path, serve, schedule } = await desk(disk.folder);
  await schedule();
  disk.makeReadOnly();
  const { child, log } = await serve();
  expect(log.text).toMatch(/the archive can only be read/);
  const ada = new SlackUser(slack, slack.ada, slack.socket.deliver.bind(slack.socket));
  await ada.write('who offered mediation?');
  await until(() => slack.posts.some(({ body }) => /China/.test(JSON.stringify(body.blocks))));
  await until(() => parentsIn(slack).length > 0 && toldIn(slack).length > 0);
  await ticks(3);
  expect(toldIn(slack)).toHaveLength(1);
  disk.makeWritable();
  await until(async () => (await deliveriesOf(path)).some(({ state }) => state === 'sent'));
  await stopped(child);
  expect(parentsIn(slack)).toHaveLength(1);
});

test('files that may not grow any more: one brief over a restart, the process lives, without the limit all is noted', {
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-limit-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { slack, path, serve, schedule } = await desk(folder);
  await schedule();
  const first = await serve(33);
  await until(() => parentsIn(slack).length > 0 && toldIn(slack).length > 0);
  await ticks(3);
  expect(toldIn(slack)).toHaveLength(1);
  expect(first.child.exitCode).toBe(null);
  await killed(first.child);
  const second = await serve(33);
  await until(() => slack.called('conversations.history').length > 0);
  await ticks(4);
  expect(second.child.exitCode).toBe(null);
  await killed(second.child);
  const third = await serve();
  await until(async () => (await deliveriesOf(path)).some(({ state }) => state === 'sent'));
  await ticks(2);
  await stopped(third.child);
  expect(parentsIn(slack)).toHaveLength(1);
});
