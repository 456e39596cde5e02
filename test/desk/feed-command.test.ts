import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { type BotParts, createBot } from '../../src/bot.ts';
import { clockFrom } from '../../src/clock.ts';
import type { ChatRequest, Conversation } from '../../src/domain/chat.ts';
import type { Feed } from '../../src/domain/feed.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { silentLogger } from '../../src/logger.ts';
import { markdown } from '../../src/outline/markdown.ts';
import { outline } from '../../src/outline/outline.ts';
import { brief } from '../contract/replies.ts';
import { FeedsInMemory, failingAt, feedAt, silentAt } from '../desk-feeds.ts';

const NOW = '2031-04-12T07:00:00Z';
const now = Date.parse(NOW);
const conversation: Conversation = { adapter: 'slack', workspace: 'T1', channel: 'C1' };
const admin = { profile: { isAdmin: true } };
const FEED = 'https://lake.example/feed.xml';

const works = feedAt(now, 'Hill Lantern');
const failing = failingAt(now, 'The Meridian Ledger', 3);
const paused = feedAt(now, 'Nova Wire', { paused: true });

async function desk(list: readonly Feed[] = [], more: Partial<BotParts> = {}) {
  const archive = await openSqliteArchive(':memory:');
  onTestFinished(() => archive.close());
  const feeds = new FeedsInMemory(now, list);
  const bot = createBot({
    archive,
    clock: clockFrom(NOW),
    logger: silentLogger,
    brief: async () => brief,
    ask: () => Promise.reject(new Error('nobody asks')),
    feeds,
    ...more,
  });
  let count = 0;
  const request = (given: object, of: Partial<ChatRequest>): ChatRequest => {
    count += 1;
    return { id: String(count), conversation, user: 'U1', at: NOW, ...given, ...of } as ChatRequest;
  };
  const handle = (text: string, of: Partial<ChatRequest> = admin) =>
    bot.handle(request({ kind: 'command', name: 'brief', text }, of));
  const complete = async (text: string) => {
    const reply = await bot.handle(request({ kind: 'complete', what: 'feed', text }, {}));
    return reply?.kind === 'choices' ? reply.values : [];
  };
  const say = async (text: string, of?: Partial<ChatRequest>) => wordsOf(await handle(text, of));
  const asked = (text: string) => bot.handle(request({ kind: 'question', text }, admin));
  return { archive, bot, feeds, handle, complete, say, asked };
}

function wordsOf(reply: Reply | undefined): string {
  if (reply === undefined) throw new Error('nothing is said');
  return 'text' in reply ? reply.text : markdown(outline(reply)).replaceAll('\\', '');
}

const trial = {
  kind: 'feed',
  url: FEED,
  title: 'The Lake Wire',
  total: 40,
  items: [
    { title: 'Envoys meet', verdict: 'new', words: 400 },
    { title: 'Old news', verdict: 'known', reason: 'it is there as "Envoys met"' },
    { title: 'A gallery', verdict: 'refused', reason: 'the page holds no article' },
    { title: 'Tomorrow', verdict: 'waiting', reason: 'it is dated 5 hours ahead' },
    { verdict: 'new' },
    { title: 'The sixth', verdict: 'new' },
  ],
} as const;

test('/brief sources lists the articles, and beneath in one line how the feeds are', async () => {
  const { handle, say } = await desk([works, failing, silentAt(now, 'Old Mill', 90), paused]);
  expect(await handle('sources', {})).toMatchObject({ kind: 'sources', brief, feeds: { total: 4 } });
  expect(await say('sources', {})).toMatch(/- `\/brief sources feeds`: 4 feeds; 1 fails; 1 silent; 1 paused$/);
});

