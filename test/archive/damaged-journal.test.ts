import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { OpenDelivery } from '../../src/domain/delivery.ts';
import { mention, readArticle } from './articles.ts';

/*
 * What a power cut can do to the journal: it is cut, bytes of it are flipped, a stretch of it is zeroes. SQLite's
 * checksums end the journal at the first frame that is damaged: https://www.sqlite.org/wal.html#the_wal_file_format
 */
const DAMAGES = process.env['DETENTE_LONG'] ? 10_000 : 500;
const ARTICLES = 30;

const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'detente-wal-'));
const live = join(folder, 'live.sqlite');
let file: Buffer;
let journal: Buffer;

/** After each article a delivery is written down: the same order stands in the journal. */
beforeAll(async () => {
  await (await openSqliteArchive(live)).close();
  const archive = await openSqliteArchive(live);
  for (let at = 0; at < ARTICLES; at += 1) {
    const read = readArticle({ id: name(at), title: 'Truce', text: `Round ${at} of the talks. `.repeat(10) });
    await archive.articles.put([{ ...read, mentions: [mention(read.article, 0)], fingerprint: [at] }]);
    await archive.outbox.open([delivery(at)]);
  }
  file = readFileSync(live);
  journal = readFileSync(`${live}-wal`);
  await archive.close();
});

afterAll(() => rmSync(folder, { recursive: true }));

const name = (at: number) => `a-${String(at).padStart(3, '0')}`;

function delivery(at: number): OpenDelivery {
  return {
    conversation: { adapter: 'slack', workspace: 'T', channel: 'C' },
    ...{ definition: 'de-escalation', situation: '', date: `2031-05-${String(at + 1).padStart(2, '0')}`, revision: '' },
    ...{ key: `key-${String(at).padStart(3, '0')}`, state: 'waiting', dueAt: at, nextAt: at, openedAt: at },
  };
}

/** Mulberry32: the same damages in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const harms = {
  cut: (bytes: Buffer, below: (most: number) => number) => bytes.subarray(0, below(bytes.length)),
  flipped: (bytes: Buffer, below: (most: number) => number) => {
    for (let count = 1 + below(4); count > 0; count -= 1) {
      const at = below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    }
    return bytes;
  },
  zeroed: (bytes: Buffer, below: (most: number) => number) => {
    const at = below(bytes.length);
    return bytes.fill(0, at, Math.min(bytes.length, at + 1 + below(8_192)));
  },
} as const;

/** How many articles and deliveries a copy with this journal holds, where what it holds is a beginning of all. */
function heldWith(damaged: Buffer): { readonly articles: number; readonly deliveries: number } {
  const path = join(folder, 'copy.sqlite');
  for (const part of ['-wal', '-shm']) rmSync(`${path}${part}`, { force: true });
  writeFileSync(path, file);
  writeFileSync(`${path}-wal`, damaged);
  const copy = new DatabaseSync(path);
  const all = (sql: string) =>
    copy
      .prepare(sql)
      .all()
      .map((row) => Object.values(row)[0]);
  const articles = all('SELECT id FROM article_version ORDER BY id');
  const deliveries = all('SELECT delivery_key FROM delivery ORDER BY delivery_key');
  const sound = all('PRAGMA integrity_check');
  const passages = all('SELECT count(*) - count(DISTINCT article_id) * 10 FROM passage');
  copy.close();
  expect(sound).toEqual(['ok']);
  expect(articles).toEqual(Array.from(articles, (_, at) => name(at)));
  expect(deliveries).toEqual(Array.from(deliveries, (_, at) => delivery(at).key));
  expect(passages).toEqual([0]);
  return { articles: articles.length, deliveries: deliveries.length };
}

test(`${DAMAGES} damaged journals: what is there is a beginning of what was acknowledged, whole and in order`, {
  timeout: DAMAGES * 200,
}, () => {
  expect(heldWith(Buffer.from(journal))).toEqual({ articles: ARTICLES, deliveries: ARTICLES });
  const below = random(20_310_508);
  const kinds = Object.values(harms);
  const held = new Map<number, number>();
  for (let run = 0; run < DAMAGES; run += 1) {
    const { articles, deliveries } = heldWith((kinds[run % kinds.length] ?? harms.cut)(Buffer.from(journal), below));
    expect([articles, articles - 1]).toContain(deliveries);
    held.set(articles, (held.get(articles) ?? 0) + 1);
  }
  console.info(
    `${DAMAGES} damaged journals of ${journal.length} bytes, each a beginning: of ${held.size} different lengths`,
  );
  expect(held.size).toBeGreaterThan(ARTICLES / 2);
});

test('an archive with a damaged journal opens and takes more', async () => {
  const path = join(folder, 'again.sqlite');
  writeFileSync(path, file);
  writeFileSync(`${path}-wal`, journal.subarray(0, journal.length / 2));
  const archive = await openSqliteArchive(path);
  onTestFinished(() => archive.close());
  const before = (await archive.articles.outline()).length;
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(ARTICLES);
  for (let at = 0; at < ARTICLES; at += 1) await archive.outbox.open([delivery(at)]);
  expect(await archive.outbox.recent({ limit: 100 })).toHaveLength(ARTICLES);
});
