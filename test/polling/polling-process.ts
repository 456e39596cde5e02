import { flushCompileCache } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { clockFrom } from '../../src/clock.ts';
import { ThreadDocumentReader } from '../../src/feeds/thread-document-reader.ts';
import { createFetcher } from '../../src/fetch/create-fetcher.ts';
import { Poller } from '../../src/polling/poller.ts';
import type { PollingOrder } from './polling-lives.ts';

/*
 * A process that polls the feeds of an archive by a clock that runs fast, once it is told to; it reports each step of a
 * poll, and dies where it is told to.
 */

// loaded and kept before it polls: those that are killed never reach the end at which it is written else
flushCompileCache();
process.on('message', (order: PollingOrder) => void poll(order));
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });

async function poll({
  archive: path,
  hosts,
  now,
  at,
  speed,
  leaseMs,
  pages,
  tickMs,
  dieAt,
}: PollingOrder): Promise<void> {
  const archive = await openSqliteArchive(path);
  const clock = clockFrom(new Date(now + (Date.now() - at) * speed).toISOString(), speed);
  const pace = { atOnce: 32, perHost: 8, gap: 0, burst: 1_000 };
  const poller = new Poller({
    ...{ archive, clock, leaseMs, pages },
    fetcher: createFetcher({ userAgent: 'Detente/0 (test)', allow: hosts, pace, robots: false, clock }),
    reader: new ThreadDocumentReader({ deadline: 15_000 }),
    machineClock: { now: () => Date.now() },
    logger: { info: () => {}, warn: tell, error: tell },
    onStep,
  });
  let left = dieAt?.count ?? 0;
  function onStep(step: string): void {
    process.send?.({ step });
    if (step !== dieAt?.step) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  }
  for (;;) {
    await poller.tick();
    process.send?.({ ticked: true });
    await sleep(tickMs);
  }
}

function tell(fields: object, message: string): void {
  const { error } = fields as { readonly error?: unknown };
  process.send?.({ told: `${message} ${error instanceof Error ? error.stack : JSON.stringify(fields)}` });
}