test('/brief sources feeds lists them for everybody, those that fail first, each with its address, state and share', async () => {
  const { say } = await desk([works, paused, silentAt(now, 'Old Mill', 90), unpolled('New Sheet'), failing]);
  expect(await say('sources feeds', {})).toMatchInlineSnapshot(`
    "## Feeds

    - **The Meridian Ledger** <https://the-meridian-ledger.example/feed.xml>: fails since 12 April 2031 at 04:00 UTC: the server does not answer; 300 of 400 items taken in
    - **Old Mill** <https://old-mill.example/feed.xml>: can be read, but brings nothing new since 8 April 2031 at 13:00 UTC; 300 of 400 items taken in
    - **New Sheet** <https://new-sheet.example/feed.xml>: not yet polled
    - **Hill Lantern** <https://hill-lantern.example/feed.xml>: works, last new item on 12 April 2031 at 05:00 UTC; 300 of 400 items taken in
    - **Nova Wire** <https://nova-wire.example/feed.xml>: paused; 300 of 400 items taken in"
  `);
});

test('what stands behind the question mark of an address may be a key: no chat shows it, and what is shown names the feed', async () => {
  const url = 'https://keyed.example/feed.xml?token=s3cret';
  const shown = 'https://keyed.example/feed.xml?…';
  const { title: _, ...keyed } = feedAt(now, 'Keyed', { url });
  const { feeds, say, complete } = await desk([keyed, works]);
  feeds.trials.set(url, { ...trial, url });
  const said = [
    await say('sources feeds', {}),
    await say(`sources add ${url}`),
    await say(`sources pause ${shown}`),
    await say(`sources resume <${shown}>`),
    await say(`sources feeds ${encodeURI(shown)}`, {}),
    ...(await complete('keyed')),
    await say(`sources remove ${shown}`),
    await say(`sources add ${url}`),
  ];
  expect(said.join('\n')).not.toContain('s3cret');
  expect(said).toEqual([
    expect.stringContaining(`**keyed.example** ${shown}: works`),
    expect.stringContaining(`There already: **keyed.example** ${shown}`),
    `Paused: keyed.example. Nothing is fetched from it. To go on: /brief sources resume ${shown}`,
    `Goes on: keyed.example is polled again. To pause it: /brief sources pause ${shown}`,
    expect.stringContaining(shown),
    shown,
    'Removed: keyed.example. Its articles stay. To undo it, add its whole address again.',
    expect.stringContaining(`/brief sources remove ${shown}`),
  ]);
  expect(await feeds.list()).toMatchObject([{ url: works.url }, { url }]);
});

test('of two feeds that differ only in what is not shown, none is changed', async () => {
  const at = (key: string) => feedAt(now, `Wire ${key}`, { url: `https://keyed.example/feed.xml?key=${key}` });
  const { feeds, say } = await desk([at('a'), at('b')]);
  expect(await say('sources remove https://keyed.example/feed.xml?…')).toMatch(/^Several feeds are called so: Wire a /);
  expect(await feeds.list()).toHaveLength(2);
});

test('whoever may change feeds reads how', async () => {
  const { say } = await desk([works]);
  expect(await say('sources feeds')).toMatch(/sources add <address>`.*\n.*sources pause <title or address>`/);
  expect(await say('sources feeds', {})).not.toContain('sources pause');
});

test('one feed is shown by its title or address', async () => {
  const { handle } = await desk([works, failing]);
  expect(await handle('sources list', {})).toMatchObject({ kind: 'feeds', feeds: [works, failing] });
  for (const name of ['hill lantern', works.url, `<${works.url}>`, 'Lantern'])
    expect(await handle(`sources feeds ${name}`, {})).toMatchObject({ kind: 'feeds', feeds: [works] });
});

test('a long list ends with how many more there are', async () => {
  const many = Array.from({ length: 45 }, (_, at) => feedAt(now, `Wire ${at}`));
  const { say } = await desk(many);
  expect(await say('sources feeds')).toContain('and 15 more, which "detente source list" shows');
});

test('adding tests the address first, and says what was found and what of the first items would be taken in', async () => {
  const { feeds, say } = await desk();
  feeds.trials.set(FEED, trial);
  expect(await say(`sources add <${FEED}|the lake>`)).toMatchInlineSnapshot(`
    "Taken up: **The Lake Wire** <https://lake.example/feed.xml>

    It holds 40 items. Of the first 5, 2 would be taken in:

    - Envoys meet: would be taken in
    - Old news: is in the archive already (it is there as "Envoys met")
    - A gallery: would not be taken in (the page holds no article)
    - Tomorrow: would be looked at again later (it is dated 5 hours ahead)
    - (without a title): would be taken in
    - \`/brief sources remove https://lake.example/feed.xml\`: undoes it"
  `);
  expect(await feeds.list()).toMatchObject([{ url: FEED, title: 'The Lake Wire', paused: false }]);
  expect(await say(`sources add ${FEED}`)).toMatch(/^There already: /);
  expect(await feeds.list()).toHaveLength(1);
});

