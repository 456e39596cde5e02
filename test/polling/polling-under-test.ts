import { onTestFinished } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Archive, ArticleOutline } from '../../src/domain/archive.ts';
import type { Feed, PollOutcome } from '../../src/domain/feed.ts';
import type { Fetcher } from '../../src/domain/fetching.ts';
import type { Logger } from '../../src/domain/logger.ts';
import type { DocumentReader } from '../../src/domain/reading.ts';
import { ThreadDocumentReader } from '../../src/feeds/thread-document-reader.ts';
import { createFetcher, type FetcherOptions } from '../../src/fetch/create-fetcher.ts';
import type { PollingParts } from '../../src/polling/parts.ts';
import { Poller } from '../../src/polling/poller.ts';
import { NOW } from './items.ts';

/** Its thread takes a second to start, and a busy machine is no bomb. */
const reader = new ThreadDocumentReader({ deadline: 15_000 });

/** A log that can be read. */
class LogUnderTest implements Logger {
  readonly lines: { readonly level: string; readonly message: string; readonly [field: string]: unknown }[] = [];
  info = this.#adder('info');
  warn = this.#adder('warn');
  error = this.#adder('error');

  #adder(level: string) {
    return (fields: Readonly<Record<string, unknown>>, message: string) => {
      this.lines.push({ ...fields, level, message });
    };
  }
}

export interface PollingOptions extends Partial<Omit<PollingParts, 'archive' | 'fetcher' | 'reader' | 'clock'>> {
  readonly archive?: Archive;
  readonly fetching?: Partial<FetcherOptions>;
}

/** Real parts all over: a fetcher that reaches these hosts, a reader in a thread, an archive, and a clock that is set. */
export class PollingUnderTest {
  readonly archive: Archive;
  readonly fetcher: Fetcher;
  readonly reader: DocumentReader;
  readonly logger = new LogUnderTest();
  readonly clock: { now: () => number };
  readonly poller: Poller;
  /** What the clock shows. */
  now = NOW;

  private constructor(archive: Archive, hosts: readonly string[], options: PollingOptions) {
    const { fetching, archive: _, ...parts } = options;
    this.archive = archive;
    this.clock = { now: () => this.now };
    const pace = { atOnce: 32, perHost: 8, gap: 0, burst: 1_000 };
    this.fetcher = createFetcher({
      ...{ userAgent: 'Detente/0 (test)', allow: hosts, pace, robots: false, clock: this.clock },
      ...fetching,
    });
    this.reader = reader;
    this.poller = new Poller({
      ...{ archive, fetcher: this.fetcher, reader: this.reader, clock: this.clock, logger: this.logger },
      ...{ machineClock: { now: () => Date.now() }, leaseMs: 30_000, random: () => 0 },
      ...parts,
    });
  }

  static async begin(hosts: readonly string[], options: PollingOptions = {}): Promise<PollingUnderTest> {
    const made = new PollingUnderTest(options.archive ?? (await openSqliteArchive(':memory:')), hosts, options);
    onTestFinished(() => made.end());
    return made;
  }

  async add(...urls: readonly string[]): Promise<void> {
    for (const url of urls) await this.archive.feeds.add({ url, addedAt: this.now, nextAt: this.now });
  }

  /** Takes a feed up where it is new, and polls it, due or not. */
  async poll(url: string): Promise<PollOutcome | undefined> {
    await this.add(url);
    return this.poller.pollNow(url);
  }

  /** A later time, and all polls that are due then. */
  async pass(milliseconds: number): Promise<void> {
    this.now += milliseconds;
    await this.poller.tick();
    await this.poller.settled();
  }

  async feed(url: string): Promise<Feed> {
    const feed = await this.archive.feeds.get(url);
    if (feed === undefined) throw new Error(`no feed at ${url}`);
    return feed;
  }

  /** Titles of the articles, in order. */
  async titles(): Promise<readonly string[]> {
    return (await this.articles()).map(({ title }) => title).sort();
  }

  articles(): Promise<readonly ArticleOutline[]> {
    return this.archive.articles.outline();
  }

  /** Why items were not taken, by key. */
  async reasons(url: string): Promise<Readonly<Record<string, string>>> {
    const items = await this.archive.feeds.refused(url, 1_000);
    return Object.fromEntries(items.map(({ key, state, reason }) => [key, `${state}: ${reason}`]));
  }

  async end(): Promise<void> {
    await this.poller.stop(0);
    await this.fetcher.close();
    await this.archive.close();
  }
}
