import type {
  AutocompleteInteraction,
  BaseInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Guild,
  Message,
  ModalSubmitInteraction,
} from 'discord.js';
import { InteractionContextType, PermissionFlagsBits } from 'discord-api-types/v10';
import { type ChatRequest, type Conversation, commands } from '../../src/index.ts';
import { completableOf, SETTINGS, typedText } from './commands.ts';
import { actionOf } from './components/buttons.ts';
import { filledIn } from './components/modal.ts';

/*
 * What discord.js gives, as requests of the bot.
 */

/** Stands for a server where there is none, or where the bot is a user's own app and no member. */
const NO_SERVER = '@me';

type Interaction = ChatInputCommandInteraction | ButtonInteraction | ModalSubmitInteraction | AutocompleteInteraction;

/** Undefined for a command that is none of the table's. */
export function commandRequest(interaction: ChatInputCommandInteraction, at: string): ChatRequest | undefined {
  const base = { ...baseOf(interaction, at), kind: 'command' } as const;
  if (interaction.commandName === SETTINGS) return { ...base, name: 'brief', text: 'settings' };
  const command = commands.find(({ name }) => name === interaction.commandName);
  if (command === undefined) return undefined;
  const option = (name: string) => interaction.options.getString(name);
  const words = command.arguments.find(({ takes }) => takes === 'words');
  const text = words ? (option(words.name) ?? '') : typedText(interaction.options.getSubcommand(false), option);
  return { ...base, name: command.name, text };
}

/** Undefined for an option that nothing is known of. */
export function completeRequest(interaction: AutocompleteInteraction, at: string): ChatRequest | undefined {
  const { name, value } = interaction.options.getFocused(true);
  const what = completableOf(name);
  return what && { ...baseOf(interaction, at), kind: 'complete', what, text: String(value) };
}

/** Undefined for a button that is none of ours any more. */
export function buttonRequest(interaction: ButtonInteraction, at: string): ChatRequest | undefined {
  const action = actionOf(interaction.customId);
  if (action === undefined) return undefined;
  const base = baseOf(interaction, at);
  if (action.kind === 'brief') return { ...base, kind: 'command', name: 'brief', text: action.text };
  if (action.kind === 'share') return { ...base, kind: 'share', of: action.of };
  const about = wordsOf(interaction.message);
  return { ...base, kind: 'feedback', verdict: action.kind, about, of: action.of };
}

/** What a message says, for the case that nothing else is known of it any more. */
function wordsOf(message: Message): string {
  const texts = JSON.stringify(message.components.map((component) => component.toJSON())).matchAll(
    /"content":("(?:[^"\\]|\\.)*")/g,
  );
  return [...texts]
    .map(([, text = '""']) => JSON.parse(text))
    .join('\n')
    .slice(0, MOST_WORDS);
}

const MOST_WORDS = 2_000;

/** A form that was sent off. Undefined for one that is none of ours any more. */
export function formRequest(interaction: ModalSubmitInteraction, at: string): ChatRequest | undefined {
  const filled = filledIn(
    interaction.fields.fields.map((field) => [field.customId, 'values' in field ? field.values : field.value] as const),
  );
  const base = baseOf(interaction, at);
  if (interaction.customId === 'settings') return { ...base, kind: 'settings', settings: filled };
  if (interaction.customId !== 'feedback') return undefined;
  const { about = '', text = '' } = filled;
  return { ...base, kind: 'feedback', verdict: 'wrong', about, ...(text !== '' && { text }) };
}

function baseOf(interaction: Interaction, at: string) {
  const { id, user } = interaction;
  const profile = profileOf(interaction);
  const guest = isGuest(interaction);
  const conversation = guest ? ownConversation(user.id) : conversationOf(interaction);
  return { id, user: user.id, at, conversation, direct: isDirect(interaction), ...(guest && { guest }), ...profile };
}

/** Where the bot is no member: a server that added its commands alone, or a user's own app anywhere. */
export function isGuest(interaction: BaseInteraction): boolean {
  if (interaction.guildId !== null) return interaction.guild === null;
  return !isDirect(interaction);
}

/** What a user does where the bot is a guest belongs to the user alone. */
function ownConversation(user: string): Conversation {
  return { adapter: 'discord', workspace: NO_SERVER, channel: user };
}

