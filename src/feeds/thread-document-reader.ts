import type { DocumentReader, FeedReading, PageReading, RawDocument } from '../domain/reading.ts';
import { MAX_BYTES, MIB } from './limits.ts';
import type { ReadingOrder } from './reader-thread.ts';
import { type ReadingLimits, ReadingThread } from './reading-thread.ts';

export interface ThreadDocumentReaderOptions extends Partial<ReadingLimits> {
  /** Threads at most. One reads some twenty feeds of fifty articles a second. */
  readonly threads?: number;
}

type Reading = FeedReading | PageReading;

interface Waiting {
  readonly kind: ReadingOrder['kind'];
  readonly document: RawDocument;
  readonly settle: (reading: Reading) => void;
}

const USUAL = { threads: 1, deadline: 2500, idle: 30_000, memory: 160 } as const;

/**
 * Reads documents in threads of its own, one after the other in each. A document that takes longer than the deadline or
 * more memory than a document may is rejected, its thread is ended, and those that wait go on in a new one. Threads are
 * started when there is something to read and keep no process alive that has nothing else to do.
 */
export class ThreadDocumentReader implements DocumentReader {
  readonly #options: Required<ThreadDocumentReaderOptions>;
  readonly #queue: Waiting[] = [];
  readonly #idle: ReadingThread[] = [];
  readonly #busy = new Set<ReadingThread>();
  readonly #working = new Set<Promise<void>>();
  #closed = false;

  constructor(options: ThreadDocumentReaderOptions = {}) {
    this.#options = { ...USUAL, ...options };
  }

  feed(document: RawDocument): Promise<FeedReading> {
    return this.#read('feed', document) as Promise<FeedReading>;
  }

  page(document: RawDocument): Promise<PageReading> {
    return this.#read('page', document) as Promise<PageReading>;
  }

  /** What waits is rejected; what is being read is too. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { settle } of this.#queue.splice(0)) settle(rejected('the reader of documents is closed'));
    await Promise.all(this.#idle.splice(0).map((thread) => thread.end()));
    for (const thread of this.#busy) await thread.end();
    await Promise.all(this.#working);
  }

  #read(kind: ReadingOrder['kind'], document: RawDocument): Promise<Reading> {
    if (this.#closed) return Promise.resolve(rejected('the reader of documents is closed'));
    if (document.body.length > MAX_BYTES)
      return Promise.resolve(rejected(`the document is larger than ${MAX_BYTES / MIB} MiB`));
    return new Promise((settle) => {
      this.#queue.push({ kind, document, settle });
      this.#start();
    });
  }

  #start(): void {
    while (this.#queue.length > 0 && this.#busy.size < this.#options.threads) {
      const thread = this.#idle.pop() ?? new ReadingThread(this.#options);
      this.#busy.add(thread);
      const work = this.#work(thread).finally(() => this.#working.delete(work));
      this.#working.add(work);
    }
  }

  async #work(thread: ReadingThread): Promise<void> {
    while (thread.alive) {
      const next = this.#queue.shift();
      if (next === undefined) break;
      next.settle(await thread.read(next.kind, next.document));
    }
    if (!thread.alive) await thread.gone();
    this.#busy.delete(thread);
    if (thread.alive && !this.#closed) this.#rest(thread);
    this.#start();
  }

  #rest(thread: ReadingThread): void {
    this.#idle.push(thread);
    thread.rest(() => {
      const at = this.#idle.indexOf(thread);
      if (at >= 0) this.#idle.splice(at, 1);
    });
  }
}

function rejected(reason: string): Extract<Reading, { kind: 'rejected' }> {
  return { kind: 'rejected', reason };
}
