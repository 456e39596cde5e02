import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';

/** Whom the gateway lets in, and what it tells them first. */
interface Greeting {
  readonly token: string;
  ready(sessionId: string, url: string): object;
  guilds(): readonly object[];
}

interface Dispatch {
  readonly s: number;
  readonly t: string;
  readonly d: object;
}

interface Session {
  readonly id: string;
  /** All of it, so that any number can be resumed from. */
  readonly sent: Dispatch[];
}

/** Closings after which a session cannot be resumed. https://discord.com/developers/docs/topics/opcodes-and-status-codes */
const FINAL_CODES: readonly number[] = [
  1000,
  1001,
  GatewayCloseCodes.NotAuthenticated,
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidSeq,
  GatewayCloseCodes.SessionTimedOut,
  GatewayCloseCodes.InvalidShard,
  GatewayCloseCodes.ShardingRequired,
  GatewayCloseCodes.InvalidAPIVersion,
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
];

/** Discord's gateway: greets, numbers what it dispatches, and replays it. https://discord.com/developers/docs/events/gateway */
export class DiscordGateway {
  identifies = 0;
  resumes = 0;
  connections = 0;
  heartbeats = 0;
  heartbeatInterval = 41_250;
  /** Connections are closed before a word. */
  isShut = false;
  /** Heartbeats get no answer, as on a connection that is half dead. */
  isDeaf = false;
  /** Every identify is answered by closing with this code. */
  refuse: number | undefined;
  /** Those of the last identify. */
  intents: number | undefined;
  #socket: WebSocket | undefined;
  #session: Session | undefined;
  #greeted: WebSocket | undefined;
  readonly #server: Server;
  readonly #greeting: Greeting;
  readonly #sockets: WebSocketServer;

  constructor(server: Server, greeting: Greeting) {
    this.#server = server;
    this.#greeting = greeting;
    this.#sockets = new WebSocketServer({ server, path: '/gateway' });
    this.#sockets.on('connection', (socket) => this.#connected(socket));
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/gateway`;
  }

  get isConnected(): boolean {
    return this.#socket?.readyState === 1;
  }

  /** The connection that is open now was told READY or RESUMED. */
  get isReady(): boolean {
    return this.isConnected && this.#greeted === this.#socket;
  }

  /** Sent now, or with the session's resumption; where there is no session, to nobody. */
  dispatch(event: string, data: object): void {
    const session = this.#session;
    if (session === undefined || !this.#isWanted(event, data)) return;
    const dispatch = { s: session.sent.length + 1, t: event, d: data };
    session.sent.push(dispatch);
    if (this.isReady) this.#replay(dispatch);
  }

  /** As a network does it: without a word. */
  drop(): void {
    this.#socket?.terminate();
  }

  reconnect(): void {
    this.#send({ op: GatewayOpcodes.Reconnect, d: null });
  }

  invalidate(resumable: boolean): void {
    if (!resumable) this.#session = undefined;
    this.#greeted = undefined;
    this.#send({ op: GatewayOpcodes.InvalidSession, d: resumable });
  }

  closeWith(code: number): void {
    if (FINAL_CODES.includes(code)) this.#session = undefined;
    this.#socket?.close(code);
  }

  /** Anything, also what is no JSON. */
  sendRaw(text: string): void {
    this.#socket?.send(text);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    await new Promise((resolve) => this.#sockets.close(resolve));
  }

  #connected(socket: WebSocket): void {
    this.connections += 1;
    if (this.isShut) return void socket.terminate();
    this.#socket = socket;
    socket.on('message', (data) => this.#hear(socket, JSON.parse(String(data))));
    socket.on('close', (code) => this.#closed(socket, code));
    this.#send({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.heartbeatInterval } });
  }

  /** A client that closes in good order gives its session up; a connection lost comes as 1005 or 1006. */
  #closed(socket: WebSocket, code: number): void {
    if (socket === this.#socket && (code === 1000 || code === 1001)) this.#session = undefined;
  }

  // biome-ignore lint/suspicious/noExplicitAny: payloads as the client sends them
  #hear(socket: WebSocket, { op, d }: any): void {
    if (socket !== this.#socket) return;
    if (op === GatewayOpcodes.Heartbeat) this.#beat();
    if (op === GatewayOpcodes.Identify) this.#identify(d);
    if (op === GatewayOpcodes.Resume) this.#resume(d);
  }

  #beat(): void {
    this.heartbeats += 1;
    if (!this.isDeaf) this.#send({ op: GatewayOpcodes.HeartbeatAck });
  }

  #identify({ token, intents }: { token: string; intents: number }): void {
    this.identifies += 1;
    this.intents = intents;
    if (this.refuse !== undefined) return void this.closeWith(this.refuse);
    if (token !== this.#greeting.token) return void this.closeWith(GatewayCloseCodes.AuthenticationFailed);
    this.#session = { id: randomUUID(), sent: [] };
    this.#greeted = this.#socket;
    this.dispatch('READY', this.#greeting.ready(this.#session.id, this.url));
    for (const guild of this.#greeting.guilds()) this.dispatch('GUILD_CREATE', guild);
  }

  #resume({ token, session_id, seq }: { token: string; session_id: string; seq: number }): void {
    this.resumes += 1;
    if (token !== this.#greeting.token) return void this.closeWith(GatewayCloseCodes.AuthenticationFailed);
    if (session_id !== this.#session?.id) return void this.invalidate(false);
    for (const dispatch of this.#session.sent.filter(({ s }) => s > seq)) this.#replay(dispatch);
    this.#greeted = this.#socket;
    this.dispatch('RESUMED', {});
  }

  /** Messages come only to who asked for them. https://discord.com/developers/docs/events/gateway#gateway-intents */
  #isWanted(event: string, data: object): boolean {
    if (event !== 'MESSAGE_CREATE' || this.intents === undefined) return true;
    const needed = 'guild_id' in data ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
    return (this.intents & needed) !== 0;
  }

  #replay(dispatch: Dispatch): void {
    this.#send({ op: GatewayOpcodes.Dispatch, ...dispatch });
  }

  #send(payload: object): void {
    if (this.isConnected) this.#socket?.send(JSON.stringify(payload));
  }
}
