import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
let checkout: string;

/** The program as npm leaves it where the optional package could not be installed. */
beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'detente-bare-'));
  for (const part of ['src', 'adapters', 'briefs', 'samples', 'models', 'package.json'])
    cpSync(join(root, part), join(checkout, part), { recursive: true });
  mkdirSync(join(checkout, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('onnxruntime'))
      symlinkSync(join(root, 'node_modules', name), join(checkout, 'node_modules', name));
  run('ingest', 'samples');
});
afterAll(() => rmSync(checkout, { recursive: true, force: true }));

function run(...words: string[]): string {
  const node = ['--disable-warning=ExperimentalWarning', join(checkout, 'src/cli.ts'), ...words];
  return execFileSync(process.execPath, node, { cwd: checkout, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

it('without onnxruntime-node questions are answered by words, and the answer says so', () => {
  const answer = JSON.parse(run('ask', 'Who offered to mediate?', '--format', 'json')) as object;
  expect(answer).toMatchObject({ kind: 'answered', short: 'China', tier: 'lexical' });
});

it('check names the tier and what would give the other one, and fails nothing', () => {
  const findings = JSON.parse(run('check', '--format', 'json')) as { name: string; ok: boolean; finding: string }[];
  expect(findings.find(({ name }) => name === 'answers')).toMatchObject({
    ok: true,
    finding: expect.stringMatching(/tier lexical.*onnxruntime-node is not installed/),
  });
});
