import type { ChatRequest, Conversation, Reply } from '../../src/index.ts';

/** What the tests of the adapter do again and again. */

export const isLong = Boolean(process.env['DETENTE_LONG']);

export const notice = (text: string): Reply => ({ kind: 'notice', text });

export const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const ask = { name: 'ask', options: { question: 'who?' } } as const;

/** What a person does, and not the platform or the adapter. */
export const isTheirs = ({ kind }: ChatRequest) => kind !== 'present' && kind !== 'complete';

export const place = (channel: string, workspace = '@me'): Conversation => ({ adapter: 'discord', workspace, channel });

/** A call that posts into a channel. */
export const isMessage = (method: string, path: string) =>
  method === 'POST' && /^\/channels\/\d+\/messages$/.test(path);

/** What Discord answers where the bot may not do something. */
export const forbidden = { status: 403, body: { message: 'Missing Access', code: 50001 } };
