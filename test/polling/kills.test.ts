import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { checkout } from '../cli/command-line.ts';
import { stepsIn } from '../schedule/delivery-steps.ts';
import { seeded } from '../seeded.ts';
import { FeedServer, type Story } from './feed-server.ts';
import { MINUTE } from './items.ts';
import { PollingPlace } from './polling-lives.ts';
import { reportOf } from './town.ts';

/*
 * A process that polls is killed after each step of a poll, and at random instants; the next one goes on. What was noted
 * is in the archive, and in the end all that the servers published is, each once. In the short form the process dies at
 * the steps after which the archive holds what it did not hold before.
 */

const isLong = Boolean(process.env['DETENTE_LONG']);
const KILLS = isLong ? 100 : 8;
const SEED = Number(process.env['DETENTE_SEED'] ?? Date.now() % 1_000_000);
const CHANGING = ['claimed', 'written-down', 'taken', 'settled'];

const pollCode = readFileSync(join(checkout, 'src/polling/poll.ts'), 'utf8');
const pageCode = readFileSync(join(checkout, 'src/polling/page.ts'), 'utf8');
const ofPages = [...pageCode.matchAll(/await step\('([\w-]+)'/g)].map(([, name = '']) => name);
const steps = [...new Set(['claimed', ...stepsIn(pollCode).names, ...ofPages])];

test('every await of a poll ends in a step', () => {
  expect(stepsIn(pollCode).unguarded).toEqual([]);
  expect(ofPages).toHaveLength((pageCode.match(/\bawait\b/g) ?? []).length);
  expect(steps.length).toBeGreaterThan(14);
  expect(CHANGING.filter((step) => !steps.includes(step))).toEqual([]);
});

test('a process that dies after any step of a poll loses nothing and doubles nothing', {
  timeout: 600_000,
}, async () => {
  const world = await beginWorld();
  for (const [at, step] of (isLong ? steps : CHANGING).entries()) {
    world.publish();
    const life = world.place.live({ step, count: 1 + (at % 3) });
    await life.ended();
    expect(life.steps.at(-1)).toBe(step);
    await world.check();
  }
  await world.complete();
});

test(`${KILLS} kills at random instants lose nothing and double nothing`, { timeout: 600_000 }, async () => {
  const world = await beginWorld();
  const random = seeded(SEED);
  let inside = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    world.publish();
    const life = world.place.live();
    await vi.waitUntil(() => life.steps.includes('claimed'), { timeout: 60_000, interval: 2 });
    await sleep(random() * 400);
    if (life.steps.filter((step) => step === 'claimed').length > life.steps.filter((step) => step === 'settled').length)
      inside += 1;
    await life.kill();
    await world.check();
  }
  const articles = await world.complete();
  console.info(
    `seed ${SEED}: ${KILLS} kills, ${inside} of them within a poll, ${articles} articles, none lost or twice`,
  );
  expect(inside).toBeGreaterThan(0);
});

/** Some feeds to which each round adds stories. */
async function beginWorld() {
  const server = await FeedServer.forTest();
  // the shortest interval, five minutes, goes by in a second
  const place = await PollingPlace.open({ hosts: [server.host], speed: 300, leaseMs: 600, pages: 4, tickMs: 20 });
  const stories = new Map<string, Story[]>(['/a', '/b', '/c'].map((path) => [path, []]));
  let [rounds, stored] = [0, 0];
  const publish = () => {
    rounds += 1;
    for (const [path, own] of stories) {
      for (let one = 0; one < 2; one += 1) {
        stored += 1;
        own.push({ name: `${path.slice(1)}-${rounds}-${one}`, text: reportOf(rounds, stored) });
      }
      server.publish(path, own);
    }
  };
  const keys = () => new Map([...stories].map(([path, own]) => [server.url(path), own.map(({ name }) => name)]));
  publish();
  for (const path of stories.keys())
    await place.archive.feeds.add({
      url: server.url(path),
      addedAt: place.now(),
      nextAt: place.now(),
      interval: MINUTE,
    });
  const published = () => [...stories.values()].flat().map(({ name }) => server.url(`/story/${name}`));
  return {
    place,
    publish,
    check: () => place.checked(keys()),
    /** The last process lives until all is there. */
    complete: async () => {
      const life = place.live();
      const { feeds } = place.archive;
      const isOver = async () => (await feeds.list()).every(({ seen }) => seen * stories.size === published().length);
      await vi.waitUntil(isOver, { timeout: 240_000, interval: 100 });
      for (const path of stories.keys()) expect(await feeds.refused(server.url(path), 10)).toEqual([]);
      await life.kill();
      expect(life.told).toEqual([]);
      expect([...(await place.checked(keys()))].sort()).toEqual(published().sort());
      return published().length;
    },
  };
}
