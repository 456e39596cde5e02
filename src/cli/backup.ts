import { existsSync } from 'node:fs';
import { backUp } from '../archive/backup.ts';
import { type Inspection, inspect } from '../archive/inspection.ts';
import { restore } from '../archive/restore.ts';
import { DetenteError } from '../errors.ts';
import type { Call } from './call.ts';
import { print, printJson, say } from './output.ts';

/** Copies the archive into a file. */
export async function backupTo(
  call: Call,
  file: string,
  { force = false }: { readonly force?: boolean },
): Promise<void> {
  if (!existsSync(call.archivePath))
    throw new DetenteError('not-found', `there is no archive at ${call.archivePath}: name it with --archive`);
  const { bytes, ...held } = await backUp(call.archivePath, file, { replace: force });
  if (call.format === 'json') printJson({ file, bytes, ...held });
  else print(`backed up ${tell(held)} to ${file} (${sizeOf(bytes)}), which was checked`);
}

/** Puts a backup in the archive's place. */
export async function restoreFrom(
  call: Call,
  file: string,
  { yes = false }: { readonly yes?: boolean },
): Promise<void> {
  const held = inspect(file);
  if (!yes)
    throw new DetenteError(
      'bad-usage',
      `it puts ${tell(held)} of ${file} in the place of what ${call.archivePath} holds: say so with --yes.`,
    );
  const { kept, returned } = await restore(call.archivePath, file);
  if (call.format === 'json') printJson({ file, ...held, kept, returned });
  else print(`restored ${tell(held)} from ${file}${kept === undefined ? '' : `; what was there is in ${kept}`}`);
  if (returned.length > 0)
    say(`detente: back are articles that were removed since: ${returned.join(', ')} (\`detente articles remove\`)`);
}

function tell({ articles, passages }: Inspection): string {
  return `${articles} article${articles === 1 ? '' : 's'} and ${passages} passage${passages === 1 ? '' : 's'}`;
}

function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
