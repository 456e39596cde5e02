import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Delivery } from '../../src/domain/delivery.ts';
import { expectEachOnce } from './exactly-once.ts';
import { Installation } from './installation.ts';
import { type Message, type PlatformName, type PlatformUnderTest, platformUnderTest } from './platform-under-test.ts';

/*
 * Row 1 of what the bot must withstand: killed at random instants about twice a brief, no brief stands twice and none is
 * lost. A kill counts as inside where a brief was begun and not yet noted as sent.
 */

/** Of one installation; two run beside each other. */
const KILLS = 10;
const CAMPAIGNS = process.env['DETENTE_LONG'] ? 100 : 2;
const WIDTH = 2;
const SEED = Number(process.env['DETENTE_SEED'] ?? Date.now() % 1_000_000);
/** Briefs that wait at the beginning of each process. */
const WAITING = 3;

test.for(['terminal', 'slack', 'discord'] as const)(
  `%s: ${KILLS * CAMPAIGNS} kills at random instants post nothing twice and lose nothing`,
  { timeout: CAMPAIGNS * KILLS * 6_000 },
  async (name) => {
    const random = seeded(SEED);
    const figures = { briefs: 0, messages: 0, kills: 0, inside: 0, betweenCalls: 0, unnoted: 0 };
    const begun = performance.now();
    for (let campaign = 0; campaign < CAMPAIGNS; campaign += WIDTH)
      await Promise.all(Array.from({ length: WIDTH }, () => runCampaign(name, random, figures)));
    const seconds = Math.round((performance.now() - begun) / 100) / 10;
    console.info(`${name}: seed ${SEED}, ${JSON.stringify(figures)}, ${seconds} s`);
    expect(figures.kills).toBe(KILLS * CAMPAIGNS);
    expect(figures.inside).toBeGreaterThan(figures.kills / 2);
  },
);

type Figures = Record<'briefs' | 'messages' | 'kills' | 'inside' | 'betweenCalls' | 'unnoted', number>;

async function runCampaign(name: PlatformName, random: () => number, figures: Figures): Promise<void> {
  const platform = await platformUnderTest(name);
  const installation = await Installation.make(platform.env);
  const again: Message[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    for (let left = await installation.unsettled(); left < WAITING; left += 1)
      await installation.schedule(platform.conversation(installation.made));
    if (name === 'terminal') await killFromWithin(installation, random);
    else await killAfterFirstCall(installation, platform, random);
    const begun = await begunOnes(installation, platform);
    if (name === 'terminal') again.push(...unnoted(installation, begun));
    figures.kills += 1;
    if (begun.length > 0) figures.inside += 1;
    if (begun.some(({ stands }) => stands)) figures.betweenCalls += 1;
  }
  platform.onPost = () => undefined;
  await installation.serve();
  await installation.settled();
  await expectEachOnce(installation, platform, again);
  figures.unnoted += again.length;
  figures.briefs += installation.made;
  figures.messages += platform.standing(installation).length;
}

interface Begun {
  readonly delivery: Delivery;
  /** Undefined where nothing was written down that could be posted. */
  readonly first: Message | undefined;
  readonly stands: boolean;
}

/** Deliveries that were begun and not noted as sent, with what stands of them. */
async function begunOnes(installation: Installation, platform: PlatformUnderTest): Promise<readonly Begun[]> {
  const standing = new Set(platform.standing(installation).map(({ name }) => name));
  const waiting = (await installation.deliveries()).filter(
    ({ state, attempts }) => state === 'waiting' && attempts > 0,
  );
  const begun = waiting.map(async (delivery) => {
    const edition = delivery.edition && (await installation.archive.outbox.edition(delivery.edition));
    const [first] = edition ? platform.expected(delivery, edition.brief) : [];
    return { delivery, first, stands: first !== undefined && standing.has(first.name) };
  });
  return Promise.all(begun);
}

/**
 * What a terminal showed and could not note any more: nobody can be asked whether it stands, and between the two writes
 * lies an instant in which a process can die. These alone are shown again.
 */
function unnoted({ ledger }: Installation, begun: readonly Begun[]): readonly Message[] {
  return begun.flatMap(({ delivery, first, stands }) =>
    first !== undefined && stands && !ledger.includes(delivery.key) ? [first] : [],
  );
}

/** No call tells when a terminal is written to: a thread of the process kills it, half of the time close to that. */
async function killFromWithin(installation: Installation, random: () => number): Promise<void> {
  const dieWithin =
    random() < 0.5 ? { step: 'claimed', milliseconds: random() * 300 } : { step: 'noted', milliseconds: random() * 10 };
  await (await installation.serve({ dieWithin })).ended();
}

/** Calls take some milliseconds, and one in six gets no answer. */
async function killAfterFirstCall(
  installation: Installation,
  platform: PlatformUnderTest,
  random: () => number,
): Promise<void> {
  const called = Promise.withResolvers<void>();
  platform.onPost = () => {
    called.resolve();
    return { delayMs: random() * 30, isUnanswered: random() < 1 / 6 };
  };
  const serving = await installation.serve();
  await called.promise;
  await sleep(random() * 150);
  await serving.kill();
}

/** The same numbers for the same seed. https://github.com/cprosche/mulberry32 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
