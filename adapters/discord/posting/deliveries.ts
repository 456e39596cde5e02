import type { Client } from 'discord.js';
import {
  type AmendingAdapter,
  type ChatAdapter,
  type Conversation,
  DetenteError,
  type Sent,
} from '../../../src/index.ts';
import type { DiscordApi } from '../connection/api.ts';
import type { Failure } from '../connection/failure.ts';
import { blindnessIn, canThread, refusalIn } from '../places.ts';
import { Addresses } from './addresses.ts';
import { Amender } from './amender.ts';
import { Asked } from './asked.ts';
import { Calls } from './calls.ts';
import { History } from './history.ts';
import { Pace } from './pace.ts';
import { Poster } from './poster.ts';
import type { QuietHours } from './quiet-hours.ts';
import { Replacer } from './replacer.ts';

export interface DeliveriesOptions {
  readonly api: DiscordApi;
  /** The one that is connected, or was at last. */
  client(): Client<true> | undefined;
  /** Milliseconds since 1970. */
  now(): number;
  readonly quietHours: QuietHours;
  readonly againMs: number;
  readonly paceMs: number;
  /** Nothing waits after it. */
  readonly over: AbortSignal;
  /** Told of each call that failed for good. */
  onFailure(failure: Failure, conversation: Conversation): void;
}

/** Of direct messages, and of a notice at whose place the bot was just written to. */
const NO_SERVERS = new Set(['@me', '']);

/** What is posted by itself: sent, found again, corrected. */
export class Deliveries {
  readonly poster: Poster;
  readonly replacer: Replacer;
  readonly #amender: Amender;
  readonly #addresses: Addresses;
  readonly #asked: Asked;
  readonly #client: () => Client<true> | undefined;

  constructor({ api, client, quietHours, againMs, paceMs, over, ...options }: DeliveriesOptions) {
    this.#client = client;
    const calls = new Calls((failure, conversation) => options.onFailure(failure, conversation));
    const pace = new Pace(paceMs, over);
    this.#asked = new Asked(api);
    const own = async () => client()?.user.id ?? this.#asked.own();
    const history = new History({ api, pace, againMs, own });
    const common = { api, calls, history, pace, againMs };
    const now = () => options.now();
    const places = {
      isIn: (workspace: string) => this.isIn(workspace),
      canThread: async (channel: string) => {
        const connected = client();
        return connected === undefined ? this.#asked.canThread(channel) : canThread(connected, channel);
      },
    };
    this.poster = new Poster({ ...common, ...places, now, quietHours });
    this.replacer = new Replacer(common);
    this.#amender = new Amender(common);
    this.#addresses = new Addresses(api, pace, (id) => client()?.channels.cache.has(id) === true);
  }

  /** Whether the bot is in a workspace still. */
  isIn(workspace: string): boolean {
    return NO_SERVERS.has(workspace) || this.#client()?.guilds.cache.has(workspace) !== false;
  }

  async send(...[conversation, reply, key, mayPost]: Parameters<ChatAdapter['send']>): Promise<Sent> {
    const refusal = refusalIn(this.#client()?.channels.cache.get(conversation.thread ?? conversation.channel));
    if (refusal !== undefined) throw new DetenteError('not-found', `I cannot post here: ${refusal}.`);
    return this.poster.post(await this.#addresses.channelOf(conversation), reply, { key, mayPost });
  }

  /** @param since ISO 8601 */
  async recall(conversation: Conversation, key: string, since: string): Promise<Sent | undefined> {
    const at = Date.parse(since);
    if (Number.isNaN(at))
      throw new DetenteError('bad-input', `${since} is no instant: write it as 2024-01-19T08:00:00Z`);
    return this.poster.recall(await this.#readable(conversation), key, at);
  }

  async amend(...[conversation, sent, reply]: Parameters<AmendingAdapter['amend']>): Promise<void> {
    await this.#amender.amend(await this.#readable(conversation), sent, reply);
  }

  /** The conversation with its channel. @throws DetenteError where the bot could not see what it posted there */
  async #readable(conversation: Conversation): Promise<Conversation> {
    const client = this.#client();
    const found = await this.#addresses.channelOf(conversation);
    const blindness = client === undefined ? await this.#asked.blindness(found) : blindnessIn(client, conversation);
    if (blindness !== undefined) throw new DetenteError('internal', `I cannot look back here: ${blindness}.`);
    return found;
  }
}
