import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');

it('the transcript of the README is what `npm start` prints', () => {
  const transcript = /```\n\$ npm start\n(?<said>[\s\S]*?)\n```/.exec(readme)?.groups?.['said'] ?? '';
  const questions = [...transcript.matchAll(/^> (.*)$/gm)].map((line) => line[1]);
  const input = `${questions.join('\n')}\n`;
  // a folder of its own: an archive or settings of whoever runs the tests must not speak
  const cwd = mkdtempSync(join(tmpdir(), 'detente-readme-'));
  const words = [resolve('src/cli.ts'), 'start', '--format', 'text'];
  const printed = execFileSync(process.execPath, words, { input, encoding: 'utf8', cwd });
  rmSync(cwd, { recursive: true });
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('> '));
  expect(questions.length).toBeGreaterThan(0);
  expect(lines(printed)).toEqual(lines(transcript));
});

it('the two commands stand there as a newcomer types them', () => {
  expect(readme).toContain('npm ci && npm start');
  expect(readme).toContain('npm ci && npm test');
});
