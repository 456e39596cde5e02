import { describe, expect, it } from 'vitest';
import { readArticlePage } from '../../src/ingest/article-page.ts';

const now = Date.parse('2024-06-01T00:00:00Z');
const ADDRESS = 'https://www.courier.example/2024/05/02/crossing';
const STORY = Array.from(
  { length: 4 },
  (_, at) =>
    `<p>The ministers of the two river states met for the ${at + 1}. time in the old customs house and agreed that lorries may cross again, a spokesman of the port authority told reporters in the evening.</p>`,
).join('');

const page = (body: string, head = '') =>
  `<html lang="en"><head><title>Crossing</title>${head}</head><body>${body}</body></html>`;
const article = (head = '', body = STORY) => page(`<article><h1>Crossing reopens</h1>${body}</article>`, head);
const read = (markup: string, address = ADDRESS) => readArticlePage(markup, address, now);

describe('the article on a page', () => {
  it('is a draft with the address that it was found at, and the day that it states', async () => {
    const reading = await read(
      article(
        '<meta property="article:published_time" content="2024-05-02T08:00:00+02:00"><meta property="article:modified_time" content="2024-05-03">',
      ),
    );
    expect(reading).toMatchObject({
      kind: 'article',
      draft: { title: 'Crossing reopens', url: ADDRESS, publishedAt: '2024-05-02', language: 'en' },
    });
    expect(reading).toHaveProperty('modifiedAt');
    expect(reading).not.toHaveProperty('draft.path');
  });

  it.each([
    ['absolute', 'https://courier.example/news/crossing', 'https://courier.example/news/crossing'],
    ['relative', '/news/crossing', 'https://www.courier.example/news/crossing'],
    ['of the same site on another host', 'https://m.courier.example/crossing', 'https://m.courier.example/crossing'],
    ['of another site, which is not believed', 'https://other.example/crossing', ADDRESS],
    ['of the front page, which is none of an article', 'https://www.courier.example/', ADDRESS],
    ['of another protocol', 'javascript:alert(1)', ADDRESS],
  ])('has a canonical address %s', async (_, href, url) => {
    expect(await read(article(`<link rel="canonical" href="${href}">`))).toHaveProperty('draft.url', url);
  });
});

describe('a page without an article says what was seen', () => {
  const links = Array.from(
    { length: 40 },
    (_, at) => `<li><a href="/${at}">Headline number ${at} about the river crossing and its customs house</a></li>`,
  );
  it.each([
    ['a list of links', page(`<main><ul>${links.join('')}</ul></main>`), /list of links/],
    [
      'a front page of teasers',
      page(
        `<main>${Array.from({ length: 9 }, (_, at) => `<section><h2><a href="/${at}">Headline ${at} of the day</a></h2><p>The ministers of the two river states met again in the customs house, and more is told behind this link for those who wish to know it, said a spokesman.</p></section>`).join('')}</main>`,
      ),
      /list of links/,
    ],
    ['a login', page('<form>Sign in <input name="u"><input type="password"></form>'), /name and password/],
    ['a consent wall', page('<h1>Before you continue</h1><p>We and our partners use cookies.</p>'), /consent/],
    [
      'a robot check',
      '<html><head><title>Just a moment...</title></head><body><p>Verify you are human.</p></body></html>',
      /proof/,
    ],
    [
      'an empty application',
      page('<div id="root"></div><noscript>Please enable JavaScript.</noscript>'),
      /scripts|no text/,
    ],
    ['a notice', page('<article><h1>Moved</h1><p>The page has moved elsewhere.</p></article>'), /\d+ words, too few/],
    [
      'a paywall',
      article(
        '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>',
        STORY.slice(0, 400),
      ),
      /subscribers/,
    ],
    [
      'a page in place of one that is gone',
      '<html><head><title>Page not found | The Courier</title></head><body><article><h1>We cannot find that page</h1><p>It may have been moved or deleted, or the address was typed incorrectly. Please check the address and try again, or use the search box at the top of this page to look for what you need, or read the latest news from our newsroom.</p></article></body></html>',
      /gone/,
    ],
    ['nothing', '', /no text/],
  ])('%s', async (_, markup, reason) => {
    expect(await read(markup)).toEqual({ kind: 'rejected', reason: expect.stringMatching(reason) });
  });

  it('but a story about pages that are gone is an article', async () => {
    const told = `<html><head><title>Article of treaty not found in archive, court says</title></head><body><article><h1>Article of treaty not found in archive, court says</h1>${`<p>${STORY}</p>`.repeat(3)}</article></body></html>`;
    expect(await read(told)).toHaveProperty('kind', 'article');
  });

  it('but a whole story behind a notice of a paywall is an article', async () => {
    const free = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';
    expect(await read(article(free, STORY.repeat(2)))).toHaveProperty('kind', 'article');
  });
});
