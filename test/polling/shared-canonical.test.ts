import { expect, test } from 'vitest';
import { FeedServer, sends } from './feed-server.ts';
import { HOUR, NOW } from './items.ts';
import { PollingUnderTest } from './polling-under-test.ts';

/*
 * Broken templates call all articles of a site by one address, and one writer at a site may call his page by the address of
 * another's: what is told there differs, so that it is no new version.
 */

/** Reports that share hardly a word. */
const texts: Readonly<Record<string, string>> = {
  a: 'Norway offered Sweden talks about the port of Narvik on Thursday, the ministry in Oslo said. Three envoys are to bring maps of the harbour with them, and the mayor has set aside the old customs house for the meeting, which may last until the end of the month.',
  b: 'Kenya reopened its border post at Busia after two weeks, officials told reporters at the bridge. Lorries with tea and cement had waited since a quarrel over fees began; drivers cheered when the barrier was lifted, and shops along the road did a brisk trade all afternoon.',
  c: 'Chile and Peru signed a fishing accord in Lima that ends a dispute of nine years. Boats under twelve metres may cross the line between April and June, scientists of both navies will count the anchovy together, and a court in Arica hears complaints within thirty days.',
};
const textOf = (name: string): string => texts[name] ?? '';

const date = new Date(NOW - HOUR).toUTCString();

async function begin() {
  const server = await FeedServer.forTest();
  const polling = await PollingUnderTest.begin([server.host]);
  const page = (name: string, text: string, canonical: string) =>
    server.on(
      `/story/${name}`,
      sends(
        `<html lang="en"><head><title>Report ${name}</title><link rel="canonical" href="${canonical}"></head><body><article><h1>Report ${name}</h1><p>${text}</p></article></body></html>`,
        'text/html; charset=utf-8',
      ),
    );
  const feed = (names: readonly string[], teaser: string) => {
    const items = names.map((name) => ({ name, date, teaser }));
    server.on('/feed', sends(server.rss(items, 'Narvik Post'), 'application/rss+xml'));
    return server.url('/feed');
  };
  const stored = async () => {
    const articles = await Promise.all((await polling.articles()).map(({ id }) => polling.archive.articles.get(id)));
    return articles.map((one) => [one?.title, one?.version, one?.url?.replace(server.url(''), '')]).sort();
  };
  return { server, polling, page, feed, stored };
}

test('articles that all call themselves by one address are kept apart, also when they change later', async () => {
  const { polling, page, feed, stored } = await begin();
  const names = ['a', 'b', 'c'];
  for (const name of names) page(name, textOf(name), '/all/stories.php');
  await polling.poll(feed(names.slice(0, 2), 'One.'));
  await polling.poll(feed(names, 'One.'));
  expect(await stored()).toHaveLength(3);
  for (const name of names) page(name, `${textOf(name)} It was corrected.`, '/all/stories.php');
  polling.now += 2 * HOUR;
  await polling.poll(feed(names, 'Two.'));
  expect(await stored()).toEqual([
    ['Report a', 2, expect.any(String)],
    ['Report b', 2, expect.any(String)],
    ['Report c', 2, expect.any(String)],
  ]);
  expect(new Set((await stored()).map(([, , url]) => url)).size).toBe(3);
});

test('another form of one article is that article, and what it says anew a new version', async () => {
  const { polling, page, feed, stored } = await begin();
  page('a', textOf('a'), '/story/a');
  await polling.poll(feed(['a'], 'One.'));
  page('a-amp', `${textOf('a')} It was corrected.`, '/story/a');
  await polling.poll(feed(['a', 'a-amp'], 'One.'));
  expect(await stored()).toEqual([['Report a-amp', 2, '/story/a']]);
});

test('a link that leads to the front page of its site is no article, whatever is told there', async () => {
  const { server, polling, feed, stored } = await begin();
  server.on(
    '/',
    sends(`<html lang="en"><body><article><h1>Welcome</h1><p>${textOf('a')}</p></article></body></html>`, 'text/html'),
  );
  server.on('/story/dead', sends('', 'text/plain', 302, { location: '/' }));
  const url = feed(['dead'], 'One.');
  await polling.poll(url);
  expect(await stored()).toEqual([]);
  expect(await polling.reasons(url)).toEqual({
    dead: 'refused: the link leads to the front page of its site, and the feed carries only one word of it',
  });
});
