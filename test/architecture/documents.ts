import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { filesOf } from './modules.ts';

/** The documents whose paths a reader follows. */
export function documentsOf(root: string): readonly string[] {
  const top = ['README.md', 'CONTRIBUTING.md', 'adapters/README.md'].filter((path) => existsSync(join(root, path)));
  return [...top, ...filesOf(root, 'docs').filter((path) => path.endsWith('.md'))];
}

const rootFolders = /^(src|adapters|briefs|test|bench|deploy|docs|examples|models|samples|\.ci)\//;
const rootFile = /^[\w.-]+\.(md|ts|json|yaml|yml|toml)$|^(LICENSE|\.env\.example|\.gitignore)$/;
/** Made when it is asked for, or in the reader's hands. */
const absent = /^(data|dist|node_modules)\/|^\.env$|[<>*{}…$]|\.\.\.$/;

/** Paths that a document names, in backticks or as a link, and that are not there. A bare file name may be anywhere. */
export function missingPaths(root: string): string[] {
  const names = new Set(
    ['src', 'adapters', 'briefs', 'test', 'bench']
      .flatMap((folder) => filesOf(root, folder))
      .map((path) => posix.basename(path)),
  );
  const isThere = (path: string) => existsSync(join(root, path)) || (!path.includes('/') && names.has(path));
  return documentsOf(root).flatMap((document) => {
    const text = readFileSync(join(root, document), 'utf8');
    return namedPaths(text, document)
      .filter((path) => !isThere(path))
      .map((path) => `${document} names ${path}, which is not there`);
  });
}

function namedPaths(text: string, document: string): string[] {
  const prose = text.replace(/^(```|~~~).*?^\1/gms, '');
  const ticked = [...prose.matchAll(/`([^`\s]+)`/g)].map((match) => clean(match[1] ?? ''));
  const linked = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => clean(match[1] ?? ''));
  const local = linked.filter((path) => path !== '' && !/^[a-z]+:/i.test(path));
  return [
    ...ticked.filter((path) => (rootFolders.test(path) || rootFile.test(path)) && !absent.test(path)),
    ...local.map((path) => posix.join(posix.dirname(document), path)),
  ];
}

function clean(path: string): string {
  return path.replace(/#.*$/, '').replace(/^\.\//, '').replace(/:\d+$/, '');
}
