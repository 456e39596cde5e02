import type { Client } from 'discord.js';
import { ChannelType } from 'discord-api-types/v10';
import { type Conversation, DetenteError } from '../../src/index.ts';
import type { DiscordApi, Place } from './connection/api.ts';
import { failureOf } from './connection/failure.ts';
import { refusalIn } from './places.ts';

/*
 * Whether a conversation takes posts, before one is made.
 */

const DIRECT = '@me';

/** Channels that hold no messages themselves. */
const MUTE: readonly ChannelType[] = [
  ChannelType.GuildCategory,
  ChannelType.GuildDirectory,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
];

/**
 * Why nothing can be posted in a conversation: from what the gateway told, and by calls where it told nothing.
 * @throws DetenteError where that cannot be found out now
 */
export async function refusalWhileRunning(
  client: Client,
  api: DiscordApi,
  conversation: Conversation,
): Promise<string | undefined> {
  const { workspace, channel, thread } = conversation;
  const known = client.channels.cache.get(thread ?? channel);
  if (workspace !== DIRECT && !client.guilds.cache.has(workspace) && known === undefined)
    return `I am not in the server ${workspace}, or there is none: "detente discord invite" prints the link that adds me`;
  if (known === undefined || known.isDMBased()) return refusalByCalls(api, conversation);
  const { id, type, guildId, parentId } = known;
  return misplaced({ id, type, guild_id: guildId, parent_id: parentId }, conversation) ?? refusalIn(known);
}

/**
 * The same by calls alone: what there is, and whether typing may be shown there, which needs the right to write and
 * leaves nothing behind. https://docs.discord.com/developers/resources/channel#trigger-typing-indicator
 */
export async function refusalByCalls(api: DiscordApi, conversation: Conversation): Promise<string | undefined> {
  const { workspace, channel, thread } = conversation;
  const id = thread ?? channel;
  const direct = workspace === DIRECT && thread === undefined ? await asked(() => api.openDirect(id)) : undefined;
  if (direct !== undefined && direct.kind !== 'unknown') return direct.reason;
  const found = await asked(() => api.channel(id));
  if (found.kind === 'unknown' || found.isGone)
    return `there is no channel${workspace === DIRECT ? ' or person' : ''} ${id}`;
  if (found.result === undefined) return found.reason;
  const wrong = misplaced(found.result, conversation) ?? lockedIn(found.result);
  // a post opens an archived thread again, and nothing else may be done in one
  if (wrong !== undefined || found.result.thread_metadata?.archived) return wrong;
  return (await asked(() => api.showTyping(id))).reason;
}

interface Asked<Result> {
  readonly kind: 'given' | 'closed' | 'unknown';
  readonly result?: Result;
  /** Why not, where Discord says no. */
  readonly reason?: string;
  readonly isGone?: boolean;
}

/** @throws DetenteError where the answer says nothing of what is asked about */
async function asked<Result>(call: () => Promise<Result>): Promise<Asked<Result>> {
  try {
    return { kind: 'given', result: await call() };
  } catch (error) {
    // what calls by hand throw says what to do already
    const failure = failureOf(error instanceof DetenteError ? error.cause : error);
    if (failure.kind === 'closed' || failure.kind === 'unknown') return failure;
    throw error instanceof DetenteError
      ? error
      : new DetenteError('internal', `Discord: ${failure.reason}`, { cause: error });
  }
}

/** What there is, and is not what the conversation names. */
function misplaced({ id, type, guild_id, parent_id }: Place, conversation: Conversation): string | undefined {
  const { workspace, channel, thread } = conversation;
  const is = guild_id ?? DIRECT;
  if (is !== workspace) {
    const name = `discord:${is}:${thread === undefined ? id : `${parent_id}:${id}`}`;
    return `it is ${guild_id === undefined ? 'a direct message' : 'in another server'}: write ${name}`;
  }
  if (thread !== undefined && parent_id !== channel) return `the thread is not one of the channel ${channel}`;
  return MUTE.includes(type) ? 'it holds no messages, but other channels or posts' : undefined;
}

function lockedIn({ thread_metadata }: Place): string | undefined {
  return thread_metadata?.locked ? 'the thread is locked' : undefined;
}
