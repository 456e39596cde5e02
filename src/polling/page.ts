import type { Fetched, Fetcher, FetchFailureCode } from '../domain/fetching.ts';
import type { DocumentReader } from '../domain/reading.ts';
import { withoutTracking } from '../feeds/addresses.ts';
import type { PageBehind } from './draft.ts';
import type { Step } from './parts.ts';

const ACCEPT = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1';
/** What can hold a story; a server that does not say what it sends is given the benefit of the doubt. */
const READABLE = /html|xml|text\/plain|octet-stream/i;
/** Another time it may go well. */
const PASSING: readonly FetchFailureCode[] = ['name', 'connection', 'certificate', 'timeout', 'busy', 'server'];

/** What was found behind a link. */
export type Look =
  | { readonly kind: 'seen'; readonly page: PageBehind }
  | { readonly kind: 'passing'; readonly fault: string; readonly isBusy: boolean; readonly retryAfter?: number }
  /** The poll is over. */
  | { readonly kind: 'aborted' };

export interface LookingParts {
  readonly fetcher: Fetcher;
  readonly reader: DocumentReader;
  /** Epoch milliseconds: dates are judged by it. */
  readonly now: number;
  readonly signal?: AbortSignal | undefined;
  readonly step: Step;
}

/** Fetches and reads the page behind an item. */
export async function lookBehind(link: string, parts: LookingParts): Promise<Look> {
  const { fetcher, reader, now, signal, step } = parts;
  const fetched = await step('page-fetched', fetcher.get({ url: link, accept: ACCEPT, signal }));
  if (fetched.kind !== 'body') return unfetched(fetched);
  const { body, url, type } = fetched;
  if (type !== undefined && !READABLE.test(type))
    return seen({ fault: `the link leads to no web page, but to ${type.split(';', 1)[0]?.trim()}` });
  if (isFront(url) && !isFront(link)) return seen({ fault: 'the link leads to the front page of its site' });
  const reading = await step('page-read', reader.page({ body, url, type, now }));
  return seen(
    reading.kind === 'article'
      ? { draft: reading.draft, found: withoutTracking(url) }
      : { fault: faultOf(reading.reason) },
  );
}

/** Where sites send the readers of pages that are gone. */
function isFront(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.pathname === '/' && url.search === '';
}

function unfetched(fetched: Exclude<Fetched, { kind: 'body' }>): Look {
  if (fetched.kind === 'unchanged') return seen({ fault: 'the page was not sent' });
  const { code, reason, retryAfter } = fetched;
  if (code === 'aborted') return { kind: 'aborted' };
  const fault = `the page cannot be fetched: ${reason}`;
  if (!PASSING.includes(code)) return seen({ fault });
  return { kind: 'passing', fault, isBusy: code === 'busy', ...(retryAfter !== undefined && { retryAfter }) };
}

function seen(page: PageBehind): Look {
  return { kind: 'seen', page };
}

function faultOf(reason: string): string {
  return reason.startsWith('the page') ? reason : `the page cannot be read: ${reason}`;
}
