import {
  type APIAuditLog,
  type APIChannel,
  type APIMessage,
  AuditLogEvent,
  ChannelType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { DiscordGateway } from './gateway.ts';
import { guildCreate } from './guild.ts';
import type { Interactions } from './interactions.ts';
import { messageOf, type Postbox, type Posted, withoutNonce } from './postbox.ts';
import { Refusal } from './refusal.ts';
import type { Registry } from './registry.ts';
import { BOT, bot, channels, directWith, IDS, person, thread } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: bodies as they came over the wire
type Anything = any;

interface Asked {
  readonly body: Anything;
  readonly query: URLSearchParams;
  /** What stands in the path in place of its parameters. */
  readonly ids: readonly string[];
}

/** What a route gives: a body, or nothing, which is 204. */
type Route = readonly [method: string, template: string, handle: (asked: Asked) => object | undefined];

/** Everything that a route reads or changes. */
interface State {
  readonly gateway: DiscordGateway;
  readonly postbox: Postbox;
  readonly interactions: Interactions;
  readonly registry: Registry;
  readonly application: object;
}

/** Ben invited the bot. https://discord.com/developers/docs/resources/audit-log */
const auditLog: APIAuditLog = {
  audit_log_entries: [
    { id: '1122000000000000099', action_type: AuditLogEvent.BotAdd, user_id: IDS.ben, target_id: BOT.user },
  ],
  application_commands: [],
  auto_moderation_rules: [],
  guild_scheduled_events: [],
  integrations: [],
  threads: [],
  users: [],
  webhooks: [],
};

/** Carries a call out; with nothing to say where it is answered by 204. */
export class Routes {
  readonly #channels = new Map(channels().map((channel) => [channel.id, channel]));
  readonly #state: State;
  readonly #routes: readonly Route[];

  constructor(state: State) {
    this.#state = state;
    this.#routes = [...this.#aboutTheBot(), ...this.#ofCommands(), ...this.#ofChannels(), ...this.#ofInteractions()];
  }

  carryOut(method: string, path: string, body: Anything, query: URLSearchParams): object | undefined {
    for (const [verb, template, handle] of this.#routes) {
      const ids = verb === method ? new RegExp(`^${template.replaceAll(':id', '([^/]+)')}$`).exec(path) : null;
      if (ids !== null) return handle({ body, query, ids: ids.slice(1) });
    }
    throw new Refusal(404, 0, '404: Not Found');
  }

  addChannels(channels: readonly APIChannel[]): void {
    for (const channel of channels) this.#channels.set(channel.id, channel);
  }

  /** Somebody deletes a channel or thread. */
  removeChannel(id: string): void {
    this.#channels.delete(id);
  }

  archive(thread: string): void {
    this.#setArchived(thread, true);
  }

  channel(id: string): APIChannel {
    return found(this.#channels.get(id), 10003, 'Unknown Channel');
  }

  #aboutTheBot(): Route[] {
    const { gateway } = this.#state;
    const limit = () => ({
      ...{ total: 1_000, remaining: 1_000 - gateway.identifies },
      ...{ reset_after: 14_400_000, max_concurrency: 1 },
    });
    return [
      ['GET', '/gateway/bot', () => ({ url: gateway.url, shards: 1, session_start_limit: limit() })],
      ['GET', '/gateway', () => ({ url: gateway.url })],
      ['GET', '/users/@me', () => bot],
      ['GET', '/users/:id', ({ ids: [id = ''] }) => found(person(id), 10013, 'Unknown User')],
      [
        'GET',
        '/guilds/:id',
        ({ ids: [id] }) => found(id === IDS.guild ? guildCreate() : undefined, 10004, 'Unknown Guild'),
      ],
      ['GET', '/guilds/:id/audit-logs', () => auditLog],
      ['GET', '/applications/@me', () => ({ ...application(), ...this.#state.application })],
      ['GET', '/oauth2/applications/@me', () => ({ ...application(), ...this.#state.application })],
      ['POST', '/users/@me/channels', ({ body }) => this.#direct(body.recipient_id)],
    ];
  }

  #ofCommands(): Route[] {
    const { registry } = this.#state;
    const all = `/applications/${BOT.application}/commands`;
    return [
      ['GET', all, () => registry.all],
      ['POST', all, ({ body }) => registry.put(body)],
      ['PUT', all, ({ body }) => registry.replace(body)],
      ['PATCH', `${all}/:id`, ({ body, ids: [id = ''] }) => registry.change(id, body)],
      ['DELETE', `${all}/:id`, ({ ids: [id = ''] }) => void registry.remove(id)],
    ];
  }

  #ofChannels(): Route[] {
    const { postbox } = this.#state;
    const one = '/channels/:id/messages/:id';
    return [
      ['GET', '/channels/:id', ({ ids: [id = ''] }) => this.channel(id)],
      ['PATCH', '/channels/:id', ({ body, ids: [id = ''] }) => this.#change(id, body)],
      ['POST', '/channels/:id/typing', ({ ids: [id = ''] }) => void this.#writable(id)],
      ['POST', '/channels/:id/messages', ({ body, ids: [id = ''] }) => this.#post(id, body)],
      ['GET', '/channels/:id/messages', ({ ids: [id = ''], query }) => this.#list(id, query)],
      ['GET', one, ({ ids: [channel = '', id = ''] }) => this.#one(channel, id)],
      ['PATCH', one, ({ body, ids: [channel = '', id = ''] }) => this.#edit(channel, id, body)],
      ['DELETE', one, ({ ids: [channel = '', id = ''] }) => erase(postbox.own(id, channel))],
      ['POST', `${one}/threads`, ({ body, ids: [channel = '', id = ''] }) => this.#startThread(channel, id, body)],
    ];
  }

  #ofInteractions(): Route[] {
    const { interactions, postbox } = this.#state;
    const hook = `/webhooks/${BOT.application}/:id`;
    return [
      ['POST', '/interactions/:id/:id/callback', (asked) => this.#callback(asked)],
      ['POST', hook, ({ body, ids: [token = ''] }) => this.#tell(interactions.followUp(token, body))],
      ['GET', `${hook}/messages/@original`, ({ ids: [token = ''] }) => messageOf(interactions.original(token))],
      [
        'PATCH',
        `${hook}/messages/@original`,
        ({ body, ids: [token = ''] }) => messageOf(interactions.editOriginal(token, body)),
      ],
      ['DELETE', `${hook}/messages/@original`, ({ ids: [token = ''] }) => void interactions.deleteOriginal(token)],
      ['GET', `${hook}/messages/:id`, ({ ids: [token = '', id = ''] }) => messageOf(interactions.message(token, id))],
      [
        'PATCH',
        `${hook}/messages/:id`,
        ({ body, ids: [token = '', id = ''] }) => messageOf(postbox.edit(interactions.message(token, id), body)),
      ],
      ['DELETE', `${hook}/messages/:id`, ({ ids: [token = '', id = ''] }) => erase(interactions.message(token, id))],
    ];
  }

  #writable(id: string): APIChannel {
    const channel = this.channel(id);
    if (this.#isDenied(channel, PermissionFlagsBits.SendMessages)) throw new Refusal(403, 50013, 'Missing Permissions');
    return channel;
  }

  /** A thread has the permissions of its channel. */
  #isDenied(channel: APIChannel, permission: bigint): boolean {
    const place = 'parent_id' in channel && channel.parent_id ? this.channel(channel.parent_id) : channel;
    const overwrites = 'permission_overwrites' in place ? (place.permission_overwrites ?? []) : [];
    return overwrites.some(({ id, deny }) => id === BOT.user && (BigInt(deny) & permission) !== 0n);
  }

  #direct(recipient: string): APIChannel {
    const id = directWith(recipient);
    if (id === undefined) throw new Refusal(400, 50033, 'Invalid Recipient(s)');
    return this.channel(id);
  }

  #post(id: string, body: Anything): APIMessage {
    this.#writable(id);
    this.#setArchived(id, false);
    const { one, isNew } = this.#state.postbox.post(id, body);
    return isNew ? this.#tell(one) : messageOf(one);
  }

  /** The bot hears of its own messages too. */
  #tell(one: Posted): APIMessage {
    const message = messageOf(one);
    const channel = this.#channels.get(one.channel);
    const place = { channel_type: channel?.type, ...(channel?.type !== ChannelType.DM && { guild_id: IDS.guild }) };
    if (channel && !one.ephemeral) this.#state.gateway.dispatch('MESSAGE_CREATE', { ...message, ...place });
    return message;
  }

  /** Without the permission nothing is refused: the history is empty. */
  #list(id: string, query: URLSearchParams): APIMessage[] {
    const channel = this.channel(id);
    if (this.#isDenied(channel, PermissionFlagsBits.ReadMessageHistory)) return [];
    return this.#state.postbox.listed(channel.id, Object.fromEntries(query));
  }

  #one(id: string, message: string): APIMessage {
    const channel = this.channel(id);
    if (this.#isDenied(channel, PermissionFlagsBits.ReadMessageHistory))
      throw new Refusal(403, 50013, 'Missing Permissions');
    return this.#state.postbox.seen(message, channel.id);
  }

  #edit(channel: string, id: string, body: Anything): APIMessage {
    const { postbox } = this.#state;
    const place = this.channel(channel);
    const isArchived = 'thread_metadata' in place && place.thread_metadata?.archived;
    const one = postbox.own(id, place.id);
    if (isArchived) throw new Refusal(400, 50083, 'Thread is archived');
    return withoutNonce(messageOf(postbox.edit(one, body)));
  }

  /** Only whether a thread is archived. */
  #change(id: string, { archived }: { archived: boolean }): APIChannel {
    this.#setArchived(this.#writable(id).id, archived);
    return this.channel(id);
  }

  /** A post opens a thread again. */
  #setArchived(id: string, archived: boolean): void {
    const channel = this.channel(id);
    if ('thread_metadata' in channel && channel.thread_metadata)
      this.#channels.set(id, { ...channel, thread_metadata: { ...channel.thread_metadata, archived } } as APIChannel);
  }

  /** A thread has the id of the message that it starts from. */
  #startThread(channel: string, id: string, { name }: { name: string }): object {
    if (this.#writable(channel).type !== ChannelType.GuildText)
      throw new Refusal(400, 50024, 'Cannot execute action on this channel type');
    this.#state.postbox.claimThread(id);
    const made = thread(id, channel, name, BOT.user);
    this.#channels.set(id, made);
    this.#state.gateway.dispatch('THREAD_CREATE', { ...made, newly_created: true });
    return made;
  }

  #callback({ body, query, ids: [id = '', token = ''] }: Asked): object | undefined {
    const answer = this.#state.interactions.callback(id, token, body);
    return query.get('with_response') === 'true' ? answer : undefined;
  }
}

function application(): object {
  const owner = person(IDS.ada);
  return {
    ...{ id: BOT.application, name: 'Détente', icon: null, description: '', summary: '', flags: 1 << 19, owner, bot },
    ...{ bot_public: true, bot_require_code_grant: false, verify_key: 'x', team: null },
    integration_types_config: { 0: {}, 1: {} },
  };
}

function erase(one: Posted): undefined {
  one.deleted = true;
}

function found<T>(what: T | undefined, code: number, message: string): T {
  if (what === undefined) throw new Refusal(404, code, message);
  return what;
}
