import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIChannel } from 'discord-api-types/v10';
import { DiscordGateway } from './gateway.ts';
import { guildCreate } from './guild.ts';
import { Interactions } from './interactions.ts';
import { violations } from './limits.ts';
import { bodyViolations } from './openapi.ts';
import { Postbox, type Posted } from './postbox.ts';
import { Refusal } from './refusal.ts';
import { Registry } from './registry.ts';
import { Routes } from './routes.ts';
import { snowflake } from './snowflake.ts';
import { BOT, IDS, ready, text } from './world.ts';

/*
 * Discord on this machine: a gateway and the routes that the bot calls, faults, and a check of every body against
 * Discord's own description and its limits.
 */

// biome-ignore lint/suspicious/noExplicitAny: bodies as they came over the wire
type Anything = any;

export type { Posted } from './postbox.ts';
export { BOT } from './world.ts';

export interface Call {
  readonly method: string;
  /** Without the version and the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Anything;
  readonly headers: IncomingMessage['headers'];
  /** When it came in, in milliseconds of the monotonic clock. */
  readonly at: number;
  readonly status: number;
  readonly answer: Anything;
}

/** What a test makes of a call in place of an answer. */
export interface Fault {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** The call waits this long before anything comes of it. */
  readonly delayMs?: number;
  /** The call is carried out, and its answer lost. */
  readonly loseAnswer?: boolean;
  /** The call is carried out, and no answer comes. */
  readonly hang?: boolean;
  /** The call is carried out, and half of its answer comes: then the connection ends, or nothing more comes. */
  readonly half?: 'cut' | 'stalled';
  /** The call is carried out, and its answer is another one. */
  readonly instead?: number;
}

interface Answer {
  readonly status: number;
  readonly answer: Anything;
}

export class DiscordServer {
  readonly guild = IDS.guild;
  readonly desk = IDS.desk;
  readonly channel = IDS.channel;
  readonly system = IDS.system;
  /** The bot may not write in it. */
  readonly closed = IDS.closed;
  /** The bot may not look back in it. */
  readonly blind = IDS.blind;
  readonly thread = IDS.thread;
  /** Ada's direct messages with the bot. */
  readonly direct = IDS.direct;
  readonly directOfBen = IDS.directOfBen;
  /** Who owns the guild and may do anything. */
  readonly ada = IDS.ada;
  /** A plain member, with the role `desk`. */
  readonly ben = IDS.ben;
  readonly calls: Call[] = [];
  readonly gateway: DiscordGateway;
  readonly postbox = new Postbox();
  readonly interactions = new Interactions(this.postbox);
  readonly registry = new Registry();
  /** Since when the bot is in the guild. */
  joinedAt = '2024-01-01T00:00:00.000Z';
  /** The bot is in the guild when it logs in. */
  isMember = true;
  /** What the application's own description says otherwise, such as its team. */
  application: object = {};
  fault: (method: string, path: string, body: Anything) => Fault | undefined = () => undefined;
  readonly #server: Server;
  readonly #broken: string[] = [];
  #checked = 0;
  readonly #made: APIChannel[] = [];
  readonly #routes: Routes;