test('a feed in plain words, as a message to the bot', async () => {
  const { feeds, asked } = await desk();
  feeds.trials.set(FEED, trial);
  expect(await asked(`brief sources add ${FEED}`)).toMatchObject({ kind: 'adding', adding: { kind: 'added' } });
});

test('a page with several feeds gives the command for each, and takes up none', async () => {
  const { feeds, say } = await desk();
  const found = [
    { url: 'https://lake.example/world.xml', title: 'World' },
    { url: 'https://lake.example/sport.xml' },
    { url: 'javascript:alert(1)', title: 'no address' },
  ];
  feeds.trials.set('lake.example', { kind: 'choice', feeds: found });
  expect(await say('sources add lake.example')).toMatchInlineSnapshot(`
    "That is a page, and it names 3 feeds. Nothing was taken up yet: choose one.

    - \`/brief sources add https://lake.example/world.xml\`: World
    - \`/brief sources add https://lake.example/sport.xml\`: (without a title)"
  `);
  expect(await feeds.list()).toEqual([]);
});

test('why an address is no feed is said, and nothing is taken up', async () => {
  const { feeds, say } = await desk();
  feeds.trials.set(FEED, { kind: 'failed', reason: 'the server says that there is no such page (404)' });
  expect(await say(`sources add ${FEED}`)).toBe(
    'Nothing was taken up: the server says that there is no such page (404).',
  );
  expect(await feeds.list()).toEqual([]);
});

test.for(['javascript:alert(1)', 'the lake', `https://a.example/${'a'.repeat(2_400)}`])(
  '%j is no address to add, and nothing is fetched',
  async (typed) => {
    const { feeds, say } = await desk();
    expect(await say(`sources add ${typed}`)).toMatch(/is no address: write it like https:\/\/www\.example\.org/);
    expect(feeds.asked).toEqual([]);
  },
);

test.for(['sources add', 'sources pause', 'sources resume ', 'SOURCES remove'])(
  '/brief %s asks which',
  async (text) => {
    const { handle } = await desk([works]);
    expect(await handle(text)).toMatchObject({ kind: 'help', heading: expect.stringMatching(/^Which feed\?/) });
  },
);

afterEach(() => vi.useRealTimers());

test('a server that does not answer is waited for 20 seconds, then it is given up', async () => {
  const { feeds, say } = await desk();
  feeds.isHanging = true;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const said = say(`sources add ${FEED}`);
  await vi.waitUntil(() => feeds.asked.length > 0, { interval: 1 });
  await vi.advanceTimersByTimeAsync(19_000);
  const early = Symbol('early');
  expect(await Promise.race([said, Promise.resolve(early)])).toBe(early);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await said).toBe(
    'lake.example did not answer in full within 20 seconds, and I wait no longer. Nothing was taken up.',
  );
});

test('what does not even end when it is given up is said to be open', async () => {
  const { feeds, say } = await desk();
  const began = vi.spyOn(feeds, 'add').mockReturnValue(new Promise(() => {}));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const said = say(`sources add ${FEED}`);
  await vi.waitUntil(() => began.mock.calls.length > 0, { interval: 1 });
  await vi.advanceTimersByTimeAsync(21_000);
  expect(await said).toMatch(/within 20 seconds.*\/brief sources feeds shows whether it was taken up/);
});

test('a feed is paused and goes on again, by its title or its address, and each says how to undo it', async () => {
  const { feeds, say } = await desk([works, failing]);
  expect(await say('sources pause “hill lantern”')).toBe(
    `Paused: Hill Lantern. Nothing is fetched from it. To go on: /brief sources resume ${works.url}`,
  );
  expect(await feeds.find(works.url)).toMatchObject({ paused: true });
  expect(await say(`sources pause <${works.url}>`)).toBe('Hill Lantern is paused already.');
  expect(await say(`sources resume ${works.url}`)).toMatch(/^Goes on: Hill Lantern/);
  expect(await feeds.find(works.url)).toMatchObject({ paused: false });
});

