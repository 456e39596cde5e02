import {
  type APIChannel,
  type APIGuildMember,
  type APIInteractionGuildMember,
  type APIUser,
  ApplicationFlags,
  ChannelType,
  type GatewayReadyDispatchData,
  type GatewayThreadCreateDispatchData,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';

/*
 * Who and what there is on the made-up Discord: one guild with its channels and people, and their direct messages.
 */

export const BOT = {
  token: 'MTEyMjMzNDQ1NTY2.Gdetente.test-token-of-no-use',
  user: '1122334455667788990',
  application: '1122334455667788991',
} as const;

export const IDS = {
  guild: '1122000000000000001',
  desk: '1122000000000000002',
  channel: '1122000000000000003',
  system: '1122000000000000004',
  closed: '1122000000000000005',
  thread: '1122000000000000006',
  direct: '1122000000000000007',
  directOfBen: '1122000000000000008',
  ada: '1122000000000000009',
  ben: '1122000000000000010',
  foreignGuild: '1122000000000000011',
  foreignChannel: '1122000000000000012',
  blind: '1122000000000000013',
} as const;

const {
  ViewChannel,
  SendMessages,
  SendMessagesInThreads,
  CreatePublicThreads,
  ReadMessageHistory,
  UseApplicationCommands,
} = PermissionFlagsBits;

/** What everybody may do in the guild. */
export const USUAL_PERMISSIONS = String(
  ViewChannel |
    SendMessages |
    SendMessagesInThreads |
    CreatePublicThreads |
    ReadMessageHistory |
    UseApplicationCommands,
);

const EVERY_PERMISSION = String(Object.values(PermissionFlagsBits).reduce((all, one) => all | one, 0n));

const JOINED = '2024-01-01T00:00:00.000000+00:00';

export const bot = { ...user(BOT.user, 'detente'), bot: true };
const people: readonly APIUser[] = [user(IDS.ada, 'ada'), user(IDS.ben, 'ben')];

export function person(id: string): APIUser | undefined {
  return [...people, bot].find((one) => one.id === id);
}

function user(id: string, username: string): APIUser {
  return { id, username, discriminator: '0', global_name: username, avatar: null };
}

function member(of: APIUser, roles: string[]): APIGuildMember {
  return { user: of, roles, nick: null, avatar: null, joined_at: JOINED, deaf: false, mute: false, flags: 0 as never };
}

export function memberOf(id: string): APIGuildMember {
  return member(person(id) ?? bot, id === IDS.ben ? [IDS.desk] : []);
}

/** The member as interactions carry it: with what they may do in the channel. */
export function actingMember(id: string): APIInteractionGuildMember {
  const permissions = id === IDS.ada ? EVERY_PERMISSION : USUAL_PERMISSIONS;
  return { ...memberOf(id), user: person(id) ?? bot, permissions };
}

/** The member as messages carry it: without the user. */
export function writingMember(id: string): object {
  const { user: _, ...rest } = memberOf(id);
  return rest;
}

/** The direct messages of the bot with somebody. */
export function directWith(id: string): string | undefined {
  return { [IDS.ada]: IDS.direct, [IDS.ben]: IDS.directOfBen }[id as string];
}

export function channels(): APIChannel[] {
  const direct = (id: string, with_: string): APIChannel => ({
    id,
    type: ChannelType.DM,
    name: null,
    last_message_id: null,
    flags: 0 as never,
    recipients: [person(with_) ?? bot],
  });
  return [
    text(IDS.channel, 'crisis-desk', 0),
    text(IDS.system, 'general', 1),
    denying(text(IDS.closed, 'announcements', 2), SendMessages | SendMessagesInThreads),
    denying(text(IDS.blind, 'forgetful', 3), ReadMessageHistory),
    thread(IDS.thread, IDS.channel, 'What the envoys said', IDS.ada),
    direct(IDS.direct, IDS.ada),
    direct(IDS.directOfBen, IDS.ben),
  ];
}

function denying(channel: APIChannel, permissions: bigint): APIChannel {
  const denied = { id: BOT.user, type: OverwriteType.Member, allow: '0', deny: String(permissions) };
  return { ...channel, permission_overwrites: [denied] } as APIChannel;
}

export function text(id: string, name: string, position: number): APIChannel {
  return { id, type: ChannelType.GuildText, guild_id: IDS.guild, name, position, permission_overwrites: [] } as never;
}

export function thread(id: string, parent: string, name: string, owner: string): GatewayThreadCreateDispatchData {
  return {
    id,
    type: ChannelType.PublicThread,
    guild_id: IDS.guild,
    parent_id: parent,
    name,
    owner_id: owner,
    last_message_id: null,
    message_count: 0,
    member_count: 1,
    rate_limit_per_user: 0,
    flags: 0,
    thread_metadata: { archived: false, auto_archive_duration: 1440, archive_timestamp: JOINED, locked: false },
  } as unknown as GatewayThreadCreateDispatchData;
}

/** https://discord.com/developers/docs/events/gateway-events#ready */
export function ready(sessionId: string, url: string): GatewayReadyDispatchData {
  const flags = ApplicationFlags.GatewayMessageContentLimited;
  return {
    v: 10,
    user: { ...bot, mfa_enabled: false, verified: true, email: null, flags: 0 } as never,
    guilds: [{ id: IDS.guild, unavailable: true }],
    session_id: sessionId,
    resume_gateway_url: url,
    shard: [0, 1],
    application: { id: BOT.application, flags, flags_new: String(flags) },
  };
}
