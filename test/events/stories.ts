import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Archive } from '../../src/domain/archive.ts';
import type { Event } from '../../src/domain/event.ts';
import type { Mention } from '../../src/domain/mention.ts';
import { eventsOf } from '../../src/events/ledger.ts';
import { takeIn } from '../../src/intake.ts';

/** An invented article: its text, its day where it states one. */
export interface Story {
  readonly id: string;
  readonly text: string;
  readonly publishedAt?: string;
  readonly bodyStart?: number;
}

/** An archive that holds the stories, taken in in the order given. */
export async function archiveOf(stories: readonly Story[]): Promise<Archive> {
  const archive = await openSqliteArchive(':memory:');
  await ingest(archive, stories);
  return archive;
}

/** Takes the stories in one by one, as a feed brings them. */
export async function ingest(archive: Archive, stories: readonly Story[]): Promise<void> {
  for (const story of stories)
    await takeIn(
      archive,
      (async function* () {
        yield { path: story.id, draft: { title: story.id, bodyStart: 0, language: 'en', ...story } };
      })(),
    );
}

/** What the stories come to: the events of an archive that holds them. */
export async function eventsIn(stories: readonly Story[]): Promise<readonly Event[]> {
  const archive = await archiveOf(stories);
  try {
    return await eventsOf(archive);
  } finally {
    await archive.close();
  }
}

/** A mention as the reader of an article makes it, with the fields that matter to a test. */
export function mention(more: Partial<Mention> = {}): Mention {
  const articleId = more.articleId ?? 'a';
  const at = more.at ?? 0;
  return {
    articleId,
    span: { articleId, start: at, end: at + 5, quote: 'quote' },
    at,
    type: 'ASSAULT',
    modes: [],
    cameo: '190',
    stance: 'escalation',
    actors: ['Armenia'],
    targets: ['Azerbaijan'],
    time: { kind: 'unstated' },
    status: 'reported',
    headline: false,
    sense: 'strike',
    act: 'struck[ {target}]',
    named: [],
    ...more,
  };
}
