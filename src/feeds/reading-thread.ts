import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FeedReading, PageReading, RawDocument } from '../domain/reading.ts';
import type { ReadingOrder, ThreadMessage } from './reader-thread.ts';

type Reading = FeedReading | PageReading;

export interface ReadingLimits {
  /** Milliseconds that one document may take. */
  readonly deadline: number;
  /** Milliseconds of rest after which the thread ends by itself. */
  readonly idle: number;
  /** Megabytes of what lives longer in the thread's JavaScript: a feed of 5 MiB needs under a hundred. */
  readonly memory: number;
}

/** Milliseconds for a thread to start and to load what a reading needs, on a machine that is busy otherwise. */
const START = 30_000;

const TOO_SLOW = 'the document takes too long to be read: it is damaged or built to hold its readers up';
const TOO_LARGE = 'the document needs more memory to be read than any article or feed does';
const BROKEN = 'the reader of documents broke off';
const CLOSED = 'the reader of documents is closed';

/** One thread that reads one document at a time; once it is not `alive` it reads none any more. */
export class ReadingThread {
  readonly #worker: Worker;
  readonly #deadline: number;
  readonly #idle: number;
  #alive = true;
  #next = 0;
  #settle: ((reading: Reading) => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #end: (() => void) | undefined;

  constructor({ deadline, idle, memory }: ReadingLimits) {
    this.#deadline = deadline;
    this.#idle = idle;
    this.#worker = new Worker(new URL(`./reader-thread${extname(import.meta.filename)}`, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    this.#worker.on('message', (message: ThreadMessage) => this.#take(message));
    this.#worker.on('error', (error) => this.#fail(isOutOfMemory(error) ? TOO_LARGE : BROKEN));
    this.#worker.on('exit', () => this.#fail(BROKEN));
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Never rejects: a document that cannot be read is a rejected one, and the thread that it broke is not alive. */
  async read(kind: ReadingOrder['kind'], { body, url, type, now }: RawDocument): Promise<Reading> {
    this.#wake();
    // a copy, so that the body goes over without another and stays with whoever has it
    const bytes = new Uint8Array(body);
    const reading = new Promise<Reading>((settle) => {
      this.#settle = settle;
    });
    this.#within(START);
    this.#worker.postMessage({ id: this.#next, kind, document: { body: bytes, url, type, now } }, [bytes.buffer]);
    const read = await reading;
    clearTimeout(this.#timer);
    return read;
  }

  /** Once it is not alive: resolves when its memory is free. */
  async gone(): Promise<void> {
    await this.#worker.terminate();
  }

  /** Keeps no process alive from now on, and ends after a while, unless it is asked to read again. */
  rest(ended: () => void): void {
    this.#end = ended;
    this.#worker.unref();
    this.#timer = setTimeout(() => void this.end(), this.#idle).unref();
  }

  async end(): Promise<void> {
    this.#fail(CLOSED);
    await this.#worker.terminate();
  }

  #wake(): void {
    clearTimeout(this.#timer);
    this.#end = undefined;
    this.#worker.ref();
  }

  #within(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fail(TOO_SLOW), milliseconds);
  }

  #take(message: ThreadMessage): void {
    if ('begun' in message && message.begun === this.#next) this.#within(this.#deadline);
    if (!('id' in message) || message.id !== this.#next) return;
    this.#next += 1;
    this.#settle?.(message.reading);
    this.#settle = undefined;
  }

  #fail(reason: string): void {
    clearTimeout(this.#timer);
    this.#alive = false;
    this.#settle?.({ kind: 'rejected', reason });
    this.#settle = undefined;
    this.#end?.();
    this.#end = undefined;
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
