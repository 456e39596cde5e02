import type { Archive } from '../domain/archive.ts';
import type { FeedDesk } from '../domain/feed-desk.ts';
import type { Fetcher } from '../domain/fetching.ts';
import type { DocumentReader } from '../domain/reading.ts';
import { ArchiveFeedDesk } from '../polling/feed-desk.ts';
import { programVersion } from './bundle.ts';
import type { Call } from './call.ts';

/** What fetches documents of the web and reads them. */
export interface FeedTools {
  readonly fetcher: Fetcher;
  readonly reader: DocumentReader;
  close(): Promise<void>;
}

/** Loaded when something is first fetched or read: most calls fetch nothing. Close them. */
export function feedTools(call: Call): FeedTools {
  let opening: ReturnType<typeof open> | undefined;
  const opened = () => {
    opening ??= open(call);
    return opening;
  };
  const close = async () => {
    const tools = await opening;
    await Promise.all([tools?.fetcher.close(), tools?.reader.close()]);
  };
  return {
    fetcher: { get: async (request) => (await opened()).fetcher.get(request), close },
    reader: {
      feed: async (document) => (await opened()).reader.feed(document),
      page: async (document) => (await opened()).reader.page(document),
      close,
    },
    close,
  };
}

async function open({ clock, contact, fetchAllow }: Call) {
  const [{ createFetcher }, { ThreadDocumentReader }] = await Promise.all([
    import('../fetch/create-fetcher.ts'),
    import('../feeds/thread-document-reader.ts'),
  ]);
  const asker = contact === undefined ? '' : ` (+${contact})`;
  const userAgent = `Detente/${programVersion()}${asker}`;
  const fetcher = createFetcher({ userAgent, clock, ...(fetchAllow && { allow: fetchAllow }) });
  return { fetcher, reader: new ThreadDocumentReader() };
}

/** What users do with the feeds of an archive. */
export function feedDeskOf({ clock, retentionDays }: Call, archive: Archive, tools: FeedTools): FeedDesk {
  return new ArchiveFeedDesk({ archive, ...tools, clock, retentionDays });
}

/** The feeds of an archive, for as long as `use` takes. */
export async function withFeedDesk<T>(call: Call, archive: Archive, use: (desk: FeedDesk) => Promise<T>): Promise<T> {
  const tools = feedTools(call);
  try {
    return await use(feedDeskOf(call, archive, tools));
  } finally {
    await tools.close();
  }
}
