import { expect, it } from 'vitest';
import { holds, verified } from '../../src/verify/citation.ts';
import { addTo, archiveOf } from '../archive-of.ts';

const text = 'Norway closed its border with Sweden on Friday.';
const exact = { articleId: 'a', start: 0, end: 6, quote: 'Norway' };

it('holds where the stored text has the quote at its offsets', async () => {
  const archive = await archiveOf([{ id: 'a', text }]);
  expect(await holds(archive, exact)).toBe(true);
  await archive.close();
});

it.each([
  ['another word', { ...exact, quote: 'Sweden' }],
  ['the word one place further', { ...exact, start: 1, end: 7 }],
  ['another letter case', { ...exact, quote: 'NORWAY' }],
  ['no word', { ...exact, end: 0, quote: '' }],
  ['an article that is not stored', { ...exact, articleId: 'b' }],
])('does not hold for %s', async (_, citation) => {
  const archive = await archiveOf([{ id: 'a', text }]);
  expect(await holds(archive, citation)).toBe(false);
  await archive.close();
});

it('still holds after the article was updated', async () => {
  const archive = await archiveOf([{ id: 'a', text }]);
  await addTo(archive, [{ id: 'a', text: 'Sweden reopened its border.' }]);
  expect(await holds(archive, exact)).toBe(true);
  expect((await archive.articles.get('a'))?.text).toBe('Sweden reopened its border.');
  await archive.close();
});

it('lets through only what holds with all its citations', async () => {
  const archive = await archiveOf([{ id: 'a', text }]);
  const items = [[exact], [exact, { ...exact, quote: 'Norwat' }], []];
  expect(await verified(archive, items, (item) => item)).toEqual([[exact], []]);
  await archive.close();
});
