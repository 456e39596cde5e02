import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { formatConversation } from '../../src/domain/conversation-name.ts';
import { readSources } from '../../src/ingest/sources.ts';
import { takeIn } from '../../src/intake.ts';
import { BOT, DiscordServer } from '../discord/discord-server.ts';
import { isMessage, place } from '../discord/hands.ts';
import { scheduled as scheduledAt } from '../schedule/under-test.ts';
import { checkout, detente, temporaryFolder } from './command-line.ts';

/** An archive with what is read from `sources`, and a channel in Discord that gets its brief at another time of day. */
async function scheduled(sources: readonly string[]) {
  const discord = await DiscordServer.start();
  onTestFinished(() => discord.close());
  const path = join(temporaryFolder(), 'a.sqlite');
  const conversation = place(discord.channel, discord.guild);
  const archive = await openSqliteArchive(path);
  await takeIn(archive, readSources(sources));
  await archive.schedules.save(scheduledAt(discord.channel, { conversation, time: '18:00', since: 0 }));
  await archive.close();
  const env = { DISCORD_TOKEN: BOT.token, DISCORD_API_URL: discord.apiUrl, DETENTE_TIMEOUT_MS: '500' };
  const args = [
    'schedule',
    'run',
    formatConversation(conversation),
    '--archive',
    path,
    '--now',
    '2024-01-29T09:00:00Z',
  ];
  return { discord, path, run: () => detente(args, { env }) };
}

test('what an operator runs that failed before is tried at once, and stands as where it is served', async () => {
  const { discord, run } = await scheduled([join(checkout, 'samples')]);
  discord.fault = (method, path) => (isMessage(method, path) ? { status: 503 } : undefined);
  const failed = await run();
  expect(failed.code).toBe(1);
  expect(failed.out).toMatch(/waiting: Discord: .*; "detente serve" tries it again, or give this command again\n$/);
  discord.fault = () => undefined;
  const posted = await run();
  expect(posted).toMatchObject({ code: 0, out: expect.stringMatching(/edition of 29 January 2024 .* sent on/) });
  expect(await run()).toMatchObject({ code: 0, out: expect.stringMatching(/ sent on/) });
  const [first, ...rest] = discord.posts;
  expect(first?.channel).toBe(discord.channel);
  expect(rest.length).toBeGreaterThan(0);
  expect(new Set(rest.map(({ channel }) => channel))).toEqual(new Set([first?.id]));
  expect(discord.gateway.identifies).toBe(0);
});

test('what another process is posting is left to it, and said', async () => {
  const { discord, path, run } = await scheduled([]);
  discord.fault = (method, where) => (isMessage(method, where) ? { status: 503 } : undefined);
  await run();
  const archive = await openSqliteArchive(path);
  const [delivery] = await archive.outbox.recent({ limit: 1 });
  if (delivery === undefined) throw new Error('nothing was written down');
  await archive.outbox.revive({ ...delivery, nextAt: 0 }, { owner: 'a', now: Date.now() + 60_000, milliseconds: 1 });
  await archive.outbox.claim(delivery, { owner: 'another', now: Date.now(), milliseconds: 60_000 });
  await archive.close();
  expect(await run()).toMatchObject({
    code: 1,
    out: expect.stringMatching(/waiting: another process is posting it, "detente status" tells what becomes of it\n$/),
  });
  expect(discord.posts).toEqual([]);
});
