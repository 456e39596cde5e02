import { isDeepStrictEqual } from 'node:util';
import type { ArticleOutline, ArticleStore, ReadArticle, Scope, Standing } from '../domain/archive.ts';
import type { Article, ArticleId, DateBasis, IsoDate, IsoInstant, OriginId } from '../domain/article.ts';
import { type Citation, cite } from '../domain/citation.ts';
import { DetenteError } from '../errors.ts';
import type { Connection } from './connection.ts';
import type { SqliteMentionStore } from './mention-store.ts';
import { modelStatements } from './model-statements.ts';
import type { SqlitePassageIndex } from './passage-index.ts';
import type { SqlitePlacementStore } from './placement-store.ts';
import { type ArticleRow, articleValues, compare, holds, type OutlineRow, toArticle, toOutline } from './rows.ts';
import { visibility } from './scope.ts';
import { newestVersion, removed, standingOf } from './standing.ts';
import { ARTICLES, articleStatements as sql } from './statements.ts';

/** Words that more articles share are a phrase in use; of copies of one text that many are enough to know it by. */
const MOST_SHARING = 64;

/** Articles and their versions. An old version keeps its text only, so that what once cited it resolves. */
export class SqliteArticleStore implements ArticleStore {
  readonly #connection: Connection;
  readonly #passages: SqlitePassageIndex;
  readonly #mentions: SqliteMentionStore;
  readonly #placements: SqlitePlacementStore;

  #last: { readonly state: string; readonly outlines: readonly ArticleOutline[] } | undefined;

  constructor(
    connection: Connection,
    passages: SqlitePassageIndex,
    mentions: SqliteMentionStore,
    placements: SqlitePlacementStore,
  ) {
    this.#connection = connection;
    this.#passages = passages;
    this.#mentions = mentions;
    this.#placements = placements;
  }

  async standing(draft: Parameters<ArticleStore['standing']>[0]): Promise<Standing> {
    return this.#connection.read(() => standingOf(this.#connection, draft));
  }

  async put(batch: readonly ReadArticle[], today = machineDay()): Promise<readonly ReadArticle[]> {
    for (const read of batch) refuseUnstorable(read);
    // one after the other, so that of two that are one article the second is passed over
    return this.#connection.write(() => batch.filter((read) => !this.#putOne(read, today)));
  }

