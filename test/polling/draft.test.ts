import { expect, test } from 'vitest';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { FeedItem } from '../../src/domain/reading.ts';
import { drafted } from '../../src/polling/draft.ts';
import { isOneSite } from '../../src/polling/site.ts';
import { at, DAY, HOUR, itemOf, NOW, words } from './items.ts';

const by = { now: NOW, retentionDays: 365 };
const feed = { url: 'https://feeds.news.example/rss', title: 'The Narvik Post' };
const page: ArticleDraft = {
  ...{ title: 'Talks', text: words(120), bodyStart: 0, url: 'https://news.example/talks', language: 'en' },
  ...{ outlet: 'Narvik Post', author: 'Ida Berg', publishedAt: '2031-05-08' },
};
const { url: _, outlet: __, author: ___, publishedAt: ____, ...bare } = page;

test('the page speaks first: text, title, day, outlet, author and address are its own', () => {
  const item = itemOf({ content: words(100), author: 'Desk' });
  expect(drafted(item, { draft: page }, feed, by)).toEqual({ kind: 'draft', draft: page, isFeedsWord: false });
});

test('what a page does not say is taken from its feed', () => {
  const item = itemOf({ author: 'Desk', publishedOn: '2031-05-09' });
  expect(drafted(item, { draft: bare }, feed, by)).toMatchObject({
    draft: {
      ...{ author: 'Desk', outlet: 'The Narvik Post', publishedAt: '2031-05-09', url: 'https://news.example/one' },
    },
  });
});

test('an outlet that is only the name of the page’s host gives way to what the feed calls itself', () => {
  const outlet = (of: typeof feed | { url: string }) => {
    const read = drafted(itemOf(), { draft: { ...page, outlet: 'news.example' } }, of, by);
    return read.kind === 'draft' ? read.draft.outlet : undefined;
  };
  expect([outlet(feed), outlet({ url: feed.url })]).toEqual(['The Narvik Post', 'news.example']);
});

test('the path and the id that a reader gave a page are not the article’s', () => {
  const read = drafted(itemOf(), { draft: { ...page, id: 'x', path: 'y' } }, feed, by);
  expect(read).toEqual({ kind: 'draft', draft: page, isFeedsWord: false });
});

test('where the page cannot be had, the feed’s own text is the article', () => {
  const item = itemOf({ content: words(80), author: 'Desk' });
  const read = drafted(item, { fault: 'the page is blocked' }, feed, by);
  expect(read).toMatchObject({
    ...{ kind: 'draft', isFeedsWord: true },
    draft: { text: words(80), url: item.link, outlet: feed.title, author: 'Desk', title: item.title, language: 'en' },
  });
});

test('where a page shows only the beginning of what its feed carries, the feed’s text is the article', () => {
  const item = itemOf({ content: words(400) });
  const read = drafted(item, { draft: { ...page, text: words(90) } }, feed, by);
  expect(read).toMatchObject({
    isFeedsWord: true,
    draft: { text: words(400), url: page.url, publishedAt: '2031-05-08' },
  });
});

test.for([
  [{ content: words(79) }, 'the page is blocked, and the feed carries only 79 words of it'],
  [{ summary: 'Talks.' }, 'the page is blocked, and the feed carries only one word of it'],
  [{ summary: '' }, 'the page is blocked, and the feed carries no text of it'],
  [
    { content: words(80), link: 'https://other.example/one' },
    'the page is blocked, and feeds.news.example does not speak for the site of its link',
  ],
] as const)('an item of %o whose page is blocked is refused: %s', ([change, reason]) => {
  const read = drafted(itemOf(change as Partial<FeedItem>), { fault: 'the page is blocked' }, feed, by);
  expect(read).toEqual({ kind: 'refused', reason });
});

test('an item without a link has an id of its own, which stays when its text changes', () => {
  const { link: _, ...item } = itemOf({ content: words(80) });
  const [one, changed, other] = [item, { ...item, content: words(90) }, { ...item, key: 'two' }].map((of) => {
    const read = drafted(of, undefined, feed, by);
    return read.kind === 'draft' ? read.draft.id : undefined;
  });
  expect(one).toMatch(/^f[\da-f]{16}$/);
  expect(changed).toBe(one);
  expect(other).not.toBe(one);
});

test('a feed that dates an old page as of today does not make it new', () => {
  const old = { draft: { ...page, publishedAt: '2029-01-02' } };
  const reason = 'dated 2029-01-02, older than the 365 days that articles are kept';
  expect(drafted(itemOf({ publishedAt: at(0) }), old, feed, by)).toEqual({ kind: 'refused', reason });
  const recent = { draft: { ...page, publishedAt: '2031-01-02' } };
  expect(drafted(itemOf({ publishedAt: at(0) }), recent, feed, by)).toMatchObject({
    draft: { publishedAt: '2031-01-02' },
  });
});

test('a page whose day lies ahead waits; the day of a newsroom far in the east does not', () => {
  const tomorrow = { draft: { ...page, publishedAt: '2031-05-10' } };
  expect(drafted(itemOf(), tomorrow, feed, by)).toEqual({
    ...{ kind: 'waiting', reason: 'its page is dated 2031-05-10, which lies ahead' },
  });
  expect(drafted(itemOf(), tomorrow, feed, { ...by, now: NOW + 2 * HOUR })).toMatchObject({ kind: 'draft' });
  expect(drafted(itemOf(), { draft: page }, feed, { ...by, now: NOW - 3 * DAY })).toMatchObject({ kind: 'waiting' });
});

test.for([
  ['https://feeds.example.org/a', 'https://www.example.org/b', true],
  ['https://example.org', 'http://example.org:8080/', true],
  ['https://feeds.bbci.co.uk/a', 'https://news.bbci.co.uk/b', true],
  ['https://one.co.uk/', 'https://other.co.uk/', false],
  ['https://one.example/', 'https://other.example/', false],
  ['http://127.0.0.1:80/', 'http://127.0.0.2:80/', false],
  ['http://127.0.0.1:8001/', 'http://127.0.0.1:8001/b', true],
  ['none', 'none', false],
] as const)('whether %s and %s are one site: %s', ([one, other, is]) => {
  expect(isOneSite(one, other)).toBe(is);
});
