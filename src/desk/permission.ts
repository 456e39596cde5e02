import type { ChatRequest } from '../domain/chat.ts';
import type { BotParts } from './desk.ts';
import { NO_WORKSPACE } from './status.ts';

/**
 * Whether somebody may change what a conversation gets. In a channel: admins of the workspace, whoever runs the bot, and
 * those whom the channel's settings name. Users of Discord have one id in all servers, and are written
 * `discord:@me:<user>`.
 * @param managers ids of users and groups, parted by commas
 */
export function mayChange(parts: BotParts, request: ChatRequest, managers = ''): boolean {
  const { user, direct, profile } = request;
  const named = managers.split(',').filter(Boolean);
  const isNamed = [user, ...(profile?.groups ?? [])].some((id) => named.includes(id));
  return direct === true || profile?.isAdmin === true || runsBot(parts, request) || isNamed;
}

export function runsBot({ admins = [] }: BotParts, { user, conversation }: ChatRequest): boolean {
  return admins.some(
    ({ adapter, workspace, channel }) =>
      adapter === conversation.adapter &&
      (workspace === conversation.workspace || workspace === NO_WORKSPACE) &&
      channel === user,
  );
}

/**
 * Whether somebody may take up, pause and remove feeds. They are everybody's who reads the archive, so that nobody may
 * by having a private talk with the bot, or a server of one's own where it is a guest; whoever sits at the terminal
 * runs the process. Where those who run the bot are named, it is they alone.
 * @param managers ids of users and groups, parted by commas
 */
export function mayTendFeeds(parts: BotParts, request: ChatRequest, managers = ''): boolean {
  const { conversation, guest } = request;
  if (conversation.workspace === NOT_SHARED || runsBot(parts, request)) return true;
  if ((parts.admins ?? []).length > 0 || guest === true) return false;
  return mayChange(parts, { ...request, direct: false }, managers);
}

/** The terminal's workspace. */
const NOT_SHARED = '';

export function whoMayTendFeeds({ admins = [] }: BotParts): string {
  const who = admins.length > 0 ? 'whoever runs Détente (DETENTE_ADMIN)' : 'admins of a workspace that I am in';
  return `Feeds are shared by all who read this archive: they are changed by ${who}. Ask one of them. /brief sources feeds shows what there is.`;
}

export function whoMay({ admins = [] }: BotParts): string {
  const runner = admins.length > 0 ? ', whoever installed Détente' : '';
  return `The settings of this channel can be changed by the admins here${runner} and those whom its settings name. Ask one of them.`;
}
