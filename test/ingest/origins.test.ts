import { expect, test } from 'vitest';
import { addTo, archiveOf } from '../archive-of.ts';

const SENTENCES = Array.from(
  { length: 40 },
  (_, at) => `The council of district ${at} heard ${at + 3} witnesses about the harvest of field ${at * 7}.`,
);

/** A printing of one report, with one sentence of its own. */
const printing = (id: string, at: number) => ({ id, text: SENTENCES.with(at % 40, `Ours says ${id}.`).join('\n\n') });

const numbered = (count: number) => Array.from({ length: count }, (_, at) => printing(`c${100 + at}`, at));

test('an article is compared with one copy of a text, however many there are', async () => {
  const archive = await archiveOf(numbered(60));
  const { get } = archive.articles;
  let read = 0;
  archive.articles.get = (id) => {
    read += 1;
    return get.call(archive.articles, id);
  };
  await addTo(archive, [printing('c900', 3)]);
  expect(read).toBeLessThan(5);
  expect((await archive.articles.outlines(['c900']))[0]?.origin).toBe('c100');
  await archive.close();
});

test('a hundred copies of one text have one origin, also where the first by name comes last', async () => {
  const archive = await archiveOf([...numbered(100), printing('a', 5)]);
  expect(new Set((await archive.articles.outline()).map(({ origin }) => origin))).toEqual(new Set(['a']));
  await archive.close();
});
