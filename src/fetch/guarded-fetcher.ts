import type { Fetched, FetchedBody, Fetcher, FetchFailure, FetchRequest } from '../domain/fetching.ts';
import { Allowance } from './allowance.ts';
import type { Endpoints } from './endpoints.ts';
import type { Ask, Exchange, Reply } from './exchange.ts';
import { aborted, failed } from './failure.ts';
import { maxAgeOf, sendable, validatorsOf } from './freshness.ts';
import { hopOf } from './redirect.ts';
import { statusFailure } from './status-failure.ts';
import { addressFault } from './web-address.ts';

export interface FetcherLimits {
  /** Bytes of a document, unpacked. */
  readonly most: number;
  /** What to do with more than that. */
  readonly over: Ask['over'];
  /** Milliseconds for one document, all redirects together; waiting for one's own turn is not counted. */
  readonly totalTime: number;
}

const MOST_REDIRECTS = 5;

/**
 * Fetches documents of the public internet for a bot that whoever writes a feed may send anywhere.
 *
 * - http and https at their own ports, without a name and password. The host is checked as the URL standard reads it,
 *   where it is an IP address; else all addresses of its name are, and only checked ones are connected to
 *   (`connector.ts`). What is not global unicast by IANA's registries of special purposes is not reached
 *   (`public-address.ts`); nor is what reaches IPv4 through IPv6, so that a machine with nothing but IPv6 and NAT64
 *   reads only servers that speak IPv6.
 * - At most five redirects, each checked like the first address. Only `Location` is followed. None leads from https to
 *   http (`redirect.ts`).
 * - A document ends at its size, at what came over the wire, at the ratio of the two (`body.ts`), and at a time of all
 *   its requests together.
 * - Asked with the validators of an earlier answer, a server may say that nothing has changed (RFC 9110, 13.1). When it
 *   wants to be asked again (`Retry-After`) and how long it stays as it is (RFC 9111) are handed on.
 *
 * `movedTo` is given where every redirect was 301 or 308.
 *
 * https://www.rfc-editor.org/rfc/rfc9110 https://url.spec.whatwg.org
 */
export class GuardedFetcher implements Fetcher {
  readonly #exchange: Exchange;
  readonly #endpoints: Endpoints;
  readonly #limits: FetcherLimits;
  readonly #underWay = new Set<AbortController>();
  #isClosed = false;

  constructor(exchange: Exchange, endpoints: Endpoints, limits: FetcherLimits) {
    this.#exchange = exchange;
    this.#endpoints = endpoints;
    this.#limits = limits;
  }

  async get(request: FetchRequest): Promise<Fetched> {
    if (this.#isClosed || request.signal?.aborted) return aborted;
    if (!URL.canParse(request.url))
      return failed('forbidden-address', 'this is no address of the web: write it as https://example.org/feed');
    const stop = new AbortController();
    const giveUp = () => stop.abort();
    this.#underWay.add(stop);
    request.signal?.addEventListener('abort', giveUp);
    try {
      return await this.#follow(new URL(request.url), this.#askFor(request, stop.signal));
    } finally {
      request.signal?.removeEventListener('abort', giveUp);
      this.#underWay.delete(stop);
    }
  }

  /** What is under way ends as `aborted`. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const stop of this.#underWay) stop.abort();
    await this.#exchange.close();
  }

  #askFor({ accept, etag, lastModified }: FetchRequest, signal: AbortSignal): Omit<Ask, 'url'> {
    const sent = { accept, 'if-none-match': sendable(etag), 'if-modified-since': sendable(lastModified) };
    const headers = Object.fromEntries(Object.entries(sent).filter((entry): entry is [string, string] => !!entry[1]));
    const { most, over, totalTime } = this.#limits;
    return { headers, most, over, allowance: new Allowance(totalTime), signal };
  }

  async #follow(start: URL, ask: Omit<Ask, 'url'>): Promise<Fetched> {
    let url = start;
    let isForGood = true;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const reply = await this.#send({ ...ask, url });
      if (reply.kind === 'failed') return reply;
      const hop = hopOf(reply, url);
      if (hop === undefined) return outcome(reply, url, start, isForGood);
      if ('kind' in hop) return hop;
      ({ url } = hop);
      isForGood &&= hop.isForGood;
    }
    return failed('redirects', 'the server sends readers from one address to the next without an end');
  }

  async #send(ask: Ask): Promise<Reply | FetchFailure> {
    return addressFault(ask.url, this.#endpoints) ?? this.#exchange.send(ask);
  }
}

function outcome(reply: Reply, url: URL, start: URL, isForGood: boolean): Fetched {
  const found = withoutFragment(url);
  const moved = isForGood && found !== withoutFragment(start) ? { movedTo: found } : {};
  if (reply.status === 304) return { kind: 'unchanged', url: found, ...moved };
  if (reply.status !== 200 && reply.status !== 203) return statusFailure(reply, Date.now());
  return { kind: 'body', url: found, ...moved, ...documentOf(reply) };
}

function documentOf({ body, headers }: Reply): Omit<FetchedBody, 'kind' | 'url'> {
  const type = headers.get('content-type');
  const maxAge = maxAgeOf(headers, Date.now());
  return {
    body,
    ...(type === undefined ? {} : { type }),
    ...validatorsOf(headers),
    ...(maxAge === undefined ? {} : { maxAge }),
  };
}

function withoutFragment(url: URL): string {
  const copy = new URL(url);
  copy.hash = '';
  return copy.href;
}
