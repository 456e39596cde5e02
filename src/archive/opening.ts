import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { DetenteError, reasonOf } from '../errors.ts';
import { Connection } from './connection.ts';
import { archiveFailure, primaryCode } from './failure.ts';
import { MIGRATIONS } from './migrations.ts';
import { ARTICLES } from './statements.ts';

/** Marks the file as ours in its header ("Detn"), so that no other program's database is ever migrated. */
export const APPLICATION_ID = 0x4465746e;
/** Longer than the longest batch another process writes. */
export const BUSY_TIMEOUT_MS = 10_000;
const BUSY = 5;

/**
 * Opens the database at `path`, makes it where there is none, and brings it to the newest version.
 * @throws DetenteError `archive-unusable`
 */
export async function openConnection(path: string): Promise<Connection> {
  const database = openFile(path);
  try {
    refuseForeign(database, path);
    await enterWalMode(database);
    // FULL: what `put` acknowledged outlives a power cut. The cache is a quarter of an index of 200,000 passages.
    database.exec('PRAGMA synchronous = FULL; PRAGMA cache_size = -16384');
    const connection = new Connection(database);
    if (schemaVersion(connection) !== MIGRATIONS.length) connection.write(() => migrate(connection, path));
    return connection;
  } catch (error) {
    database.close();
    throw named(archiveFailure(error), path);
  }
}

function openFile(path: string): DatabaseSync {
  // An empty name is a database that SQLite throws away, a name with "file:" is a URI to it.
  if (path === '') throw new DetenteError('archive-unusable', 'the archive has no path: name one with --archive');
  const file = path === ':memory:' ? path : resolve(path);
  try {
    if (path !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    return new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  } catch (error) {
    const reason = `${path} cannot be opened (${reasonOf(error)}): name a path whose folder can be written`;
    throw new DetenteError('archive-unusable', reason, { cause: error });
  }
}

/** Before anything is written: a file that holds tables of another program stays as it is. */
function refuseForeign(database: DatabaseSync, path: string): void {
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_master').get()?.['count'];
  const owner = database.prepare('PRAGMA application_id').get()?.['application_id'];
  if (tables === 0 || owner === APPLICATION_ID) return;
  throw new DetenteError(
    'archive-unusable',
    `${path} is a database of another program: name another path with --archive, or move the file away`,
  );
}

/** SQLite does not wait by itself where two processes open a new file at once. */
async function enterWalMode(database: DatabaseSync): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += 20) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (primaryCode(error) !== BUSY || waitedMs >= BUSY_TIMEOUT_MS) throw error;
      await sleep(20);
    }
  }
}

/** Runs under the write lock, so the second of two processes that open a new file finds it made. */
function migrate(connection: Connection, path: string): void {
  const version = schemaVersion(connection);
  refuseNewer(version, path, 'update Détente, or name another path with --archive');
  if (version === MIGRATIONS.length) return;
  connection.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
  for (const step of MIGRATIONS.slice(version)) for (const sql of step) connection.exec(sql);
  connection.run('DELETE FROM schema_version');
  connection.run('INSERT INTO schema_version (workspace, version) VALUES (?, ?)', ARTICLES, MIGRATIONS.length);
}

/** @throws DetenteError `archive-unusable` with what to do about it where the tables are of a later program */
export function refuseNewer(version: number, path: string, remedy: string): void {
  if (version <= MIGRATIONS.length) return;
  const versions = `version ${version} of its tables, this one knows ${MIGRATIONS.length}`;
  throw new DetenteError('archive-unusable', `${path} was written by a newer Détente (${versions}): ${remedy}`);
}

/** Of a file without tables 0. */
export function schemaVersion(connection: Connection): number {
  const table = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'";
  if (connection.get(table) === undefined) return 0;
  return connection.get<{ version: number }>('SELECT version FROM schema_version')?.version ?? 0;
}

function named(failure: DetenteError, path: string): DetenteError {
  if (failure.message.startsWith(path)) return failure;
  return new DetenteError('archive-unusable', `${path}: ${failure.message}`, { cause: failure.cause });
}
