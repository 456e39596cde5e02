import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer as createPlainServer } from 'node:net';
import { createFetcher, type FetcherOptions } from '../../src/fetch/create-fetcher.ts';

interface Place {
  readonly host?: string;
  readonly port?: number;
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** A server on this machine that keeps account of whoever comes. */
export class WebServer implements AsyncDisposable {
  connections = 0;
  bytes = 0;
  readonly requests: Pick<IncomingMessage, 'url' | 'headers'>[] = [];
  readonly #server: Server;
  readonly #scheme: string;
  readonly #sockets = new Set<Socket>();

  constructor(server: Server, scheme = 'http') {
    this.#server = server;
    this.#scheme = scheme;
    server.on('connection', (socket: Socket) => {
      this.connections += 1;
      this.#sockets.add(socket);
      socket.on('data', (data) => (this.bytes += data.length)).on('error', () => {});
      socket.on('close', () => this.#sockets.delete(socket));
    });
    server.on('request', ({ url, headers }: IncomingMessage) => this.requests.push({ url, headers }));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get endpoint(): string {
    return `127.0.0.1:${this.port}`;
  }

  get open(): number {
    return this.#sockets.size;
  }

  paths(): (string | undefined)[] {
    return this.requests.map(({ url }) => url);
  }

  url(path = '/', name = '127.0.0.1'): string {
    return `${this.#scheme}://${name}:${this.port}${path}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await once(this.#server.close(), 'close');
  }
}

export function serve(handler: RequestListener, place: Place = {}): Promise<WebServer> {
  const server = place.tls === undefined ? createServer(handler) : createSecureServer(place.tls, handler);
  return listening(server, place);
}

/** A server that speaks whatever the test makes it speak. */
export function servePlain(talk: (socket: Socket) => void, place: Place = {}): Promise<WebServer> {
  return listening(createPlainServer(talk), place);
}

async function listening(server: Server, { host = '127.0.0.1', port = 0, tls }: Place): Promise<WebServer> {
  const web = new WebServer(server, tls === undefined ? 'http' : 'https');
  await once(server.listen(port, host), 'listening');
  return web;
}

/** A fetcher that reaches these servers, in no hurry to be polite to them. */
export function fetcherFor(servers: readonly Pick<WebServer, 'endpoint'>[], options: Partial<FetcherOptions> = {}) {
  return createFetcher({
    userAgent: 'Detente/0.1 (+https://detente.example/bot)',
    allow: servers.map(({ endpoint }) => endpoint),
    pace: { gap: 0, perHost: 16 },
    robots: false,
    ...options,
  });
}

export const accept = '*/*';
