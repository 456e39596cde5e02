import type { Archive, ArticleStore, DeskStore, MentionStore, PassageIndex } from '../domain/archive.ts';
import type { Outbox } from '../domain/delivery.ts';
import type { VectorStore } from '../domain/encoder.ts';
import type { FeedStore } from '../domain/feed.ts';
import type { LedgerStore } from '../domain/ledger.ts';
import type { ModelStore } from '../domain/model-store.ts';
import type { RetentionStore } from '../domain/retention.ts';
import type { ScheduleStore } from '../domain/schedule.ts';
import { DetenteError } from '../errors.ts';
import { SqliteArticleStore } from './article-store.ts';
import type { Connection } from './connection.ts';
import { SqliteDeskStore } from './desk-store.ts';
import { SqliteFeedStore } from './feed-store.ts';
import { SqliteLedgerStore } from './ledger-store.ts';
import { SqliteMentionStore } from './mention-store.ts';
import { SqliteModelStore } from './model-store.ts';
import { openConnection, openUnwritable } from './opening.ts';
import { SqliteOutbox } from './outbox.ts';
import { SqlitePassageIndex } from './passage-index.ts';
import { SqlitePlacementStore } from './placement-store.ts';
import { SqliteRetentionStore } from './retention-store.ts';
import { type ArticleRow, toArticle } from './rows.ts';
import { SqliteScheduleStore } from './schedule-store.ts';
import { ARTICLES, articleStatements, CREATE_PASSAGE_INDEX, DROP_PASSAGE_INDEX } from './statements.ts';
import { SqliteVectorStore } from './vector-store.ts';

export interface OpeningOptions {
  /** Told why the archive can be read only, where that is so: every method that writes throws until it can be written. */
  readonly onUnwritable?: (reason: string) => void;
}

/**
 * The archive in one SQLite file, `:memory:` for one that is gone when closed. A missing file and its folders are made.
 * Several processes may open and write one file at once; what `put` has acknowledged outlives a crash and a power cut.
 * Methods work synchronously inside: an archive of 200,000 passages answers in milliseconds, a batch of 50 articles is
 * stored in about a tenth of a second.
 * @throws DetenteError `archive-unusable` where the file is no archive, of a newer version, or cannot be opened; every
 * method throws it when the file cannot be read or written any more, or is closed.
 */
export async function openSqliteArchive(path: string, { onUnwritable }: OpeningOptions = {}): Promise<Archive> {
  try {
    return new SqliteArchive(await openConnection(path));
  } catch (error) {
    if (!(error instanceof DetenteError)) throw error;
    const connection = openUnwritable(path, error);
    onUnwritable?.(error.message);
    return new SqliteArchive(connection);
  }
}

class SqliteArchive implements Archive {
  readonly articles: ArticleStore;
  readonly passages: PassageIndex;
  readonly vectors: VectorStore;
  readonly mentions: MentionStore;
  readonly ledger: LedgerStore;
  readonly desk: DeskStore;
  readonly schedules: ScheduleStore;
  readonly outbox: Outbox;
  readonly model: ModelStore;
  readonly feeds: FeedStore;
  readonly retention: RetentionStore;
  readonly #connection: Connection;
  readonly #passages: SqlitePassageIndex;
  readonly #mentions: SqliteMentionStore;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#passages = new SqlitePassageIndex(connection);
    this.#mentions = new SqliteMentionStore(connection);
    const placements = new SqlitePlacementStore(connection);
    this.articles = new SqliteArticleStore(connection, this.#passages, this.#mentions, placements);
    const ledger = new SqliteLedgerStore(connection, placements);
    this.ledger = ledger;
    this.passages = this.#passages;
    this.vectors = new SqliteVectorStore(connection);
    this.mentions = this.#mentions;
    this.desk = new SqliteDeskStore(connection);
    this.schedules = new SqliteScheduleStore(connection);
    this.outbox = new SqliteOutbox(connection);
    this.model = new SqliteModelStore(connection);
    this.feeds = new SqliteFeedStore(connection);
    const parts = { passages: this.#passages, mentions: this.#mentions, placements, ledger };
    this.retention = new SqliteRetentionStore(connection, parts);
  }

  /** The index is made from nothing, so that a damaged one is replaced too. */
  async reindex(): Promise<number> {
    return this.#connection.write(() => {
      this.#connection.exec(DROP_PASSAGE_INDEX);
      this.#connection.exec(CREATE_PASSAGE_INDEX);
      this.#mentions.reindex();
      return this.#reindexPassages();
    });
  }

  async close(): Promise<void> {
    this.#connection.close();
  }

  #reindexPassages(): number {
    let count = 0;
    for (const { id } of this.#connection.all<{ id: string }>(articleStatements.currentIds, ARTICLES)) {
      const row = this.#connection.get<ArticleRow>(articleStatements.current, ARTICLES, id);
      if (row !== undefined) count += this.#passages.reindex(toArticle(row));
    }
    return count;
  }
}
