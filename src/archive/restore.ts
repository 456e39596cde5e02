import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ArticleId } from '../domain/article.ts';
import { DetenteError, reasonOf } from '../errors.ts';
import { backUp, copyWhole, removeDatabase, targetFailure } from './backup.ts';
import { Connection } from './connection.ts';
import { inspect } from './inspection.ts';
import { BUSY_TIMEOUT_MS, openConnection } from './opening.ts';

export interface Restored {
  /** The file that holds what was there before; absent where nothing was. */
  readonly kept?: string;
  /** Articles that were taken out since the backup was made, and are back. */
  readonly returned: readonly ArticleId[];
}

/**
 * What was posted, which requests were acted on, and what was spent, stays done: of these tables the archive keeps its
 * own rows and takes those it lacks. Numbers that tell other processes of a change only grow.
 */
const KEPT = [
  'article_mark',
  'delivery',
  'edition',
  'edition_article',
  'model_use',
  'schedule_revision',
  'seen_request',
];

/**
 * Puts the contents of a backup, checked before (`inspect`), in the place of those of the archive, all or nothing.
 * Processes that have the archive open see them with their next look. A backup of older tables is brought up to date.
 * @throws DetenteError `archive-unusable`
 */
export async function restore(path: string, file: string): Promise<Restored> {
  const copy = `${path}.restoring-${process.pid}`;
  try {
    mkdirSync(dirname(resolve(path)), { recursive: true });
    await copyWhole(file, copy);
    (await openConnection(copy)).close();
    if (existsSync(path)) return await replace(path, copy);
    renameSync(copy, path);
    return { returned: [] };
  } catch (error) {
    throw error instanceof DetenteError ? error : targetFailure(error, path);
  } finally {
    removeDatabase(copy);
  }
}

async function replace(path: string, copy: string): Promise<Restored> {
  refuseUnsound(path);
  const kept = freeName(`${path}.before-restore`);
  await backUp(path, kept);
  try {
    (await openConnection(path)).close();
    return { kept, returned: replaceRows(path, copy) };
  } catch (error) {
    removeDatabase(kept);
    throw error;
  }
}

/** Rows cannot be kept out of a damaged archive, and what is no archive of ours is none to write over. */
function refuseUnsound(path: string): void {
  try {
    inspect(path);
  } catch (error) {
    const wayOut = `stop the bot, move ${path} and ${path}-wal away, then restore again`;
    throw new DetenteError(
      'archive-unusable',
      `nothing is restored: ${reasonOf(error).replace(/: .*/, '')}; ${wayOut}`,
      {
        cause: error,
      },
    );
  }
}

/** An earlier restore may have been the mistake: what was there before it is not written over. */
function freeName(name: string): string {
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(file)) return file;
  }
}

/**
 * By rows and in one transaction: pages would be written over without regard to the rows that are kept, and a process
 * that delivers meanwhile would find that nothing was posted today.
 */
function replaceRows(path: string, copy: string): ArticleId[] {
  // the index of words is written as the tables that it consists of, which SQLite guards otherwise
  const database = new DatabaseSync(resolve(path), { timeout: BUSY_TIMEOUT_MS, defensive: false });
  const live = new Connection(database);
  try {
    live.run('ATTACH ? AS restored', resolve(copy));
    live.exec('PRAGMA synchronous = FULL');
    return live.write(() => {
      const returned = live.all<{ id: ArticleId }>(RETURNED).map(({ id }) => id);
      for (const table of live.all<Table>(TABLES)) replaceTable(live, table);
      return returned;
    });
  } finally {
    live.close();
  }
}

const RETURNED = `
  SELECT DISTINCT article_id AS id FROM main.tombstone AS gone
  WHERE article_id IN (SELECT id FROM restored.article_version) AND NOT EXISTS (
    SELECT 1 FROM restored.tombstone AS known
    WHERE known.workspace = gone.workspace AND known.kind = gone.kind AND known.name = gone.name)
  ORDER BY article_id`;

interface Table {
  readonly name: string;
  readonly columns: string;
}

/** Numbers of rows are copied too, where no column is another name of them: they are what tells new articles. */
const TABLES = `
  SELECT name, concat(
    CASE WHEN wr = 0 AND NOT EXISTS (
      SELECT 1 FROM pragma_table_info(list.name, 'main') WHERE pk = 1 AND type = 'INTEGER') THEN 'rowid, ' END,
    (SELECT group_concat('"' || name || '"', ', ') FROM pragma_table_info(list.name, 'main'))) AS columns
  FROM pragma_table_list AS list
  WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;

function replaceTable(live: Connection, { name, columns }: Table): void {
  const isKept = KEPT.includes(name);
  if (!isKept) live.run(`DELETE FROM main."${name}"`);
  const taken = isKept ? columns.replace(/^rowid, /, '') : columns;
  live.run(
    `INSERT ${isKept ? 'OR IGNORE' : ''} INTO main."${name}" (${taken}) SELECT ${taken} FROM restored."${name}"`,
  );
}
