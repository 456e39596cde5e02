import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** What Slack sends down a socket. https://docs.slack.dev/apis/events-api/using-socket-mode */
export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

interface Envelope {
  readonly type: EnvelopeType;
  readonly payload: object;
  readonly acknowledged: PromiseWithResolvers<number>;
  readonly sentAt: number;
  attempt: number;
}

/** Socket Mode: greets, hands out envelopes, hears acknowledgements, and hands out again what was not acknowledged. */
export class SocketBridge {
  connections = 0;
  /** Connections are closed before a word. */
  isShut = false;
  #socket: WebSocket | undefined;
  readonly #server: Server;
  readonly #sockets: WebSocketServer;
  readonly #open = new Map<string, Envelope>();
  readonly #waiting: Envelope[] = [];

  constructor(server: Server) {
    this.#server = server;
    this.#sockets = new WebSocketServer({ server, path: '/link' });
    this.#sockets.on('connection', (socket) => this.#greet(socket));
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/link`;
  }

  get isConnected(): boolean {
    return this.#socket?.readyState === 1;
  }

  /** Resolves with the milliseconds until it was acknowledged, by whichever connection. */
  deliver(type: EnvelopeType, payload: object): Promise<number> {
    const acknowledged = Promise.withResolvers<number>();
    this.#send({ type, payload, acknowledged, sentAt: performance.now(), attempt: 0 });
    return acknowledged.promise;
  }

  /** As a network does it: without a word. */
  drop(): void {
    this.#socket?.terminate();
  }

  /** As Slack does it before it closes: asked to connect anew. */
  refresh(): void {
    this.#socket?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    await new Promise((resolve) => this.#sockets.close(resolve));
  }

  #greet(socket: WebSocket): void {
    this.connections += 1;
    if (this.isShut) {
      socket.close();
      return;
    }
    this.#socket = socket;
    socket.on('message', (data) => this.#acknowledge(JSON.parse(String(data)).envelope_id));
    socket.on('close', () => this.#lost());
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0DETENTE' } }));
    for (const envelope of this.#waiting.splice(0)) this.#send(envelope);
  }

  /** A new envelope each time, with the same payload in it. */
  #send(envelope: Envelope): void {
    if (!this.isConnected) return void this.#waiting.push(envelope);
    const envelope_id = randomUUID();
    const { type, payload, attempt } = envelope;
    this.#open.set(envelope_id, envelope);
    const retry = attempt > 0 ? { retry_attempt: attempt, retry_reason: 'timeout' } : {};
    this.#socket?.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: false, ...retry }));
    envelope.attempt += 1;
  }

  #acknowledge(id: string): void {
    const envelope = this.#open.get(id);
    this.#open.delete(id);
    envelope?.acknowledged.resolve(performance.now() - envelope.sentAt);
  }

  #lost(): void {
    this.#waiting.push(...this.#open.values());
    this.#open.clear();
  }
}
