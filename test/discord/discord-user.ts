import {
  type APIBaseInteraction,
  type APIMessage,
  ChannelType,
  ComponentType,
  GatewayIntentBits,
  InteractionContextType,
  InteractionType,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import type { DiscordServer } from './discord-server.ts';
import { filledIn } from './filled-in.ts';
import { partsIn } from './limits.ts';
import { blankMessage, foreignPart, guildPart, optionOf } from './payloads.ts';
import { messageOf } from './postbox.ts';
import { snowflake } from './snowflake.ts';
import { actingMember, BOT, bot, directWith, IDS, person, USUAL_PERMISSIONS, writingMember } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: payloads as Discord sends them
type Anything = any;

/** Where something is done; where nothing is said, in the channel `crisis-desk`. */
export interface Place {
  readonly channel?: string;
  readonly thread?: string;
  /** In the direct messages with the bot. */
  readonly direct?: true;
  /** In a guild that the bot is not in, where the user alone has installed it. */
  readonly foreign?: true;
  /** The id of an interaction or message that comes once more. */
  readonly id?: string;
  readonly appPermissions?: string;
  /** The message clicked in: its body, or the id of one that the bot posted. */
  readonly message?: string | object;
  /** Merged into the payload at last. */
  readonly over?: object;
}

export interface Command {
  readonly name: string;
  readonly sub?: string;
  readonly options?: Readonly<Record<string, string | number | boolean>>;
}

export interface Typing extends Command {
  readonly focused: { readonly name: string; readonly value: string };
}

/** What a person does in Discord, as the gateway tells of it. https://discord.com/developers/docs/events/gateway-events */
export class DiscordUser {
  readonly id: string;
  readonly #discord: DiscordServer;

  constructor(discord: DiscordServer, id: string) {
    this.#discord = discord;
    this.id = id;
  }

  command(command: Command, place: Place = {}): string {
    return this.#interact(InteractionType.ApplicationCommand, this.#commandData(command, []), place);
  }

  autocomplete({ focused, ...command }: Typing, place: Place = {}): string {
    const typed = { type: Option.String, ...focused, focused: true };
    return this.#interact(InteractionType.ApplicationCommandAutocomplete, this.#commandData(command, [typed]), place);
  }

  /** A click on a button; where no message is given, in the bot's latest one that has it. */
  click(customId: string, place: Place = {}): string {
    const message = this.#clickedIn(customId, place);
    const found = [...partsIn((message as Anything).components ?? [])].find(({ custom_id }) => custom_id === customId);
    const { id = 1, type: component_type = ComponentType.Button } = found ?? {};
    const data = { id, component_type, custom_id: customId };
    return this.#interact(
      InteractionType.MessageComponent,
      data,
      { channel: message.channel_id, ...place },
      { message },
    );
  }

  /** A form sent off: these values in its fields, and what was in the others before. */
  submit(modal: Anything, filled: Readonly<Record<string, string | string[]>>, place: Place = {}): string {
    const data = { custom_id: modal.custom_id, components: filledIn(modal.components, filled) };
    const message = place.message === undefined ? {} : { message: this.#messageOf(place.message, place) };
    return this.#interact(InteractionType.ModalSubmit, data, place, message);
  }

  /** A direct message. */
  write(text: string, place: Place = {}): string {
    return this.message({ content: text }, { direct: true, ...place });
  }

  /** Names the bot in the guild's channel, or in a thread. */
  mention(text: string, place: Place = {}): string {
    const mentioned = { ...bot, member: writingMember(BOT.user) };
    return this.message({ content: `<@${BOT.user}> ${text}`, mentions: [mentioned] }, place);
  }

  /** Any message; another interaction's or message's id in `place` sends that one again. */
  message(over: object, place: Place = {}): string {
    const channel_id = this.#channelOf(place);
    const inGuild = place.direct ? {} : { guild_id: IDS.guild, member: writingMember(this.id) };
    const blank = blankMessage(place.id ?? snowflake(), channel_id, this.id);
    const { type: channel_type } = this.#discord.channelOf(channel_id);
    const message = { ...blank, ...inGuild, channel_type, ...over, ...place.over };
    this.#discord.postbox.hear(message);
    this.#discord.gateway.dispatch('MESSAGE_CREATE', this.#mayRead(message) ? message : { ...message, content: '' });
    return message.id;
  }

  /** https://discord.com/developers/docs/events/gateway#message-content-intent */
  #mayRead({ mentions, channel_id }: APIMessage): boolean {
    const isGranted = ((this.#discord.gateway.intents ?? 0) & GatewayIntentBits.MessageContent) !== 0;
    const isNamed = mentions.some(({ id }) => id === BOT.user);
    return isGranted || isNamed || this.#discord.channelOf(channel_id).type === ChannelType.DM;
  }

  #commandData({ name, sub, options = {} }: Command, more: readonly object[]): object {
    const given = [...Object.entries(options).map(([key, value]) => optionOf(key, value)), ...more];
    const nested = sub === undefined ? given : [{ type: Option.Subcommand, name: sub, options: given }];
    const id = this.#discord.registry.all.find((command) => command.name === name)?.id ?? snowflake();
    return { id, name, type: 1, ...(nested.length > 0 && { options: nested }) };
  }

  #clickedIn(customId: string, place: Place): APIMessage {
    if (place.message !== undefined) return this.#messageOf(place.message, place);
    const hasIt = (body: Anything): boolean =>
      [...partsIn(body.components ?? [])].some(({ custom_id }) => custom_id === customId);
    const found = this.#discord.messages.findLast(({ body, deleted }) => !deleted && hasIt(body));
    return this.#messageOf(found?.id ?? {}, place);
  }

  #messageOf(given: string | object, place: Place): APIMessage {
    if (typeof given === 'string') return messageOf(this.#discord.postbox.own(given));
    return { ...blankMessage(snowflake(), this.#channelOf(place), BOT.user), ...given };
  }

  #interact(type: InteractionType, data: object, place: Place, more: object = {}): string {
    const id = place.id ?? snowflake();
    const given = { ...this.#interaction(id, type, place), data, ...more, ...place.over };
    const token = this.#discord.interactions.open(given);
    this.#discord.gateway.dispatch('INTERACTION_CREATE', { ...given, token });
    return id;
  }

  #interaction(
    id: string,
    type: InteractionType,
    place: Place,
  ): Omit<APIBaseInteraction<InteractionType, never>, 'data'> {
    const user = person(this.id) ?? bot;
    const member = actingMember(this.id);
    return {
      id,
      application_id: BOT.application,
      type,
      token: '',
      version: 1,
      ...(place.direct ? { user } : { member, guild_locale: 'en-US' as never }),
      ...this.#whereabouts(place),
      app_permissions: place.appPermissions ?? USUAL_PERMISSIONS,
      locale: 'en-US' as never,
      entitlements: [],
      attachment_size_limit: 10_485_760,
    };
  }

  #whereabouts(place: Place) {
    const channel_id = this.#channelOf(place);
    const permissions = USUAL_PERMISSIONS;
    if (place.foreign)
      return { ...foreignPart(this.id), channel_id, channel: { id: channel_id, type: 0, permissions } as never };
    const channel = { ...this.#discord.channelOf(channel_id), permissions } as never;
    const context = place.direct ? InteractionContextType.BotDM : InteractionContextType.Guild;
    const authorizing_integration_owners = { 0: place.direct ? '0' : IDS.guild };
    const inGuild = place.direct ? {} : guildPart(IDS.guild);
    return { channel_id, channel, context, authorizing_integration_owners, ...inGuild };
  }

  #channelOf({ thread, channel, direct, foreign }: Place): string {
    const usual = foreign ? IDS.foreignChannel : IDS.channel;
    return thread ?? channel ?? (direct ? (directWith(this.id) ?? usual) : usual);
  }
}
