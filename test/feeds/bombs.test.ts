import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, describe, expect, test } from 'vitest';
import type { RawDocument } from '../../src/domain/reading.ts';
import { ThreadDocumentReader } from '../../src/feeds/thread-document-reader.ts';
import { type Bomb, bombs } from './bombs.ts';
import { documentOf, read, rss } from './documents.ts';

/** The figures of row 18 of the reliability table. */
const MOST = { milliseconds: 3000, megabytes: 256, late: 100 } as const;
/** Others use the processor too: what is ours comes each time. */
const ATTEMPTS = 3;
const MB = 1_000_000;

interface Measured {
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly late: number;
}

const reader = new ThreadDocumentReader();

async function measured({ body, as }: Bomb): Promise<Measured> {
  const ask = (document: RawDocument) => (as === 'page' ? reader.page(document) : reader.feed(document));
  // a thread that the last one broke is started anew before the clock runs
  await ask(documentOf(rss()));
  const document = documentOf(body());
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const start = performance.now();
  const used = process.threadCpuUsage();
  await ask(document);
  const { user, system } = process.threadCpuUsage(used);
  const milliseconds = performance.now() - start;
  delay.disable();
  clearInterval(watch);
  // what this thread did not work it was not late by: others were
  const late = Math.min(delay.max / 1e6, (user + system) / 1000);
  return { milliseconds, megabytes: (peak - before) / MB, late };
}

/** The least of each figure, since a busy machine adds to them and takes nothing off. */
async function leastOf(bomb: Bomb): Promise<Measured> {
  let least = await measured(bomb);
  for (let at = 1; at < ATTEMPTS && (least.milliseconds > MOST.milliseconds || least.late > MOST.late); at += 1) {
    const next = await measured(bomb);
    least = {
      milliseconds: Math.min(least.milliseconds, next.milliseconds),
      megabytes: Math.max(least.megabytes, next.megabytes),
      late: Math.min(least.late, next.late),
    };
  }
  return least;
}

afterAll(() => reader.close());

describe('documents built to hold up whoever reads them', () => {
  test.each(bombs.map((bomb) => [bomb.name, bomb] as const))(
    '%s holds up nobody',
    async (_, bomb) => {
      const { milliseconds, megabytes, late } = await leastOf(bomb);
      expect(milliseconds).toBeLessThan(MOST.milliseconds);
      expect(megabytes).toBeLessThan(MOST.megabytes);
      expect(late).toBeLessThan(MOST.late);
    },
    90_000,
  );

  test.each(bombs.flatMap((bomb) => (bomb.as === 'page' ? [] : [[bomb.name, bomb] as const])))(
    '%s comes to nothing but a reason or a feed',
    (_, { body, comesTo }) => {
      const reading = read(body());
      if (comesTo === 'harmless') expect(reading.kind).not.toBe('rejected');
      else expect(reading).toMatchObject({ kind: 'rejected', reason: expect.stringMatching(comesTo) });
    },
    60_000,
  );

  test('a feed is read afterwards as before', async () => {
    expect(await reader.feed(documentOf(rss('<title>Truce holds</title>')))).toMatchObject({
      items: [{ title: 'Truce holds' }],
    });
  }, 60_000);

  test('of 100,000 items 500 are read, and all are counted', () => {
    const bomb = bombs.find(({ name }) => name === '100,000 items');
    const reading = read(bomb?.body() ?? '');
    expect(reading).toMatchObject({ kind: 'feed', total: 100_000, items: expect.objectContaining({ length: 500 }) });
  }, 60_000);
});
