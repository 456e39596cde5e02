/**
 * The thread that reads documents. Says that it is `ready`, then takes `{ id, kind, document }`, says that it has
 * `begun` once what the reading needs is loaded, and gives `{ id, reading }`. Whoever asks gives it one at a time, and
 * ends it where one takes too long.
 */
import { parentPort } from 'node:worker_threads';
import type { FeedReading, PageReading, RawDocument } from '../domain/reading.ts';
import { readFeed } from './read-feed.ts';

export interface ReadingOrder {
  readonly id: number;
  readonly kind: 'feed' | 'page';
  readonly document: RawDocument;
}

export type ThreadMessage =
  | { readonly ready: true }
  | { readonly begun: number }
  | { readonly id: number; readonly reading: FeedReading | PageReading };

type PageReader = (document: RawDocument) => Promise<PageReading>;

let pages: PageReader | undefined;

async function answer({ id, kind, document }: ReadingOrder): Promise<ThreadMessage> {
  if (kind === 'page') pages ??= await pageReader();
  parentPort?.postMessage({ begun: id } satisfies ThreadMessage);
  const reading = kind === 'feed' || pages === undefined ? readFeed(document) : await pages(document);
  return { id, reading };
}

/** The packages that read pages are loaded by the first page: a short one, so that the next pays for itself alone. */
async function pageReader(): Promise<PageReader> {
  const { readRawPage } = await import('./raw-page.ts');
  const body = new TextEncoder().encode('<html><body><p>Both sides met.</p></body></html>');
  await readRawPage({ body, url: 'https://courier.example/', now: 0 });
  return readRawPage;
}

parentPort?.on('message', async (order: ReadingOrder) => parentPort?.postMessage(await answer(order)));
parentPort?.postMessage({ ready: true } satisfies ThreadMessage);
