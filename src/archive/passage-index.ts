import type { PassageHit, PassageIndex, PassageQuery, Scope } from '../domain/archive.ts';
import type { Article, ArticleId, IsoDate } from '../domain/article.ts';
import { cite, type Passage } from '../domain/citation.ts';
import type { Connection } from './connection.ts';
import { dateWords, indexWords, matchExpression } from './index-words.ts';
import { compare } from './rows.ts';
import { visibility } from './scope.ts';
import { ARTICLES, articleStatements, passageStatements, vectorStatements } from './statements.ts';

/** More than anyone reads; keeps an unlimited query within what SQLite takes as a LIMIT. */
const MOST_HITS = 1_000_000;

interface Candidate {
  readonly article_id: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly score: number;
}

interface Place extends Passage {
  readonly score: number;
}

/** The words of passages in FTS5; the rows of `passage` are the truth, and the index can be made again from them. */
export class SqlitePassageIndex implements PassageIndex {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async find(query: PassageQuery): Promise<readonly PassageHit[]> {
    const match = matchExpression(query.terms);
    const limit = Math.min(Math.floor(query.limit), MOST_HITS);
    if (match === '' || !(limit > 0)) return [];
    return this.#connection.read(() => this.#quoted(this.#best(match, limit, query.scope)));
  }

  async frequency(
    terms: readonly string[],
  ): Promise<{ readonly passages: number; readonly holding: readonly number[] }> {
    const totalOf = (sql: string, value: string) => this.#connection.get<{ total: number }>(sql, value)?.total ?? 0;
    return this.#connection.read(() => ({
      passages: totalOf(passageStatements.count, ARTICLES),
      holding: terms.map((term) => {
        const match = matchExpression([term]);
        return match === '' ? 0 : totalOf(passageStatements.holding, `text : ${match}`);
      }),
    }));
  }

  /** Stores an article's passages and indexes them. Belongs in a transaction. */
  insert(article: Article, passages: readonly Passage[]): void {
    const index = this.#indexer(article);
    for (const { start, end } of passages) {
      const { row } = this.#connection.run(passageStatements.insert, ARTICLES, article.id, start, end);
      index(row, start, end);
    }
  }

  /** Indexes the stored passages of an article and gives their number. Belongs in a transaction. */
  reindex(article: Article): number {
    const index = this.#indexer(article);
    const rows = this.#connection.all<{ id: number; start_at: number; end_at: number }>(
      passageStatements.ofArticle,
      ARTICLES,
      article.id,
    );
    for (const row of rows) index(row.id, row.start_at, row.end_at);
    return rows.length;
  }

  delete(id: ArticleId): void {
    this.#connection.run(vectorStatements.deleteAll, ARTICLES, id);
    this.#connection.run(passageStatements.unindex, ARTICLES, id);
    this.#connection.run(passageStatements.deleteAll, ARTICLES, id);
  }

  redate(id: ArticleId, publishedAt: IsoDate | undefined): void {
    this.#connection.run(passageStatements.redate, dateWords(publishedAt), ARTICLES, id);
  }

  /** Title, outlet and date belong to what is found, so every passage carries them. */
  #indexer(article: Article): (id: number, start: number, end: number) => void {
    const title = indexWords(article.title);
    const outlet = indexWords(article.outlet ?? '');
    const date = dateWords(article.publishedAt);
    return (id, start, end) => {
      const text = indexWords(article.text.slice(start, end));
      this.#connection.run(passageStatements.index, id, text, title, outlet, date);
    };
  }

  /**
   * The best places that the scope shows. Looks deeper until there are enough, and until the score of the last one is
   * past: among equal scores the article's id and the position decide, not the order of storing.
   */
  #best(match: string, limit: number, scope: Scope | undefined): Place[] {
    const sees = visibility(this.#connection, scope);
    const places: Place[] = [];
    let seen = 0;
    for (let depth = 2 * limit + 32; ; depth *= 4) {
      const candidates = this.#connection.all<Candidate>(passageStatements.match, match, depth);
      for (const { article_id: articleId, start_at: start, end_at: end, score } of candidates.slice(seen))
        if (sees(articleId)) places.push({ articleId, start, end, score });
      seen = candidates.length;
      const least = places[limit - 1]?.score;
      const settled = least !== undefined && least > (candidates.at(-1)?.score ?? -Infinity);
      if (seen < depth || settled) return places.sort(byScore).slice(0, limit);
    }
  }

  /** Offsets are UTF-16, so quotes are cut here and never by the engine. */
  #quoted(places: readonly Place[]): PassageHit[] {
    const texts = new Map<ArticleId, string>();
    return places.map(({ articleId: id, start, end, score }) => {
      const text =
        texts.get(id) ?? this.#connection.get<{ text: string }>(articleStatements.currentText, ARTICLES, id)?.text;
      texts.set(id, text ?? '');
      return { ...cite({ id, text: text ?? '' }, start, end), score };
    });
  }
}

function byScore(left: Place, right: Place): number {
  return (
    compare(right.score, left.score) || compare(left.articleId, right.articleId) || compare(left.start, right.start)
  );
}
