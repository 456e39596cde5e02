import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { DetenteError } from '../errors.ts';

/**
 * What comes with the program, found from this file: a checkout and a build lie at other depths.
 * @throws DetenteError `internal` where no folder above holds a package.json
 */
export function bundled(name: string): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder)
      throw new DetenteError('internal', 'this is no whole package of Détente: install it again');
    folder = dirname(folder);
  }
  return join(folder, name);
}

/** The version of this program, such as `1.2.3`. */
export function programVersion(): string {
  return (JSON.parse(readFileSync(bundled('package.json'), 'utf8')) as { version: string }).version;
}

/** Plugs that stand beside this build: `briefs`, `adapters`. */
export function pluggedFolder(name: string): string {
  return join(import.meta.dirname, '../..', name);
}

/** The ending that modules have here: `.ts` in a checkout, `.js` in a build. */
export const moduleEnding = extname(import.meta.filename);