test('a feed is removed at once, and its articles stay; how to undo it is said', async () => {
  const { feeds, say } = await desk([works, failing]);
  expect(await say('sources remove the meridian ledger')).toBe(
    `Removed: The Meridian Ledger. Its articles stay. To undo it: /brief sources add ${failing.url}`,
  );
  expect(await feeds.list()).toEqual([works]);
  expect(await say('sources remove the meridian ledger')).toMatch(/No feed is called "the meridian ledger"/);
});

test('a feed is not removed by half its name', async () => {
  const { feeds, say } = await desk([works, failing]);
  expect(await say('sources remove meridian')).toBe(
    `No feed is called "meridian" or has that address. Did you mean The Meridian Ledger (${failing.url})?`,
  );
  expect(await feeds.list()).toHaveLength(2);
  expect(await say('sources pause meridian')).toMatch(/^Paused: The Meridian Ledger/);
});

test('an address is the same however its signs are written', async () => {
  const odd = { ...works, url: 'https://lake.example/feed_(a).xml' };
  const { feeds, say } = await desk([odd]);
  expect(await say('sources remove https://LAKE.example/feed_%28a%29.xml')).toMatch(/^Removed/);
  expect(await feeds.list()).toEqual([]);
});

test('a name that several feeds have is not guessed', async () => {
  const twin = { ...works, url: 'https://other.example/feed' };
  const { feeds, say } = await desk([works, twin]);
  expect(await say('sources remove Hill Lantern')).toBe(
    `Several feeds are called so: Hill Lantern (${works.url}); Hill Lantern (${twin.url}). Name one by its whole address.`,
  );
  expect(await feeds.list()).toHaveLength(2);
});

const direct: Conversation = { adapter: 'discord', workspace: '@me', channel: '77' };
const someone = [{ adapter: 'slack', workspace: 'T1', channel: 'U9' }];

test.for<readonly [string, boolean, Partial<ChatRequest>, Partial<BotParts>]>([
  ['an admin', true, admin, {}],
  ['anybody in a channel', false, { profile: { isAdmin: false } }, {}],
  ['a user without a profile', false, {}, {}],
  ['anybody in a direct message', false, { conversation: direct, direct: true }, {}],
  ['an admin in a direct message', true, { direct: true, ...admin }, {}],
  ['an admin of a server where the bot is a guest', false, { guest: true, ...admin }, {}],
  ['whoever sits at the terminal', true, { conversation: { adapter: 'terminal', workspace: '', channel: '' } }, {}],
  ['an admin, where those who run the bot are named', false, admin, { admins: someone }],
  ['whoever is named to run the bot', true, { user: 'U9' }, { admins: someone }],
  [
    'a namesake elsewhere',
    false,
    { user: 'U9', conversation: { ...conversation, workspace: 'T2' } },
    { admins: someone },
  ],
])('%s may change feeds: %s', async ([, may, who, parts]) => {
  const { feeds, say } = await desk([works], parts);
  feeds.trials.set(FEED, trial);
  const said = [
    await say(`sources add ${FEED}`, who),
    await say('sources pause Hill Lantern', who),
    await say('sources resume Hill Lantern', who),
    await say('sources remove Hill Lantern', who),
  ];
  expect(
    said.map((one) => !/shared by all who read this archive: they are changed by .+ Ask one of them/.test(one)),
  ).toEqual(said.map(() => may));
  expect((await feeds.list()).map(({ url }) => url)).toEqual(may ? [FEED] : [works.url]);
  expect(feeds.asked).toHaveLength(may ? 1 : 0);
});

test('whom the settings of a channel name may change feeds there', async () => {
  const { archive, say } = await desk([works]);
  await archive.desk.saveSettings(conversation, { managers: 'U3' });
  expect(await say('sources pause Hill Lantern', { user: 'U3' })).toMatch(/^Paused/);
});

test('where the bot has no feeds, it says how articles come in', async () => {
  const { say } = await desk([], { feeds: undefined } as object);
  expect(await say('sources feeds')).toContain('`detente ingest`');
  expect(await say('sources')).not.toContain('feeds');
});

