import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Archive } from '../../src/domain/archive.ts';
import { NOW } from './items.ts';

/** What a process of `polling-process.ts` is told. */
export interface PollingOrder {
  readonly archive: string;
  readonly hosts: readonly string[];
  /** What the clock of all processes showed when the machine's showed `at`; it has gone on since. */
  readonly now: number;
  readonly at: number;
  readonly speed: number;
  readonly leaseMs: number;
  readonly pages: number;
  /** Milliseconds of the machine between two looks at what is due. */
  readonly tickMs: number;
  /** It kills itself when it reaches this step for the so-manieth time. */
  readonly dieAt?: { readonly step: string; readonly count: number };
}

interface Report {
  readonly ready?: true;
  readonly ticked?: true;
  readonly step?: string;
  readonly told?: string;
}

const script = fileURLToPath(new URL('polling-process.ts', import.meta.url));
const compileCache = fileURLToPath(new URL('../../src/compile-cache.mjs', import.meta.url));

/** A real process that polls, and what it has told of itself. */
export class PollingLife {
  readonly steps: string[] = [];
  /** What went to its log: nothing, where all goes well. */
  readonly told: string[] = [];
  /** It looks at the feeds. */
  isPolling = false;
  readonly #child: ChildProcess;
  readonly #exit: Promise<unknown>;

  constructor(order: PollingOrder) {
    this.#child = spawn(process.execPath, ['--import', compileCache, '--disable-warning=ExperimentalWarning', script], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#exit = once(this.#child, 'exit');
    this.#child.on('message', (message: Report) => {
      if (message.ready) this.#child.send(order, () => {});
      if (message.ticked) this.isPolling = true;
      if (message.step !== undefined) this.steps.push(message.step);
      if (message.told !== undefined) this.told.push(message.told);
    });
    onTestFinished(() => void this.#child.kill('SIGKILL'));
  }

  get isOver(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exit;
  }

  async ended(): Promise<void> {
    await this.#exit;
  }
}

/** One archive, the processes that poll its feeds one after the other or together, and their clock. */
export class PollingPlace {
  readonly archive: Archive;
  readonly #order: Omit<PollingOrder, 'now' | 'at' | 'dieAt'>;
  readonly #begun = performance.now();

  private constructor(archive: Archive, order: Omit<PollingOrder, 'now' | 'at' | 'dieAt'>) {
    this.archive = archive;
    this.#order = order;
  }

  static async open(options: Omit<PollingOrder, 'archive' | 'now' | 'at' | 'dieAt'>): Promise<PollingPlace> {
    const folder = mkdtempSync(join(tmpdir(), 'detente-'));
    const path = join(folder, 'archive.sqlite');
    const archive = await openSqliteArchive(path);
    onTestFinished(async () => {
      await archive.close();
      rmSync(folder, { recursive: true, force: true });
    });
    return new PollingPlace(archive, { ...options, archive: path });
  }

  /** What the clock of all processes shows. */
  now(): number {
    return NOW + (performance.now() - this.#begun) * this.#order.speed;
  }

  live(dieAt?: PollingOrder['dieAt']): PollingLife {
    return new PollingLife({ ...this.#order, now: this.now(), at: Date.now(), ...(dieAt && { dieAt }) });
  }

  /** What was noted as taken is in the archive, and nothing is there twice. @returns the addresses of its articles */
  async checked(feeds: ReadonlyMap<string, readonly string[]>): Promise<ReadonlySet<string>> {
    const articles = await this.archive.articles.outline();
    const ids = new Set(articles.map(({ id }) => id));
    const urls = articles.map(({ url }) => url ?? '');
    expect(new Set(urls).size).toBe(urls.length);
    expect(articles.filter(({ version }) => version > 1)).toEqual([]);
    for (const [feed, keys] of feeds) {
      const seen = [...(await this.archive.feeds.seen(feed, keys)).values()];
      expect(seen.filter(({ state, article }) => state === 'taken' && !ids.has(article ?? ''))).toEqual([]);
    }
    return new Set(urls);
  }
}
