import { expect, test } from 'vitest';
import { courierCode, stepsIn } from './delivery-steps.ts';
import { expectEachOnce } from './exactly-once.ts';
import { Installation } from './installation.ts';
import { type PlatformUnderTest, platformUnderTest } from './platform-under-test.ts';
import type { Serving } from './serving.ts';

/*
 * Row 2 of what the bot must withstand: the process dies after each step of a delivery, and at each call of one. Each
 * crash is one brief's; the process that comes next completes it and dies with the next brief. What that one finds is
 * what stands in the archive and on the platform. So in the short form every step is the terminal's; on Slack and Discord
 * it is each step that changes what stands, and each call after it was carried out: before a call stands what stood after
 * the one before it. In the long form every platform has every step, and each call before and after.
 */
const isLong = Boolean(process.env['DETENTE_LONG']);
/** After these the archive or the platform holds what it did not hold before. */
const CHANGING = ['claimed', 'noted', 'sent', 'settled'];

const steps = [...new Set(stepsIn(courierCode).names)];
/** Of corrections, which no brief of these tests needs. */
const OF_CORRECTIONS = ['corrected', 'read-correction', 'read-history', 'amended', 'looked-below', 'told'];
/** Only where something of a brief stands already. */
const LATER = ['looked-up', 'reread'];
/** Not where the edition was written down before. */
const EARLIER = ['found-last', 'read-last', 'made', 'read-between', 'composed', 'noted'];

const ofBriefs = steps.filter((step) => !OF_CORRECTIONS.includes(step));
const ofFirstAttempt = ofBriefs.filter((step) => !LATER.includes(step));
const ofLaterAttempts = [...ofBriefs.filter((step) => ![...EARLIER, 'settled'].includes(step)), 'settled'];

test('every await of a delivery ends in a step', () => {
  expect(stepsIn(courierCode).unguarded).toEqual([]);
  expect(steps.length).toBeGreaterThan(12);
  expect(CHANGING.filter((step) => !steps.includes(step))).toEqual([]);
});

test.for([
  ['an await', 'const id = await outbox.edition(delivery.edition);'],
  ['a step that waits within', "await this.#step('x', (async () => { await outbox.waiting(); })());"],
  ['a callback', 'outbox.waiting().then(() => {});'],
  ['a loop', 'for await (const one of outbox) one();'],
])('%s without a step is found', ([, code]) => {
  const [method = ''] = /async #post\(.*\{$/m.exec(courierCode) ?? [];
  expect(method).not.toBe('');
  const { unguarded } = stepsIn(courierCode.replace(method, () => `${method}\n    ${code}`));
  expect(unguarded).toHaveLength(1);
});

test.for(['terminal', 'slack', 'discord'] as const)(
  '%s: a process that dies after any step, or at any call, leaves each message to stand once',
  { timeout: isLong ? 600_000 : 240_000 },
  async (name) => {
    const platform = await platformUnderTest(name);
    const installation = await Installation.make(platform.env);
    const crashing = (of: readonly string[]) =>
      isLong || name === 'terminal' ? of : of.filter((step) => CHANGING.includes(step));
    await installation.schedule(platform.conversation(0));
    let serving = await installation.serve();
    await installation.settled(serving);
    const [{ edition: id = '' } = {}] = await installation.deliveries();
    const before = await installation.archive.outbox.edition(id);
    // one brief after the other, each with one crash
    for (const step of crashing(ofFirstAttempt)) {
      await serving.tell({ dieAt: { step, count: 1 } });
      await installation.schedule(platform.conversation(installation.made), before);
      await serving.ended();
      serving = await installation.serve();
      await installation.settled(serving);
    }
    expect(installation.made).toBe(crashing(ofFirstAttempt).length + 1);
    if (name !== 'terminal')
      for (const isCarriedOut of isLong ? [false, true] : [true])
        serving = await dieAtCalls(installation, platform, serving, isCarriedOut);
    // one brief whose every next process crashes too, the last one when it is settled
    await serving.tell({ dieAt: { step: 'sent', count: 1 } });
    await installation.schedule(platform.conversation(installation.made), before);
    await serving.ended();
    for (const step of crashing(ofLaterAttempts))
      await (await installation.serve({ dieAt: { step, count: 1 } })).ended();
    await installation.serve({}, { isLast: true });
    await installation.settled();
    await expectEachOnce(installation, platform);
  },
);

/** A brief for each call that one makes: its process dies at that call, the next one completes it. @returns that one */
async function dieAtCalls(
  installation: Installation,
  platform: PlatformUnderTest,
  first: Serving,
  isCarriedOut: boolean,
): Promise<Serving> {
  let serving = first;
  // until a brief has fewer calls than that
  for (let call = 1, isOver = true; isOver; call += 1) {
    const called = killAt(platform, serving, { call, isCarriedOut });
    await installation.schedule(platform.conversation(installation.made));
    await installation.settled(serving);
    isOver = serving.isOver;
    if (!isOver) expect([call - 1, call > 2]).toEqual([called(), true]);
    platform.onPost = () => undefined;
    if (isOver) serving = await installation.serve();
    await installation.settled(serving);
  }
  return serving;
}

/** Kills a process at its so-manieth call that posts. @returns tells how many there were */
function killAt(
  platform: PlatformUnderTest,
  serving: Serving,
  { call, isCarriedOut }: { readonly call: number; readonly isCarriedOut: boolean },
): () => number {
  let count = 0;
  platform.onPost = () => {
    count += 1;
    if (count !== call) return undefined;
    serving.signal('SIGKILL');
    return isCarriedOut ? { isUnanswered: true } : { isRefused: true };
  };
  return () => count;
}
