import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

const KINDS = ['.txt', '.md', '.html', '.htm', '.json', '.jsonl'] as const;
export type FileKind = (typeof KINDS)[number];

export type FoundFile =
  | { readonly path: string; readonly file: string; readonly kind: FileKind; readonly bytes: number }
  | { readonly path: string; readonly rejected: string };

/**
 * The files below a path given by a user, in code unit order of their names, folder by folder. In folders, hidden files,
 * other extensions and links to folders (which may turn in circles) are passed over; a file that was named is found or
 * rejected with its reason.
 */
export async function* filesAt(path: string): AsyncGenerator<FoundFile> {
  const name = basename(path) || path;
  const status = await statusOf(path);
  if (typeof status === 'string') yield { path: name, rejected: status };
  else if (status.isDirectory()) yield* filesIn(path, '');
  else if (!status.isFile()) yield { path: name, rejected: 'it is neither a file nor a folder' };
  else {
    const kind = kindOf(path);
    const reason = `its extension is none of ${KINDS.join(' ')}`;
    yield kind === undefined ? { path: name, rejected: reason } : { path: name, file: path, kind, bytes: status.size };
  }
}

async function* filesIn(folder: string, prefix: string): AsyncGenerator<FoundFile> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(reasonOfFault);
  if (typeof entries === 'string') return yield { path: prefix || basename(folder), rejected: entries };
  for (const entry of entries.filter(({ name }) => !name.startsWith('.')).sort(byName)) {
    const file = join(folder, entry.name);
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    const kind = kindOf(entry.name);
    if (entry.isDirectory()) yield* filesIn(file, path);
    else if (kind !== undefined && (entry.isFile() || entry.isSymbolicLink())) yield* fileAt(file, path, kind);
  }
}

async function* fileAt(file: string, path: string, kind: FileKind): AsyncGenerator<FoundFile> {
  const status = await statusOf(file);
  if (typeof status === 'string') yield { path, rejected: status };
  else if (status.isFile()) yield { path, file, kind, bytes: status.size };
}

function kindOf(file: string): FileKind | undefined {
  const extension = extname(file).toLowerCase();
  return KINDS.find((kind) => kind === extension);
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

async function statusOf(path: string): Promise<Stats | string> {
  return stat(path).catch(reasonOfFault);
}

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'it may not be read: permission denied',
  EPERM: 'it may not be read: permission denied',
  ELOOP: 'its links turn in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
};

/** What the file system says, in plain words. */
export function reasonOfFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return FAULTS[code] ?? `it cannot be read${code === '' ? '' : ` (${code})`}`;
}
