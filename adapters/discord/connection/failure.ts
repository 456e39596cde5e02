import { PausedError } from '../../../src/index.ts';

/** What came of a call to Discord that failed. */
export type Failure =
  /** The token is no good any more: no further call can succeed. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The place takes no posts. */
  | { readonly kind: 'closed'; readonly reason: string; readonly isGone: boolean }
  /** The interaction can no longer be answered. */
  | { readonly kind: 'expired'; readonly reason: string }
  /** It was answered before. */
  | { readonly kind: 'answered'; readonly reason: string }
  /** Nothing is called for a while. */
  | { readonly kind: 'paused'; readonly reason: string }
  /** A reply that was lost, or a server that failed: it may have been carried out. */
  | { readonly kind: 'doubtful'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes */
const closed: Readonly<Record<number, string>> = {
  10003: 'the channel is gone',
  10004: 'I am no longer in this server',
  50001: 'I cannot see the channel',
  50007: 'I cannot write to this person: they take no direct messages, or we share no server',
  50013: 'I lack a permission in the channel: "Send Messages" (in a thread "Send Messages in Threads")',
  50083: 'the thread is archived',
  160005: 'the thread is locked',
  30033: 'the server has as many active threads as it can have',
};
const GONE = new Set([10003, 10004]);
/** Unknown interaction, message or webhook, invalid webhook token: fifteen minutes are over, or three seconds were. */
const EXPIRED = new Set([10062, 10008, 10015, 50027]);
const ANSWERED = 40060;

interface DiscordError {
  readonly message?: string;
  readonly name?: string;
  readonly code?: number | string;
  readonly status?: number;
}

/** Reads what the client of the REST API threw. */
export function failureOf(error: unknown): Failure {
  const { message = String(error), name, code = '', status } = (error ?? {}) as DiscordError;
  if (error instanceof PausedError) return { kind: 'paused', reason: message };
  if (typeof code === 'number' && EXPIRED.has(code)) return { kind: 'expired', reason: message };
  if (code === ANSWERED) return { kind: 'answered', reason: message };
  if (status === 429) return { kind: 'paused', reason: message };
  if (status === 401) return { kind: 'refused', reason: message };
  const reason = typeof code === 'number' ? closed[code] : undefined;
  if (reason !== undefined) return { kind: 'closed', reason, isGone: GONE.has(code as number) };
  if (status === 403) return { kind: 'closed', reason: message, isGone: false };
  const isEnded = name === 'AbortError' || name === 'TimeoutError';
  const isDoubtful = (status !== undefined && status >= 500) || isEnded || typeof code === 'string';
  return { kind: isDoubtful && status !== 400 ? 'doubtful' : 'unknown', reason: message };
}
