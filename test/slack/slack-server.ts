import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator, type Emulator } from 'emulate';
import manifest from '../../adapters/slack/manifest.json' with { type: 'json' };
import { asAsked, unlimited } from './history.ts';
import { violations } from './limits.ts';
import { SocketBridge } from './socket-bridge.ts';

/*
 * Slack on this machine: the Web API of `emulate`, and in front of it what that does not have: Socket Mode, response
 * addresses, prompts and status, pages of what was said, faults, and a check of every post against Slack's limits.
 */

// biome-ignore lint/suspicious/noExplicitAny: bodies as they came over the wire
type Anything = any;

export interface ApiCall {
  readonly method: string;
  readonly body: Anything;
  /** When it came in, in milliseconds of the monotonic clock. */
  readonly at: number;
  readonly answer: Anything;
}

/** What a test makes of a call in place of an answer. */
export interface Fault {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** The call is carried out, and its answer lost. */
  readonly lost?: LostAnswer;
  /** The call waits this long before anything comes of it. */
  readonly delayMs?: number;
}

/** The connection is cut, no answer comes, a gateway answers in its place, or the answer breaks off. */
export type LostAnswer = 'reset' | 'hang' | '502' | 'cut body';

export const BOT = { token: 'xoxb-1-detente-test', id: 'B0DETENTE', user: 'U0DETENTE', app: 'A0DETENTE' } as const;
export const APP_TOKEN = 'xapp-1-detente-test';
const USER_TOKEN = 'xoxp-1-ada-test';
const CONFIG_TOKEN = 'xoxe.xoxp-1-detente-test';

export class SlackServer {
  readonly team = 'T000000001';
  readonly calls: ApiCall[] = [];
  readonly broken: string[] = [];
  readonly socket: SocketBridge;
  fault: (method: string, body: Anything) => Fault | undefined = () => undefined;
  scopes: readonly string[];
  manifest: object = manifest;
  channel = '';
  /** The bot is not in it. */
  foreignChannel = '';
  ada = '';
  ben = '';
  /** Ada's direct messages with the bot. */
  direct = '';
  readonly #emulator: Emulator;
  readonly #server: Server;

  /** @param scopes that the bot's token has, which Slack is strict about */
  static async start(scopes: readonly string[] = manifest.oauth_config.scopes.bot): Promise<SlackServer> {
    const emulator = await createEmulator({ service: 'slack', port: 0, seed: seed(scopes) as never });
    const slack = new SlackServer(emulator, scopes);
    await once(slack.#server.listen(0, '127.0.0.1'), 'listening');
    await slack.#settle();
    return slack;
  }

  private constructor(emulator: Emulator, scopes: readonly string[]) {
    this.#emulator = emulator;
    this.scopes = scopes;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
    });
    this.socket = new SocketBridge(this.#server);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get apiUrl(): string {
    return `${this.origin}/api/`;
  }

  /** Posts that everybody in their place sees, in order. */
  get posts(): readonly ApiCall[] {
    return this.calls.filter(({ method, answer }) => method === 'chat.postMessage' && answer.ok);
  }

  /** What stands in a channel, threads and all, in order, as its readers see it now. */
  async standing(channel: string): Promise<readonly Anything[]> {
    const { messages } = await this.asAda('conversations.history', { channel, limit: 1_000 });
    const threads = messages.map(({ ts }: Anything) => this.asAda('conversations.replies', { channel, ts }));
    const said = (await Promise.all(threads)).flatMap((thread) => thread.messages);
    const own = said.filter(({ user, subtype }: Anything) => user === BOT.user && subtype === undefined);
    return own.sort((one: Anything, other: Anything) => (one.ts < other.ts ? -1 : 1));
  }

  /** Posts that one user alone sees. */
  get whispers(): readonly ApiCall[] {
    return this.calls.filter(({ method, answer }) => /^respond$|^chat\.postEphemeral$/.test(method) && answer.ok);
  }

  /** A post as it reads after what was changed of it. */
  asAmended(post: ApiCall): ApiCall {
    const changes = this.called('chat.update').filter(({ answer }) => answer.ok);
    return changes.findLast(({ body }) => body.ts === post.answer.ts) ?? post;
  }

  /** Somebody has taken it away. */
  isDeleted(post: ApiCall): boolean {
    return this.called('chat.delete').some(({ body, answer }) => answer.ok && body.ts === post.answer.ts);
  }

  /** Takes so many posts more and then none, until what this gives is called. */
  interrupt(after: number): () => void {
    let left = after;
    const refusal = { body: { ok: false, error: 'msg_too_long' } };
    this.fault = (method) => (method === 'chat.postMessage' && left-- <= 0 ? refusal : undefined);
    return () => {
      this.fault = () => undefined;
    };
  }

