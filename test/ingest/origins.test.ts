import fc from 'fast-check';
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

/** A report of twenty sentences that shares none with the other ones. */
const story = (name: string, length = 20) =>
  Array.from(
    { length },
    (_, at) =>
      `In ${name} the ${at + 2} wardens of ${name} counted ${at * 11 + 3} ${name} boats near ${name} quay ${at}.`,
  ).join(' ');

const PARTS = [
  { id: 'm', text: story('Arlo', 24) },
  { id: 'n', text: story('Brack') },
  { id: 'o', text: story('Cull', 16) },
];
const DIGEST = PARTS.map(({ text }) => text).join('\n\n');

async function originsOf(...batches: readonly (readonly { id: string; text: string }[])[]) {
  const archive = await archiveOf([]);
  for (const batch of batches) await addTo(archive, batch);
  const outline = await archive.articles.outline();
  await archive.close();
  return outline.map(({ id, origin }) => `${id} ${origin}`).join(', ');
}

test.each(['a', 'z'])(
  'a digest named %s of three reports goes with the longest and unites none, in any order',
  (id) => {
    const digest = { id, text: DIGEST };
    const four = [digest, ...PARTS];
    const expected = id === 'a' ? 'a a, m a, n n, o o' : 'm m, n n, o o, z m';
    return fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(four, { minLength: 4 }), fc.boolean(), async (order, apart) => {
        expect(await originsOf(...(apart ? order.map((one) => [one]) : [order]))).toBe(expected);
      }),
      { seed: 11, numRuns: 30 },
    );
  },
);

test('two digests that are copies, and copies of a part, in any order', () => {
  const more = [
    { id: 'd1', text: `${DIGEST} From a review of the press.` },
    { id: 'd2', text: `Read today. ${DIGEST}` },
    ...PARTS,
    { id: 'c', text: `${PARTS[1]?.text} (From a wire report.)` },
  ];
  return fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(more, { minLength: more.length }), async (order) => {
      expect(await originsOf(...order.map((one) => [one]))).toBe('c c, d1 d1, d2 d1, m d1, n c, o o');
    }),
    { seed: 12, numRuns: 20 },
  );
});

test('a long report and excerpts that overlap, or that are a small part of it, have one origin', async () => {
  const sentences = DIGEST.split(/(?<=\.)\s+/);
  const excerpt = (id: string, from: number, to: number) => ({ id, text: sentences.slice(from, to).join(' ') });
  const wire = { id: 'wire', text: DIGEST };
  expect(await originsOf([wire], [excerpt('x', 0, 20)], [excerpt('y', 12, 36)])).toBe('wire wire, x wire, y wire');
  expect(await originsOf([excerpt('x', 0, 8)], [excerpt('y', 30, 40)], [wire])).toBe('wire wire, x wire, y wire');
});
