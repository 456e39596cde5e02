import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { documentsOf, missingPaths } from './architecture/documents.ts';
import { modulesOf } from './architecture/modules.ts';
import {
  environmentViolations,
  layerViolations,
  nameViolations,
  packagesLoadedBy,
  packageViolations,
} from './architecture/rules.ts';

const root = join(import.meta.dirname, '..');

describe('this project', () => {
  const modules = modulesOf(root);

  test('is read at all', () => {
    expect(modules.length).toBeGreaterThan(20);
    expect(modules.flatMap((module) => module.imports).length).toBeGreaterThan(100);
    expect(documentsOf(root)).toContain('adapters/README.md');
  });

  test('imports only what the table allows', () => {
    expect(layerViolations(modules)).toEqual([]);
  });

  test('loads every package from one file or folder', () => {
    expect(packageViolations(modules)).toEqual([]);
  });

  test('has a public door that loads no package and no engine', () => {
    expect(packagesLoadedBy('src/index.ts', modules)).toEqual([]);
  });

  test('has adapters whose definitions load no package', () => {
    const definitions = modules
      .map(({ path }) => path)
      .filter((path) => /^adapters\/[^/]+\/definition\.ts$/.test(path));
    expect(definitions).toContain('adapters/terminal/definition.ts');
    expect(definitions.flatMap((path) => packagesLoadedBy(path, modules))).toEqual([]);
  });

  test('reads the environment in one place', () => {
    expect(modules.find(({ path }) => path === 'src/config.ts')?.readsEnvironment).toBe(true);
    expect(environmentViolations(modules)).toEqual([]);
  });

  test('has names that say what is in a file', () => {
    expect(nameViolations(modules)).toEqual([]);
  });

  test('has documents that name only what is there', () => {
    expect(missingPaths(root)).toEqual([]);
  });
});

/** A project of these files, gone after the test. */
function treeOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'detente-tree-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('a project that breaks a rule', () => {
  test('an adapter that reaches into the core is reported, and nothing else', () => {
    const modules = modulesOf(
      treeOf({
        'src/index.ts': "export type { Archive } from './domain/archive.ts';",
        'src/domain/archive.ts': 'export interface Archive {}',
        'src/archive/sqlite-archive.ts': "import type { Archive } from '../domain/archive.ts';",
        'adapters/pigeon/index.ts': "import { x } from '../../src/archive/sqlite-archive.ts';\nimport './render.ts';",
        'adapters/pigeon/render.ts': "import { y } from '../../src/index.ts'; // import '../../src/bot.ts'",
      }),
    );
    expect(layerViolations(modules)).toEqual([
      'adapters/pigeon/index.ts must not import ../../src/archive/sqlite-archive.ts',
    ]);
  });

  test.for([
    ['adapters/pigeon/index.ts', "import '../terminal/index.ts';"],
    ['adapters/pigeon/index.ts', "type T = import('../../src/bot.ts').Bot;"],
    ['adapters/pigeon/index.ts', "export * from '../../src/config.ts';"],
    ['briefs/weekly.ts', "import { a } from './de-escalation.ts';"],
    ['briefs/weekly.ts', "const a = await import('../src/brief/compose.ts');"],
    ['src/domain/reply.ts', "import '../text/words.ts';"],
    ['src/text/words.ts', "import type { A } from '../archive/rows.ts';"],
    ['src/archive/rows.ts', "import '../search/rank.ts';"],
    ['src/search/rank.ts', "import '../archive/rows.ts';"],
    ['src/events/merge.ts', "import '../archive/rows.ts';"],
    ['src/brief/compose.ts', "import '../answer/ask.ts';"],
    ['src/bot.ts', "import './config.ts';"],
    ['src/intake.ts', "import './cli/run.ts';"],
    ['src/index.ts', "export { x } from './archive/rows.ts';"],
    ['src/config.ts', "import '../adapters/terminal/definition.ts';"],
    ['examples/one.ts', "import '../src/bot.ts';"],
  ] as const)('%s may not hold %s', ([path, text]) => {
    expect(layerViolations(modulesOf(treeOf({ [path]: text })))).toHaveLength(1);
  });

  test('a package with two homes, and one away from home, are reported', () => {
    const modules = modulesOf(
      treeOf({
        'src/archive/a.ts': "import left from 'left-pad';\nimport { z } from 'zod';",
        'src/archive/b.ts': "import left from 'left-pad/fast';",
        'src/text/c.ts': "const { a } = await import('left-pad');\nimport { z } from 'zod';",
        'src/text/d.ts': "import type { DatabaseSync } from 'node:sqlite';\nimport type { Logger } from 'pino';",
        'src/text/e.ts': "import { DatabaseSync } from 'node:sqlite';\nimport { pino } from 'pino';",
        'test/f.ts': "import left from 'left-pad';",
      }),
    );
    expect(packageViolations(modules).sort()).toEqual([
      'left-pad is loaded by src/archive/ and src/text/: one of them must do',
      'src/text/e.ts must not load node:sqlite: src/archive/ does',
      'src/text/e.ts must not load pino: src/logger.ts does',
    ]);
  });

  test('a package behind the public door is found through the modules between', () => {
    const modules = modulesOf(
      treeOf({
        'src/index.ts': "export * from './commands.ts';",
        'src/commands.ts': "import './domain/a.ts';\nimport type { b } from 'bee';",
        'src/domain/a.ts': "import 'left-pad';\nconst lazy = () => import('lazy');",
      }),
    );
    expect(packagesLoadedBy('src/index.ts', modules)).toEqual(['left-pad']);
  });

  test.for(['process.env.HOME', "process['env']", 'const { env } = process', "import { env } from 'node:process'"])(
    'the environment read as %s is reported',
    (text) => {
      const modules = modulesOf(
        treeOf({ 'src/bot.ts': text, 'test/a.ts': text, 'src/config.ts': text, 'src/b.ts': '"process.env"' }),
      );
      expect(environmentViolations(modules)).toEqual(['src/bot.ts must not read the environment']);
    },
  );

  test.for([
    'src/utils/a.ts',
    'src/common.ts',
    'src/archive/row-helpers.ts',
    'src/ArchiveStore.ts',
    'src/index-manager.ts',
  ])('%s is no name', (path) => {
    expect(nameViolations(modulesOf(treeOf({ [path]: '', 'src/text/words.ts': '' })))).toHaveLength(1);
  });

  test('a document that names what is not there is reported', () => {
    const text = [
      'See `src/there.ts`, `src/gone.ts`, [this](docs/there.md#part), [that](docs/gone.md) and [far](https://x.example/a).',
      'Not paths: `npm start`, `adapters/<name>/index.ts`, `data/detente.sqlite`, `text/plain`, `briefs/*`.',
      '```\nsrc/in-a-block.ts `src/in-ticks.ts`\n```',
    ].join('\n');
    const tree = treeOf({
      'README.md': text,
      'src/there.ts': '',
      'docs/there.md': 'back to [it](../README.md), `tsconfig.json`',
    });
    expect(missingPaths(tree).sort()).toEqual([
      'README.md names docs/gone.md, which is not there',
      'README.md names src/gone.ts, which is not there',
      'docs/there.md names tsconfig.json, which is not there',
    ]);
  });
});