/** A thread belongs to its channel. */
function conversationOf({
  guildId,
  channelId,
  channel,
}: Pick<Interaction | Message, 'guildId' | 'channelId' | 'channel'>): Conversation {
  const place =
    channel?.isThread() && channel.parentId
      ? { channel: channel.parentId, thread: channel.id }
      : { channel: channelId ?? '' };
  return { adapter: 'discord', workspace: guildId ?? NO_SERVER, ...place };
}

/** Between the user and the bot alone. */
export function isDirect({ context, guildId }: BaseInteraction): boolean {
  return context === null ? guildId === null : context === InteractionContextType.BotDM;
}

function profileOf({ memberPermissions, member, guildId }: Interaction): Pick<ChatRequest, 'profile'> {
  if (guildId === null || member === null) return {};
  const groups = Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  return { profile: { isAdmin: memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false, groups } };
}

/** A direct message, or one that mentions the bot. Undefined for all else: what other bots say, and what is empty. */
export function questionRequest(message: Message, bot: string, at: string): ChatRequest | undefined {
  const isDirectMessage = message.guildId === null;
  const isOurs = isDirectMessage || message.mentions.users.has(bot);
  if (!isOurs || message.author.bot || message.system) return undefined;
  return {
    kind: 'question',
    id: message.id,
    conversation: conversationOf(message),
    user: message.author.id,
    at,
    direct: isDirectMessage,
    text: plainText(message, bot),
    ...memberProfile(message),
  };
}

function memberProfile({ member }: Message): Pick<ChatRequest, 'profile'> {
  if (member === null) return {};
  const isAdmin = member.permissions.has(PermissionFlagsBits.ManageGuild);
  return { profile: { isAdmin, groups: [...member.roles.cache.keys()] } };
}

/** What was typed: names in place of mentions, and no word for the bot. */
function plainText({ content, mentions }: Message, bot: string): string {
  return content
    .replace(/<@!?(\d+)>/g, (_, id: string) => (id === bot ? '' : (mentions.users.get(id)?.displayName ?? '')))
    .replace(/<@&(\d+)>/g, (_, id: string) => mentions.roles.get(id)?.name ?? '')
    .replace(/<a?:(\w+):\d+>/g, '$1')
    .replace(/<(?:#|id:|t:|\/)[^>]*>/g, '')
    .replace(/<(https?:\/\/[^>]+)>/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether something came with a message that is no text. */
export function holdsFiles({ attachments, stickers, poll }: Message): boolean {
  return attachments.size > 0 || stickers.size > 0 || poll !== null;
}

/** A server that the bot came to, perhaps long ago. */
export function joinedRequest({ id }: Pick<Guild, 'id'>, known: boolean, at: string): ChatRequest {
  return { kind: 'installed', ...ofServer('installed', id, at), known };
}

/** A server that the bot went from. */
export function leftRequest({ id }: Pick<Guild, 'id'>, at: string): ChatRequest {
  return { kind: 'removed', ...ofServer('removed', id, at) };
}

/**
 * A server as a whole goes by its own id in place of a channel's. The request's id stays when all else of it is deleted,
 * so that it names nothing.
 */
function ofServer(kind: string, server: string, at: string) {
  const conversation = { adapter: 'discord', workspace: server, channel: server };
  return { id: `${kind} ${at} ${Math.random()}`, conversation, user: '', at };
}

/** All servers that the bot is in; what is in none is the users' own. */
export function presentRequest(servers: Iterable<string>, at: string): ChatRequest {
  const conversation = { adapter: 'discord', workspace: NO_SERVER, channel: '' };
  const workspaces = [NO_SERVER, ...servers];
  return { kind: 'present', id: `present ${at} ${Math.random()}`, conversation, user: '', at, workspaces };
}

/** Makes the bot ready to complete what is typed before somebody types. */
export function warmingRequest(at: string): ChatRequest {
  const conversation = { adapter: 'discord', workspace: NO_SERVER, channel: '' };
  return { kind: 'complete', id: `warming ${at}`, conversation, user: '', at, what: 'situation', text: '' };
}

/** A channel that takes no posts any more. */
export function goneRequest(
  { id: channel, guildId }: { readonly id: string; readonly guildId?: string | null },
  reason: string,
  at: string,
): ChatRequest {
  const conversation = { adapter: 'discord', workspace: guildId ?? NO_SERVER, channel };
  return { kind: 'gone', id: `gone ${at} ${Math.random()}`, conversation, user: '', at, reason };
}
