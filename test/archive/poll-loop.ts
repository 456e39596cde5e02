/**
 * Polls feeds of an archive until it is killed or no feed is due any more: claims one, notes an item under its fence,
 * settles it. Prints `address fence` once all of it is acknowledged. Run as a process of its own: PATH NAME UNTIL, the
 * last being a number of polls after which a feed is not due any more.
 */
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';

const [path = '', owner = '', until = ''] = process.argv.slice(2);
// written at the end of a process else, which those that are killed never reach
flushCompileCache();
const { feeds, close } = await opened();
const lease = () => ({ owner, now: Date.now(), milliseconds: 300 });
const last = Number(until);
for (;;) {
  // a feed's time is the number of its polls
  const unfinished = (await feeds.list()).filter(({ nextAt }) => nextAt < last);
  if (unfinished.length === 0) break;
  const [feed] = await feeds.due(last - 1, lease(), 1);
  const claim = feed && (await feeds.claim(feed.url, lease(), last - 1));
  if (claim === undefined) await sleep(5);
  else await poll(claim);
}
await close();

async function poll(claim: NonNullable<Awaited<ReturnType<typeof feeds.claim>>>): Promise<void> {
  const { url, nextAt } = claim.feed;
  const item = { key: `${nextAt}`, digest: `${claim.fence}`, state: 'taken', tries: 0, seenAt: nextAt } as const;
  if (!(await feeds.note(claim, [item]))) return;
  await sleep(1);
  const times = { at: nextAt, nextAt: nextAt + 1, interval: 1 };
  if (await feeds.settle(claim, { kind: 'success', ...times, fresh: 1 })) writeSync(1, `${url} ${nextAt}\n`);
}

async function opened() {
  const archive = await openSqliteArchive(path);
  return { feeds: archive.feeds, close: () => archive.close() };
}
