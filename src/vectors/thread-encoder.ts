import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EncoderFound, SentenceEncoder, TokenVectors } from '../domain/encoder.ts';
import { DetenteError } from '../errors.ts';

/** Part of what is stored: vectors made by other weights or packed in another way are made anew. */
const MODEL = 'all-MiniLM-L6-v2-q4';

type Message =
  | { readonly ready: boolean; readonly error?: string }
  | { readonly id: number; readonly vectors?: TokenVectors; readonly error?: string };

interface Waiting {
  readonly resolve: (vectors: TokenVectors) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts the encoder in a thread of its own, so that whoever asks meanwhile is not held up.
 * @param folder holds the weights
 * @returns absent, with the reason, where the runtime or the weights are missing
 */
export async function startEncoder(folder: string): Promise<EncoderFound> {
  const worker = new Worker(new URL(`./encoder-thread${extname(import.meta.filename)}`, import.meta.url), {
    workerData: { folder },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  try {
    const [message] = (await once(worker, 'message')) as [Message];
    if ('ready' in message && message.ready) return { kind: 'ready', encoder: new ThreadEncoder(worker) };
    await worker.terminate();
    return { kind: 'absent', reason: reasonOf('error' in message ? message.error : undefined) };
  } catch (error) {
    return { kind: 'absent', reason: reasonOf(error instanceof Error ? error.message : String(error)) };
  }
}

function reasonOf(message = 'the encoder does not start'): string {
  return /Cannot find (package|module)/.test(message)
    ? 'onnxruntime-node is not installed (it is an optional package; `npm install` fetches it)'
    : (message.split('\n', 1)[0] ?? message);
}

class ThreadEncoder implements SentenceEncoder {
  readonly model = MODEL;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;
  #ended: Error | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (message: Message) => this.#settle(message));
    worker.on('error', (cause) =>
      this.#end(new DetenteError('encoder-unusable', 'the encoder has broken down', { cause })),
    );
    worker.on('exit', () => this.#end(new DetenteError('encoder-unusable', 'the encoder has ended')));
    // an idle thread keeps no process alive
    worker.unref();
  }

  encode(text: string): Promise<TokenVectors> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ id, text });
    });
  }

  async close(): Promise<void> {
    if (this.#ended !== undefined) return;
    this.#worker.ref();
    const ended = once(this.#worker, 'exit');
    this.#worker.postMessage('close');
    await ended;
  }

  #settle(message: Message): void {
    if (!('id' in message)) return;
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if (message.vectors !== undefined) waiting?.resolve(message.vectors);
    else waiting?.reject(new DetenteError('encoder-unusable', `the encoder failed: ${message.error}`));
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
