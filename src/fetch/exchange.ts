import type { FetchFailure } from '../domain/fetching.ts';
import type { Allowance } from './allowance.ts';

/** One request. */
export interface Ask {
  readonly url: URL;
  /** In small letters, beside those that every request carries. */
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes of a body, unpacked. */
  readonly most: number;
  /** What to do with more than that: `fail`, or keep what was read. */
  readonly over: 'fail' | 'cut';
  /** Milliseconds that the host wants between requests. */
  readonly gap?: number | undefined;
  /** Time that all requests of one fetch share. */
  readonly allowance: Allowance;
  readonly signal: AbortSignal;
}

/** What a server answered, whatever its status. */
export interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  /** By name in small letters; of a name that comes several times, the values joined. */
  readonly headers: ReadonlyMap<string, string>;
  /** Unpacked; empty where the status brings no document. */
  readonly body: Uint8Array;
}

/** Makes one request and follows nobody. Never rejects. */
export interface Exchange {
  send(ask: Ask): Promise<Reply | FetchFailure>;
  /** Ends what is under way; whatever is asked afterwards fails as `aborted`. */
  close(): Promise<void>;
}