  static async start(): Promise<DiscordServer> {
    const discord = new DiscordServer();
    await once(discord.#server.listen(0, '127.0.0.1'), 'listening');
    return discord;
  }

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
    });
    this.gateway = new DiscordGateway(this.#server, {
      token: BOT.token,
      ready: (...session) => ({ ...ready(...session), ...(this.isMember ? {} : { guilds: [] }) }),
      guilds: () => (this.isMember ? [{ ...guildCreate(this.#made), joined_at: this.joinedAt }] : []),
    });
    this.#routes = new Routes(this);
  }

  /** Channels that the bot finds in the guild when it logs in next. @returns their ids */
  makeChannels(count: number): readonly string[] {
    const made = Array.from({ length: count }, (_, at) => text(snowflake(), `desk-${at}`, at));
    this.#made.push(...made);
    this.#routes.addChannels(made);
    return made.map(({ id }) => id);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The client adds the version. */
  get apiUrl(): string {
    return `${this.origin}/api`;
  }

  called(method: string, pathPattern: RegExp): readonly Call[] {
    return this.calls.filter((call) => call.method === method && pathPattern.test(call.path));
  }

  /** Every rule that a call broke; looked at only when asked for, as it takes too long for an interaction to wait. */
  get broken(): readonly string[] {
    for (const call of this.calls.slice(this.#checked)) this.#broken.push(...rulesBrokenBy(call));
    this.#checked = this.calls.length;
    return this.#broken;
  }

  /** All that the bot has ever shown, in the order of its appearing. */
  get messages(): readonly Posted[] {
    return this.postbox.posted;
  }

  get posts(): readonly Posted[] {
    return this.messages.filter(({ via }) => via === 'channel');
  }

  /** Answers to interactions that are there to be seen. */
  get replies(): readonly Posted[] {
    return this.messages.filter(({ via, deleted }) => via !== 'channel' && !deleted);
  }

  get modals(): readonly Anything[] {
    return this.interactions.modals;
  }

  get choices(): readonly Anything[][] {
    return this.interactions.choices;
  }

  get interactionLatency(): Map<string, number> {
    return this.interactions.latency;
  }

  responded(interactionId: string): Promise<number> {
    return this.interactions.responded(interactionId);
  }

  /** A channel or thread, also one that the bot has started. */
  channelOf(id: string): APIChannel {
    return this.#routes.channel(id);
  }

  /** As Discord does it a day after the last message. */
  archive(thread: string): void {
    this.#routes.archive(thread);
  }

  /** Somebody deletes a channel or thread; its messages are gone with it. */
  removeChannel(id: string): void {
    this.#routes.removeChannel(id);
  }

  /** Somebody adds the bot to the guild. */
  join(over: object = {}): void {
    this.isMember = true;
    this.gateway.dispatch('GUILD_CREATE', { ...guildCreate(), ...over });
  }

  async close(): Promise<void> {
    await this.gateway.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now();
    const { method = '', headers } = request;
    const { pathname, searchParams: query } = new URL(request.url ?? '/', this.origin);
    const path = decodeURIComponent(pathname).replace(/^\/api(\/v10)?/, '');
    const body = await readBody(request);
    const fault = this.fault(method, path, body);
    if (fault?.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    const isRefused = fault !== undefined && (fault.status ?? fault.body) !== undefined;
    const given = isRefused ? faulty(fault) : this.#carriedOut(method, path, body, query, headers.authorization);
    this.calls.push({ method, path, query, body, headers, at, ...given });
    if (fault?.hang) return;
    if (fault?.loseAnswer) return void request.socket.destroy();
    if (fault?.half !== undefined) return sendHalf(response, given, fault.half);
    if (fault?.instead !== undefined) return send(response, faulty({ status: fault.instead }));
    send(response, given, fault?.headers);
  }

  #carriedOut(method: string, path: string, body: Anything, query: URLSearchParams, authorization?: string): Answer {
    try {
      if (!isOpen(path) && authorization !== `Bot ${BOT.token}`) throw new Refusal(401, 0, '401: Unauthorized');
      const answer = this.#routes.carryOut(method, path, body, query);
      return { status: answer === undefined ? 204 : 200, answer };
    } catch (error) {
      if (error instanceof Refusal) return { status: error.status, answer: error.body };
      throw error;
    }
  }
}

function rulesBrokenBy({ method, path, body }: Call): string[] {
  if (body === undefined) return [];
  const found = [...bodyViolations(method, path, body), ...violations(method, path, body)];
  return found.map((rule) => `${method} ${path}: ${rule}`);
}

/** A token in the path is all that these need. */
function isOpen(path: string): boolean {
  return /^\/(interactions|webhooks)\/\d+\/|^\/gateway$/.test(path);
}

function faulty({ status = 200, body }: Fault): Answer {
  return { status, answer: body ?? { message: `${status}: of the test's making`, code: 0 } };
}

function send(response: ServerResponse, { status, answer }: Answer, headers: Fault['headers'] = {}): void {
  const text = status === 204 || answer === undefined ? undefined : JSON.stringify(answer);
  response.writeHead(status, { ...(text && { 'content-type': 'application/json' }), ...headers }).end(text);
}

function sendHalf(response: ServerResponse, { status, answer }: Answer, how: NonNullable<Fault['half']>): void {
  const text = JSON.stringify(answer);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.write(text.slice(0, text.length / 2), () => void (how === 'cut' && response.destroy()));
}

async function readBody(request: IncomingMessage): Promise<Anything> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text === '' ? undefined : JSON.parse(text);
}
