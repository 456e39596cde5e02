import type { Feed } from '../src/domain/feed.ts';
import type { FeedAdding, FeedDesk, FeedTrial } from '../src/domain/feed-desk.ts';

const HOUR = 3_600_000;

/** A feed of an invented newsroom that works, at `now`: polled half an hour ago, something new two hours ago. */
export function feedAt(now: number, name: string, more: Partial<Feed> = {}): Feed {
  const host = name.toLowerCase().replaceAll(' ', '-');
  return {
    url: `https://${host}.example/feed.xml`,
    title: name,
    addedAt: now - 30 * 24 * HOUR,
    nextAt: now + HOUR / 2,
    paused: false,
    interval: HOUR,
    polledAt: now - HOUR / 2,
    succeededAt: now - HOUR / 2,
    newsAt: now - 2 * HOUR,
    failures: 0,
    seen: 400,
    taken: 300,
    ...more,
  };
}

/** Fails since so many hours ago. */
export function failingAt(now: number, name: string, hours: number, reason = 'the server does not answer'): Feed {
  const since = now - hours * HOUR;
  return feedAt(now, name, { failures: hours, failingSince: since, succeededAt: since - HOUR, reason });
}

/** Brings nothing since so many hours. */
export function silentAt(now: number, name: string, hours: number): Feed {
  return feedAt(now, name, { newsAt: now - hours * HOUR });
}

/** A desk of feeds in memory. What an address turns out to be is told beforehand. */
export class FeedsInMemory implements FeedDesk {
  readonly trials = new Map<string, FeedTrial | Error>();
  readonly asked: string[] = [];
  #feeds: Feed[];
  readonly #now: number;
  /** Nothing answers; asking is given up by its signal alone. */
  isHanging = false;
  /** Milliseconds that an address takes to be read. */
  slownessMs = 0;

  constructor(now: number, feeds: readonly Feed[] = []) {
    this.#now = now;
    this.#feeds = [...feeds];
  }

  async list(): Promise<readonly Feed[]> {
    return this.#feeds;
  }

  async try(address: string, _pages: number, signal?: AbortSignal): Promise<FeedTrial> {
    this.asked.push(address);
    if (this.isHanging) await abortOf(signal);
    await new Promise((resolve) => setTimeout(resolve, this.slownessMs));
    const trial = this.trials.get(address) ?? { kind: 'failed', reason: `nothing is known of ${address}` };
    if (trial instanceof Error) throw trial;
    return trial;
  }

  async add(address: string, signal?: AbortSignal): Promise<FeedAdding> {
    const found = await this.try(address, 0, signal);
    if (found.kind !== 'feed') return found;
    const known = await this.find(found.url);
    if (known !== undefined) return { kind: 'known', feed: known, found };
    const { url, title } = found;
    const feed: Feed = {
      ...{ url, addedAt: this.#now, nextAt: this.#now, paused: false, interval: HOUR, failures: 0, seen: 0, taken: 0 },
      ...(title !== undefined && { title }),
    };
    this.#feeds.push(feed);
    return { kind: 'added', feed, found };
  }

  async find(name: string): Promise<Feed | undefined> {
    const titled = this.#feeds.filter(({ title }) => title === name);
    return this.#feeds.find(({ url }) => url === name) ?? (titled.length === 1 ? titled[0] : undefined);
  }

  async remove(url: string): Promise<boolean> {
    const left = this.#feeds.filter((feed) => feed.url !== url);
    const isGone = left.length < this.#feeds.length;
    this.#feeds = left;
    return isGone;
  }

  async pause(url: string, paused: boolean): Promise<boolean> {
    this.#feeds = this.#feeds.map((feed) => (feed.url === url ? { ...feed, paused } : feed));
    return this.#feeds.some((feed) => feed.url === url);
  }
}

function abortOf(signal?: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }));
}
