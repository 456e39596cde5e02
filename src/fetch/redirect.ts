import type { FetchFailure } from '../domain/fetching.ts';
import type { Reply } from './exchange.ts';
import { failed } from './failure.ts';

/** https://www.rfc-editor.org/rfc/rfc9110#name-redirection-3xx */
const followed: readonly number[] = [301, 302, 303, 307, 308];
const forGood: readonly number[] = [301, 308];

/** Where an answer sends its reader on. */
export interface Hop {
  readonly url: URL;
  /** The address that was asked is given up. */
  readonly isForGood: boolean;
}

/**
 * Undefined where an answer sends nobody on. A way from https down to http is not taken, since there anybody between
 * could change what is read: the same address is asked by https, which also serves those who put http there by mistake.
 */
export function hopOf({ status, headers }: Omit<Reply, 'body'>, from: URL): Hop | FetchFailure | undefined {
  const location = headers.get('location');
  if (!followed.includes(status) || location === undefined) return undefined;
  // a header's bytes are shown as Latin-1; where they are not ASCII they are UTF-8
  const to = Buffer.from(location, 'latin1').toString();
  if (!URL.canParse(to, from.href)) return failed('redirects', 'the server sends readers to what is no address');
  const url = new URL(to, from.href);
  if (from.protocol === 'https:' && url.protocol === 'http:') url.protocol = 'https:';
  return { url, isForGood: forGood.includes(status) };
}
