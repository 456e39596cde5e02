import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { expectEachOnce } from './exactly-once.ts';
import { Installation } from './installation.ts';
import { type PlatformName, platformsTogether } from './platform-under-test.ts';
import type { Serving } from './serving.ts';

/*
 * Row 6 of what the bot must withstand: several processes on one archive, also where one of them falls asleep.
 */

const PROCESSES = 4;
/** In the short form half of them in Slack and half in Discord, in the long form 50 in each. */
const SLOTS = process.env['DETENTE_LONG'] ? 100 : 50;
/** Time-outs: a quarter of a lease, which a busy machine must not sleep through, or which a test does. */
const [AWAKE_MS, ASLEEP_MS] = [4_000, 500];

test(`${PROCESSES} processes share ${SLOTS} briefs in Slack and Discord, and each stands once`, {
  timeout: 120_000,
}, async () => {
  const { installation, platform, servings } = await started(['slack', 'discord'], { timeoutMs: AWAKE_MS });
  await schedule(installation, platform.conversation, SLOTS);
  await installation.settled();
  await expectEachOnce(installation, platform);
  const shares = servings.map(({ steps }) => steps.filter((step) => step === 'settled').length);
  expect(shares.filter((share) => share > 0).length).toBeGreaterThan(1);
  expect(installation.made).toBe(SLOTS);
});

/*
 * On Discord alone: Slack knows no nonce, and what a process there had decided to post before it fell asleep can be
 * posted by another one, and once more when it wakes.
 */
test('discord: one that is stopped in a call for longer than its lease posts nothing twice when it goes on', async () => {
  const { installation, platform, servings } = await started(['discord'], { count: 2 });
  let asleep: Serving | undefined;
  platform.onPost = (key) => {
    if (asleep === undefined && key !== undefined) {
      const owner = ownerOf(installation, key);
      asleep = servings.find(({ pid }) => owner.includes(` ${pid} `));
      asleep?.signal('SIGSTOP');
    }
    return undefined;
  };
  await schedule(installation, platform.conversation, 8);
  await vi.waitUntil(() => asleep !== undefined, { timeout: 20_000 });
  // not until all is settled: it may have been stopped while it wrote to the archive, which then waits for it
  await wakes(asleep, installation);
  await installation.settled();
  await expectEachOnce(installation, platform);
}, 120_000);

test('discord: one that is stopped just before its first call, for longer than its lease, posts nothing twice', async () => {
  const { installation, platform, servings } = await started(['discord'], { count: 1 });
  const [asleep] = servings;
  await asleep?.tell({ dieAt: { step: 'prepared', count: 1, by: 'SIGSTOP' } });
  await schedule(installation, platform.conversation, 1);
  await vi.waitUntil(() => asleep?.steps.includes('prepared'), { timeout: 20_000 });
  await installation.serve({}, { isLast: true });
  await installation.settled();
  await wakes(asleep, installation);
  await expectEachOnce(installation, platform);
}, 120_000);

/** Processes that serve one archive. One after the other: the gateway of the tests greets one at a time. */
async function started(names: readonly PlatformName[], { count = PROCESSES, timeoutMs = ASLEEP_MS } = {}) {
  const platform = await platformsTogether(names);
  const installation = await Installation.make(platform.env, timeoutMs);
  const servings: Serving[] = [];
  for (let at = 0; at < count; at += 1) {
    const serving = await installation.serve({}, { isLast: count > 1 && at === count - 1 });
    await vi.waitUntil(() => serving.isServing, { timeout: 30_000 });
    servings.push(serving);
  }
  return { installation, platform, servings };
}

async function schedule(
  installation: Installation,
  conversation: (at: number) => Parameters<Installation['schedule']>[0],
  count: number,
): Promise<void> {
  for (let at = 0; at < count; at += 1) await installation.schedule(conversation(at));
}

/** Who has claimed a delivery: `HOST PID ID`. */
function ownerOf({ path }: Installation, key: string): string {
  const database = new DatabaseSync(path, { readOnly: true });
  const row = database.prepare('SELECT owner FROM delivery WHERE delivery_key = ?').get(key);
  database.close();
  return String(row?.['owner']);
}

/** Goes on after its lease, and comes to the end of what it had begun. */
async function wakes(asleep: Serving | undefined, { timeoutMs }: Installation): Promise<void> {
  if (asleep === undefined) throw new Error('no process was stopped');
  await sleep(8 * timeoutMs);
  asleep.signal('SIGCONT');
  // it answers, so that it runs, and then says nothing more for longer than a call may take
  await asleep.tell({});
  for (let steps = -1; steps !== asleep.steps.length; await sleep(5 * timeoutMs)) steps = asleep.steps.length;
}