  /** Every question looks at all of them: the last answer is kept while nothing changes. */
  async outline(scope?: Scope): Promise<readonly ArticleOutline[]> {
    const state = JSON.stringify([scope, this.#connection.state()]);
    if (this.#last?.state !== state)
      this.#last = { state, outlines: this.#seen<OutlineRow>(sql.outlines, scope).map(toOutline) };
    return this.#last.outlines;
  }

  async outlines(ids: readonly ArticleId[]): Promise<readonly ArticleOutline[]> {
    return this.#connection.read(() =>
      [...ids].sort(compare).flatMap((id) => {
        const row = this.#connection.get<OutlineRow>(sql.outlineOf, ARTICLES, id);
        return row === undefined ? [] : [toOutline(row)];
      }),
    );
  }

  async tally(): Promise<{ readonly total: number; readonly undated: readonly ArticleId[] }> {
    return this.#connection.read(() => ({
      total: this.#connection.get<{ total: number }>(sql.total, ARTICLES)?.total ?? 0,
      undated: this.#connection.all<{ id: string }>(sql.undated, ARTICLES).map(({ id }) => id),
    }));
  }

  async newest(asOf: IsoDate = '9999-12-31'): Promise<IsoDate | undefined> {
    return this.#connection.get<{ day: string | null }>(sql.lastDay, ARTICLES, asOf)?.day ?? undefined;
  }

  async state(): Promise<string> {
    return this.#connection.get<{ state: string }>(sql.state)?.state ?? '';
  }

  async mark(): Promise<number> {
    return this.#connection.get<{ mark: number }>(sql.mark)?.mark ?? 0;
  }

  async storedAfter(mark: number): Promise<readonly ArticleId[]> {
    return this.#connection.all<{ id: string }>(sql.storedAfter, ARTICLES, mark).map(({ id }) => id);
  }

  async list(scope?: Scope): Promise<readonly Article[]> {
    return this.#seen<ArticleRow>(sql.allCurrent, scope).map(toArticle);
  }

  async get(id: ArticleId): Promise<Article | undefined> {
    const row = this.#connection.get<ArticleRow>(sql.current, ARTICLES, id);
    return row && toArticle(row);
  }

  async resolve(citation: Citation): Promise<Article | undefined> {
    const row = this.#connection.all<ArticleRow>(sql.versions, ARTICLES, citation.articleId).find(holds(citation));
    return row && toArticle(row);
  }

  async remove(id: ArticleId, reason: string, at: IsoInstant): Promise<boolean> {
    return this.#connection.erase(() => {
      const versions = this.#connection.all<{ url: string | null; content_hash: string }>(sql.names, ARTICLES, id);
      if (versions.length === 0) return false;
      const bury = (kind: string, name: string): unknown =>
        this.#connection.run(sql.bury, ARTICLES, kind, name, id, reason, at);
      bury('id', id);
      for (const { url, content_hash: hash } of versions) {
        bury('hash', hash);
        if (url !== null) bury('url', url);
      }
      this.#forget(id);
      this.#connection.run(sql.deleteAll, ARTICLES, id);
      // they hold words of articles, and nothing says of which
      this.#connection.run(modelStatements.dropReplies, ARTICLES);
      return true;
    });
  }

  async similar(fingerprint: readonly number[], shared: number): Promise<readonly ArticleId[]> {
    const counts = new Map<ArticleId, number>();
    this.#connection.read(() => {
      for (const hash of new Set(fingerprint))
        for (const { article_id: id } of this.#connection.all<{ article_id: string }>(
          sql.sharing,
          ARTICLES,
          hash,
          MOST_SHARING,
        ))
          counts.set(id, (counts.get(id) ?? 0) + 1);
    });
    return [...counts]
      .filter(([, count]) => count >= shared)
      .sort(([leftId, left], [rightId, right]) => compare(right, left) || compare(leftId, rightId))
      .map(([id]) => id);
  }

  async derive(
    id: ArticleId,
    derived: { readonly publishedAt?: IsoDate | null; readonly dateBasis?: DateBasis; readonly origin?: OriginId },
  ): Promise<void> {
    this.#connection.write(() => {
      const row = this.#connection.get<ArticleRow>(sql.current, ARTICLES, id);
      if (row === undefined) return;
      const publishedAt = derived.publishedAt === undefined ? row.published_at : derived.publishedAt;
      const dateBasis = derived.dateBasis ?? row.date_basis;
      const origin = derived.origin ?? row.origin;
      const isRedated = publishedAt !== row.published_at;
      if (!isRedated && dateBasis === row.date_basis && origin === row.origin) return;
      this.#connection.run(sql.derive, publishedAt, dateBasis, origin, ARTICLES, id);
      if (isRedated) this.#passages.redate(id, publishedAt ?? undefined);
      if (isRedated) this.#placements.mark(id);
    });
  }

  /** Current versions in scope, by id. */
  #seen<Row extends OutlineRow>(statement: string, scope: Scope | undefined): Row[] {
    return this.#connection.read(() => {
      const sees = visibility(this.#connection, scope);
      const rows = this.#connection.all<Row>(statement, ARTICLES).filter((row) => sees(row.id));
      return rows.sort((left, right) => compare(left.id, right.id));
    });
  }

  /** A text that was removed meanwhile by another process stays removed. False where the article is to be asked for again. */
  #putOne(read: ReadArticle, today: IsoDate): boolean {
    const { article, contentHash } = read;
    if (!this.#isUpToDate(read)) return false;
    if (removed(this.#connection, { ...article, contentHash }) !== undefined) return true;
    this.#refuseOtherText(article);
    const newest = newestVersion(this.#connection, article.id) ?? article.version;
    const isCurrent = article.version >= newest;
    if (isCurrent) this.#forget(article.id);
    this.#connection.run(sql.insert, ARTICLES, contentHash, isCurrent ? 1 : 0, today, ...articleValues(article));
    if (isCurrent) this.#insertDerived(read);
    return true;
  }

  #isUpToDate({ article: { id, url }, contentHash, standing }: ReadArticle): boolean {
    if (standing === undefined) return true;
    return isDeepStrictEqual(standingOf(this.#connection, { id, ...(url && { url }), contentHash }), standing);
  }

  #refuseOtherText({ id, version, text }: Article): void {
    const stored = this.#connection.get<{ text: string }>(sql.textOf, ARTICLES, id, version);
    if (stored === undefined || stored.text === text) return;
    throw new DetenteError(
      'bad-input',
      `version ${version} of article ${id} is stored with another text: put this one as the next version`,
    );
  }

  #insertDerived({ article, passages, mentions, fingerprint }: ReadArticle): void {
    this.#passages.insert(article, passages);
    this.#mentions.insert(article.id, mentions);
    this.#placements.mark(article.id);
    for (const hash of fingerprint) this.#connection.run(sql.insertHash, ARTICLES, hash, article.id);
  }

  /** What was read out of the current version goes, its text stays. */
  #forget(id: ArticleId): void {
    this.#placements.forget(id);
    this.#passages.delete(id);
    this.#mentions.delete(id);
    this.#connection.run(sql.deleteHashes, ARTICLES, id);
    this.#connection.run(sql.retire, ARTICLES, id);
  }
}

/** What is stored comes back unchanged or is refused: UTF-8 has no place for half a surrogate pair. */
function refuseUnstorable({ article, passages }: ReadArticle): void {
  if (!article.text.isWellFormed())
    throw new DetenteError(
      'bad-input',
      `article ${article.id} holds half a character: repair its text before storing it`,
    );
  for (const { start, end } of passages) cite(article, start, end);
}

function machineDay(): IsoDate {
  return new Date().toISOString().slice(0, 10);
}
