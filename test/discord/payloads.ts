import { type APIMessage, InteractionContextType, ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import { bot, IDS, person } from './world.ts';

/** In a guild that the bot is not in: what the user alone has installed. */
export function foreignPart(user: string) {
  return {
    ...guildPart(IDS.foreignGuild),
    context: InteractionContextType.Guild,
    authorizing_integration_owners: { 1: user },
  };
}

export function guildPart(id: string) {
  return { guild_id: id, guild: { id, features: [], locale: 'en-US' as never } };
}

export function optionOf(name: string, value: string | number | boolean): object {
  if (typeof value === 'boolean') return { type: Option.Boolean, name, value };
  if (typeof value === 'string') return { type: Option.String, name, value };
  return { type: Number.isInteger(value) ? Option.Integer : Option.Number, name, value };
}

export function blankMessage(id: string, channel_id: string, author: string): APIMessage {
  return {
    id,
    channel_id,
    author: person(author) ?? bot,
    content: '',
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: 0,
    flags: 0 as never,
  };
}
