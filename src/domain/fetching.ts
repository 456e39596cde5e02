/** What is asked of a server. */
export interface FetchRequest {
  /** Absolute, http or https. */
  readonly url: string;
  /** What is read of what it may send, as an `Accept` header. */
  readonly accept: string;
  /** Sent back so that the server can say that nothing has changed. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What came of it. Never a throw: what can go wrong on the web is an ordinary answer. */
export type Fetched =
  | FetchedBody
  | { readonly kind: 'unchanged'; readonly url: string; readonly movedTo?: string }
  | FetchFailure;

export interface FetchedBody {
  readonly kind: 'body';
  /** Where it was found in the end. */
  readonly url: string;
  /** Where it is from now on: every redirect up to there was said to be for good. */
  readonly movedTo?: string;
  /** `Content-Type`, with its charset. */
  readonly type?: string;
  /** Unpacked. */
  readonly body: Uint8Array;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Seconds that the server says it stays as it is. */
  readonly maxAge?: number;
}

export type FetchFailureCode =
  /** An address within a network of one's own, another protocol or port, a name and password in it. */
  | 'forbidden-address'
  | 'robots'
  | 'name'
  | 'connection'
  | 'certificate'
  | 'timeout'
  | 'redirects'
  | 'too-large'
  | 'unreadable'
  | 'denied'
  | 'missing'
  /** The server says that it will not come back. */
  | 'gone'
  | 'busy'
  | 'server'
  | 'aborted';

export interface FetchFailure {
  readonly kind: 'failed';
  readonly code: FetchFailureCode;
  /** What was seen and what can be done, for a reader who runs no servers; no full stop. */
  readonly reason: string;
  /** Milliseconds after which the server wants to be asked again, where it says so. */
  readonly retryAfter?: number;
}

/** Fetches public documents: nothing within the network that the bot runs in can be reached through it. */
export interface Fetcher {
  get(request: FetchRequest): Promise<Fetched>;
  close(): Promise<void>;
}
