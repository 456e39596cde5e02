import { expect, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Archive } from '../../src/domain/archive.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { DetenteError } from '../../src/errors.ts';
import { Abandoned, IntakeTurns } from '../../src/polling/intake-turns.ts';
import { textOf } from './feed-server.ts';

const never = new AbortController().signal;
/** Years ahead of the machine's, as with `--now`. */
const clock = { now: () => Date.parse('2031-05-09T23:00:00Z') };
const draftOf = (name: string, changes: Partial<ArticleDraft> = {}): ArticleDraft => ({
  ...{ title: name, text: textOf(name), bodyStart: 0, language: 'en', url: `https://news.example/${name}` },
  ...changes,
});
const page = (draft: ArticleDraft) => ({ draft, isFeedsWord: false });

/** An archive of which it is counted how often what rests on several articles is set anew. */
async function counted(): Promise<{ archive: Archive; settled: () => number }> {
  const archive = await openSqliteArchive(':memory:');
  let times = 0;
  const { ledger } = archive;
  const unplaced = ledger.unplaced.bind(ledger);
  ledger.unplaced = (limit) => {
    times += 1;
    return unplaced(limit);
  };
  return { archive, settled: () => times };
}

test('articles of many polls are taken in together: the ledger is set anew a few times, not once for each', async () => {
  const { archive, settled } = await counted();
  const intake = new IntakeTurns({ archive, clock }, never);
  const taken = await Promise.all(Array.from({ length: 40 }, (_, at) => intake.take(page(draftOf(`n${at}`)))));
  expect(new Set(taken.map((one) => 'article' in one && one.article)).size).toBe(40);
  expect((await archive.articles.tally()).total).toBe(40);
  expect(settled()).toBeLessThan(10);
});

test('what is taken gives the article that has its text, also where that was there before', async () => {
  const intake = new IntakeTurns({ archive: await openSqliteArchive(':memory:'), clock }, never);
  const first = await intake.take(page(draftOf('a')));
  expect(await intake.take(page(draftOf('a')))).toEqual(first);
  expect(await intake.take(page({ ...draftOf('a'), url: 'https://other.example/a' }))).toEqual(first);
});

test('what a feed says does not replace what the page of another item said, also where both come at once', async () => {
  const archive = await openSqliteArchive(':memory:');
  const intake = new IntakeTurns({ archive, clock }, never);
  const [of, said] = [draftOf('a'), draftOf('a', { text: textOf('forged') })];
  const [first, forged] = await Promise.all([intake.take(page(of)), intake.take({ draft: said, isFeedsWord: true })]);
  const reason = 'the archive has an article under its address already, and what a feed says does not replace it';
  expect(forged).toEqual({ refused: reason });
  expect(await archive.articles.get('article' in first ? first.article : '')).toMatchObject({
    version: 1,
    text: of.text,
  });
});

test('what a feed says of its own item is a new version, but not where it says less', async () => {
  const archive = await openSqliteArchive(':memory:');
  const intake = new IntakeTurns({ archive, clock }, never);
  const first = await intake.take({ draft: draftOf('a'), isFeedsWord: true });
  const own = 'article' in first ? first.article : '';
  const take = (text: string) => intake.take({ draft: draftOf('a', { text }), isFeedsWord: true, own });
  expect(await take(textOf('changed'))).toEqual({ article: own, isNewVersion: true });
  expect(await take(textOf('part').slice(0, 200))).toEqual({ refused: 'the article in the archive says more' });
  expect(await archive.articles.get(own)).toMatchObject({ version: 2, text: textOf('changed') });
});

test('where the archive cannot be written, all that wait hear of it, and what comes later is tried again', async () => {
  const archive = await openSqliteArchive(':memory:');
  const intake = new IntakeTurns({ archive, clock }, never);
  const put = archive.articles.put.bind(archive.articles);
  archive.articles.put = () => Promise.reject(new DetenteError('archive-unusable', 'the disk is full'));
  const tried = await Promise.allSettled(['a', 'b'].map((name) => intake.take(page(draftOf(name)))));
  expect(tried.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  archive.articles.put = put;
  expect(await intake.take(page(draftOf('a')))).toHaveProperty('article');
});

test('once it is told to end, what is not stored is abandoned, not refused', async () => {
  const stop = new AbortController();
  const archive = await openSqliteArchive(':memory:');
  const intake = new IntakeTurns({ archive, clock }, stop.signal);
  const all = Promise.allSettled(Array.from({ length: 20 }, (_, at) => intake.take(page(draftOf(`n${at}`)))));
  stop.abort();
  const ended = await all;
  const stored = (await archive.articles.tally()).total;
  expect(stored).toBeLessThan(20);
  for (const one of ended) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Abandoned);
  expect(ended.some(({ status }) => status === 'rejected')).toBe(true);
});

test('an article without a day ages from the day of the schedules, not from that of the machine', async () => {
  const archive = await openSqliteArchive(':memory:');
  await new IntakeTurns({ archive, clock }, never).take(page(draftOf('a')));
  const ageTo = (before: string) => archive.retention.age(before, 9, () => expect.unreachable());
  expect(await ageTo('2031-05-09')).toBe(0);
  expect(await ageTo('2031-05-10')).toBe(1);
});
