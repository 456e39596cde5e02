import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countSources, readSources, type SourceItem } from '../../src/ingest/sources.ts';

const now = Date.parse('2024-06-01T00:00:00Z');
const FIXTURES = fileURLToPath(new URL('../fixtures/ingest', import.meta.url));
const PROSE =
  'The two ministers met on Tuesday and agreed to reopen the crossing to lorries after nine days of closure.';
let folder: string;

async function read(paths: readonly string[], stdin?: AsyncIterable<Uint8Array | string>): Promise<SourceItem[]> {
  const items: SourceItem[] = [];
  for await (const item of readSources(paths, stdin === undefined ? { now } : { now, stdin })) items.push(item);
  return items;
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function* chunks(...parts: (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* parts;
}

const reason = (item: SourceItem | undefined) => (item !== undefined && 'rejected' in item ? item.rejected : undefined);
const draft = (item: SourceItem | undefined) => (item !== undefined && 'draft' in item ? item.draft : undefined);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'detente-ingest-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a folder', () => {
  it('is read below and in code unit order; hidden, unknown and circling entries are passed over', async () => {
    const root = join(folder, 'tree');
    await mkdir(join(root, 'sub', '.git'), { recursive: true });
    for (const name of ['b.txt', 'B.txt', 'a.md', '.hidden.txt', 'c.pdf', 'sub/é.TXT', 'sub/z.txt', 'sub/.git/x.txt'])
      await writeFile(join(root, name), `${name} title\n\n${PROSE}`);
    await symlink(root, join(root, 'sub', 'loop'));
    expect((await read([root])).map((item) => item.path)).toEqual(['B.txt', 'a.md', 'b.txt', 'sub/z.txt', 'sub/é.TXT']);
    expect(await countSources([root, '-', join(root, 'b.txt')])).toBe(7);
  });

  it('of fixtures gives drafts of each format', async () => {
    const items = await read([FIXTURES]);
    expect(items.map((item) => item.path)).toEqual(['almanac.html', 'harbour-courier.txt', 'lantern.md']);
    expect(draft(items[0])).toMatchObject({
      title: 'Border posts exchange maps',
      outlet: 'River Almanac',
      publishedAt: '2024-03-05',
      bodyStart: 0,
      path: 'almanac.html',
      language: 'en',
    });
    expect(draft(items[0])?.text).not.toMatch(/Advertisement|Read more/);
    expect(draft(items[2])).toMatchObject({
      title: 'Ferry talks resume on the Orne',
      outlet: 'The Orne Lantern',
      author: 'Tam Wickett',
      publishedAt: '2024-03-05',
      url: 'https://orne-lantern.example/ferry-talks',
    });
    expect(draft(items[2])?.text.split(/\n+/)).toEqual([
      'Ferry talks resume on the Orne',
      'Negotiators from Karvia and Ostmark returned to the table on Tuesday, after a pause of two weeks.',
      'The river belongs to nobody, and so it belongs to both of us, the Karvian delegate said.',
      'Night ferries would start in April.',
      'Fares would be fixed by a joint board.',
    ]);
  });
});

describe('what cannot be read is rejected with its reason, and the rest goes on', () => {
  it('for files', async () => {
    const paths = [
      join(folder, 'nowhere.txt'),
      await file('empty.txt', ''),
      await file('blank.txt', ' \n\n'),
      await file('binary.txt', Buffer.from([65, 0, 66])),
      await file('broken.json', '{"text": '),
      await file('number.json', '7'),
      await file('none.json', '[]'),
      await file('silent.json', '{"title":"A"}'),
      await file('notes.docx', 'x'),
      await file('deep.html', '<div>'.repeat(100_000)),
      await file('good.txt', `A title\n\n${PROSE}`),
    ];
    const items = await read(paths);
    expect(items.slice(0, -1).every((item) => /^[^\n]+$/.test(reason(item) ?? ''))).toBe(true);
    expect(items).toHaveLength(paths.length);
    expect(draft(items.at(-1))?.title).toBe('A title');
    expect(reason(items[0])).toBe('there is no such file or folder');
    expect(reason(items[8])).toMatch(/extension/);
  });

  it('for bytes that are no text, with and without a NUL among them', async () => {
    const noise = Buffer.from(Array.from({ length: 400 }, (_, at) => 1 + ((at * 89) % 255)));
    const paths = [await file('nul.txt', Buffer.from([65, 0, 66])), await file('noise.txt', noise)];
    expect((await read(paths)).map(reason)).toEqual([expect.stringMatching(/binary/), expect.stringMatching(/binary/)]);
  });

  it('for a file over 50 MB', async () => {
    const path = await file('large.txt', Buffer.alloc(50_000_001, 'a '));
    expect(reason((await read([path]))[0])).toBe('it is larger than 50 MB');
  });

  it('for lines of JSON Lines', async () => {
    const path = await file('lines.jsonl', `{"text":"${PROSE}"}\n\n{"text":}\r\n[]\n{"html":""}\n{"text":"${PROSE}"}`);
    const items = await read([path]);
    expect(items.map((item) => [item.path, 'draft' in item])).toEqual([
      ['lines.jsonl:1', true],
      ['lines.jsonl:3', false],
      ['lines.jsonl:4', false],
      ['lines.jsonl:5', false],
      ['lines.jsonl:6', true],
    ]);
  });

  it('for standard input that is not there', async () => {
    expect(reason((await read(['-']))[0])).toMatch(/standard input/);
  });
});

describe('JSON articles', () => {
  it('keep their id, address, names and date; unknown keys and wrong kinds are ignored', async () => {
    const record = {
      id: 'x-1',
      url: 'https://a.example/1',
      title: ' A\ntitle ',
      outlet: 'Marsh Observer',
      author: 7,
      publishedAt: '2022/11/27',
      language: 'de-AT',
      text: `${PROSE}\n\nAdvertisement\n\nPublished On: Jan 29, 2024`,
      colour: 'red',
    };
    const [item] = await read([await file('one.json', JSON.stringify(record))]);
    expect(draft(item)).toEqual({
      id: 'x-1',
      url: 'https://a.example/1',
      title: 'A title',
      outlet: 'Marsh Observer',
      publishedAt: '2022-11-27',
      language: 'de',
      text: PROSE,
      bodyStart: 0,
      path: 'one.json',
    });
  });

  it('may stand in an array, hold a page, and lack a title', async () => {
    const html = `<html><head><meta name="date" content="2024-03-05"><title>Page | Outlet</title></head><p>${PROSE}</p></html>`;
    const items = await read([
      await file('many.json', JSON.stringify([{ html }, { text: PROSE, url: 'javascript:x' }])),
    ]);
    expect(items.map((item) => item.path)).toEqual(['many.json:1', 'many.json:2']);
    expect(draft(items[0])).toMatchObject({ title: 'Page', publishedAt: '2024-03-05', text: PROSE });
    expect(draft(items[1])?.title).toMatch(/^The two ministers .*…$/);
    expect(draft(items[1])).not.toHaveProperty('url');
  });

  it('never date themselves in the future', async () => {
    const [item] = await read(['-'], chunks(JSON.stringify({ text: PROSE, publishedAt: '2025-01-01' })));
    expect(draft(item)).not.toHaveProperty('publishedAt');
  });
});

describe('a stream', () => {
  it('is cut into lines wherever its chunks end, in UTF-8 and UTF-16', async () => {
    const line = (text: string) => JSON.stringify({ title: 'Détente', text });
    const bytes = Buffer.from(`\uFEFF${line(`${PROSE} é`)}\n${line(PROSE)}\n`);
    const bits = Array.from({ length: bytes.length }, (_, at) => bytes.subarray(at, at + 1));
    const items = await read(['-'], chunks(bytes.subarray(0, 3), ...bits.slice(3)));
    expect(items.map((item) => [item.path, draft(item)?.title])).toEqual([
      ['-:1', 'Détente'],
      ['-:2', 'Détente'],
    ]);
    const wide = Buffer.from(`\uFEFF${line(PROSE)}\n`, 'utf16le');
    expect(draft((await read(['-'], chunks(wide.subarray(0, 7), wide.subarray(7))))[0])?.text).toBe(PROSE);
  });

  it('may hold a line that is too long between two that are not', async () => {
    const long = Array.from({ length: 18 }, () => Buffer.alloc(1_000_000, 'a'));
    const items = await read(['-'], chunks(`{"text":"${PROSE}"}\n`, ...long, `\n{"text":"${PROSE}"}`));
    expect(items.map((item) => 'draft' in item)).toEqual([true, false, true]);
    expect(reason(items[1])).toMatch(/longer than 16 MB/);
  });
});
