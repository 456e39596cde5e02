import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DetenteError, reasonOf } from '../errors.ts';
import { Connection } from './connection.ts';
import { primaryCode } from './failure.ts';
import { APPLICATION_ID, BUSY_TIMEOUT_MS, refuseNewer, schemaVersion } from './opening.ts';

/** What is in the file of an archive. */
export interface Inspection {
  readonly articles: number;
  readonly passages: number;
}

/** https://www.sqlite.org/rescode.html: CORRUPT, NOTADB. */
const DAMAGED = [11, 26];

/**
 * Looks through a whole file and changes nothing: it is ours, of no newer program, and every page of it is sound.
 * @throws DetenteError `not-found`, or `archive-unusable` with what is wrong with it
 */
export function inspect(file: string): Inspection {
  const database = openForReading(file);
  try {
    refuseForeign(database, file);
    const connection = new Connection(database);
    refuseNewer(schemaVersion(connection), file, 'update Détente first');
    if (database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'] !== 'ok') throw damaged(file);
    return countsOf(connection);
  } catch (error) {
    const cause = error instanceof DetenteError && error.cause !== undefined ? error.cause : error;
    if (DAMAGED.includes(primaryCode(cause) ?? -1)) throw damaged(file, cause);
    throw error instanceof DetenteError ? error : unreadable(file, error);
  } finally {
    database.close();
  }
}

/** @throws DetenteError `not-found` or `archive-unusable` */
export function openForReading(file: string): DatabaseSync {
  if (!existsSync(file)) throw new DetenteError('not-found', `there is no file ${file}`);
  try {
    // one that SQLite opens as read-only leaves the files of its journal behind
    const database = new DatabaseSync(resolve(file), { timeout: BUSY_TIMEOUT_MS });
    database.exec('PRAGMA query_only = ON');
    return database;
  } catch (error) {
    throw unreadable(file, error);
  }
}

function refuseForeign(database: DatabaseSync, file: string): void {
  if (database.prepare('PRAGMA application_id').get()?.['application_id'] === APPLICATION_ID) return;
  throw new DetenteError(
    'archive-unusable',
    `${file} is no archive of Détente: name a file that "detente backup" made`,
  );
}

function countsOf(connection: Connection): Inspection {
  const counts = `SELECT (SELECT count(*) FROM article_version WHERE is_current = 1) AS articles,
    (SELECT count(*) FROM passage) AS passages`;
  return { articles: 0, passages: 0, ...connection.get<Inspection>(counts) };
}

function damaged(file: string, cause?: unknown): DetenteError {
  return new DetenteError('archive-unusable', `${file} is damaged: take another backup`, { cause });
}

function unreadable(file: string, cause: unknown): DetenteError {
  return new DetenteError('archive-unusable', `${file} cannot be read (${reasonOf(cause)})`, { cause });
}
