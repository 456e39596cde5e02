import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { articles, writeArticles } from './articles.ts';
import { detente, json, jsonLines, startDetente, temporaryFolder } from './command-line.ts';
import { answerShape, articlesShape, briefShape, codedShape, eventsShape, hitsShape } from './shapes.ts';

const folder = temporaryFolder();
const path = join(folder, 'archive.sqlite');
const archive = ['--archive', path];

beforeAll(() => json(['ingest', writeArticles(join(folder, 'news')), ...archive]));

function batchFile(name: string, lines: readonly unknown[]): string {
  const file = join(folder, name);
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return file;
}

describe('articles', () => {
  test('give what is known and leave out what is not', async () => {
    const rows = articlesShape.parse(await json(['articles', ...archive]));
    expect(rows.map(({ id }) => id)).toEqual(['ferry-1', 'ferry-2', 'ferry-3']);
    expect(rows[1]).toMatchObject({
      url: 'https://example.org/ferry-2',
      author: 'Ines Kallio',
      publishedAt: '2019-05-05',
    });
    expect(Object.keys(rows[0] ?? {})).not.toContain('author');
    expect(rows.every((row) => !('text' in row))).toBe(true);
  });

  test('with --text hold the stored text', async () => {
    const rows = articlesShape.parse(await json(['articles', '--text', ...archive]));
    expect(rows[1]?.text).toContain('Norway offered to mediate');
  });

  test('stand in aligned columns as text and in a table as Markdown', async () => {
    const text = (await detente(['articles', '--format', 'text', ...archive])).out.trimEnd().split('\n');
    expect(text).toHaveLength(4);
    expect(new Set(text.map((line) => line.search(/title$|Greek|Norway/))).size).toBe(1);
    const markdown = (await detente(['articles', '--format', 'markdown', ...archive])).out;
    expect(markdown).toMatch(/^\| id \| date .*\n\| --- \|/);
  });

  test('options of all commands stand before or after the command', async () => {
    const after = await detente(['articles', ...archive, '--format', 'json']);
    const before = await detente([...archive, '--format', 'json', 'articles']);
    const fromEnvironment = await detente(['--format=json', 'articles'], { env: { DETENTE_ARCHIVE: path } });
    expect(after.code).toBe(0);
    expect(before).toEqual(after);
    expect(fromEnvironment).toEqual(after);
  });

  test('a reader that closes early is no failure', async () => {
    const child = startDetente(['articles', '--text', '--format', 'json', ...archive]);
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (part: Buffer) => {
      err += part.toString();
    });
    const code = await new Promise<number | null>((done) => child.on('close', done));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('brief', () => {
  test('is detente.brief/1, and the same each time', async () => {
    const asked = ['brief', '--date', '2019-05-07', ...archive];
    const brief = briefShape.parse(await json(asked));
    expect(brief).toMatchObject({ definition: 'de-escalation', date: '2019-05-07', zone: 'UTC' });
    expect(brief.situation?.parties).toEqual(expect.arrayContaining(['Greece']));
    expect(brief.sections.some(({ id }) => id === 'new')).toBe(true);
    expect(brief).toEqual(briefShape.parse(await json(asked)));
  });

  test('without a date is of today in the zone', async () => {
    const asked = ['brief', '--now', '2019-05-06T23:30:00Z', ...archive];
    expect(await json(asked)).toMatchObject({ date: '2019-05-06', zone: 'UTC' });
    expect(await json([...asked, '--zone', 'Asia/Tokyo'])).toMatchObject({ date: '2019-05-07', zone: 'Asia/Tokyo' });
  });

  test('can be the weekly one', async () => {
    const brief = briefShape.parse(await json(['brief', '--definition', 'weekly', '--date', '2019-05-07', ...archive]));
    expect(brief.definition).toBe('weekly');
  });

  test('of a situation that no article is about is quiet', async () => {
    const asked = ['brief', '--situation', 'Atlantis–Lemuria', '--date', '2019-05-07', ...archive];
    expect(briefShape.parse(await json(asked))).toMatchObject({ direction: 'quiet', bottomLine: [] });
  });

  test('of what names no two parties is wrong use', async () => {
    const { code, err } = await detente(['brief', '--situation', 'Atlantis', '--date', '2019-05-07', ...archive]);
    expect(code).toBe(2);
    expect(err).toMatch(/Atlantis/);
  });

  test.each(['text', 'markdown'])('has a form in %s', async (format) => {
    const { code, out, err } = await detente(['brief', '--date', '2019-05-07', '--format', format, ...archive]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/7 May 2019/);
  });
});

describe('events', () => {
  test('have the shape of the contract', async () => {
    const events = eventsShape.parse(await json(['events', ...archive]));
    expect(events.length).toBeGreaterThan(2);
    expect(events.some(({ type, actors }) => type === 'ASSAULT' && actors.includes('Greece'))).toBe(true);
  });

  test('are those of the days asked for', async () => {
    const events = eventsShape.parse(await json(['events', '--from', '2019-05-05', '--to', '2019-05-05', ...archive]));
    expect(events.length).toBeGreaterThan(0);
    expect(events.some(({ date }) => date === '2019-05-03')).toBe(false);
  });
});

describe('ask', () => {
  test('gives a cited answer', async () => {
    const answer = answerShape.parse(await json(['ask', 'who', 'offered', 'to', 'mediate?', ...archive]));
    expect(answer).toMatchObject({ question: 'who offered to mediate?', kind: 'answered', short: 'Norway' });
  });

  test('leaves open what no article says, and exits 0', async () => {
    const answer = answerShape.parse(await json(['ask', 'Did Brazil offer to mediate?', ...archive]));
    expect(answer).toMatchObject({ kind: 'unanswered', short: null, confidence: null, statements: [] });
    expect(answer.reason).not.toBeNull();
    expect(answer.message).not.toBeNull();
  });

  test('as of a day sees no later article', async () => {
    const question = ['ask', 'Who offered to mediate?', ...archive];
    expect(await json([...question, '--as-of', '2019-05-04'])).toMatchObject({ kind: 'unanswered' });
    expect(await json([...question, '--as-of', '2019-05-05'])).toMatchObject({ kind: 'answered' });
  });

  test('a batch is answered in order, each line in its own scope', async () => {
    const question = 'Who offered to mediate?';
    const file = batchFile('questions.jsonl', [
      { id: 'c', question },
      { id: 'a', question, asOf: '2019-05-04' },
      '',
      { id: 'b', question, without: ['ferry-2'] },
    ]);
    const answers = await jsonLines(['ask', '--batch', file, ...archive]);
    expect(answers.map(({ id, kind }) => [id, kind])).toEqual([
      ['c', 'answered'],
      ['a', 'unanswered'],
      ['b', 'unanswered'],
    ]);
    for (const answer of answers) answerShape.parse(answer);
    const piped = await jsonLines(['ask', '--batch', '-', ...archive], { input: JSON.stringify({ id: 1, question }) });
    expect(piped).toMatchObject([{ id: 1, short: 'Norway' }]);
  });

  test('a bad line of a batch is said with its number, left out, and the exit code is 1', async () => {
    const input =
      '{"id":"1","question":"Who offered to mediate?"}\n{"id":\n{"id":"3"}\n{"id":"4","question":"x","asOf":"May"}\n[]\n';
    const { code, out, err } = await detente(['ask', '--batch', '-', ...archive], { input });
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(err.match(/line \d+/g)).toEqual(['line 2', 'line 3', 'line 4', 'line 5']);
  });

  test.each(['text', 'markdown'])('has a form in %s', async (format) => {
    const { code, out } = await detente(['ask', 'Who offered to mediate?', '--format', format, ...archive]);
    expect(code).toBe(0);
    expect(out).toMatch(/Norway/);
  });
});

describe('search', () => {
  test('finds passages, best first, at most as many as asked for', async () => {
    const hits = hitsShape.parse(await json(['search', 'mediation', 'offer', ...archive]));
    expect(hits[0]).toMatchObject({ articleId: 'ferry-2', url: 'https://example.org/ferry-2' });
    expect(hits.every((hit, index) => index === 0 || hit.score <= (hits[index - 1]?.score ?? 0))).toBe(true);
    expect(await json(['search', 'Greece Turkey', '--limit', '1', ...archive])).toHaveLength(1);
  });

  test('answers a batch in order', async () => {
    const lines = [...'zyx'].map((id) => ({ id, query: id === 'y' ? 'xylophone' : 'ambassador' }));
    const found = await jsonLines(['search', '--batch', batchFile('queries.jsonl', lines), ...archive]);
    expect(found.map(({ id }) => id)).toEqual(['z', 'y', 'x']);
    for (const { hits } of found) hitsShape.parse(hits);
    expect(found[1]?.['hits']).toEqual([]);
  });

  test('takes no query for an operator', async () => {
    for (const query of ['"', 'NEAR(', 'a AND', 'title:*', '-- OR *'])
      expect((await detente(['search', '--format', 'json', ...archive, '--', query])).code).toBe(0);
  });
});

describe('code', () => {
  test('codes sentences in order, without an archive', async () => {
    const lines = [
      { id: 2, sentence: 'Norway offered to mediate between Greece and Turkey.', source: 'Norway', target: 'Greece' },
      { id: 'one', sentence: 'Greece launched missile strikes on Turkey on Friday.', date: '2019-05-04' },
      { id: 'line', sentence: 'The ferry is blue.\u2028It has four decks.' },
    ];
    const coded = await jsonLines(['code', '--batch', batchFile('sentences.jsonl', lines)]);
    expect(coded.map((line) => codedShape.parse(line).id)).toEqual([2, 'one', 'line']);
    expect(coded[1]).toMatchObject({ type: 'ASSAULT', stance: 'escalation' });
    expect(coded[2]).toMatchObject({ type: null });
  });
});

describe('reindex', () => {
  test('leaves what is found as it was', async () => {
    const before = await json(['search', 'ambassador', ...archive]);
    expect(await json(['reindex', ...archive])).toEqual({ passages: expect.any(Number) });
    expect(await json(['search', 'ambassador', ...archive])).toEqual(before);
  });
});

describe('check', () => {
  test('says in one line each what works', async () => {
    const { code, out } = await detente(['check', ...archive]);
    expect(out).toMatch(/^ok {3}archive: .*3 articles/m);
    expect(out).toMatch(/^ok {3}index: 3 of 3/m);
    expect(out).not.toMatch(/^FAIL/m);
    expect(code).toBe(0);
  });

  test('makes no archive where there is none', async () => {
    const { code, out } = await detente(['check', '--archive', join(folder, 'nosuch.sqlite')]);
    expect(code).toBe(0);
    expect(out).toMatch(/archive: none at/);
    expect((await detente(['check', '--archive', join(folder, 'nosuch.sqlite')])).out).toBe(out);
  });

  test('names what failed and what to do', async () => {
    const file = batchFile('text.sqlite', ['no database'.repeat(1000)]);
    const { code, out } = await detente(['check', '--archive', file]);
    expect(code).toBe(1);
    expect(out).toMatch(/^FAIL archive: /m);
  });

  test('names the situations of the configured file, and exits 78 where the file is wrong', async () => {
    const file = batchFile('situations.json', [[{ name: 'The straits', parties: ['Turkey', 'Greece'] }]]);
    const env = { DETENTE_SITUATIONS: file };
    expect((await detente(['check', ...archive], { env })).out).toMatch(/situations The straits$/m);
    const brief = briefShape.parse(await json(['brief', '--date', '2019-05-07', ...archive], { env }));
    expect(brief.situation).toEqual({ name: 'The straits', parties: ['Greece', 'Turkey'] });
    const wrong = { DETENTE_SITUATIONS: batchFile('wrong.json', [[{ name: 'The straits' }]]) };
    expect(await detente(['check', ...archive], { env: wrong })).toMatchObject({
      code: 78,
      out: expect.stringMatching(/FAIL configuration: situations in .*"The straits" must have two "parties"/),
    });
    expect((await detente(['brief', ...archive], { env: wrong })).code).toBe(78);
  });

  test('exits 78 for wrong configuration', async () => {
    const { code } = await detente(['check', ...archive], { env: { DETENTE_LOG: 'loud' } });
    expect(code).toBe(78);
  });
});

describe('an empty archive', () => {
  const empty = ['--archive', ':memory:'];

  test('has a brief, quiet and without a situation', async () => {
    const brief = briefShape.parse(await json(['brief', '--date', '2019-05-07', ...empty]));
    expect(brief).toMatchObject({ situation: null, tension: null, direction: 'quiet', bottomLine: [], sources: [] });
    expect(brief.sections.map(({ id }) => id)).toContain('new');
  });

  test.each(['brief', 'articles'])('makes %s say what to do', async (command) => {
    const { code, out } = await detente([command, '--format', 'text', ...empty]);
    expect(code).toBe(0);
    expect(out).toMatch(/the archive is empty: `detente ingest <folder>`/i);
  });

  test('answers no question', async () => {
    const answer = answerShape.parse(await json(['ask', articles[0].title, ...empty]));
    expect(answer).toMatchObject({ kind: 'unanswered', reason: 'empty-archive' });
  });

  test('lists nothing and finds nothing', async () => {
    for (const command of [['articles'], ['events'], ['search', 'ferry']])
      expect(await json([...command, ...empty])).toEqual([]);
  });
});
