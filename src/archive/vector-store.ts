import type { ArticleId } from '../domain/article.ts';
import type { Passage } from '../domain/citation.ts';
import type { PassageVectors, VectorStore } from '../domain/encoder.ts';
import type { Connection } from './connection.ts';
import { ARTICLES, passageStatements, vectorStatements as sql } from './statements.ts';

/** Packed token vectors, one row a passage and model. */
export class SqliteVectorStore implements VectorStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async get(model: string, passages: readonly Passage[]): Promise<readonly (Uint8Array | undefined)[]> {
    return this.#connection.read(() =>
      passages.map(
        ({ articleId, start, end }) =>
          this.#connection.get<{ body: Uint8Array }>(sql.of, ARTICLES, articleId, start, end, model)?.body,
      ),
    );
  }

  async put(model: string, vectors: readonly PassageVectors[]): Promise<void> {
    this.#connection.writeAside(() => {
      for (const { articleId, start, end, packed } of vectors)
        this.#connection.run(sql.insert, model, packed, ARTICLES, articleId, start, end);
    });
  }

  async missing(model: string, articleId: ArticleId): Promise<readonly Passage[]> {
    return this.#connection
      .all<{ start_at: number; end_at: number }>(sql.missing, ARTICLES, articleId, model)
      .map(({ start_at: start, end_at: end }) => ({ articleId, start, end }));
  }

  async tally(model: string): Promise<{ readonly stored: number; readonly passages: number }> {
    const total = (statement: string, ...values: string[]) =>
      this.#connection.get<{ total: number }>(statement, ...values)?.total ?? 0;
    return this.#connection.read(() => ({
      stored: total(sql.count, ARTICLES, model),
      passages: total(passageStatements.count, ARTICLES),
    }));
  }
}
