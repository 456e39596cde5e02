import type { Scope } from '../domain/archive.ts';
import type { ArticleId, IsoDate } from '../domain/article.ts';
import type { Connection } from './connection.ts';
import { ARTICLES, articleStatements } from './statements.ts';

/** Which articles a reader sees. Asks for each article's date once; use it within one transaction. */
export function visibility(connection: Connection, scope: Scope = {}): (id: ArticleId) => boolean {
  const { asOf } = scope;
  const without = new Set(scope.without);
  if (asOf === undefined) return (id) => !without.has(id);
  const known = new Map<ArticleId, boolean>();
  return (id) => {
    if (without.has(id)) return false;
    const seen = known.get(id) ?? publishedBy(connection, id, asOf);
    known.set(id, seen);
    return seen;
  };
}

function publishedBy(connection: Connection, id: ArticleId, asOf: IsoDate): boolean {
  const row = connection.get<{ published_at: string | null }>(articleStatements.currentDate, ARTICLES, id);
  return row !== undefined && (row.published_at === null || row.published_at <= asOf);
}
