import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { backUp } from '../../src/archive/backup.ts';
import { restore } from '../../src/archive/restore.ts';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { FeedClaim, FeedStore, SeenItem } from '../../src/domain/feed.ts';
import { readArticle } from './articles.ts';

const harbour = 'https://harbour.example/feed';
const islands = 'https://islands.example/rss';
const item = (key: string): SeenItem => ({ key, digest: key, state: 'taken', article: key, tries: 0, seenAt: 1 });

async function claimed(feeds: FeedStore, url: string): Promise<FeedClaim> {
  const claim = await feeds.claim(url, { owner: 'one', now: Date.now(), milliseconds: 60_000 });
  if (claim === undefined) throw new Error(`${url} is not free`);
  return claim;
}

test('feeds are restored as they were, with the articles that were taken; a poll under way can write nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-'));
  const [path, file] = [join(folder, 'archive.sqlite'), join(folder, 'backup.sqlite')];
  const archive = await openSqliteArchive(path);
  onTestFinished(async () => {
    await archive.close();
    rmSync(folder, { recursive: true });
  });
  const { feeds, articles } = archive;
  await feeds.add({ url: harbour, addedAt: 1, nextAt: 1 });
  await articles.put([readArticle({ id: 'a', text: 'Envoys met.' })]);
  const first = await claimed(feeds, harbour);
  await feeds.note(first, [item('a')]);
  await feeds.settle(first, { kind: 'success', at: 1, nextAt: 2, interval: 1, fresh: 1 });
  const before = await feeds.list();
  await backUp(path, file);

  await articles.put([readArticle({ id: 'b', text: 'Envoys left.' })]);
  const second = await claimed(feeds, harbour);
  await feeds.note(second, [item('b')]);
  await feeds.add({ url: islands, addedAt: 2, nextAt: 2 });
  await restore(path, file);

  expect(await feeds.list()).toEqual(before);
  expect([...(await feeds.seen(harbour, ['a', 'b'])).keys()]).toEqual(['a']);
  expect((await articles.list()).map(({ id }) => id)).toEqual(['a']);
  expect(await feeds.settle(second, { kind: 'success', at: 3, nextAt: 4, interval: 1, fresh: 0 })).toBe(false);
  expect(await feeds.list()).toEqual(before);
});
