import type { Channel, Client, Guild, GuildBasedChannel, Message } from 'discord.js';
import { AuditLogEvent, ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Conversation } from '../../src/index.ts';

/*
 * What the bot may do where, from what the gateway told: a call that would be refused is not made.
 */

const { ViewChannel, SendMessages, SendMessagesInThreads, CreatePublicThreads, ReadMessageHistory, ViewAuditLog } =
  PermissionFlagsBits;

/** Why nothing can be posted in a channel or thread, as far as the gateway has told; undefined where it can. */
export function refusalIn(channel: Channel | undefined): string | undefined {
  if (channel === undefined || channel.isDMBased() || channel.partial) return undefined;
  const { guild } = channel;
  if (channel.isThread() && channel.locked) return 'the thread is locked';
  const needed = channel.isThread() ? SendMessagesInThreads : SendMessages;
  if (may(guild, channel, [ViewChannel, needed])) return undefined;
  return `I lack the permission "${channel.isThread() ? 'Send Messages in Threads' : 'Send Messages'}"`;
}

/** Why the bot cannot look back: then Discord gives an empty history, as if nothing stood there. */
export function blindnessIn(client: Client, { workspace, channel }: Conversation): string | undefined {
  const known = client.channels.cache.get(channel);
  if (known === undefined)
    return workspace === '@me' ? undefined : 'Discord tells me of no such channel, so that I cannot look back in it';
  if (known.isDMBased() || may(known.guild, known, [ViewChannel, ReadMessageHistory])) return undefined;
  return 'I lack the permission "Read Message History": give it to me in the channel';
}

/** Whether an answer may refer to a message. */
export function canReferTo({ channel, guild }: Message): boolean {
  return guild === null || channel.isDMBased() || may(guild, channel, [ReadMessageHistory]);
}

/** Whether a message mentions the role that Discord made for the bot: such a message comes without its words. */
export function mentionsRole({ guild, mentions }: Message): boolean {
  const role = guild?.members.me?.roles.botRole;
  return role !== null && role !== undefined && mentions.roles.has(role.id);
}

export function canThread(client: Client, id: string): boolean {
  const channel = client.channels.cache.get(id);
  if (channel?.type !== ChannelType.GuildText && channel?.type !== ChannelType.GuildAnnouncement) return false;
  return may(channel.guild, channel, [ViewChannel, SendMessages, SendMessagesInThreads, CreatePublicThreads]);
}

export interface GreetingPlace {
  readonly channel?: string;
  readonly person?: string;
}

/** Where a server is greeted: its system channel, else the one who invited the bot, else the owner. */
export async function greetingPlace(guild: Guild): Promise<GreetingPlace> {
  const { systemChannel } = guild;
  if (systemChannel !== null && may(guild, systemChannel, [ViewChannel, SendMessages]))
    return { channel: systemChannel.id };
  return { person: (await inviterTo(guild)) ?? guild.ownerId };
}

async function inviterTo(guild: Guild): Promise<string | undefined> {
  const { me } = guild.members;
  if (!me?.permissions.has(ViewAuditLog)) return undefined;
  const log = await guild.fetchAuditLogs({ type: AuditLogEvent.BotAdd, limit: 10 }).catch(() => undefined);
  return log?.entries.find(({ targetId }) => targetId === me.id)?.executorId ?? undefined;
}

function may(guild: Guild, channel: GuildBasedChannel, permissions: bigint[]): boolean {
  const { me } = guild.members;
  return me !== null && (channel.permissionsFor(me)?.has(permissions) ?? false);
}
