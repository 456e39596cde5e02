import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
let copy = '';

/** The project as it is, and the files that adapters/README.md tells to add: nothing else differs. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'detente-fourth-'));
  const carried = [
    'src',
    'adapters',
    'briefs',
    'test/contract',
    'test/count-reporter.ts',
    'test/long-first.ts',
    'package.json',
    'tsconfig.json',
  ];
  for (const path of [...carried, 'vitest.config.ts']) cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  for (const [path, text] of filesInReadme()) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text, { flag: 'wx' });
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Its code blocks, each named by its first line. */
function filesInReadme(): readonly (readonly [string, string])[] {
  const blocks = readFileSync(join(root, 'adapters/README.md'), 'utf8').matchAll(/^```ts\n\/\/ (\S+)\n(.*?)^```/gms);
  return [...blocks].map((block) => [block[1] ?? '', block[2] ?? ''] as const);
}

/** Runs Node in the copy, with nothing of this run's environment but what a shell has. */
async function inCopy(args: readonly string[]): Promise<string> {
  const { PATH = '' } = process.env;
  const { stdout } = await run(process.execPath, args, { cwd: copy, env: { PATH, NO_COLOR: '1' }, timeout: 60_000 });
  return stdout;
}

test('the README adds one folder of adapters and one test', () => {
  expect(filesInReadme().map(([path]) => path)).toEqual([
    'adapters/echo/definition.ts',
    'adapters/echo/index.ts',
    'adapters/echo/render.ts',
    'test/adapters/echo.test.ts',
  ]);
});

test('a new folder is found, its key is in the table, and setting the key turns it on', async () => {
  const script = `
    import { configurationKeys, configurationTable, envExample, findAdapters, readConfiguration } from './src/config.ts';
    const found = await findAdapters('adapters');
    const keys = configurationKeys(found);
    const on = (environment) => readConfiguration(found, environment).adapters.map(({ name }) => name);
    console.log(JSON.stringify({
      found: found.map(({ name }) => name),
      listed: configurationTable(keys).includes('ECHO_PORT') && envExample(keys).includes('# ECHO_PORT='),
      without: on({}),
      with: on({ ECHO_PORT: '8125' }),
    }));`;
  const result = JSON.parse(await inCopy(['--input-type=module', '--eval', script]));
  expect(result).toMatchObject({ listed: true, without: ['terminal'], with: ['echo'] });
  expect(result.found).toEqual(expect.arrayContaining(['echo', 'terminal']));
});

test('its code type-checks as it stands in the README', async () => {
  const project = { extends: './tsconfig.json', include: ['adapters/echo', 'test/adapters/echo.test.ts'] };
  writeFileSync(join(copy, 'tsconfig.echo.json'), JSON.stringify(project));
  const checked = inCopy([join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.echo.json']);
  expect(await checked.catch((error: { readonly stdout: string }) => error.stdout)).toBe('');
});

test('it passes the contract suite, but for what it does not claim: to recall, to amend and to replace', {
  timeout: 60_000,
}, async () => {
  const output = inCopy([join('node_modules', 'vitest', 'vitest.mjs'), 'run', 'test/adapters/echo.test.ts']);
  const report = await output.catch((error: { readonly stdout: string }) => error.stdout);
  expect(report.trim().split('\n').at(-1)).toMatch(/^\d\d passed, 0 failed, 11 skipped$/);
});
