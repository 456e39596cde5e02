import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { detente, json, type RunOptions, serveDetente, temporaryFolder } from './command-line.ts';
import { mediation, NewsServer, strikes } from './news-server.ts';
import { articlesShape, briefShape, statusShape } from './shapes.ts';

/*
 * From the address of a feed to a cited brief: `detente source add`, then `detente serve` by a clock that runs fast, on
 * a newsroom of this machine, with a kill in the middle of a poll.
 */

/** Forty minutes take sixteen seconds: more than a busy machine needs to start a process and poll a feed. */
const SPEED = ['--speed', '150'];
const EVENING = '2031-05-08T20:00:00Z';

async function newsroom() {
  const news = await NewsServer.start([strikes]);
  // a process that was killed holds its feed for four of these
  const env = { DETENTE_TIMEOUT_MS: '400' };
  const options: RunOptions = { cwd: temporaryFolder(), env, fetchAllow: [news.host] };
  const runAt = async (now: string, ...args: string[]) => {
    const { code, err } = await detente([...args, '--now', now], options);
    expect({ args, code, err }).toEqual({ args, code: 0, err: '' });
  };
  const run = (...args: string[]) => runAt(EVENING, ...args);
  await run('schedule', 'add', 'terminal:', '--at', '07:00', '--zone', 'UTC');
  const serve = (now: string, more: Readonly<Record<string, string>> = {}) =>
    serveDetente(['serve', '--now', now, ...SPEED, '--format', 'markdown'], { ...options, env: { ...env, ...more } });
  const read = (now: string, ...args: string[]) => json([...args, '--now', now], options);
  return { news, run, runAt, serve, read };
}

/** Resolves once it has posted the edition of a day. @param end what stands near the end of it */
async function posted({ out, err }: ReturnType<typeof serveDetente>, day: string, end = 'Sources'): Promise<string> {
  const edition = () =>
    out()
      .split(/^(?=# )/m)
      .find((one) => one.includes(`edition of ${day}`)) ?? '';
  await vi
    .waitUntil(() => edition().includes(end), { timeout: 60_000, interval: 50 })
    .catch((cause) => {
      throw new Error(`no edition of ${day}: ${out()} ${err()}`, { cause });
    });
  return edition();
}

test('what came in overnight is in the next brief, cited, with its address as the link; a kill loses and doubles nothing', {
  timeout: 180_000,
}, async () => {
  const { news, run, serve, read } = await newsroom();
  await run('source', 'add', news.feed);
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

test('two processes on one archive poll a feed once between them; one that is told not to fetch anything does not', {
  timeout: 150_000,
}, async () => {
  const { news, run, serve, read } = await newsroom();
  await run('source', 'add', news.feed);
  const asked = news.asked.length;
  const idle = serve('2031-05-09T06:40:00Z', { DETENTE_FEEDS: 'off' });
  await posted(idle, 'Friday 9 May 2031', 'The archive is empty: 1 feed is taken up and not yet polled.');
  idle.child.kill('SIGTERM');
  expect(await idle.exit).toEqual([0, null]);
  expect(news.asked).toHaveLength(asked);

  const both = [serve('2031-05-10T06:20:00Z'), serve('2031-05-10T06:20:00Z')];
  const isPosted = () => both.some(({ out }) => out().includes('## Sources'));
  await vi.waitUntil(isPosted, { timeout: 60_000, interval: 50 }).catch(() => {
    throw new Error(both.map(({ out, err }) => `${out()} ${err()}`).join('\n'));
  });
  for (const { child } of both) child.kill('SIGTERM');
  expect(await Promise.all(both.map(({ exit }) => exit))).toEqual([
    [0, null],
    [0, null],
  ]);
  expect(both.map(({ out }) => out().split('edition of Saturday').length - 1).sort()).toEqual([0, 1]);
  expect(news.asked.filter((path) => path === '/strikes')).toHaveLength(1);
  expect(articlesShape.parse(await read('2031-05-10T08:00:00Z', 'articles'))).toHaveLength(1);
});

test('old articles that were ingested lately stay, with feeds too; they go in their time, or in the time that is set', {
  timeout: 150_000,
}, async () => {
  const { news, run, runAt, serve, read } = await newsroom();
  const fileOf = (id: string) => {
    const file = join(temporaryFolder(), `${id}.json`);
    const article = { id, publishedAt: '2024-05-04', title: 'Ferry sails', text: `The ferry ${id} left on Friday.` };
    writeFileSync(file, JSON.stringify(article));
    return file;
  };
  await runAt('2030-03-01T20:00:00Z', 'ingest', fileOf('early'));
  await run('ingest', fileOf('late'));
  await run('source', 'add', news.feed);
  const ids = async () => articlesShape.parse(await read('2031-05-09T08:00:00Z', 'articles')).map(({ id }) => id);
  const agedBy = async ({ child, err, exit }: ReturnType<typeof serve>) => {
    await vi.waitUntil(() => err().includes('what is too old was deleted'), 30_000);
    child.kill('SIGTERM');
    await exit;
    return ids();
  };
  const usual = await agedBy(serve('2031-05-09T08:00:00Z'));
  expect(usual).toContain('late');
  expect(usual).not.toContain('early');
  const set = await agedBy(serve('2031-07-09T08:00:00Z', { DETENTE_RETENTION_DAYS: '45' }));
  expect(set).not.toContain('late');
});
