import type { FetchedBody, Fetcher, FetchFailureCode } from '../domain/fetching.ts';
import type { DocumentReader, FeedReading, FoundFeed, ReadFeed } from '../domain/reading.ts';
import { likelyFeedAddresses } from '../feeds/addresses.ts';
import { typedAddresses } from './address.ts';
import { FEED_ACCEPT } from './poll.ts';
import { noFeed } from './reasons.ts';

/** A server that answers in one way only: by the other scheme it may. */
const OTHER_SCHEME: readonly FetchFailureCode[] = ['connection', 'certificate', 'timeout'];

/** A server that answers so is not asked for one address after the other. */
const UNWELL: readonly FetchFailureCode[] = [...OTHER_SCHEME, 'name', 'busy', 'robots', 'aborted'];

export interface FindingParts {
  readonly fetcher: Fetcher;
  readonly reader: DocumentReader;
  /** Epoch milliseconds: dates are judged by it. */
  readonly now: number;
  readonly signal?: AbortSignal | undefined;
}

/** What stands at an address that a user has typed, or behind it. */
export type Found =
  | { readonly kind: 'feed'; readonly url: string; readonly read: ReadFeed }
  | { readonly kind: 'choice'; readonly feeds: readonly FoundFeed[] }
  | { readonly kind: 'failed'; readonly reason: string };

type Document =
  | { readonly kind: 'read'; readonly url: string; readonly fetched: FetchedBody; readonly reading: FeedReading }
  | { readonly kind: 'failed'; readonly reason: string; readonly code: FetchFailureCode };

/** The feed at an address; of a page the one that it names, a choice where it names several, else one where it may be. */
export async function findFeed(typed: string, parts: FindingParts): Promise<Found> {
  const document = await firstDocument(typedAddresses(typed), parts);
  if (document === undefined)
    return { kind: 'failed', reason: 'this is no address of the web: write it as https://example.org/feed' };
  if (document.kind === 'failed') return document;
  const { reading, fetched } = document;
  if (reading.kind !== 'page') return asFeed(document);
  const [first, ...others] = reading.feeds;
  if (others.length > 0) return { kind: 'choice', feeds: reading.feeds };
  if (first !== undefined) return named(first.url, parts);
  return (await guessed(fetched.url, parts)) ?? { kind: 'failed', reason: pageWithout(document) };
}

async function firstDocument(addresses: readonly string[], parts: FindingParts): Promise<Document | undefined> {
  let last: Document | undefined;
  for (const address of addresses) {
    last = await documentAt(address, parts);
    if (last.kind === 'read' || !OTHER_SCHEME.includes(last.code)) return last;
  }
  return last;
}

async function documentAt(address: string, { fetcher, reader, now, signal }: FindingParts): Promise<Document> {
  const fetched = await fetcher.get({ url: address, accept: FEED_ACCEPT, signal });
  if (fetched.kind === 'failed') return fetched;
  if (fetched.kind === 'unchanged') return { kind: 'failed', code: 'unreadable', reason: 'the server sent nothing' };
  const { body, url, type, movedTo } = fetched;
  const reading = await reader.feed({ body, url, type, now });
  return { kind: 'read', url: movedTo ?? withoutFragment(address), fetched, reading };
}

/** No server is told of it: one feed is not to be taken up twice. */
function withoutFragment(address: string): string {
  return address.split('#', 1)[0] ?? address;
}

/** The page says that there is a feed: where there is none, that is what is wrong. */
async function named(url: string, parts: FindingParts): Promise<Found> {
  const document = await documentAt(url, parts);
  const found = document.kind === 'read' ? asFeed(document) : document;
  if (found.kind !== 'failed') return found;
  return { kind: 'failed', reason: `the page names the feed ${url}, and it cannot be read: ${found.reason}` };
}

/** Publishing software has its feeds in a few places. */
async function guessed(page: string, parts: FindingParts): Promise<Found | undefined> {
  for (const address of likelyFeedAddresses(page)) {
    if (parts.signal?.aborted) return undefined;
    const document = await documentAt(address, parts);
    if (document.kind === 'failed' && UNWELL.includes(document.code)) return undefined;
    if (document.kind === 'read' && document.reading.kind === 'feed') return asFeed(document);
  }
  return undefined;
}

function asFeed({ url, fetched, reading }: Extract<Document, { kind: 'read' }>): Found {
  return reading.kind === 'feed'
    ? { kind: 'feed', url, read: reading }
    : { kind: 'failed', reason: noFeed(fetched, reading) };
}

function pageWithout({ fetched, reading }: Extract<Document, { kind: 'read' }>): string {
  const isLogin = reading.kind !== 'feed' && noFeed(fetched, reading).startsWith('a page to log in');
  return isLogin
    ? 'this is a page to log in: only what anybody may read can be a source'
    : 'this is a web page that names no feed, and none is where feeds usually are: look for "RSS" on the site';
}
