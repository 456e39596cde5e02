import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Archive, ReadArticle, Standing } from './domain/archive.ts';
import type { Article, ArticleDraft, ArticleId, IsoDate, IsoInstant } from './domain/article.ts';
import type { LanguageModel } from './domain/model.ts';
import { reasonOf } from './errors.ts';
import { isReadable, type Reading, readArticle } from './events/extract.ts';
import { type ModelReading, readByModel } from './events/model-reading.ts';
import { settleLedger } from './events/upkeep.ts';
import { contentHash, derivedId, nameOf } from './ingest/identity.ts';
import { fingerprint } from './ingest/near-duplicates.ts';
import { groupOrigins } from './ingest/origins.ts';
import { placed } from './ingest/placing.ts';
import type { SourceItem } from './ingest/sources.ts';

export interface IngestReport {
  readonly added: number;
  readonly known: number;
  readonly updated: number;
  readonly rejected: readonly Remark[];
  /** Stored and searchable, but no events are read from them. */
  readonly unread: readonly Remark[];
  /** Only where a model was to read events too. */
  readonly byModel?: ReadByModel;
}

/** How many of the stored articles a model read beside the rules, of those that it was to read; why not the others. */
export interface ReadByModel {
  readonly read: number;
  readonly of: number;
  readonly reason?: string;
}

/** A file and what is said of it. */
interface Remark {
  readonly path: string;
  readonly reason: string;
}

export interface IntakeOptions {
  /** Called after every item with the number of items seen. */
  readonly onProgress?: (seen: number) => void;
  /** Once aborted, the articles at hand are stored and the rest is left; also those that a model is still reading. */
  readonly signal?: AbortSignal;
  /** Reads events too. Where it fails an article is stored as the rules read it. */
  readonly model?: LanguageModel;
  /** The day that it is: no article begins to age before it came in. By default that of the machine's clock. */
  readonly today?: IsoDate;
}

/**
 * Articles stored in one transaction: few enough to lose little when killed and to let others wait little, many enough
 * to be quick.
 */
const BATCH = 8;
/** How often an article is read anew because another process has stored, changed or removed it meanwhile. */
const READINGS = 3;
/** Milliseconds an article that a batch waits for a model: a small one on a slow machine reads one after the other. */
const MODEL_WAIT = 60_000;

/**
 * Takes articles into the archive: reads each one's sentences and acts, stores them, and sets anew what rests on several
 * articles, the origins of near-copies and the inferred dates. One that cannot be read is rejected and the others go in.
 */
export async function takeIn(
  archive: Archive,
  items: AsyncIterable<SourceItem>,
  options: IntakeOptions = {},
): Promise<IngestReport> {
  const intake = new Intake(archive, options);
  let seen = 0;
  for await (const item of items) {
    await intake.take(item);
    options.onProgress?.(++seen);
    await othersTurn();
    if (options.signal?.aborted) break;
  }
  await intake.finish();
  if (intake.added + intake.updated > 0) await settleLedger(archive);
  const { added, known, updated, rejected, unread, byModel } = intake;
  return { added, known, updated, rejected, unread, ...(options.model && { byModel }) };
}

/** Takes an article out for good, and sets anew what rested on it. */
export async function removeArticle(archive: Archive, id: ArticleId, reason: string, at: IsoInstant): Promise<boolean> {
  const removed = await archive.articles.remove(id, reason, at);
  if (removed) await settleLedger(archive);
  return removed;
}

/** An article that waits to be stored, and what was read out of it by rule. */
interface Waiting extends Omit<ReadArticle, 'passages' | 'mentions'> {
  readonly source: SourceItem;
  /** How often it was read, since another process was quicker. */
  readonly readings: number;
  readonly reading: Reading;
  readonly kind: 'added' | 'updated';
  /** What is said of it once it is stored. */
  readonly unread?: Remark;
}

class Intake {
  added = 0;
  known = 0;
  updated = 0;
  readonly rejected: Remark[] = [];
  readonly unread: Remark[] = [];
  byModel: ReadByModel = { read: 0, of: 0 };
  readonly #archive: Archive;
  readonly #options: IntakeOptions;
  #batch: Waiting[] = [];
  /** Ids, addresses and texts that wait in the batch and that the archive cannot know yet. */
  readonly #waiting = new Set<string>();

  constructor(archive: Archive, options: IntakeOptions) {
    this.#archive = archive;
    this.#options = options;
  }

