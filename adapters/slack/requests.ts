import { z } from 'zod';
import { type ChatRequest, type Conversation, commands } from '../../src/index.ts';
import { filledIn, viewValues } from './blocks/views.ts';

/*
 * What Slack sends, as requests of the bot. Payloads are as https://docs.slack.dev describes them; only the fields that
 * are used are named, and what lacks one of them is refused.
 */

export const eventEnvelope = z.object({ event_id: z.string(), team_id: z.string() });

export const messageEvent = z.object({
  channel: z.string(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  text: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  files: z.array(z.unknown()).optional(),
});

export const commandPayload = z.object({
  team_id: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
  command: z.string(),
  text: z.string().optional(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
});

const team = z.object({ id: z.string() }).nullish();

export const actionPayload = z.object({
  team,
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({ channel_id: z.string().optional() }).optional(),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  /** The home tab, which keeps the channel of the user's direct messages. */
  view: z.object({ private_metadata: z.string().optional() }).optional(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
});

export const buttonAction = z.object({ action_id: z.string(), action_ts: z.string(), value: z.string().optional() });

export const viewPayload = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: viewValues }),
  }),
});

/** What a modal was opened for. */
const context = z.object({
  conversation: z.object({
    adapter: z.string(),
    workspace: z.string(),
    channel: z.string(),
    thread: z.string().optional(),
  }),
  direct: z.boolean(),
  fromHome: z.boolean(),
});

type EventEnvelope = z.infer<typeof eventEnvelope>;
type MessageEvent = z.infer<typeof messageEvent>;
type CommandPayload = z.infer<typeof commandPayload>;
type ActionPayload = z.infer<typeof actionPayload>;
type ButtonAction = z.infer<typeof buttonAction>;
type ViewPayload = z.infer<typeof viewPayload>;

export function conversationOf(workspace: string, channel: string, thread?: string): Conversation {
  return { adapter: 'slack', workspace, channel, ...(thread && { thread }) };
}

/** Ids of direct messages begin with D. */
function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** Subtypes of messages that a person wrote. */
const PERSONAL = new Set(['file_share', 'thread_broadcast']);

/**
 * A direct message or a mention, asked in the thread that the answer goes to: a message outside of one begins one.
 * Undefined for what no person wrote: the bot's own, edits, joins.
 */
export function questionOf(
  envelope: EventEnvelope,
  event: MessageEvent,
  at: string,
): Extract<ChatRequest, { kind: 'question' }> | undefined {
  const { user, channel, subtype } = event;
  if (user === undefined || event.bot_id !== undefined || (subtype !== undefined && !PERSONAL.has(subtype)))
    return undefined;
  const conversation = conversationOf(envelope.team_id, channel, event.thread_ts || event.ts);
  const base = { id: envelope.event_id, conversation, user, at, direct: isDirect(channel) };
  return { ...base, kind: 'question', text: typedText(event.text ?? '') };
}

/** Whether there is something in a message that the bot cannot read. */
export function holdsFiles({ files, subtype }: MessageEvent): boolean {
  return subtype === 'file_share' || (files?.length ?? 0) > 0;
}

/**
 * What was typed, out of Slack's markup: mentions of the bot and others go, links are their words, entities are signs.
 * https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages
 */
export function typedText(text: string): string {
  return text
    .replace(/<@[^>|]*(?:\|([^>]*))?>/g, '$1')
    .replace(/<[#!][^>|]*(?:\|([^>]*))?>/g, '$1')
    .replace(/<([^>|]*)\|([^>]*)>/g, asksForAddress(text) ? '$1' : '$2')
    .replace(/<([^>]*)>/g, '$1')
    .replace(ENTITY, signOf)
    .trim();
}

/** Of a link behind such a command the address is meant, whatever it is called. */
function asksForAddress(text: string): boolean {
  return /^\s*(?:<@[^>]*>\s*)?\/?brief\s+sources\s+add\s/i.test(text);
}

const ENTITY = /&(?:lt|gt|amp);/g;

function signOf(entity: string): string {
  return { '&lt;': '<', '&gt;': '>' }[entity] ?? '&';
}

/** Undefined where the command is none of the table's, behind its prefix. */
export function commandOf(payload: CommandPayload, prefix: string, at: string): ChatRequest | undefined {
  const typed = payload.command.replace(/^\//, '');
  const command = commands.find(({ name }) => typed === `${prefix}${name}`);
  if (command === undefined) return undefined;
  const { team_id, channel_id: channel, user_id: user, trigger_id: id, text } = payload;
  const conversation = conversationOf(team_id, channel);
  return {
    id,
    conversation,
    user,
    at,
    direct: isDirect(channel),
    kind: 'command',
    name: command.name,
    text: (text ?? '').replace(ENTITY, signOf),
  };
}

/** What a button asks for. Undefined for a button that is none of ours any more. */
export function actionRequest(payload: ActionPayload, action: ButtonAction, at: string): ChatRequest | undefined {
  const { user, channel, container, message, view } = payload;
  const place = channel?.id ?? container?.channel_id ?? (view?.private_metadata || user.id);
  const thread = message?.thread_ts;
  const conversation = conversationOf(payload.team?.id ?? user.team_id ?? '', place, thread);
  const id = `${action.action_ts} ${user.id} ${action.action_id}`;
  const base = { id, conversation, user: user.id, at, direct: isDirect(place) || place === user.id };
  const value = action.value ?? '';
  switch (action.action_id.split('.', 1)[0]) {
    case 'brief':
      return { ...base, kind: 'command', name: 'brief', text: value };
    case 'share':
      return { ...base, kind: 'share', of: value };
    case 'feedback': {
      const verdict = value.startsWith('right ') ? 'right' : 'wrong';
      return { ...base, kind: 'feedback', verdict, about: value.slice(verdict.length + 1) };
    }
    default:
      return undefined;
  }
}

/** What a modal was opened for, kept in it. */
export function viewContext({ conversation, direct }: ChatRequest, fromHome: boolean): string {
  return JSON.stringify({ conversation, direct: direct === true, fromHome });
}

/** A modal that was sent off, and whether it was opened from the home tab. */
export function submissionOf(
  { user, view }: ViewPayload,
  at: string,
): { readonly request: ChatRequest; readonly fromHome: boolean } | undefined {
  const { conversation: opened, direct, fromHome } = context.parse(JSON.parse(view.private_metadata));
  const conversation = conversationOf(opened.workspace, opened.channel, opened.thread);
  const base = { id: `view ${view.id}`, conversation, user: user.id, at, ...(direct && { direct }) };
  const filled = filledIn(view.state.values);
  if (view.callback_id === 'settings') return { request: { ...base, kind: 'settings', settings: filled }, fromHome };
  if (view.callback_id !== 'feedback') return undefined;
  const { about = '', text = '' } = filled;
  const remark = text === '' ? {} : { text };
  return { request: { ...base, kind: 'feedback', verdict: 'wrong', about, ...remark }, fromHome };
}
