import type { FetchFailure, FetchFailureCode } from '../domain/fetching.ts';
import type { Reply } from './exchange.ts';
import { failed } from './failure.ts';
import { retryAfterOf } from './freshness.ts';

type Words = readonly [FetchFailureCode, string];

/** https://www.rfc-editor.org/rfc/rfc9110#name-status-codes */
const byStatus: Readonly<Record<number, Words>> = {
  401: ['denied', 'the server wants a name and a password'],
  402: ['denied', 'the server wants to be paid'],
  403: ['denied', 'the server does not let this program read it: ask the publisher for leave'],
  404: ['missing', 'the server says that there is nothing at this address: look for its new one'],
  407: ['denied', 'the server wants a name and a password'],
  408: ['timeout', 'the server says that it waited too long'],
  410: ['gone', 'the server says that what was at this address is gone for good'],
  429: ['busy', 'the server says that it is asked too often'],
  451: ['denied', 'the server may not show it for legal reasons'],
  503: ['busy', 'the server says that it cannot serve for now'],
};

/** Why a status brings no document, in words. @param now epoch milliseconds */
export function statusFailure({ status, headers }: Omit<Reply, 'body'>, now: number): FetchFailure {
  const [code, words] = byStatus[status] ?? byClass(status);
  return failed(code, `${words} (${status})`, retryAfterOf(headers, now));
}

function byClass(status: number): Words {
  if (status >= 500) return ['server', 'the server has a fault of its own: it may pass'];
  if (status >= 400) return ['denied', 'the server does not take the request'];
  if (status >= 300) return ['redirects', 'the server sends readers elsewhere without saying where'];
  return ['unreadable', 'the server answers without a document'];
}