  async take(source: SourceItem, readings = 1): Promise<void> {
    if ('rejected' in source) return void this.rejected.push({ path: source.path, reason: source.rejected });
    const item = { ...source, draft: await this.#placed({ ...source, draft: wellFormed(source.draft) }) };
    const hash = contentHash(item.draft.text);
    const names = [
      item.draft.id && `id ${item.draft.id}`,
      item.draft.url && `url ${item.draft.url}`,
      `text ${hash}`,
    ].filter((name) => name !== undefined && name !== '') as string[];
    if (names.some((name) => this.#waiting.has(name))) await this.flush();
    const standing = await this.#archive.articles.standing(nameOf(item.draft));
    if (standing.kind === 'known') this.known += 1;
    else if (standing.kind === 'removed')
      this.rejected.push({ path: item.path, reason: `removed before: ${standing.reason}` });
    else this.#read(item, standing, hash, names, readings);
    if (this.#batch.length >= BATCH) await this.flush();
  }

  async #placed({ draft, found }: Extract<SourceItem, { draft: ArticleDraft }>): Promise<ArticleDraft> {
    // what it is compared with may wait still
    if (found !== undefined && this.#waiting.has(`url ${draft.url}`)) await this.flush();
    return placed(this.#archive.articles, { draft, found });
  }

  #read(
    item: Extract<SourceItem, { draft: ArticleDraft }>,
    standing: Standing,
    hash: string,
    names: readonly string[],
    readings: number,
  ): void {
    try {
      this.#batch.push({ ...readDraft(item.draft, standing, hash), ...remarkOf(item), source: item, readings });
    } catch (error) {
      this.rejected.push({ path: item.path, reason: `cannot be read: ${reasonOf(error)}` });
      return;
    }
    for (const name of names) this.#waiting.add(name);
  }

  /** Stores all that waits. */
  async finish(): Promise<void> {
    while (this.#batch.length > 0) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#batch.length === 0) return;
    const batch = this.#batch;
    this.#batch = [];
    this.#waiting.clear();
    const read = await this.#readByModel(batch);
    if (read.length === 0) return;
    const articles = read.map(stored);
    const passedOver = new Set(await this.#archive.articles.put(articles, this.#options.today));
    await groupOrigins(
      this.#archive.articles,
      articles.filter((article) => !passedOver.has(article)),
    );
    for (const [at, one] of read.entries())
      if (passedOver.has(articles[at] as ReadArticle)) await this.#takeAgain(one);
      else this.#countStored(one);
  }

  #countStored({ kind, unread }: Waiting): void {
    this[kind] += 1;
    if (unread !== undefined) this.unread.push(unread);
  }

  async #takeAgain({ source, readings }: Waiting): Promise<void> {
    if (readings < READINGS) return this.take(source, readings + 1);
    const reason = 'another process stores other texts of it at the same time: take it in again later';
    this.rejected.push({ path: source.path, reason });
  }

  /** With what a model adds, all at the same time; an interrupt leaves out those that it was still to read. */
  async #readByModel(batch: readonly Waiting[]): Promise<readonly Waiting[]> {
    const { model, signal } = this.#options;
    if (model === undefined) return batch;
    const signals = [AbortSignal.timeout(MODEL_WAIT * batch.length), ...(signal ? [signal] : [])];
    const call = { signal: AbortSignal.any(signals), payer: {} };
    const read = await Promise.all(
      batch.map(async (one) => ({ one, told: await readByModel(one.article, one.reading, model, call) })),
    );
    return read.flatMap(({ one, told }) => {
      if (told.kind === 'failed' && signal?.aborted) return [];
      this.#count(told);
      return told.kind === 'read' ? [withMentions(one, told.mentions)] : [one];
    });
  }

  #count(told: ModelReading): void {
    if (told.kind === 'not asked') return;
    const { read, of, reason } = this.byModel;
    const why = reason ?? (told.kind === 'failed' ? told.reason : undefined);
    this.byModel = {
      read: read + (told.kind === 'read' ? 1 : 0),
      of: of + 1,
      ...(why !== undefined && { reason: why }),
    };
  }
}

function withMentions(one: Waiting, mentions: Reading['mentions']): Waiting {
  const all = [...one.reading.mentions, ...mentions].sort((left, right) => left.at - right.at);
  return { ...one, reading: { ...one.reading, mentions: mentions.length > 0 ? all : one.reading.mentions } };
}

function stored({ article, contentHash, fingerprint, standing, reading }: Waiting): ReadArticle {
  const passages = reading.sentences.map(({ start, end }) => ({ articleId: article.id, start, end }));
  return { article, contentHash, passages, mentions: reading.mentions, fingerprint, ...(standing && { standing }) };
}

function remarkOf({
  path,
  draft: { language },
}: Extract<SourceItem, { draft: ArticleDraft }>): Pick<Waiting, 'unread'> {
  if (isReadable(language)) return {};
  return { unread: { path, reason: `is in ${languageName(language)}: searchable, no events are read from it` } };
}

function languageName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}

/** Half of a character, as a broken JSON escape can hold it, cannot be stored: it becomes a replacement of equal length. */
function wellFormed(draft: ArticleDraft): ArticleDraft {
  return { ...draft, title: draft.title.toWellFormed(), text: draft.text.toWellFormed() };
}

/** Everything that is read out of one article by rule, whatever else is stored. */
function readDraft(draft: ArticleDraft, standing: Standing, hash: string): Omit<Waiting, 'source' | 'readings'> {
  const changed = standing.kind === 'changed';
  const id = changed ? standing.id : (draft.id ?? derivedId(draft));
  const article: Article = {
    ...draft,
    id,
    version: changed ? standing.version + 1 : 1,
    dateBasis: draft.publishedAt === undefined ? 'unknown' : 'stated',
    origin: id,
  };
  return {
    article,
    contentHash: hash,
    standing,
    reading: readArticle(article),
    fingerprint: fingerprint(draft.text),
    kind: changed ? 'updated' : 'added',
  };
}
