import { DetenteError, reasonOf } from '../errors.ts';

/** Primary result codes, https://www.sqlite.org/rescode.html */
const REMEDIES: Readonly<Record<number, string>> = {
  3: 'the archive may not be read or written: give its file and folder to the user that runs Détente',
  5: 'another process is writing to the archive: wait for it to end, then try again',
  8: 'the archive may not be written: give its file and folder to the user that runs Détente',
  10: 'the disk of the archive does not read or write: check it, then try again',
  11: 'the archive is damaged: put back a backup, or run "detente reindex" where only searching fails',
  13: 'the disk of the archive is full: free some space, then try again',
  14: 'the archive cannot be opened: name a path whose folder can be written',
  26: 'the file is not a Détente archive: name another path, or move the file away',
};

/** What SQLite threw, as one line that says what to do. A DetenteError comes back as it is. */
export function archiveFailure(error: unknown): DetenteError {
  if (error instanceof DetenteError) return error;
  const remedy =
    REMEDIES[isFull(error) ? FULL : (primaryCode(error) ?? -1)] ?? `the archive failed: ${reasonOf(error)}`;
  const code = primaryCode(error) === BUSY ? 'archive-busy' : 'archive-unusable';
  return new DetenteError(code, remedy, { cause: error });
}

/** Why a file that can be read cannot be opened to be written, as one line. */
export function unwritable(error: unknown): DetenteError {
  if (primaryCode(error) !== CANNOT_OPEN) return archiveFailure(error);
  return new DetenteError('archive-unusable', REMEDIES[READ_ONLY] ?? '', { cause: error });
}

const [BUSY, READ_ONLY, FULL, CANNOT_OPEN] = [5, 8, 13, 14];
/** The index of the journal, which takes 32 KiB, could not be made. */
const NO_ROOM_FOR_INDEX = 4874;

function isFull(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === NO_ROOM_FOR_INDEX;
}

/** SQLite's result code without its extension, where `error` is SQLite's. */
export function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return undefined;
  return error.errcode & 0xff;
}
