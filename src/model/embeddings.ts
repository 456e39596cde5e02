import type { EncoderFound, SentenceEncoder, TokenVectors } from '../domain/encoder.ts';
import { plain } from '../domain/inert.ts';
import { DetenteError, reasonOf } from '../errors.ts';
import { readAddress } from './address.ts';
import { ModelFailure } from './failure.ts';
import type { ModelSettings } from './keys.ts';
import type { ModelServer } from './server.ts';

/** Texts in one call: what every server takes. */
const MOST_AT_ONCE = 96;
/** UTF-16 code units of a text; sentences are far shorter, and 8,191 tokens is OpenAI's longest input. */
const LONGEST = 8_000;
const TIMEOUT_MS = 30_000;

interface Waiting {
  readonly text: string;
  readonly resolve: (vectors: TokenVectors) => void;
  readonly reject: (error: Error) => void;
}

/** Ranks by the vectors of a model on a server, one row a text, for the text as a whole; absent where a setting is wrong. */
export async function findEmbeddingEncoder(settings: ModelSettings): Promise<EncoderFound> {
  const read = readAddress(settings);
  if (read.kind === 'wrong') return { kind: 'absent', reason: read.reason };
  if (settings.embeddings === undefined) return { kind: 'absent', reason: 'OPENAI_EMBEDDINGS_MODEL is not set' };
  const { OpenAiServer } = await import('./openai.ts');
  const server = new OpenAiServer(read.address, { api: settings.api, timeoutMs: TIMEOUT_MS });
  return { kind: 'ready', encoder: new EmbeddingEncoder(server, settings.embeddings, read.address.host) };
}

class EmbeddingEncoder implements SentenceEncoder {
  readonly model: string;
  readonly atOnce = MOST_AT_ONCE;
  readonly #server: ModelServer;
  readonly #asked: string;
  readonly #ended = new AbortController();
  #waiting: Waiting[] = [];

  constructor(server: ModelServer, asked: string, host: string) {
    this.#server = server;
    this.#asked = asked;
    this.model = `${asked}@${host}`;
  }

  encode(text: string, signal?: AbortSignal): Promise<TokenVectors> {
    const sent = plain(text).slice(0, LONGEST).toWellFormed();
    // servers refuse an empty text
    if (sent === '') return Promise.resolve({ words: [], values: new Float32Array(), dimensions: 2 });
    return new Promise((resolve, reject) => {
      const leave = () => reject(new DetenteError('encoder-unusable', `${this.model} did not answer in time`));
      if (signal?.aborted) return leave();
      signal?.addEventListener('abort', leave, { once: true });
      if (this.#waiting.push({ text: sent, resolve, reject }) === 1) setImmediate(() => this.#send());
    });
  }

  /** What still waits is rejected. */
  close(): Promise<void> {
    this.#ended.abort();
    return Promise.resolve();
  }

  /** All that was asked for within a turn of the event loop goes together. */
  #send(): void {
    const all = this.#waiting;
    this.#waiting = [];
    for (let from = 0; from < all.length; from += MOST_AT_ONCE) void this.#settle(all.slice(from, from + MOST_AT_ONCE));
  }

  async #settle(batch: readonly Waiting[]): Promise<void> {
    try {
      const texts = batch.map(({ text }) => text);
      const rows = await this.#server.embed(this.#asked, texts, this.#ended.signal);
      const vectors = rows.map(oneRow);
      if (vectors.length !== batch.length) throw new Error(`${rows.length} vectors came for ${batch.length} texts`);
      batch.forEach(({ resolve }, at) => {
        resolve(vectors[at] as TokenVectors);
      });
    } catch (cause) {
      const error = new DetenteError('encoder-unusable', this.#reasonOf(cause), { cause });
      for (const { reject } of batch) reject(error);
    }
  }

  #reasonOf(cause: unknown): string {
    if (!(cause instanceof ModelFailure)) return `${this.model} cannot be used: ${reasonOf(cause)}`;
    if (cause.kind !== 'address') return cause.message;
    return `OPENAI_EMBEDDINGS_MODEL cannot be used, the server has no embeddings: ${cause.message}`;
  }
}

/** Of length 1, with an even number of values, since two are packed into a byte; the word is nobody's. */
function oneRow(row: readonly number[]): TokenVectors {
  const length = Math.hypot(...row);
  if (!(length > 0 && Number.isFinite(length))) throw new Error('what came is no vector');
  const values = new Float32Array(row.length + (row.length % 2));
  values.set(row.map((value) => value / length));
  return { words: [''], values, dimensions: values.length };
}
