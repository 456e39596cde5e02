import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeArticles } from './articles.ts';
import { detente, json, temporaryFolder } from './command-line.ts';

const folder = temporaryFolder();

function emptyFolder(name: string): string {
  const cwd = join(folder, name);
  mkdirSync(cwd);
  return cwd;
}

test('start without an archive shows the brief of the sample, says so first, answers each line and leaves nothing', async () => {
  const cwd = emptyFolder('bare');
  const { code, out, err } = await detente(['start'], { cwd, input: 'who offered mediation?\ndid Brazil offer it?\n' });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.split('\n', 1)[0]).toMatch(/sample/i);
  expect(out).toMatch(/Iran/);
  expect(out.match(/not in the archive|no (stored )?article/gi)?.length).toBeGreaterThan(0);
  expect(existsSync(join(cwd, 'data'))).toBe(false);
});

test('start without questions ends after the brief', async () => {
  const { code, out } = await detente(['start'], { cwd: emptyFolder('silent') });
  expect(code).toBe(0);
  expect(out).toMatch(/sample/i);
});

test('start where an archive exists shows the brief of its latest day', async () => {
  const cwd = emptyFolder('own');
  await json(['ingest', writeArticles(join(folder, 'news'))], { cwd });
  expect(existsSync(join(cwd, 'data', 'detente.sqlite'))).toBe(true);
  const { code, out, err } = await detente(['start'], { cwd, input: 'who offered mediation?\n' });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).not.toMatch(/sample/i);
  expect(out).toMatch(/7 May 2019/);
  expect(out).toMatch(/Norway/);
});

test('start takes an archive that was asked for, never the sample in its place', async () => {
  const { code, out } = await detente(['start', '--archive', join(folder, 'asked-for.sqlite')], { input: 'who?\n' });
  expect(code).toBe(0);
  expect(out).not.toMatch(/sample/i);
  expect(out).toMatch(/empty/i);
});
