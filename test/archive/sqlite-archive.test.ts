import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Archive } from '../../src/domain/archive.ts';
import { archiveContract } from '../contract/archive.ts';
import { readArticle } from './articles.ts';

archiveContract('SQLite in memory', async () => {
  const archive = await openSqliteArchive(':memory:');
  return { archive, dispose: () => archive.close() };
});

archiveContract('SQLite in a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-'));
  const path = join(folder, 'archive.sqlite');
  const opened: Archive[] = [];
  const open = async (): Promise<Archive> => {
    const archive = await openSqliteArchive(path);
    opened.push(archive);
    return archive;
  };
  return {
    archive: await open(),
    reopen: async () => {
      await opened[0]?.close();
      return open();
    },
    second: open,
    dispose: async () => {
      for (const archive of opened) await archive.close();
      rmSync(folder, { recursive: true });
    },
  };
});

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'detente-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('a missing file and its folders are made', async () => {
  const path = join(scratch(), 'a', 'b', 'archive.sqlite');
  await (await openSqliteArchive(path)).close();
  expect(existsSync(path)).toBe(true);
});

test('an empty file becomes an archive', async () => {
  const path = join(scratch(), 'archive.sqlite');
  writeFileSync(path, '');
  const archive = await openSqliteArchive(path);
  expect(await archive.articles.list()).toEqual([]);
  await archive.close();
});

test.for([
  ['a text', 'These are plain words, not a database. '.repeat(40)],
  ['a short text', 'no'],
] as const)('%s is refused and stays as it is', async ([, content]) => {
  const path = join(scratch(), 'notes.txt');
  writeFileSync(path, content);
  const refusal = openSqliteArchive(path);
  await expect(refusal).rejects.toMatchObject({ name: 'DetenteError', code: 'archive-unusable' });
  await expect(refusal).rejects.toThrow(/notes\.txt.*not a Détente archive.*another path/);
  expect(readFileSync(path, 'utf8')).toBe(content);
});

test("another program's database is refused and stays as it is", async () => {
  const path = join(scratch(), 'shop.sqlite');
  const shop = new DatabaseSync(path);
  shop.exec('CREATE TABLE schema_version (version INTEGER); INSERT INTO schema_version VALUES (1)');
  shop.close();
  const before = readFileSync(path);
  await expect(openSqliteArchive(path)).rejects.toThrow(/shop\.sqlite is a database of another program/);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('an archive of a newer version is refused', async () => {
  const path = join(scratch(), 'archive.sqlite');
  await (await openSqliteArchive(path)).close();
  const file = new DatabaseSync(path);
  file.exec('UPDATE schema_version SET version = 1000');
  file.close();
  await expect(openSqliteArchive(path)).rejects.toThrow(/newer Détente \(version 1000.*update Détente/);
});

test('a damaged archive fails in one line that says what to do', async () => {
  const path = join(scratch(), 'archive.sqlite');
  const archive = await openSqliteArchive(path);
  await archive.articles.put([readArticle({ id: 'a', text: 'Envoys met. '.repeat(2_000) })]);
  await archive.close();
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xff, 4096));
  const reading = openSqliteArchive(path).then(async (damaged) => {
    onTestFinished(() => damaged.close());
    return damaged.articles.list();
  });
  await expect(reading).rejects.toMatchObject({ code: 'archive-unusable' });
  await expect(reading).rejects.toThrow(/damaged: put back a backup/);
});

test('a path that is no path of a file is refused', async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'file'), 'x');
  mkdirSync(join(folder, 'folder'));
  for (const path of ['', join(folder, 'folder'), join(folder, 'file', 'archive.sqlite')])
    await expect(openSqliteArchive(path)).rejects.toMatchObject({ code: 'archive-unusable' });
});

test('an emptied search index is made again with the same hits', async () => {
  const path = join(scratch(), 'archive.sqlite');
  const archive = await openSqliteArchive(path);
  onTestFinished(() => archive.close());
  const read = Array.from({ length: 30 }, (_, i) => readArticle({ id: `a${i}`, text: `Envoys met ${i} times. Calm.` }));
  await archive.articles.put(read);
  const query = { terms: ['envoys', 'calm', '7'], limit: 40 };
  const before = await archive.passages.find(query);
  const file = new DatabaseSync(path);
  file.exec('DELETE FROM passage_words');
  file.close();
  expect(await archive.passages.find(query)).toEqual([]);
  expect(await archive.reindex()).toBe(60);
  expect(await archive.passages.find(query)).toEqual(before);
});

test('the text of a removed article is no longer in the file', async () => {
  const folder = scratch();
  const path = join(folder, 'archive.sqlite');
  const archive = await openSqliteArchive(path);
  onTestFinished(() => archive.close());
  const secret = 'The quartermaster whispered of a hidden cove.';
  await archive.articles.put([
    readArticle({ id: 'a', text: secret.repeat(300) }),
    readArticle({ id: 'b', text: 'Calm.' }),
  ]);
  await archive.articles.remove('a', 'taken down', '2031-05-09T07:00:00Z');
  for (const file of [path, `${path}-wal`].filter((each) => existsSync(each)))
    expect(readFileSync(file).includes('The quartermaster whispered')).toBe(false);
});
