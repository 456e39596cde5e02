import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Delivery } from '../../src/domain/delivery.ts';
import { seeded } from '../seeded.ts';
import { expectEachOnce } from './exactly-once.ts';
import { Installation } from './installation.ts';
import { type PlatformName, type PlatformUnderTest, platformsTogether } from './platform-under-test.ts';

/*
 * Row 1 of what the bot must withstand: killed at random instants of deliveries, no brief stands twice and none is lost.
 * Slack and Discord are served by one process, whose start costs more than a brief. A kill counts for a platform where
 * it fell inside one of its deliveries: the process that was killed had begun it, and not noted it as sent. The long form
 * has 1,000 such kills a platform, in about 20 minutes.
 */

/** Inside, of each platform, on one installation; two installations run beside each other. */
const KILLS = process.env['DETENTE_LONG'] ? 10 : 5;
const CAMPAIGNS = process.env['DETENTE_LONG'] ? 100 : 2;
const WIDTH = 2;
const SEED = Number(process.env['DETENTE_SEED'] ?? Date.now() % 1_000_000);
/** Briefs of each platform that wait at the beginning of a process. */
const WAITING = 2;
/** Kills of one installation, also those that fell outside. */
const MOST = 4 * KILLS;

type Tally = Partial<Record<PlatformName, number>>;

interface Figures extends Record<'kills' | 'briefs' | 'messages', number> {
  readonly inside: Tally;
  /** Something of a brief stood, and it was not noted as sent. */
  readonly betweenCalls: Tally;
}

test.for([
  { names: ['terminal'], kill: killFromWithin },
  { names: ['slack', 'discord'], kill: killWhilePosting },
] as const)(
  `$names: ${KILLS * CAMPAIGNS} kills inside deliveries of each post nothing twice and lose nothing`,
  {
    timeout: CAMPAIGNS * MOST * 6_000,
  },
  async ({ names, kill }) => {
    const random = seeded(SEED);
    const figures = { kills: 0, briefs: 0, messages: 0, inside: {}, betweenCalls: {} } as Figures;
    const begun = performance.now();
    for (let campaign = 0; campaign < CAMPAIGNS; campaign += WIDTH)
      await Promise.all(Array.from({ length: WIDTH }, () => runCampaign(names, kill, random, figures)));
    const seconds = Math.round((performance.now() - begun) / 100) / 10;
    console.info(`seed ${SEED}, ${JSON.stringify(figures)}, ${seconds} s`);
    for (const name of names) expect(figures.inside[name]).toBeGreaterThanOrEqual(KILLS * CAMPAIGNS);
  },
);

type Kill = (installation: Installation, platform: PlatformUnderTest, random: () => number) => Promise<void>;

async function runCampaign(
  names: readonly PlatformName[],
  kill: Kill,
  random: () => number,
  figures: Figures,
): Promise<void> {
  const platform = await platformsTogether(names);
  const installation = await Installation.make(platform.env);
  const inside: Tally = {};
  for (let run = 0; names.some((name) => (inside[name] ?? 0) < KILLS) && run < MOST; run += 1) {
    await fillUp(installation, platform, names);
    const before = await installation.deliveries();
    await kill(installation, platform, random);
    const begun = await begunOnes(installation, platform, before);
    for (const name of names) {
      const own = begun.filter(({ delivery }) => delivery.conversation.adapter === name);
      if (own.length > 0) for (const tally of [inside, figures.inside]) tally[name] = (tally[name] ?? 0) + 1;
      if (own.some(({ stands }) => stands)) figures.betweenCalls[name] = (figures.betweenCalls[name] ?? 0) + 1;
    }
    figures.kills += 1;
  }
  platform.onPost = () => undefined;
  const last = await installation.serve({}, { isLast: true });
  await installation.settled();
  await last.kill();
  await expectEachOnce(installation, platform);
  figures.briefs += installation.made;
  figures.messages += platform.standing(installation).length;
}

/** Until each platform has so many that wait. */
async function fillUp(
  installation: Installation,
  platform: PlatformUnderTest,
  names: readonly PlatformName[],
): Promise<void> {
  const waiting = await installation.waiting();
  for (const [at, name] of names.entries())
    for (let left = waiting.filter(({ adapter }) => adapter === name).length; left < WAITING; left += 1)
      await installation.schedule(platform.conversation(installation.made * names.length + at));
}

/** No call tells when a terminal is written to: a thread of the process kills it, half of the time close to that. */
async function killFromWithin(...[installation, , random]: Parameters<Kill>): Promise<void> {
  const dieWithin =
    random() < 0.5 ? { step: 'claimed', milliseconds: random() * 150 } : { step: 'noted', milliseconds: random() * 10 };
  const serving = await installation.serve({ dieWithin });
  // it never comes to that step where all that waits stands already
  await Promise.race([serving.ended(), installation.settled(serving)]);
  await serving.kill();
}

/** Calls take some milliseconds, and one in six gets no answer. */
async function killWhilePosting(...[installation, platform, random]: Parameters<Kill>): Promise<void> {
  const called = Promise.withResolvers<void>();
  platform.onPost = () => {
    called.resolve();
    return { delayMs: random() * 30, isUnanswered: random() < 1 / 6 };
  };
  const serving = await installation.serve();
  // no call posts where all that waits stands already
  await Promise.race([called.promise, installation.settled(serving)]);
  await sleep(random() * 150);
  await serving.kill();
}

interface Begun {
  readonly delivery: Delivery;
  readonly stands: boolean;
}

/** Deliveries that were begun since `before` and not noted as sent, and whether something of them stands. */
async function begunOnes(
  installation: Installation,
  platform: PlatformUnderTest,
  before: readonly Delivery[],
): Promise<readonly Begun[]> {
  const standing = new Set(platform.standing(installation).map(({ name }) => name));
  const tried = new Map(before.map(({ key, attempts }) => [key, attempts]));
  const waiting = (await installation.deliveries()).filter(
    ({ key, state, attempts }) => state === 'waiting' && attempts > (tried.get(key) ?? 0),
  );
  const begun = waiting.map(async (delivery) => {
    const edition = delivery.edition && (await installation.archive.outbox.edition(delivery.edition));
    const [first] = edition ? platform.expected(delivery, edition.brief) : [];
    return { delivery, stands: first !== undefined && standing.has(first.name) };
  });
  return Promise.all(begun);
}
