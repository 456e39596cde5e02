import type { ArticleStore, Standing } from '../domain/archive.ts';
import type { ArticleId } from '../domain/article.ts';
import type { Connection } from './connection.ts';
import { compare } from './rows.ts';
import { ARTICLES, articleStatements as sql } from './statements.ts';

type Draft = Parameters<ArticleStore['standing']>[0];

/** Removed before known before changed before new. Use it within a transaction. */
export function standingOf(connection: Connection, draft: Draft): Standing {
  return removed(connection, draft) ?? known(connection, draft) ?? changed(connection, draft) ?? { kind: 'new' };
}

/** Whether the id, the address or the text was taken out for good. */
export function removed(connection: Connection, { id, url, contentHash }: Draft): Standing | undefined {
  for (const [kind, name] of Object.entries({ id, url, hash: contentHash })) {
    if (name === undefined) continue;
    const row = connection.get<{ reason: string }>(sql.buried, ARTICLES, kind, name);
    if (row !== undefined) return { kind: 'removed', reason: row.reason };
  }
  return undefined;
}

/** The newest version stored under an id. */
export function newestVersion(connection: Connection, id: ArticleId): number | undefined {
  return connection.get<{ version: number | null }>(sql.newest, ARTICLES, id)?.version ?? undefined;
}

/** Any version counts: an old text that comes again must not undo its update. */
function known(connection: Connection, { id, url, contentHash }: Draft): Standing | undefined {
  type Row = { readonly id: string; readonly url: string | null; readonly is_current: number };
  const rank = (row: Row): number =>
    (row.id === id ? 4 : 0) + (url !== undefined && row.url === url ? 2 : 0) + row.is_current;
  const [best] = connection
    .all<Row>(sql.byHash, ARTICLES, contentHash)
    .sort((left, right) => rank(right) - rank(left) || compare(left.id, right.id));
  return best && { kind: 'known', id: best.id };
}

function changed(connection: Connection, draft: Draft): Standing | undefined {
  for (const id of [draft.id, idAt(connection, draft.url)]) {
    const version = id === undefined ? undefined : newestVersion(connection, id);
    if (id !== undefined && version !== undefined) return { kind: 'changed', id, version };
  }
  return undefined;
}

function idAt(connection: Connection, url: string | undefined): ArticleId | undefined {
  if (url === undefined) return undefined;
  const rows = connection.all<{ id: string; is_current: number }>(sql.byUrl, ARTICLES, url);
  return rows.sort((left, right) => right.is_current - left.is_current || compare(left.id, right.id))[0]?.id;
}
