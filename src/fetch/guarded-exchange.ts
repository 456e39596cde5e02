import { Agent, type Dispatcher } from 'undici';
import type { FetchFailure } from '../domain/fetching.ts';
import { bodyOf } from './body.ts';
import { connectionFailure } from './connection-failure.ts';
import { guardedConnector } from './connector.ts';
import type { Endpoints } from './endpoints.ts';
import type { Ask, Exchange, Reply } from './exchange.ts';
import { aborted, failed } from './failure.ts';
import { type Lookup, systemLookup } from './lookup.ts';
import { ACCEPTED_CODINGS } from './unpacking.ts';

export interface ExchangeOptions {
  readonly endpoints: Endpoints;
  readonly userAgent: string;
  readonly lookup?: Lookup | undefined;
  readonly authorities?: readonly string[] | undefined;
  /** To one server at once. */
  readonly connections: number;
  /** Milliseconds until a connection stands. */
  readonly connectTime: number;
  /** Milliseconds until the answer begins, and between two pieces of it. */
  readonly firstByteTime: number;
}

/** Bytes of the head of an answer; the largest seen on the public web are half of it. */
const MOST_HEAD = 32 * 1024;
/** Of a server's connections, those that wait for another request are closed after so many milliseconds. */
const IDLE = 4_000;
const LONGEST_IDLE = 15_000;

/** Requests over HTTP/1.1 by undici, through sockets that reach only what may be reached. No cookies, no proxies. */
export class GuardedExchange implements Exchange {
  readonly #agent: Agent;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(options: ExchangeOptions) {
    const {
      userAgent,
      lookup = systemLookup,
      connections,
      connectTime,
      firstByteTime,
      endpoints,
      authorities,
    } = options;
    this.#headers = { 'user-agent': userAgent, 'accept-encoding': ACCEPTED_CODINGS };
    this.#agent = new Agent({
      connect: guardedConnector({ endpoints, lookup, authorities, timeout: connectTime }),
      connections,
      headersTimeout: firstByteTime,
      bodyTimeout: firstByteTime,
      maxHeaderSize: MOST_HEAD,
      keepAliveTimeout: IDLE,
      keepAliveMaxTimeout: LONGEST_IDLE,
      pipelining: 1,
    });
  }

  send(ask: Ask): Promise<Reply | FetchFailure> {
    return ask.allowance.charge(() => this.#inTime(ask));
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #inTime(ask: Ask): Promise<Reply | FetchFailure> {
    const stop = new AbortController();
    const giveUp = () => stop.abort(aborted);
    const late = setTimeout(() => stop.abort(tooSlow(ask.url)), ask.allowance.left);
    ask.signal.addEventListener('abort', giveUp);
    try {
      return ask.signal.aborted ? aborted : await this.#ask(ask, stop.signal);
    } catch (error) {
      return stop.signal.aborted ? stop.signal.reason : connectionFailure(error, ask.url);
    } finally {
      clearTimeout(late);
      ask.signal.removeEventListener('abort', giveUp);
    }
  }

  async #ask(ask: Ask, signal: AbortSignal): Promise<Reply> {
    const { origin, pathname, search } = ask.url;
    const headers = { ...this.#headers, ...ask.headers };
    const answer = await this.#agent.request({ origin, path: pathname + search, method: 'GET', headers, signal });
    const reply = { kind: 'reply' as const, status: answer.statusCode, headers: headersOf(answer) };
    return { ...reply, body: await bodyOf(answer.body, reply, ask, signal) };
  }
}

function headersOf({ headers }: Dispatcher.ResponseData): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? value : value.join(', ')]],
    ),
  );
}

function tooSlow(url: URL) {
  return failed('timeout', `${url.host} takes too long to send what it was asked for`);
}
