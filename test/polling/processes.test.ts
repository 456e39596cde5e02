import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { FeedServer, sends } from './feed-server.ts';
import { MINUTE } from './items.ts';
import { PollingPlace } from './polling-lives.ts';
import { reportOf } from './town.ts';

/*
 * Several processes on one archive look at the same feeds. One whose server always has something
 * new is due every five minutes of their clock, two seconds of the machine's: by then, and not before, one of them asks.
 */

const PROCESSES = 3;
const FEEDS = 24;
const SPEED = 150;
const ROUNDS = process.env['DETENTE_LONG'] ? 20 : 3;

test(`${PROCESSES} processes share ${FEEDS} feeds, and each is polled once whenever it is due`, {
  timeout: 240_000,
}, async () => {
  const server = await FeedServer.forTest();
  const place = await PollingPlace.open({ hosts: [server.host], speed: SPEED, leaseMs: 5_000, pages: 4, tickMs: 500 });
  const asked = new Map<string, number[]>();
  for (let at = 0; at < FEEDS; at += 1) {
    const path = `/feed-${at}`;
    const times: number[] = [];
    asked.set(server.url(path), times);
    server.on(path, (request, response) => {
      times.push(place.now());
      const story = { name: `${at}-${times.length}`, text: reportOf(at, times.length) };
      server.page(story);
      const answer = sends(server.rss([story]), 'application/rss+xml');
      setTimeout(() => answer(request, response), 30);
    });
  }
  const lives = Array.from({ length: PROCESSES }, () => place.live());
  await vi.waitUntil(() => lives.every(({ isPolling }) => isPolling), { timeout: 60_000 });
  // all at once, so that each process has more before it than it can begin, and the others do some of that meanwhile
  const nextAt = place.now() + 2 * MINUTE;
  for (const url of asked.keys()) {
    await place.archive.feeds.add({
      url,
      addedAt: place.now(),
      nextAt,
      interval: 5 * MINUTE,
    });
  }
  const isEnough = () => [...asked.values()].every((times) => times.length >= ROUNDS);
  await vi.waitUntil(isEnough, { timeout: 200_000, interval: 20 });
  await sleep(300);
  await Promise.all(lives.map((life) => life.kill()));

  const gaps = [...asked.values()].flatMap((times) => times.slice(1).map((time, at) => time - (times[at] ?? 0)));
  expect(Math.min(...gaps) / MINUTE).toBeGreaterThan(4.5);
  const shares = lives.map(({ steps }) => steps.filter((step) => step === 'settled').length);
  console.info(`${gaps.length + FEEDS} polls, shared ${shares.join(', ')}`);
  expect(shares.filter((share) => share > 0).length).toBeGreaterThan(1);
  expect(lives.flatMap(({ told }) => told)).toEqual([]);
  await place.checked(new Map());
});
