import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('an example', () => {
  it.each(readdirSync('examples'))('%s fits on one screen', (file) => {
    expect(readFileSync(`examples/${file}`, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(30);
  });

  it('desk.ts prints the brief of a folder and answers what is piped in', () => {
    const words = ['examples/desk.ts', 'samples', '2024-01-29'];
    const output = execFileSync(process.execPath, words, { input: 'who offered mediation?\n', encoding: 'utf8' });
    expect(output).toMatch(/Iran–Pakistan/);
    expect(output).toMatch(/China/);
  });
});
