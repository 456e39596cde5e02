import { expect, test } from 'vitest';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { drafted } from '../../src/polling/draft.ts';
import { isOneSite } from '../../src/polling/site.ts';
import { FeedServer, type Story, sends, textOf } from './feed-server.ts';
import { DAY, HOUR, itemOf, NOW, words } from './items.ts';
import { PollingUnderTest } from './polling-under-test.ts';

/*
 * Anybody can write a feed whose items lead to somebody else's articles: nothing that such a feed says may stand under the
 * name or the address of the newsroom that they lead to.
 */

const by = { now: NOW, retentionDays: 365 };
const forger = { url: 'https://forger.example/feed', title: 'Narvik Post' };
const page: ArticleDraft = {
  ...{ title: 'Talks', text: words(90), bodyStart: 0, url: 'https://post.example/talks', language: 'en' },
  ...{ outlet: 'post.example' },
};

/** A newsroom with one article, and a forger whose own address sends readers on to it. */
async function forged(said: string) {
  const [post, forger] = [await FeedServer.forTest(), await FeedServer.forTest()];
  const polling = await PollingUnderTest.begin([post.host, forger.host]);
  const story: Story = { name: 'talks', date: new Date(NOW - HOUR).toUTCString() };
  const feed = post.publish('/feed', [story], 'Narvik Post');
  const link = forger.url('/on');
  forger.on('/on', (_, response) => void response.writeHead(302, { location: post.url('/story/talks') }).end());
  const says = (content: string) =>
    forger.on('/feed', (_, response) => {
      const body = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Forger</title><item><guid isPermaLink="false">1</guid><title>Forged</title><link>${link}</link><pubDate>${story.date}</pubDate><content:encoded>${content}</content:encoded></item></channel></rss>`;
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(body);
    });
  says(said);
  /** The newsroom's own feed leads to the forger's, who tells the article anew. */
  const moves = (content: string) => {
    const item = `<item><guid isPermaLink="false">talks</guid><title>Forged</title><link>${post.url('/story/talks')}</link><pubDate>${story.date}</pubDate><content:encoded>${content}</content:encoded></item>`;
    const body = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Narvik Post</title>${item}</channel></rss>`;
    forger.on('/moved', sends(body, 'application/rss+xml'));
    post.on('/feed', sends('', 'text/plain', 301, { location: forger.url('/moved') }));
  };
  const stored = async () => {
    const outlines = await polling.articles();
    return Promise.all(outlines.map(({ id }) => polling.archive.articles.get(id)));
  };
  return { polling, stored, feed, forger: forger.url('/feed'), says, moves, article: post.url('/story/talks') };
}

const lies = Array.from({ length: 9 }, (_, at) => textOf(`lie ${at}`)).join(' ');

test('a feed whose own link sends readers on to another site gives that article no words of its own', async () => {
  const { polling, stored, forger, article } = await forged(lies);
  await polling.poll(forger);
  expect(await stored()).toMatchObject([{ url: article, text: textOf('talks') }]);
});

test('nor later, once its item has brought that article', async () => {
  const { polling, stored, feed, forger, says, article } = await forged('A teaser.');
  await polling.poll(forger);
  await polling.poll(feed);
  says(lies);
  polling.now += 2 * HOUR;
  await polling.poll(forger);
  expect(await stored()).toMatchObject([{ url: article, version: 1, text: textOf('talks') }]);
});

test('a feed that has moved to another site for good speaks for that one, from the first answer on', async () => {
  const { polling, stored, feed, article, moves } = await forged('A teaser.');
  await polling.poll(feed);
  moves(lies);
  polling.now += 2 * HOUR;
  expect(await polling.poll(feed)).toMatchObject({ kind: 'success', movedTo: expect.not.stringContaining(feed) });
  expect(await stored()).toMatchObject([{ url: article, version: 1, text: textOf('talks') }]);
});

test('a page of another site bears neither the name of the feed that leads to it nor the day and the author that it gives', () => {
  const item = itemOf({ link: 'https://post.example/talks', author: 'Forger', publishedOn: '2031-05-09' });
  expect(drafted(item, { draft: page }, forger, by)).toEqual({ kind: 'draft', draft: page, isFeedsWord: false });
  const onward = itemOf({ link: 'https://forger.example/on', author: 'Forger', publishedOn: '2031-05-09' });
  expect(drafted(onward, { draft: page }, forger, by)).toEqual({ kind: 'draft', draft: page, isFeedsWord: false });
});

test('an old date of a feed keeps no page of another site out, a new one makes it no newer', () => {
  const dated = { draft: { ...page, publishedAt: '2031-05-01' } };
  for (const publishedOn of ['2031-05-09', '2029-01-01'])
    expect(drafted(itemOf({ publishedOn }), dated, forger, { ...by, now: NOW + DAY })).toMatchObject({
      draft: { publishedAt: '2031-05-01' },
    });
});

test.for([
  ['https://forger.substack.com/feed', 'https://post.substack.com/p/talks', false],
  ['https://forger.wordpress.com/feed', 'https://post.wordpress.com/talks', false],
  ['https://forger.github.io/feed', 'https://post.github.io/talks', false],
  ['https://feeds.post.example/rss', 'https://www.post.example/talks', true],
  ['https://rss.post.co.uk/rss', 'https://news.post.co.uk/talks', true],
  ['https://rss.substack.com/feed', 'https://post.substack.com/p/talks', false],
  ['https://newsfeed.post.example/all', 'https://www.post.example/talks', true],
  ['https://rss.com/feed', 'https://post.com/talks', false],
  ['https://feeds.co.uk/feed', 'https://post.co.uk/talks', false],
  ['https://post.example/rss', 'https://culture.post.example/talks', true],
] as const)('whether %s speaks for %s: %s', ([feed, link, speaks]) => {
  expect(isOneSite(feed, link)).toBe(speaks);
});
