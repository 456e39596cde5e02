import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** What comes with the program, found from this file: a checkout and a build lie at other depths. */
export function bundled(name: string): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return join(folder, name);
}

/** Plugs that stand beside this build: `briefs`, `adapters`. */
export function pluggedFolder(name: string): string {
  return join(import.meta.dirname, '../..', name);
}

/** The ending that modules have here: `.ts` in a checkout, `.js` in a build. */
export const moduleEnding = extname(import.meta.filename);
