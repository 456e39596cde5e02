import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Archive, ReadArticle, Standing } from './domain/archive.ts';
import type { Article, ArticleDraft, ArticleId, IsoInstant } from './domain/article.ts';
import { reasonOf } from './errors.ts';
import { isReadable, readArticle } from './events/extract.ts';
import { settleLedger } from './events/upkeep.ts';
import { contentHash, derivedId } from './ingest/identity.ts';
import { fingerprint } from './ingest/near-duplicates.ts';
import { groupOrigins } from './ingest/origins.ts';
import type { SourceItem } from './ingest/sources.ts';

export interface IngestReport {
  readonly added: number;
  readonly known: number;
  readonly updated: number;
  readonly rejected: readonly Remark[];
  /** Stored and searchable, but no events are read from them. */
  readonly unread: readonly Remark[];
}

/** A file and what is said of it. */
interface Remark {
  readonly path: string;
  readonly reason: string;
}

export interface IntakeOptions {
  /** Called after every item with the number of items seen. */
  readonly onProgress?: (seen: number) => void;
  /** Once aborted, the articles at hand are stored and the rest is left. */
  readonly signal?: AbortSignal;
}

/**
 * Articles stored in one transaction: few enough to lose little when killed and to let others wait little, many enough
 * to be quick.
 */
const BATCH = 8;

/**
 * Takes articles into the archive: reads each one's sentences and acts, stores them, and sets anew what rests on several
 * articles, the origins of near-copies and the inferred dates. One that cannot be read is rejected and the others go in.
 */
export async function takeIn(
  archive: Archive,
  items: AsyncIterable<SourceItem>,
  options: IntakeOptions = {},
): Promise<IngestReport> {
  const intake = new Intake(archive);
  let seen = 0;
  for await (const item of items) {
    await intake.take(item);
    options.onProgress?.(++seen);
    await othersTurn();
    if (options.signal?.aborted) break;
  }
  await intake.flush();
  if (intake.added + intake.updated > 0) await settleLedger(archive);
  const { added, known, updated, rejected, unread } = intake;
  return { added, known, updated, rejected, unread };
}

/** Takes an article out for good, and sets anew what rested on it. */
export async function removeArticle(archive: Archive, id: ArticleId, reason: string, at: IsoInstant): Promise<boolean> {
  const removed = await archive.articles.remove(id, reason, at);
  if (removed) await settleLedger(archive);
  return removed;
}

class Intake {
  added = 0;
  known = 0;
  updated = 0;
  readonly rejected: Remark[] = [];
  readonly unread: Remark[] = [];
  readonly #archive: Archive;
  #batch: ReadArticle[] = [];
  /** Ids, addresses and texts that wait in the batch and that the archive cannot know yet. */
  readonly #waiting = new Set<string>();

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  async take(source: SourceItem): Promise<void> {
    if ('rejected' in source) return void this.rejected.push({ path: source.path, reason: source.rejected });
    const item = { ...source, draft: wellFormed(source.draft) };
    const hash = contentHash(item.draft.text);
    const names = [
      item.draft.id && `id ${item.draft.id}`,
      item.draft.url && `url ${item.draft.url}`,
      `text ${hash}`,
    ].filter((name) => name !== undefined && name !== '') as string[];
    if (names.some((name) => this.#waiting.has(name))) await this.flush();
    const standing = await this.#archive.articles.standing({
      ...(item.draft.id && { id: item.draft.id }),
      ...(item.draft.url && { url: item.draft.url }),
      contentHash: hash,
    });
    if (standing.kind === 'known') this.known += 1;
    else if (standing.kind === 'removed')
      this.rejected.push({ path: item.path, reason: `removed before: ${standing.reason}` });
    else this.#read(item, standing, hash, names);
    if (this.#batch.length >= BATCH) await this.flush();
  }

  #read(
    item: Extract<SourceItem, { draft: ArticleDraft }>,
    standing: Standing,
    hash: string,
    names: readonly string[],
  ): void {
    try {
      this.#batch.push(readDraft(item.draft, standing, hash));
    } catch (error) {
      this.rejected.push({ path: item.path, reason: `cannot be read: ${reasonOf(error)}` });
      return;
    }
    for (const name of names) this.#waiting.add(name);
    const { language } = item.draft;
    if (!isReadable(language))
      this.unread.push({
        path: item.path,
        reason: `is in ${languageName(language)}: searchable, no events are read from it`,
      });
    if (standing.kind === 'changed') this.updated += 1;
    else this.added += 1;
  }

  async flush(): Promise<void> {
    if (this.#batch.length === 0) return;
    const batch = this.#batch;
    this.#batch = [];
    this.#waiting.clear();
    await this.#archive.articles.put(batch);
    await groupOrigins(this.#archive.articles, batch);
  }
}

function languageName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}

/** Half of a character, as a broken JSON escape can hold it, cannot be stored: it becomes a replacement of equal length. */
function wellFormed(draft: ArticleDraft): ArticleDraft {
  return { ...draft, title: draft.title.toWellFormed(), text: draft.text.toWellFormed() };
}

/** Everything that is read out of one article, whatever else is stored. */
function readDraft(draft: ArticleDraft, standing: Standing, hash: string): ReadArticle {
  const changed = standing.kind === 'changed';
  const id = changed ? standing.id : (draft.id ?? derivedId(draft));
  const article: Article = {
    ...draft,
    id,
    version: changed ? standing.version + 1 : 1,
    dateBasis: draft.publishedAt === undefined ? 'unknown' : 'stated',
    origin: id,
  };
  const { sentences, mentions } = readArticle(article);
  return {
    article,
    contentHash: hash,
    passages: sentences.map(({ start, end }) => ({ articleId: id, start, end })),
    mentions,
    fingerprint: fingerprint(draft.text),
  };
}
