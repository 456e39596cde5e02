import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseAst } from 'vitest/node';

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The file it means, from the root, where it is relative. */
  readonly target?: string;
  /** Gone once types are stripped. */
  readonly typeOnly: boolean;
  /** Loaded when it is reached, not with the module. */
  readonly dynamic: boolean;
}

export interface Module {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
  readonly readsEnvironment: boolean;
}

const folders = ['src', 'adapters', 'briefs', 'examples', 'bench', 'test'];

/** Every TypeScript module of the project's folders, parsed by the parser that also runs the tests. */
export function modulesOf(root: string): readonly Module[] {
  return folders
    .flatMap((folder) => filesOf(root, folder))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => moduleOf(root, path));
}

/** The files below a folder, from the root; none where there is no such folder. */
export function filesOf(root: string, folder: string): readonly string[] {
  try {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return files
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      )
      .sort();
  } catch {
    return [];
  }
}

function moduleOf(root: string, path: string): Module {
  const imports: Import[] = [];
  let readsEnvironment = false;
  for (const node of nodesOf(parseAst(readFileSync(join(root, path), 'utf8'), { lang: 'ts' }))) {
    const found = importOf(node);
    if (found) imports.push({ ...found, ...targetOf(path, found.specifier) });
    readsEnvironment ||= meansEnvironment(node) || found?.specifier === 'node:process';
  }
  return { path, imports, readsEnvironment };
}

// biome-ignore lint/suspicious/noExplicitAny: a syntax tree, whose nodes have what their type says
type Node = any;

function* nodesOf(node: Node): Generator<Node> {
  if (typeof node !== 'object' || node === null) return;
  if (typeof node.type === 'string') yield node;
  for (const child of Object.values(node)) yield* nodesOf(child);
}

function importOf(node: Node): Import | undefined {
  const specifier = node.source?.value;
  if (typeof specifier !== 'string') return undefined;
  const dynamic = node.type === 'ImportExpression';
  return { specifier, dynamic, typeOnly: node.type === 'TSImportType' || isTypeOnly(node) };
}

/** With `verbatimModuleSyntax`, `import { type A } from` still loads the module. */
function isTypeOnly(node: Node): boolean {
  return node.importKind === 'type' || node.exportKind === 'type';
}

function targetOf(path: string, specifier: string): { readonly target?: string } {
  return specifier.startsWith('.') ? { target: posix.join(posix.dirname(path), specifier) } : {};
}

function meansEnvironment(node: Node): boolean {
  const property = node.property?.name ?? node.property?.value;
  if (node.type === 'MemberExpression') return node.object.name === 'process' && property === 'env';
  return node.type === 'VariableDeclarator' && node.init?.name === 'process';
}
