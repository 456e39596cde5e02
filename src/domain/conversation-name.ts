import { DetenteError } from '../errors.ts';
import type { Conversation } from './chat.ts';

/**
 * Reads a conversation as it is written: `slack:<team>:<channel>[:<thread>]`, `discord:<guild or @me>:<channel>`,
 * `terminal:`. A user's own conversation is named by the user's id in place of a channel.
 * @throws DetenteError `bad-input` with the form.
 */
export function parseConversation(text: string): Conversation {
  const [adapter = '', workspace, channel, thread, ...rest] = text.trim().split(':');
  if (adapter === 'terminal' && !workspace && channel === undefined) return { adapter, workspace: '', channel: '' };
  if (!/^[a-z][a-z\d-]*$/.test(adapter) || !workspace || !channel || thread === '' || rest.length > 0)
    throw new DetenteError(
      'bad-input',
      `${JSON.stringify(text.trim())} is no conversation: write it as slack:T0123:C0123, discord:<guild>:<channel> or terminal:`,
    );
  return { adapter, workspace, channel, ...(thread !== undefined && { thread }) };
}

/** A conversation as `parseConversation` reads it. */
export function formatConversation({ adapter, workspace, channel, thread }: Conversation): string {
  if (channel === '') return `${adapter}:`;
  return [adapter, workspace, channel, ...(thread === undefined ? [] : [thread])].join(':');
}
