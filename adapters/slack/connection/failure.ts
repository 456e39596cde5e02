import { PausedError } from '../../../src/index.ts';

/** What came of a call to Slack that failed. Only what was surely not carried out may be tried again. */
export type Failure =
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  /** The request never reached Slack. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** The token is no good any more: no further call can succeed. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The channel takes no posts: it is gone, archived, or the bot is not in it. */
  | { readonly kind: 'no-channel'; readonly reason: string; readonly isGone: boolean }
  /** Slack answered that it does not do this one thing; `scope` is what the app lacks for it. */
  | { readonly kind: 'declined'; readonly reason: string; readonly scope?: string }
  /** Nothing is called for a while: the request was not made. */
  | { readonly kind: 'paused'; readonly reason: string }
  /** Anything else, also a lost reply: it may have been carried out. */
  | { readonly kind: 'unknown'; readonly reason: string };

// https://docs.slack.dev/reference/methods/chat.postMessage#errors
const REFUSALS = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired']);
/** At the start they mean that the token will never do; later, that one call may not be made. */
const START_REFUSALS = new Set(['not_allowed_token_type', 'team_access_not_granted', 'missing_scope', 'no_permission']);
const GONE = new Set(['channel_not_found', 'is_archived']);
// https://docs.slack.dev/reference/methods/conversations.open#errors
const CLOSED = new Set([
  'not_in_channel',
  'restricted_action',
  'restricted_action_read_only_channel',
  'no_permission',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'cannot_dm_bot',
]);
/** Slack's own words for "some of it may have been done". https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const HALF_DONE = new Set(['fatal_error', 'internal_error', 'service_unavailable']);
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);
/** Where Slack names no time. */
const DEFAULT_WAIT_MS = 1_000;

interface SlackError {
  readonly message?: string;
  readonly retryAfter?: number;
  readonly statusCode?: number;
  readonly data?: { readonly error?: string; readonly needed?: string };
  readonly original?: {
    readonly name?: string;
    readonly message?: string;
    /** A number where the platform's own time-out ended the call. */
    readonly code?: string | number;
    readonly cause?: { readonly code?: string };
  };
}

/** Reads what the Web API client threw. */
export function failureOf(error: unknown, stage: 'starting' | 'serving' = 'serving'): Failure {
  const { message = '', retryAfter, statusCode, data, original } = (error ?? {}) as SlackError;
  const code = data?.error ?? '';
  if (original instanceof PausedError) return { kind: 'paused', reason: original.message };
  if (retryAfter !== undefined) return { kind: 'rate-limited', retryAfterMs: retryAfter * 1_000 };
  if (statusCode === 429 || code === 'ratelimited' || code === 'rate_limited')
    return { kind: 'rate-limited', retryAfterMs: DEFAULT_WAIT_MS };
  if (REFUSALS.has(code) || (stage === 'starting' && START_REFUSALS.has(code)))
    return { kind: 'refused', reason: code };
  if (GONE.has(code) || CLOSED.has(code)) return { kind: 'no-channel', reason: code, isGone: GONE.has(code) };
  if (code !== '' && !HALF_DONE.has(code))
    return { kind: 'declined', reason: code, ...(data?.needed && { scope: data.needed }) };
  if (original?.name === 'TimeoutError') return { kind: 'unknown', reason: 'it did not answer in time' };
  const cause = String(original?.code ?? original?.cause?.code ?? '');
  if (NOT_SENT.has(cause)) return { kind: 'not-sent', reason: cause };
  return { kind: 'unknown', reason: code || cause || message };
}
