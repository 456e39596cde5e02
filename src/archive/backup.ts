import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { DetenteError, reasonOf } from '../errors.ts';
import { primaryCode } from './failure.ts';
import { type Inspection, inspect, openForReading } from './inspection.ts';

export interface BackedUp extends Inspection {
  readonly bytes: number;
}

/** All pages in one step, which reads one state: in several, each write of another process begins the copy anew. */
const ALL_PAGES = 2 ** 31 - 1;
const FULL = 13;

/**
 * Copies an archive, while other processes read and write it, into one file that stands by itself. The file is there
 * when it is whole and was checked, or not at all; nobody but its owner may read it.
 * @param replace whether a file that is there is written over
 * @throws DetenteError `not-found` without an archive at `path`; `bad-input` where `file` is there; `archive-unusable`
 */
export async function backUp(path: string, file: string, { replace = false } = {}): Promise<BackedUp> {
  refuseTarget(path, file, replace);
  const unfinished = `${file}.unfinished-${process.pid}`;
  try {
    await copyWhole(path, unfinished);
    const inspection = inspect(unfinished);
    renameSync(unfinished, file);
    return { ...inspection, bytes: statSync(file).size };
  } catch (error) {
    throw error instanceof DetenteError ? error : targetFailure(error, file);
  } finally {
    removeDatabase(unfinished);
  }
}

function refuseTarget(path: string, file: string, replace: boolean): void {
  if (resolve(path) === resolve(file))
    throw new DetenteError('bad-input', `${file} is the archive itself: name another file`);
  if (!existsSync(file)) return;
  if (!statSync(file).isFile()) throw new DetenteError('bad-input', `${file} is no file: name one in it`);
  if (!replace)
    throw new DetenteError('bad-input', `${file} is there: name another file, or write over it with --force`);
}

/** Copies what is committed at `path` into a new file. What SQLite or the file system throws passes through. */
export async function copyWhole(path: string, file: string): Promise<void> {
  const source = openForReading(path);
  try {
    closeSync(openSync(file, 'wx', 0o600));
    await backup(source, file, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
  const copy = new DatabaseSync(file);
  // without a journal beside it a copy can lie on a disk that nobody may write
  copy.exec('PRAGMA journal_mode = DELETE');
  copy.close();
}

/** With the journals that a crash may have left beside it. */
export function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
}

/** What writing a copy failed at, as one line. */
export function targetFailure(error: unknown, file: string): DetenteError {
  const isFull = primaryCode(error) === FULL || (error as NodeJS.ErrnoException).code === 'ENOSPC';
  const reason = isFull
    ? `the disk of ${file} is full: free some space, or name a file on another disk`
    : `${file} cannot be written (${reasonOf(error)}): name a file in a folder that can be`;
  return new DetenteError('archive-unusable', reason, { cause: error });
}
