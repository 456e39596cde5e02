import type { MentionQuery, MentionStore } from '../domain/archive.ts';
import type { ArticleId } from '../domain/article.ts';
import type { Mention } from '../domain/mention.ts';
import type { Connection } from './connection.ts';
import { toMention } from './mention-body.ts';
import { compare } from './rows.ts';
import { visibility } from './scope.ts';
import { ARTICLES, mentionStatements } from './statements.ts';

interface MentionRow {
  readonly article_id: string;
  readonly ordinal: number;
  readonly body: string;
}

/** What was read out of current versions: a mention's body as JSON, its actors as rows that can be asked for. */
export class SqliteMentionStore implements MentionStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async find(query: MentionQuery = {}): Promise<readonly Mention[]> {
    return this.#connection.read(() => {
      const rows = query.actors === undefined ? this.#all() : this.#ofActors(query.actors);
      const sees = visibility(this.#connection, query.scope);
      return rows
        .filter((row) => sees(row.article_id))
        .map((row) => ({ ordinal: row.ordinal, mention: toMention(row.body) }))
        .sort(byPosition)
        .map(({ mention }) => mention);
    });
  }

  async of(article: ArticleId): Promise<readonly Mention[]> {
    return this.#connection
      .all<{ body: string }>(mentionStatements.bodies, ARTICLES, article)
      .map(({ body }) => toMention(body));
  }

  /** Belongs in a transaction. */
  insert(id: ArticleId, mentions: readonly Mention[]): void {
    for (const [ordinal, mention] of mentions.entries()) {
      const body = JSON.stringify({ ...mention, articleId: id });
      this.#connection.run(mentionStatements.insert, ARTICLES, id, ordinal, body);
      this.#insertActors(id, ordinal, mention);
    }
  }

  /** Finds the rows of actors by the bodies, which spares every put an index. Belongs in a transaction. */
  delete(id: ArticleId): void {
    const rows = this.#connection.all<MentionRow>(mentionStatements.ofArticle, ARTICLES, id);
    for (const actor of new Set(rows.flatMap((row) => actorsOf(toMention(row.body)))))
      this.#connection.run(mentionStatements.deleteActor, ARTICLES, actor, id);
    this.#connection.run(mentionStatements.deleteAll, ARTICLES, id);
  }

  /** Makes the rows of actors again from the bodies. Belongs in a transaction. */
  reindex(): void {
    this.#connection.run(mentionStatements.deleteEveryActor, ARTICLES);
    for (const row of this.#all()) this.#insertActors(row.article_id, row.ordinal, toMention(row.body));
  }

  #insertActors(id: ArticleId, ordinal: number, mention: Mention): void {
    for (const actor of new Set(actorsOf(mention)))
      this.#connection.run(mentionStatements.insertActor, ARTICLES, actor, id, ordinal);
  }

  #all(): MentionRow[] {
    return this.#connection.all<MentionRow>(mentionStatements.all, ARTICLES);
  }

  #ofActors(actors: readonly string[]): MentionRow[] {
    const rows = new Map<string, MentionRow>();
    for (const actor of new Set(actors))
      for (const row of this.#connection.all<MentionRow>(mentionStatements.ofActor, ARTICLES, actor))
        rows.set(`${row.ordinal} ${row.article_id}`, row);
    return [...rows.values()];
  }
}

function actorsOf(mention: Mention): string[] {
  return [...mention.actors, ...mention.targets];
}

function byPosition(left: { ordinal: number; mention: Mention }, right: { ordinal: number; mention: Mention }): number {
  return (
    compare(left.mention.articleId, right.mention.articleId) ||
    compare(left.mention.at, right.mention.at) ||
    compare(left.ordinal, right.ordinal)
  );
}
