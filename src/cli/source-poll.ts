import { systemClock } from '../clock.ts';
import type { Archive } from '../domain/archive.ts';
import type { Feed } from '../domain/feed.ts';
import { DetenteError } from '../errors.ts';
import { silentLogger } from '../logger.ts';
import { Poller } from '../polling/poller.ts';
import { Lanes } from '../schedule/lanes.ts';
import { type Call, withStored } from './call.ts';
import { feedTools } from './feed-tools.ts';
import { interruptedCode, onInterrupt } from './interrupt.ts';
import { print, printJson, say } from './output.ts';
import { createNote } from './progress.ts';
import { need } from './source.ts';
import { count, feedJson, foreign, nameOf } from './source-words.ts';

/** Feeds that are polled at once. */
const WIDTH = 6;
/** Milliseconds that this process may be silent before another takes a poll over. */
const LEASE_MS = 60_000;
/** Milliseconds in which a poll ends that is told to. */
const DRAIN_MS = 5_000;

/** A feed after its poll, how many articles this one brought and changed; `skipped` where another process polls it. */
interface Polled {
  readonly kind: 'polled' | 'failed' | 'skipped';
  readonly feed: Feed;
  readonly taken: number;
  readonly updated: number;
}

/**
 * Polls feeds at once, whether or not they are due: all that are not paused, or the one of a name.
 * @returns 1 where one could not be read, 130 where it was interrupted
 */
export async function pollSources(call: Call, name?: string): Promise<number> {
  const signal = onInterrupt();
  let paused = 0;
  const polled = await withStored(call, async (archive) => {
    const feeds = name === undefined ? await archive.feeds.list() : [await needWorking(call, archive, name)];
    const working = feeds.filter(({ paused }) => !paused);
    paused = feeds.length - working.length;
    return pollAll(call, archive, working, signal);
  });
  printPolled(call, polled, paused);
  if (signal.aborted)
    say('detente: interrupted; what is counted above is stored. Run the same command again to go on.');
  return signal.aborted ? interruptedCode : Number(polled.some(({ kind }) => kind === 'failed'));
}

/** @throws DetenteError `not-found` where there is no such feed, `bad-input` where it is paused */
async function needWorking(call: Call, archive: Archive, name: string): Promise<Feed> {
  const feed = await need(call, archive, name);
  if (!feed.paused) return feed;
  throw new DetenteError('bad-input', `${feed.url} is paused: "detente source resume ${feed.url}" ends that`);
}

async function pollAll(call: Call, archive: Archive, feeds: readonly Feed[], signal: AbortSignal): Promise<Polled[]> {
  const { clock, retentionDays, quiet } = call;
  const tools = feedTools(call);
  const shared = { archive, ...tools, clock, machineClock: systemClock(), logger: silentLogger };
  const poller = new Poller({ ...shared, leaseMs: LEASE_MS, retentionDays });
  signal.addEventListener('abort', () => void poller.stop(DRAIN_MS));
  const [note, lanes] = [createNote(quiet), new Lanes(WIDTH)];
  const polled: (Polled | undefined)[] = feeds.map(() => undefined);
  let done = 0;
  try {
    for (const [at, feed] of feeds.entries())
      lanes.add('feeds', async () => {
        if (signal.aborted) return;
        polled[at] = await pollOne(poller, archive, feed);
        note.show(`${++done}/${feeds.length} ${feed.url}`);
      });
    await lanes.settled();
  } finally {
    note.end();
    await tools.close();
  }
  return polled.filter((one) => one !== undefined);
}

async function pollOne(poller: Poller, archive: Archive, before: Feed): Promise<Polled> {
  const outcome = await poller.pollNow(before.url);
  // where it has moved for good, it is known by its new address
  const feed = (await archive.feeds.get(outcome?.movedTo ?? before.url)) ?? (await archive.feeds.get(before.url));
  const kind = outcome === undefined ? 'skipped' : outcome.kind === 'success' ? 'polled' : 'failed';
  const updated = outcome?.kind === 'success' ? (outcome.updated ?? 0) : 0;
  return { kind, feed: feed ?? before, taken: Math.max(0, (feed ?? before).taken - before.taken), updated };
}

function printPolled({ format, clock }: Call, polled: readonly Polled[], paused: number): void {
  const now = clock.now();
  if (format === 'json') printJson(polled.map(({ feed, ...one }) => ({ ...one, feed: feedJson(feed, now) })));
  else if (polled.length === 0 && paused > 0) print(`no feeds to poll: ${count(paused, 'feed')} paused`);
  else if (polled.length === 0) print('no feeds to poll: "detente source add ADDRESS" takes one up');
  else for (const one of polled) print(`${nameOf(format, one.feed)}\n  ${becameOf(format, one)}`);
}

function becameOf(format: Call['format'], { kind, feed, taken, updated }: Polled): string {
  const { reason, seen, taken: all } = feed;
  if (kind === 'failed') return `cannot be read: ${foreign(format, reason ?? 'no reason is known')}`;
  if (kind === 'skipped') return 'another process polls it';
  const rest = seen > all ? `; of ${count(seen, 'item')} so far ${all} are in the archive` : '';
  const brought = [
    ...(taken > 0 ? [count(taken, 'new article')] : []),
    ...(updated > 0 ? [count(updated, 'new version')] : []),
  ];
  return `${brought.join(', ') || 'nothing new'}${rest}`;
}
