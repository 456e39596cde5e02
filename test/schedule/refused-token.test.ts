import { expect, onTestFinished, test, vi } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { deliveryLine } from '../../src/cli/status.ts';
import type { ChatAdapter, Conversation } from '../../src/domain/chat.ts';
import { brief } from '../contract/replies.ts';
import { place } from '../discord/hands.ts';
import { discordUnderTest } from '../discord/under-test.ts';
import { slackUnderTest } from '../slack/under-test.ts';
import { delivering, HandClock, HOUR_MS, MINUTE_MS, SECOND_MS, scheduled } from './under-test.ts';

const DUE = 50;
const START = '2031-05-12T06:59:30Z';

interface Refusing {
  readonly adapter: ChatAdapter;
  readonly conversations: readonly Conversation[];
  /** From now on, with this. */
  refuse(how: Refusal): void;
  /** Answers of 401 or 403 or their like, to calls by the token. */
  refused(): number;
}

/** Slack tells in the body of an answer of 200; what stands before it may answer otherwise. */
type Refusal = 401 | 403 | 'token_revoked' | 'invalid_auth';

async function slack(): Promise<Refusing> {
  const { slack, adapter } = await slackUnderTest();
  // with its removal the schedules would go, too
  await adapter.start(async () => undefined);
  const channels = await slack.makeChannels(DUE);
  let count = 0;
  return {
    adapter,
    conversations: channels.map((channel) => ({ adapter: 'slack', workspace: slack.team, channel })),
    refuse: (how) => {
      slack.fault = () => {
        count += 1;
        return typeof how === 'number' ? { status: how } : { body: { ok: false, error: how } };
      };
    },
    refused: () => count,
  };
}

async function discord(): Promise<Refusing> {
  const { discord, adapter } = await discordUnderTest();
  await adapter.start(async () => undefined);
  const { channel, system, guild } = discord;
  let count = 0;
  return {
    adapter,
    conversations: Array.from({ length: DUE }, (_, at) => place(at % 2 === 0 ? channel : system, guild)),
    refuse: (how) => {
      discord.fault = () => {
        count += 1;
        return { status: Number(how), body: { code: 0, message: `${how}: Unauthorized` } };
      };
    },
    refused: () => count,
  };
}

test.for([
  ['Slack', 'token_revoked', slack, /token_revoked/],
  ['Slack', 'invalid_auth', slack, /invalid_auth/],
  ['Slack', 401, slack, /401/],
  ['Slack', 403, slack, /403|refuse/],
  ['Discord', 401, discord, /401|refuse/i],
  ['Discord', 403, discord, /403|refuse|access/i],
] as const)(
  '%s refuses the token (%s) for ten minutes while 50 briefs are due: at most 5 such requests, and the reason is told',
  { timeout: 60_000 },
  async ([, how, platform, reason]) => {
    const under = await platform();
    const archive = await openSqliteArchive(':memory:');
    onTestFinished(() => archive.close());
    const clock = new HandClock(START);
    for (const [at, conversation] of under.conversations.entries())
      await archive.schedules.save(scheduled('', { conversation, situation: `situation ${at}`, since: clock.now() }));
    const process = delivering(archive, clock, [under.adapter], {
      compose: async ({ date }) => ({ brief: { ...brief, date }, mark: 0 }),
    });
    await process.tick();
    under.refuse(how);
    const failedYet = async () =>
      (await archive.outbox.recent({ limit: 99 })).filter((one) => one.reason !== undefined);
    clock.pass(MINUTE_MS);
    await process.scheduler.tick();
    await vi.waitUntil(async () => (await failedYet()).length === DUE, { timeout: 20_000 });
    for (let round = 0; round < 20; round += 1) {
      clock.pass(30 * SECOND_MS);
      await process.scheduler.tick();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await process.scheduler.settled();
    console.info(`${under.adapter.name}, ${how}: ${under.refused()} requests were refused in ten minutes`);
    expect(under.refused()).toBeGreaterThan(0);
    expect(under.refused()).toBeLessThanOrEqual(5);
    const lines = (await failedYet()).map(deliveryLine);
    expect(lines).toHaveLength(DUE);
    expect(lines.every((line) => reason.test(line.replace(/^\S+/, '')))).toBe(true);
    clock.pass(6 * HOUR_MS);
    await process.tick();
    await process.tick();
    expect((await failedYet()).map(({ state }) => state)).toEqual(Array(DUE).fill('failed'));
    expect(process.told.length).toBeGreaterThan(0);
    expect(process.told.every((text) => reason.test(text))).toBe(true);
  },
);
