import type { Fetched } from '../domain/fetching.ts';
import type { RawDocument } from '../domain/reading.ts';
import { withoutTracking } from '../feeds/addresses.ts';
import type { SourceItem } from '../ingest/sources.ts';
import type { FeedTools } from './feed-tools.ts';
import { typed } from './source-words.ts';

/** What is read of pages; a server that offers several forms sends the first of these that it has. */
const ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';

/** Whether a word of the command line is a link, be it one that is not read. */
export function isLink(word: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(word);
}

/**
 * Fetches pages and reads the articles on them, one after the other. One that cannot be had is rejected with its reason.
 * @param clock dates are judged by it
 */
export async function* readLinks(
  { fetcher, reader }: Pick<FeedTools, 'fetcher' | 'reader'>,
  links: readonly string[],
  clock: { now(): number },
  signal?: AbortSignal,
): AsyncGenerator<SourceItem> {
  for (const url of links) {
    const fetched = await fetcher.get({ url, accept: ACCEPT, signal });
    if (fetched.kind === 'body') yield await itemOf(reader, url, documentOf(fetched, clock.now()));
    else yield { path: url, rejected: fetched.kind === 'failed' ? fetched.reason : 'the server sent nothing' };
  }
}

function documentOf({ body, url, type }: Extract<Fetched, { kind: 'body' }>, now: number): RawDocument {
  return { body, url, type, now };
}

async function itemOf(reader: FeedTools['reader'], path: string, document: RawDocument): Promise<SourceItem> {
  const page = await reader.page(document);
  if (page.kind === 'article') return { path, draft: page.draft, found: withoutTracking(document.url) };
  // whoever gives a feed here wants its articles
  const isFeed = (await reader.feed(document)).kind === 'feed';
  return { path, rejected: isFeed ? `it is a feed: "detente source add ${typed(path)}" takes it up` : page.reason };
}
