import type { ArticleId, IsoDate } from '../domain/article.ts';
import type { Citation } from '../domain/citation.ts';
import type { RetentionStore, Retold } from '../domain/retention.ts';
import type { Connection } from './connection.ts';
import type { SqliteLedgerStore } from './ledger-store.ts';
import type { SqliteMentionStore } from './mention-store.ts';
import { modelStatements } from './model-statements.ts';
import type { SqlitePassageIndex } from './passage-index.ts';
import type { SqlitePlacementStore } from './placement-store.ts';
import { citedStatements, retentionStatements as sql } from './retention-statements.ts';
import { type ArticleRow, holds } from './rows.ts';
import { ARTICLES, articleStatements, placeStatements } from './statements.ts';

/** The last texts of an article that are kept: one that flips between two of them is no new one each time. */
const LAST_VERSIONS = 3;

/** What belongs to an article in other tables. */
interface Parts {
  readonly passages: SqlitePassageIndex;
  readonly mentions: SqliteMentionStore;
  readonly placements: SqlitePlacementStore;
  readonly ledger: SqliteLedgerStore;
}

/** Pages that become free are used again, so that the file grows no more once as much goes as comes. */
export class SqliteRetentionStore implements RetentionStore {
  readonly #connection: Connection;
  readonly #parts: Parts;

  constructor(connection: Connection, parts: Parts) {
    this.#connection = connection;
    this.#parts = parts;
  }

  async age(before: IsoDate, limit: number, retold: Retold): Promise<number> {
    return this.#connection.write(() => {
      this.#connection.run(modelStatements.expireReplies, ARTICLES, Date.parse(before));
      const rows = this.#connection.all<{ id: ArticleId }>(sql.aged, ARTICLES, before, limit);
      const events = new Set(rows.flatMap(({ id }) => this.#eventsOf(id)));
      for (const { id } of rows) this.#forget(id);
      for (const event of events) this.#parts.ledger.retell(event, before, retold);
      return rows.length;
    });
  }

  async thin(limit: number): Promise<number> {
    return this.#connection.write(() => {
      const often = this.#connection.all<{ id: ArticleId }>(sql.changedOften, ARTICLES, 1 + LAST_VERSIONS);
      const spare = often.values().flatMap(({ id }) => this.#spareVersions(id).map((version) => ({ id, version })));
      let gone = 0;
      for (const { id, version } of spare.take(limit))
        gone += this.#connection.run(sql.deleteVersion, ARTICLES, id, version).changes;
      return gone;
    });
  }

  #eventsOf(id: ArticleId): string[] {
    const rows = this.#connection.all<{ id: string | null }>(placeStatements.eventsOf, ARTICLES, id);
    return rows.flatMap((row) => row.id ?? []);
  }

  #forget(id: ArticleId): void {
    const rows = this.#connection.all<{ block: string | null }>(sql.blocksOf, ARTICLES, id);
    for (const block of new Set(rows.flatMap((row) => row.block ?? [])))
      this.#connection.run(sql.outdate, ARTICLES, block);
    this.#parts.placements.letGo(id);
    this.#parts.passages.delete(id);
    this.#parts.mentions.delete(id);
    this.#connection.run(articleStatements.deleteHashes, ARTICLES, id);
    this.#connection.run(articleStatements.deleteAll, ARTICLES, id);
  }

  /** The first stays too: by its number it is known since when the article is there. */
  #spareVersions(id: ArticleId): number[] {
    const rows = this.#connection.all<ArticleRow>(articleStatements.versions, ARTICLES, id);
    const cited = new Set(this.#citationsOf(id).map((citation) => rows.find(holds(citation))?.version));
    return rows.slice(LAST_VERSIONS, -1).flatMap(({ version }) => (cited.has(version) ? [] : [version]));
  }

  #citationsOf(id: ArticleId): Citation[] {
    const found: Citation[] = [];
    for (const { body } of this.#connection.all<{ body: string }>(citedStatements.editionsOf, ARTICLES, id))
      JSON.parse(body, (_, value: Partial<Citation> | null) => {
        if (value?.articleId === id && value.quote !== undefined) found.push(value as Citation);
        return value;
      });
    return found;
  }
}
