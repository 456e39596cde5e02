import { expect, test, vi } from 'vitest';
import { detente, json, type RunOptions, serveDetente, temporaryFolder } from './command-line.ts';
import { mediation, NewsServer, strikes } from './news-server.ts';
import { articlesShape, briefShape, statusShape } from './shapes.ts';

/*
 * From the address of a feed to a cited brief: `detente source add`, then `detente serve` by a clock that runs fast, on
 * a newsroom of this machine, with a kill in the middle of a poll.
 */

/** Forty minutes take eight seconds. */
const SPEED = ['--speed', '300'];
const EVENING = ['--now', '2031-05-08T20:00:00Z'];

async function newsroom() {
  const news = await NewsServer.start([strikes]);
  // a process that was killed holds its feed for four of these
  const env = { DETENTE_TIMEOUT_MS: '400' };
  const options: RunOptions = { cwd: temporaryFolder(), env, fetchAllow: [news.host] };
  const run = async (...args: string[]) => {
    const { code, err } = await detente(args, options);
    expect({ args, code, err }).toEqual({ args, code: 0, err: '' });
  };
  await run('source', 'add', news.feed, ...EVENING);
  await run('schedule', 'add', 'terminal:', '--at', '07:00', '--zone', 'UTC', ...EVENING);
  const serve = (now: string) => serveDetente(['serve', '--now', now, ...SPEED, '--format', 'markdown'], options);
  const read = (now: string, ...args: string[]) => json([...args, '--now', now], options);
  return { news, serve, read };
}

/** Resolves once it has posted the edition of a day. */
async function posted({ out, err }: ReturnType<typeof serveDetente>, day: string): Promise<string> {
  const edition = () =>
    out()
      .split(/^(?=# )/m)
      .find((one) => one.includes(`edition of ${day}`)) ?? '';
  await vi
    .waitUntil(() => edition().includes('Sources'), { timeout: 60_000, interval: 50 })
    .catch((cause) => {
      throw new Error(`no edition of ${day}: ${out()} ${err()}`, { cause });
    });
  return edition();
}

test('what came in overnight is in the next brief, cited, with its address as the link; a kill loses and doubles nothing', {
  timeout: 150_000,
}, async () => {
  const { news, serve, read } = await newsroom();
  const first = serve('2031-05-09T06:20:00Z');
  const friday = await posted(first, 'Friday 9 May 2031');
  expect(friday).toContain('Greek jets strike Turkish radar post');
  expect(friday).toContain(news.address('/strikes'));
  first.child.kill('SIGKILL');
  await first.exit;

  news.reports.unshift(mediation);
  const second = serve('2031-05-10T06:00:00Z');
  news.onAsked = (path) => {
    if (path === '/mediation') second.child.kill('SIGKILL');
  };
  await second.exit;
  news.onAsked = () => {};
  expect(articlesShape.parse(await read('2031-05-10T06:10:00Z', 'articles')).map(({ url }) => url)).toEqual([
    news.address('/strikes'),
  ]);

  const third = serve('2031-05-10T06:20:00Z');
  const saturday = await posted(third, 'Saturday 10 May 2031');
  // the sentence leads to the words in the page that say it, the source to the page
  expect(saturday).toContain(
    `On 9 May 2031 Norway offered to mediate between Greece and Turkey [[2]](${news.address('/mediation')}#:~:text=`,
  );
  expect(saturday).toContain(
    `Norway offers to mediate between Greece and Turkey · 9 May 2031](${news.address('/mediation')})`,
  );
  third.child.kill('SIGTERM');
  expect(await third.exit).toEqual([0, null]);

  const now = '2031-05-10T08:00:00Z';
  const articles = articlesShape.parse(await read(now, 'articles'));
  expect(articles.map(({ url }) => url).sort()).toEqual([news.address('/mediation'), news.address('/strikes')]);
  const brief = briefShape.parse(await read(now, 'brief', '--date', '2031-05-10'));
  expect(brief.sources.map(({ url }) => url)).toContain(news.address('/mediation'));
  const { sources, deliveries } = statusShape.parse(await read(now, 'status'));
  expect(sources).toMatchObject([{ url: news.feed, failures: 0, seen: 2, taken: 2, share: 1 }]);
  expect(deliveries.filter(({ state }) => state === 'sent').map(({ date }) => date)).toEqual([
    '2031-05-10',
    '2031-05-09',
  ]);
  // a page that was read is not asked for again
  expect(news.asked.filter((path) => path === '/strikes')).toHaveLength(1);
});
