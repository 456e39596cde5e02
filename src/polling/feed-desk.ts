import type { Archive } from '../domain/archive.ts';
import type { Clock } from '../domain/clock.ts';
import type { Feed, FeedStore, FeedUrl } from '../domain/feed.ts';
import type { FeedAdding, FeedDesk, FeedTrial } from '../domain/feed-desk.ts';
import type { Fetcher } from '../domain/fetching.ts';
import type { DocumentReader } from '../domain/reading.ts';
import { DetenteError } from '../errors.ts';
import { typedAddresses } from './address.ts';
import { findFeed } from './found-feed.ts';
import { triedItems } from './trial.ts';

export interface FeedDeskParts {
  readonly archive: Archive;
  readonly fetcher: Fetcher;
  readonly reader: DocumentReader;
  /** The clock of the schedules: a feed that is added is due at once. */
  readonly clock: Clock;
  /** Days that articles are kept. All are, where it is left out. */
  readonly retentionDays?: number | undefined;
}

/** What users do with feeds: it fetches and reads as a poll does, so that a trial shows what a poll would do. */
export class ArchiveFeedDesk implements FeedDesk {
  readonly #parts: FeedDeskParts;
  readonly #feeds: FeedStore;

  constructor(parts: FeedDeskParts) {
    this.#parts = parts;
    this.#feeds = parts.archive.feeds;
  }

  list(): Promise<readonly Feed[]> {
    return this.#feeds.list();
  }

  async try(address: string, pages: number, signal?: AbortSignal): Promise<FeedTrial> {
    const parts = { ...this.#parts, now: this.#parts.clock.now(), signal };
    const found = await findFeed(address, parts);
    if (found.kind !== 'feed') return { ...found };
    const { url, read } = found;
    const items = await triedItems(url, read, pages, parts);
    return { kind: 'feed', url, ...named(read), items, total: read.total };
  }

  async add(address: string, signal?: AbortSignal): Promise<FeedAdding> {
    const known = await this.#storedAt(address);
    if (known !== undefined) return { kind: 'known', feed: known };
    const found = await this.try(address, 0, signal);
    if (found.kind !== 'feed') return found;
    const now = this.#parts.clock.now();
    const isNew = await this.#feeds.add({ url: found.url, ...named(found), addedAt: now, nextAt: now });
    const feed = await this.#feeds.get(found.url);
    if (feed === undefined) throw new DetenteError('not-found', 'the feed was removed again at once');
    return { kind: isNew ? 'added' : 'known', feed, found };
  }

  async find(name: string): Promise<Feed | undefined> {
    const known = await this.#storedAt(name);
    if (known !== undefined) return known;
    const sought = folded(name);
    const [only, ...others] = (await this.#feeds.list()).filter(({ title = '' }) => folded(title) === sought);
    return sought === '' || others.length > 0 ? undefined : only;
  }

  remove(url: FeedUrl): Promise<boolean> {
    return this.#feeds.remove(url);
  }

  pause(url: FeedUrl, paused: boolean): Promise<boolean> {
    return this.#feeds.pause(url, paused, this.#parts.clock.now());
  }

  async #storedAt(address: string): Promise<Feed | undefined> {
    for (const url of typedAddresses(address)) {
      const known = await this.#feeds.get(url);
      if (known !== undefined) return known;
    }
    return undefined;
  }
}

function named({ title, site }: { readonly title?: string; readonly site?: string }) {
  return { ...(title !== undefined && { title }), ...(site !== undefined && { site }) };
}

function folded(title: string): string {
  return title.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