  called(method: string): readonly ApiCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** A trigger as a click or a command makes one: good for one form, for three seconds. */
  async trigger(user: string): Promise<string> {
    return (await this.#forward('views.generateTriggerId', BOT.token, { user_id: user })).trigger_id;
  }

  /** Makes channels with the bot in them. */
  async makeChannels(count: number): Promise<readonly string[]> {
    const made = Array.from({ length: count }, async (_, at) => {
      const { channel } = await this.asAda('conversations.create', { name: `desk-${at}` });
      await this.asAda('conversations.invite', { channel: channel.id, users: BOT.user });
      return channel.id as string;
    });
    return Promise.all(made);
  }

  /** What people say in a channel, or in a thread of it. */
  async chatter(channel: string, count: number, thread?: string): Promise<void> {
    const place = { channel, ...(thread && { thread_ts: thread }) };
    for (let at = 0; at < count; at += 1) await this.asAda('chat.postMessage', { ...place, text: `message ${at}` });
  }

  /** Does something as Ada, who runs the workspace. */
  async asAda(method: string, body: object): Promise<Anything> {
    return this.#forward(method, USER_TOKEN, body);
  }

  /** Does something as the bot, behind its back. */
  async asBot(method: string, body: object): Promise<Anything> {
    return this.#forward(method, BOT.token, body);
  }

  async close(): Promise<void> {
    await this.socket.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    await this.#emulator.close();
  }

  async #settle(): Promise<void> {
    const { members } = await this.asAda('users.list', {});
    const { channels } = await this.asAda('conversations.list', { types: 'public_channel,private_channel' });
    const idOf = (list: Anything[], name: string): string => list.find((one) => one.name === name).id;
    this.ada = idOf(members, 'ada');
    this.ben = idOf(members, 'ben');
    this.channel = idOf(channels, 'crisis-desk');
    this.foreignChannel = idOf(channels, 'elsewhere');
    await this.asAda('conversations.invite', { channel: this.channel, users: BOT.user });
    this.direct = (await this.asAda('conversations.open', { users: BOT.user })).channel.id;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now();
    const path = request.url?.split('?', 1)[0] ?? '';
    const body = await readBody(request);
    const method = path.startsWith('/respond/') ? 'respond' : path.replace(/^\/api\//, '');
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? body.token ?? '';
    const fault = this.fault(method, body);
    if (fault?.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    const refused = fault !== undefined && (fault.status ?? fault.body) !== undefined;
    const answer = refused ? (fault.body ?? { ok: false }) : await this.#carriedOut(method, token, body);
    this.calls.push({ method, body, at, answer });
    if (fault?.lost !== undefined) return lose(fault.lost, response);
    const headers = { 'content-type': 'application/json', 'x-oauth-scopes': this.scopes.join(','), ...fault?.headers };
    response.writeHead(fault?.status ?? 200, headers).end(JSON.stringify(answer));
  }

  async #carriedOut(method: string, token: string, body: Anything): Promise<Anything> {
    this.broken.push(...violations(method, body));
    if (method === 'respond') return { ok: true };
    if (method === 'apps.connections.open')
      return token === APP_TOKEN ? { ok: true, url: this.socket.url } : { ok: false, error: 'invalid_auth' };
    if (method === 'apps.manifest.export')
      return token === CONFIG_TOKEN ? { ok: true, manifest: this.manifest } : { ok: false, error: 'invalid_auth' };
    // emulate takes an unknown token for its first user's
    if (token !== BOT.token) return { ok: false, error: 'invalid_auth' };
    if (/^assistant\./.test(method)) return { ok: true };
    if (/^conversations\.(history|replies)$/.test(method))
      return asAsked(await this.#forward(method, token, unlimited(body)), body);
    const answer = await this.#forward(method, token, body);
    if (method === 'users.info' && answer.ok) answer.user.tz = 'Asia/Karachi';
    return answer;
  }

  async #forward(method: string, token: string, body: object): Promise<Anything> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await fetch(`${this.#emulator.url}/api/${method}`, sent)).json();
  }
}

/** Slack checks scopes only where it is told to: it is. */
function seed(scopes: readonly string[]): object {
  const app = { app_id: BOT.app, client_id: '1.1', bot_id: BOT.id, bot_user_id: BOT.user };
  return {
    slack: {
      strict_scopes: true,
      users: [{ name: 'ada', is_admin: true }, { name: 'ben' }],
      channels: [{ name: 'crisis-desk' }, { name: 'elsewhere', is_private: true }],
      oauth_apps: [{ ...app, client_secret: 'x', name: 'Détente', redirect_uris: [], scopes, bot_name: 'detente' }],
      tokens: [
        { ...app, token: BOT.token, type: 'bot', user: BOT.user, scopes },
        { token: USER_TOKEN, type: 'user', user: 'ada', scopes: USER_SCOPES },
      ],
    },
  };
}

const USER_SCOPES = [
  'chat:write',
  'mpim:write',
  'users:read',
  'channels:read',
  'channels:write',
  'channels:manage',
  'channels:write.invites',
  'im:write',
  'im:read',
  'groups:read',
  'channels:history',
  'groups:history',
  'im:history',
];

function lose(how: LostAnswer, response: ServerResponse): void {
  if (how === 'reset') response.socket?.destroy();
  if (how === '502') response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
  if (how !== 'cut body') return;
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '400' });
  response.write('{"ok":true,"ts":"17', () => response.socket?.destroy());
}

/** JSON or a form, whose structured fields are JSON. */
async function readBody(request: IncomingMessage): Promise<Anything> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  if (text === '') return {};
  if (/json/.test(request.headers['content-type'] ?? '')) return JSON.parse(text);
  return Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [name, fieldOf(value)]));
}

function fieldOf(value: string): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  try {
    return /^[[{]/.test(value) ? JSON.parse(value) : value;
  } catch {
    return value;
  }
}
