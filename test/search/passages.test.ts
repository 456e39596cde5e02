import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import type { Archive, PassageHit, ReadArticle } from '../../src/domain/archive.ts';
import { searchPassages } from '../../src/search/passages.ts';
import { spread } from '../../src/search/rank.ts';
import { readArticle } from '../archive/articles.ts';

async function archiveOf(...read: readonly ReadArticle[]): Promise<Archive> {
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  await archive.articles.put(read);
  return archive;
}

test('the passage that answers comes first, quoted exactly', async () => {
  const ferry = readArticle({
    id: 'ferry',
    text: 'Talks ended. Norway offered to mediate — “at any time”. Rain fell.',
  });
  const archive = await archiveOf(ferry, readArticle({ id: 'rain', text: 'Rain fell in Norway. Ferries ran.' }));
  const [best] = await searchPassages(archive, 'Who offered mediation? Did Norway mediate?', { limit: 5 });
  expect(best).toMatchObject({ articleId: 'ferry', quote: 'Norway offered to mediate — “at any time”.' });
  expect(ferry.article.text.slice(best?.start, best?.end)).toBe(best?.quote);
});

test('an article fills three places at most, and the next articles move up', async () => {
  const long = readArticle({ id: 'long', text: 'The truce held. '.repeat(400) });
  const others = ['x', 'y'].map((id) => readArticle({ id, text: 'A truce of long and winding words was signed.' }));
  const hits = await searchPassages(await archiveOf(long, ...others), 'truce', { limit: 10 });
  expect(hits.map((hit) => hit.articleId)).toEqual(['long', 'long', 'long', 'x', 'y']);
});

test('a named outlet counts twice, a named day one and a half times', async () => {
  const text = 'Envoys met at the border.';
  const archive = await archiveOf(
    readArticle({ id: 'a', text }),
    readArticle({ id: 'b', text, outlet: 'Saltwind Post', publishedAt: '2031-05-04' }),
    readArticle({ id: 'c', text, outlet: 'Harbour Gazette', publishedAt: '2031-05-07' }),
  );
  const first = async (query: string): Promise<string | undefined> =>
    (await searchPassages(archive, query, { limit: 3 }))[0]?.articleId;
  expect(await first('Where did envoys meet at the border?')).toBe('a');
  expect(await first('Where did envoys meet, says the Harbour Gazette?')).toBe('c');
  expect(await first('Where did envoys meet on May 4?')).toBe('b');
  expect(await first('Where did envoys meet on 2031-05-07?')).toBe('c');
});

test('the scope holds', async () => {
  const archive = await archiveOf(
    readArticle({ id: 'old', text: 'Truce signed.', publishedAt: '2031-05-01' }),
    readArticle({ id: 'new', text: 'Truce signed.', publishedAt: '2031-05-09' }),
  );
  const hits = await searchPassages(archive, 'truce', { limit: 9, scope: { asOf: '2031-05-05' } });
  expect(hits.map((hit) => hit.articleId)).toEqual(['old']);
  expect(await searchPassages(archive, 'truce', { limit: 9, scope: { without: ['old', 'new'] } })).toEqual([]);
});

test('no query throws, and a long one is quick', async () => {
  const archive = await archiveOf(readArticle({ id: 'a', text: 'Norway offered to mediate.' }));
  for (const query of ['', '???', '"', 'NEAR(', 'a AND OR NOT', 'text:norway*', '\u0000', '\ud800'])
    expect(Array.isArray(await searchPassages(archive, query, { limit: 5 }))).toBe(true);
  const startedAt = performance.now();
  expect((await searchPassages(archive, 'norway and the long war '.repeat(420), { limit: 5 })).length).toBe(1);
  expect(performance.now() - startedAt).toBeLessThan(1000);
  expect(await searchPassages(archive, 'norway', { limit: 0 })).toEqual([]);
});

test('no two chosen hits overlap, three of an article at most, order kept', () => {
  const hit = fc
    .record({ articleId: fc.constantFrom('a', 'b'), start: fc.nat(30), length: fc.integer({ min: 1, max: 9 }) })
    .map(
      ({ articleId, start, length }): PassageHit => ({ articleId, start, end: start + length, quote: '', score: 1 }),
    );
  fc.assert(
    fc.property(fc.array(hit), fc.integer({ min: 0, max: 8 }), (hits, limit) => {
      const chosen = spread(hits, limit);
      expect(chosen.length).toBeLessThanOrEqual(limit);
      expect(hits.filter((each) => chosen.includes(each))).toEqual(chosen);
      for (const id of ['a', 'b']) {
        const places = chosen.filter((each) => each.articleId === id).sort((left, right) => left.start - right.start);
        expect(places.length).toBeLessThanOrEqual(3);
        for (const [i, place] of places.entries()) expect(place.start).toBeGreaterThanOrEqual(places[i - 1]?.end ?? 0);
      }
    }),
    { seed: 5, numRuns: 300 },
  );
});
