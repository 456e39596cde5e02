import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { writeArticles } from './articles.ts';
import { detente, json, startDetente, temporaryFolder } from './command-line.ts';
import { NewsServer, strikes } from './news-server.ts';

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

test('start with feeds takes in what is new while somebody asks', { timeout: 90_000 }, async () => {
  const news = await NewsServer.start([strikes]);
  const options = { cwd: emptyFolder('fed'), fetchAllow: [news.host], env: { DETENTE_VECTORS: 'off' } };
  const now = ['--now', '2031-05-09T06:00:00Z'];
  expect(await detente(['source', 'add', news.feed, ...now], options)).toMatchObject({ code: 0, err: '' });
  const child = startDetente(['start', ...now], options);
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out += part;
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const isIn = async () => ((await json(['articles'], options)) as unknown[]).length === 1;
  // each look is a process of its own
  await vi.waitUntil(isIn, { timeout: 60_000, interval: 500 });
  child.stdin.end('who recalled an ambassador?\n');
  expect(await new Promise((done) => child.on('close', done))).toBe(0);
  expect(out).toContain('1 feed is taken up and not yet polled');
  expect(out).toMatch(/Turkey.*recalled its ambassador/);
});
