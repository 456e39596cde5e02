import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articles, writeArticles } from './articles.ts';
import { detente, json, startDetente, temporaryFolder } from './command-line.ts';
import { articlesShape, ingestShape } from './shapes.ts';

const folder = temporaryFolder();
const news = writeArticles(join(folder, 'news'));

function archiveNamed(name: string): string {
  return join(folder, `${name}.sqlite`);
}

test('ingest says what went in, and a second time adds nothing', async () => {
  const archive = ['--archive', archiveNamed('twice')];
  const first = ingestShape.parse(await json(['ingest', news, ...archive]));
  expect(first).toEqual({ schema: 'detente.ingest/1', added: 3, known: 0, updated: 0, rejected: [] });
  const second = ingestShape.parse(await json(['ingest', news, ...archive]));
  expect(second).toEqual({ schema: 'detente.ingest/1', added: 0, known: 3, updated: 0, rejected: [] });
});

test('the archive is made with the folders above it', async () => {
  const archive = join(folder, 'new', 'deeper', 'archive.sqlite');
  expect(await json(['--archive', archive, 'ingest', news])).toMatchObject({ added: 3 });
});

test('a bad file is rejected with its reason and stops no other', async () => {
  const mixed = writeArticles(join(folder, 'mixed'));
  writeFileSync(join(mixed, 'empty.txt'), '');
  writeFileSync(join(mixed, 'half.json'), '{"title": "cut o');
  const { code, out } = await detente(['ingest', mixed, '--archive', archiveNamed('mixed'), '--format', 'json']);
  const report = ingestShape.parse(JSON.parse(out));
  expect(code).toBe(0);
  expect(report.added).toBe(3);
  expect(report.rejected.map(({ path }) => path).sort()).toEqual(['empty.txt', 'half.json']);
});

test('a changed text under a known id is an update', async () => {
  const archive = ['--archive', archiveNamed('changed')];
  const line = (text: string) => `${JSON.stringify({ ...articles[0], text })}\n`;
  await json(['ingest', '-', ...archive], { input: line(articles[0].text) });
  const report = await json(['ingest', '-', ...archive], {
    input: line(`${articles[0].text}\n\nTurkey closed a port.`),
  });
  expect(report).toMatchObject({ added: 0, known: 0, updated: 1 });
});

test('a dash reads JSON Lines from standard input, and a bad line stops no other', async () => {
  const input = `${JSON.stringify(articles[0])}\nnot json\n${JSON.stringify(articles[1])}\n`;
  const report = ingestShape.parse(await json(['ingest', '-', '--archive', archiveNamed('stdin')], { input }));
  expect(report.added).toBe(2);
  expect(report.rejected).toHaveLength(1);
});

test('a path that is not there is a failure, and the others still go in', async () => {
  const { code, out, err } = await detente([
    ...['ingest', join(folder, 'nosuch'), news, '--archive', archiveNamed('none'), '--format', 'json'],
  ]);
  expect(code).toBe(1);
  expect(err).toMatch(/^detente: no file or folder at .*nosuch\n$/);
  expect(ingestShape.parse(JSON.parse(out)).added).toBe(3);
});

test('a date after the present of --now is not taken for a date of publication', async () => {
  const archive = ['--archive', archiveNamed('future')];
  await json(['ingest', news, '--now', '2019-05-05T12:00:00Z', ...archive]);
  const rows = articlesShape.parse(await json(['articles', ...archive]));
  expect(rows.map(({ dateBasis }) => dateBasis)).toEqual(['stated', 'stated', expect.not.stringMatching('stated')]);
});

test('an empty folder is no failure', async () => {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  expect(await json(['ingest', empty, '--archive', archiveNamed('empty')])).toMatchObject({ added: 0, rejected: [] });
});

test('without --format json the counts are words', async () => {
  const { code, out, err } = await detente(['ingest', news, '--archive', archiveNamed('words')]);
  expect({ code, out, err }).toEqual({ code: 0, out: '3 added, 0 known, 0 updated, 0 rejected\n', err: '' });
});

describe('an article that is removed', () => {
  const archive = ['--archive', archiveNamed('removed')];

  test('is gone, and stays out at a second ingest', async () => {
    await json(['ingest', news, ...archive]);
    expect(await json(['articles', 'remove', 'ferry-1', '--yes', ...archive])).toEqual({
      id: 'ferry-1',
      removed: true,
    });
    expect(await json(['ingest', news, ...archive])).toMatchObject({ added: 0 });
    const left = articlesShape.parse(await json(['articles', ...archive]));
    expect(left.map(({ id }) => id)).toEqual(['ferry-2', 'ferry-3']);
    const about = JSON.stringify(await json(['search', 'radar post strikes soldiers', ...archive]));
    expect(about).not.toContain('ferry-1');
    expect(JSON.stringify(await json(['events', ...archive]))).not.toContain('ferry-1');
  });

  test('that is none is a failure', async () => {
    const { code, err } = await detente(['articles', 'remove', 'nosuch', '--yes', ...archive]);
    expect(code).toBe(1);
    expect(err).toMatch(/nosuch/);
  });
});

test('interrupted, ingest ends with its batch, says what went in and exits 130', async () => {
  const child = startDetente(['ingest', '-', '--archive', archiveNamed('interrupted'), '--format', 'json']);
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out += part;
  });
  child.stdin.on('error', () => {});
  // Standard input stays open: only the interrupt ends this run.
  const feeding = setInterval(() => child.stdin.write(`${article()}\n`), 5);
  await new Promise((done) => setTimeout(done, 1500));
  child.kill('SIGINT');
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(feeding);
  expect(code).toBe(130);
  const { added } = ingestShape.parse(JSON.parse(out));
  const stored = articlesShape.parse(await json(['articles', '--archive', archiveNamed('interrupted')]));
  expect(stored).toHaveLength(added);
});

let count = 0;
function article(): string {
  count += 1;
  const day = `2019-06-${String(1 + (count % 28)).padStart(2, '0')}`;
  const text = `Ferry number ${count} left the harbour of port ${count * 7} with ${count} crates, the harbour office said.`;
  return JSON.stringify({ id: `ferry-${count}`, title: `Ferry ${count} leaves`, publishedAt: day, text });
}
