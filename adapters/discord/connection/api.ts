import {
  type APIApplication,
  type APIApplicationCommand,
  type APIChannel,
  type APIGatewayBotInfo,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type APIUser,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord-api-types/v10';
import type { DiscordMessage } from '../render.ts';

/** The part of discord.js's REST client that is used: it keeps Discord's rate limits and obeys Retry-After. */
export interface Rest {
  get(route: `/${string}`, options?: object): Promise<unknown>;
  post(route: `/${string}`, options?: object): Promise<unknown>;
  patch(route: `/${string}`, options?: object): Promise<unknown>;
  delete(route: `/${string}`, options?: object): Promise<unknown>;
}

/** An interaction as it is answered, for fifteen minutes. */
export interface InteractionToken {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

export interface PostOptions {
  /** At most 25 characters: a second post under it gives the first again, for some minutes. */
  readonly nonce: string;
  /** The message that it answers. */
  readonly answers?: string | undefined;
  /** Nobody's telephone rings. */
  readonly isSilent?: boolean;
  /** Ends the call, also where it waits. */
  readonly within?: AbortSignal | undefined;
}

/** A message as it stands in a channel. */
export type Standing = Pick<APIMessage, 'id' | 'author' | 'components'>;

/** A channel as far as anybody asks about it. */
export type Place = Pick<APIChannel, 'id' | 'type'> & {
  readonly guild_id?: string;
  readonly parent_id?: string | null;
  readonly thread_metadata?: { readonly locked: boolean; readonly archived: boolean };
};

/** The calls that are made. Nobody is pinged by any of them. https://discord.com/developers/docs/reference */
export class DiscordApi {
  readonly #rest: Rest;

  constructor(rest: Rest) {
    this.#rest = rest;
  }

  /** Gives the message's id. */
  async post(channel: string, message: DiscordMessage, options: PostOptions): Promise<string> {
    const { nonce, answers, isSilent, within: signal } = options;
    const reference = answers && { message_reference: { message_id: answers, fail_if_not_exists: false } };
    const flags = isSilent ? MessageFlags.SuppressNotifications : 0;
    const body = { ...bodyOf(message, flags), nonce, enforce_nonce: true, ...reference };
    return ((await this.#rest.post(Routes.channelMessages(channel), { body, signal })) as APIMessage).id;
  }

  /** The oldest messages that are younger than `after`, latest first. Empty, and no error, where the history may not be read. */
  async messages(channel: string, after: string, limit: number, signal?: AbortSignal): Promise<readonly Standing[]> {
    const query = new URLSearchParams({ after, limit: String(limit) });
    return (await this.#rest.get(Routes.channelMessages(channel), { query, signal })) as APIMessage[];
  }

  async message(channel: string, id: string, signal?: AbortSignal): Promise<Standing> {
    return (await this.#rest.get(Routes.channelMessage(channel, id), { signal })) as APIMessage;
  }

  async edit(channel: string, id: string, message: DiscordMessage, signal?: AbortSignal): Promise<void> {
    await this.#rest.patch(Routes.channelMessage(channel, id), { body: bodyOf(message), signal });
  }

  async remove(channel: string, id: string, signal?: AbortSignal): Promise<void> {
    await this.#rest.delete(Routes.channelMessage(channel, id), { signal });
  }

  async startThread(channel: string, message: string, name: string, signal?: AbortSignal): Promise<string> {
    const body = { name, auto_archive_duration: 1_440 };
    return ((await this.#rest.post(Routes.threads(channel, message), { body, signal })) as APIChannel).id;
  }

  /** What is archived takes no changes. Who may write in it may do this, unless it is locked too. */
  async reopenThread(id: string, signal?: AbortSignal): Promise<void> {
    await this.#rest.patch(Routes.channel(id), { body: { archived: false }, signal });
  }

  async channel(id: string): Promise<Place> {
    return (await this.#rest.get(Routes.channel(id))) as Place;
  }

  async showTyping(channel: string): Promise<void> {
    await this.#rest.post(Routes.channelTyping(channel));
  }

  /** The channel of a user's direct messages. */
  async openDirect(user: string): Promise<string> {
    const body = { recipient_id: user };
    return ((await this.#rest.post(Routes.userChannels(), { body })) as APIChannel).id;
  }

  /** Within three seconds. What comes of it is told by `editReply`. */
  async defer(to: InteractionToken, isEphemeral: boolean): Promise<void> {
    const data = { flags: ephemeral(isEphemeral) };
    await this.#respond(to, { type: InteractionResponseType.DeferredChannelMessageWithSource, data });
  }

  async reply(to: InteractionToken, message: DiscordMessage, isEphemeral: boolean): Promise<void> {
    const data = bodyOf(message, ephemeral(isEphemeral));
    await this.#respond(to, { type: InteractionResponseType.ChannelMessageWithSource, data });
  }

  async showModal(to: InteractionToken, data: APIModalInteractionResponseCallbackData): Promise<void> {
    await this.#respond(to, { type: InteractionResponseType.Modal, data });
  }

  async choose(to: InteractionToken, values: readonly string[]): Promise<void> {
    const choices = values.map((value) => ({ name: value, value }));
    await this.#respond(to, { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } });
  }

  /** Gives the message's id. @param id of a message that followed the first; the first unless told */
  async editReply(to: InteractionToken, message: DiscordMessage, id?: string): Promise<string> {
    const route = Routes.webhookMessage(to.applicationId, to.token, id);
    return ((await this.#rest.patch(route, { auth: false, body: bodyOf(message) })) as APIMessage).id;
  }

  /** @param id of a message that followed the first; the first unless told */
  async deleteReply(to: InteractionToken, id?: string): Promise<void> {
    await this.#rest.delete(Routes.webhookMessage(to.applicationId, to.token, id), { auth: false });
  }

  /** Gives the message's id. */
  async followUp(to: InteractionToken, message: DiscordMessage, isEphemeral: boolean): Promise<string> {
    const body = bodyOf(message, ephemeral(isEphemeral) | MessageFlags.SuppressNotifications);
    return ((await this.#rest.post(Routes.webhook(to.applicationId, to.token), { auth: false, body })) as APIMessage)
      .id;
  }

  /** The bot's own id. */
  async me(): Promise<string> {
    return ((await this.#rest.get(Routes.user())) as APIUser).id;
  }

  /** The application that the token belongs to. */
  async application(): Promise<Pick<APIApplication, 'id' | 'name' | 'owner' | 'team'>> {
    return (await this.#rest.get(Routes.currentApplication())) as APIApplication;
  }

  /** How many sessions may be begun today. */
  async sessions(): Promise<{ readonly remaining: number; readonly total: number }> {
    return ((await this.#rest.get(Routes.gatewayBot())) as APIGatewayBotInfo).session_start_limit;
  }

  async commands(application: string): Promise<readonly APIApplicationCommand[]> {
    return (await this.#rest.get(Routes.applicationCommands(application))) as APIApplicationCommand[];
  }

  async createCommand(application: string, body: object): Promise<void> {
    await this.#rest.post(Routes.applicationCommands(application), { body });
  }

  async updateCommand(application: string, command: string, body: object): Promise<void> {
    await this.#rest.patch(Routes.applicationCommand(application, command), { body });
  }

  async removeCommand(application: string, command: string): Promise<void> {
    await this.#rest.delete(Routes.applicationCommand(application, command));
  }

  async #respond({ id, token }: InteractionToken, body: object): Promise<void> {
    const signal = AbortSignal.timeout(CALLBACK_MS);
    await this.#rest.post(Routes.interactionCallback(id, token), { auth: false, body, signal });
  }
}

/** Discord waits three seconds. */
const CALLBACK_MS = 2_500;

function ephemeral(isEphemeral: boolean): number {
  return isEphemeral ? MessageFlags.Ephemeral : 0;
}

/** Without `allowed_mentions` Discord pings whomever the text names, also when it is edited. */
function bodyOf({ components }: DiscordMessage, flags = 0) {
  return { components, flags: flags | MessageFlags.IsComponentsV2, allowed_mentions: { parse: [] } };
}
