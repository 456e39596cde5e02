import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
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

/** FULL: what `put` acknowledged outlives a power cut. The cache is a quarter of an index of 200,000 passages. */
const PRAGMAS = 'PRAGMA synchronous = FULL; PRAGMA cache_size = -16384';

/**
 * Opens the database at `path`, makes it where there is none, and brings it to the newest version.
 * @throws DetenteError `archive-unusable`
 */
export async function openConnection(path: string): Promise<Connection> {
  refuseUnread(path);
  const database = openFile(path);
  try {
    refuseForeign(database, path);
    refuseNewer(schemaVersion(new Connection(database)), path, NEWER);
    await enterWalMode(database);
    database.exec(PRAGMAS);
    const connection = new Connection(database, { isImmutable: false, open: () => reopened(path) });
    if (schemaVersion(connection) !== MIGRATIONS.length) connection.write(() => migrate(connection, path));
    return connection;
  } catch (error) {
    database.close();
    throw named(archiveFailure(error), path);
  }
}

/**
 * The database at `path` where it can be read and not written, for a file system that is full or read-only: as it was
 * when its last writer closed it. It is opened to be written as soon as it can be.
 * https://www.sqlite.org/wal.html#read_only_databases
 * @param failure of `openConnection`, thrown again where it cannot be read either, or is of another version
 */
export function openUnwritable(path: string, failure: DetenteError): Connection {
  // what stands in a journal alone is not seen this way, and pages may be half written without it
  if (!UNWRITABLE.includes(primaryCode(failure.cause) ?? -1) || hasJournal(path)) throw failure;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(`${pathToFileURL(resolve(path))}?immutable=1`, { readOnly: true });
    refuseForeign(database, path);
    const connection = new Connection(database, { isImmutable: true, open: () => reopened(path) });
    if (schemaVersion(connection) === MIGRATIONS.length) return connection;
  } catch {
    // the first failure says what to do
  }
  database?.close();
  throw failure;
}

/** READONLY, IOERR, FULL, CANTOPEN. https://www.sqlite.org/rescode.html */
const UNWRITABLE = [8, 10, 13, 14];

/** To be written, and of this version's tables: they are not brought up to date behind the back of those who read. */
function reopened(path: string): DatabaseSync {
  const database = openFile(path);
  try {
    refuseForeign(database, path);
    database.exec(`PRAGMA journal_mode = WAL; ${PRAGMAS}`);
    const version = schemaVersion(new Connection(database));
    if (version === MIGRATIONS.length) return database;
    throw new DetenteError('archive-unusable', `${path} has other tables now: start Détente again`);
  } catch (error) {
    database.close();
    throw error;
  }
}

function hasJournal(path: string): boolean {
  return (statSync(`${resolve(path)}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

const NEWER = 'update Détente, or name another path with --archive';

/**
 * A newer archive that was not closed in order is refused before its journal is opened to be written: closing that would
 * put the journal's pages into the file.
 */
function refuseUnread(path: string): void {
  if (path === '' || path === ':memory:' || !hasJournal(path)) return;
  let database: DatabaseSync | undefined;
  let version = 0;
  try {
    database = new DatabaseSync(resolve(path), { readOnly: true, timeout: BUSY_TIMEOUT_MS });
    version = schemaVersion(new Connection(database));
  } catch {
    // what is wrong with it is said where it is opened
  }
  database?.close();
  refuseNewer(version, path, NEWER);
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
  refuseNewer(version, path, NEWER);
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