test('a redelivered command adds once', async () => {
  const { bot, feeds } = await desk();
  feeds.trials.set(FEED, trial);
  const request: ChatRequest = {
    ...{ id: 'once', conversation, user: 'U1', at: NOW, ...admin },
    ...{ kind: 'command', name: 'brief', text: `sources add ${FEED}` },
  };
  expect(await bot.handle(request)).toMatchObject({ kind: 'adding' });
  expect(await bot.handle(request)).toBeUndefined();
  expect(feeds.asked).toEqual([FEED]);
});

test('a feed that is added while it is paused is said to be paused', async () => {
  const { feeds, say } = await desk([{ ...works, url: FEED, paused: true }]);
  feeds.trials.set(FEED, trial);
  expect(await say(`sources add ${FEED}`)).toMatch(/^There already, and paused: /);
});

test('names of feeds are completed by words of the title or the address; what hides something is named by its address', async () => {
  const hidden = feedAt(now, 'Odd', { title: 'Odd\u202eeman', url: 'https://odd.example/' });
  const twins = [feedAt(now, 'Twin'), feedAt(now, 'Twin', { url: 'https://twin.example/b' })];
  const { complete } = await desk([works, failing, hidden, ...twins]);
  expect(await complete('')).toEqual([
    'Hill Lantern',
    'The Meridian Ledger',
    hidden.url,
    ...twins.map(({ url }) => url),
  ]);
  expect(await complete('lant')).toEqual(['Hill Lantern']);
  expect(await complete('MERIDIAN-LEDGER.ex')).toEqual(['The Meridian Ledger']);
  expect(await complete('odd')).toEqual([hidden.url]);
  expect(await complete('nothing')).toEqual([]);
});

test('every completion is found again as a name', async () => {
  const list = [works, failing, feedAt(now, 'Twin'), feedAt(now, 'Twin', { url: 'https://twin.example/b' })];
  const { complete, handle } = await desk(list);
  for (const [at, name] of (await complete('')).entries())
    expect(await handle(`sources feeds ${name}`)).toMatchObject({ feeds: [list[at]] });
});

test('a thousand feeds: at most 25 names', async () => {
  const { complete } = await desk(Array.from({ length: 1_000 }, (_, at) => feedAt(now, `Wire ${at}`)));
  expect(await complete('wire')).toHaveLength(25);
});

test('the status has how the feeds are, with the reason of those that fail', async () => {
  const { handle, say } = await desk([works, failing, paused, silentAt(now, 'Old Mill', 90)]);
  expect(await handle('status')).toMatchObject({
    status: {
      feeds: {
        ...{ total: 4, paused: 1, silent: 1, failing: 1 },
        faults: [
          { name: 'The Meridian Ledger', since: '2031-04-12T04:00:00.000Z', reason: 'the server does not answer' },
        ],
        lastSuccess: '2031-04-12T06:30:00.000Z',
        lastNews: '2031-04-12T05:00:00.000Z',
      },
    },
  });
  expect(await say('status')).toMatchInlineSnapshot(`
    "## Status

    **Schedule:** none: nothing is posted unasked

    **Last brief here:** none yet

    **Archive:** no articles yet

    **Feeds:** 4; 1 fails; 1 silent; 1 paused; last polled well on 12 April 2031 at 06:30 UTC; last new item on 12 April 2031 at 05:00 UTC

    - The Meridian Ledger fails since 12 April 2031 at 04:00 UTC: the server does not answer
    **Questions today:** 0"
  `);
});

test('the home page and the first message say from which feeds articles come', async () => {
  const { bot } = await desk([works, failing]);
  const base = { conversation, user: 'U1', at: NOW, direct: true };
  expect(wordsOf(await bot.handle({ ...base, id: 'a', kind: 'installed' }))).toContain(
    'new ones come from 2 feeds, see /brief sources feeds',
  );
});

function unpolled(name: string): Feed {
  const { polledAt: _, succeededAt: __, newsAt: ___, ...feed } = feedAt(now, name, { seen: 0, taken: 0 });
  return feed;
}
