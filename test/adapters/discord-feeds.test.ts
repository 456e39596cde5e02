import { expect, test } from 'vitest';
import { render } from '../../adapters/discord/render.ts';
import { brief } from '../contract/replies.ts';
import { settled } from '../desk.ts';
import { FeedsInMemory, failingAt, feedAt } from '../desk-feeds.ts';
import { deskInDiscord } from '../discord/desk.ts';
import type { Posted } from '../discord/discord-server.ts';
import { hazardsIn, linksIn, shownText } from '../discord/reading.ts';

const now = Date.parse('2024-01-29T08:00:00Z');
const FEED = 'https://lake.example/feed_(a).xml';
const works = feedAt(now, 'Hill Lantern');
const nasty = failingAt(now, '@everyone <@&42> [x](https://evil.example) discord.gg/evil', 3, '**why** <@1>');

const shown = (posted: Posted | undefined) => shownText(posted?.body.components ?? []);

async function desk() {
  const feeds = new FeedsInMemory(now, [works, { ...nasty, url: 'https://nasty.example/@feed' }]);
  feeds.trials.set(FEED, { kind: 'feed', url: FEED, title: 'The Lake Wire', items: [], total: 0 });
  return { ...(await deskInDiscord({ parts: { feeds } })), feeds };
}

const sources = (options: Readonly<Record<string, string>>) => ({ name: 'brief', sub: 'sources', options });

test('the feeds are listed for everybody, each with its own address as the only link, and nothing pings', async () => {
  const { discord, ben } = await desk();
  ben.command(sources({ feeds: 'feeds' }));
  const [list] = await settled(() => discord.messages, 1);
  expect(list?.ephemeral).toBe(true);
  expect(shown(list)).toMatch(/Hill Lantern https:\/\/hill-lantern\.example\/feed\.xml: works, last new item on/);
  expect(shown(list)).toMatch(/fails since 29 January 2024 at 05:00 UTC: \*\*why\*\* <@1>; 300 of 400 items taken in/);
  const links = linksIn(list?.body.components ?? []);
  expect(links).toEqual(['https://nasty.example/%40feed', works.url]);
  expect(hazardsIn(list?.body ?? {}, (url) => links.includes(url))).toEqual([]);
  expect(discord.broken).toEqual([]);
});

test('beneath the articles stands one line about the feeds', async () => {
  const { discord, ada } = await desk();
  ada.command(sources({}));
  await settled(() => discord.messages, 1);
  expect(discord.messages.map(shown).join(' ')).toContain('/brief sources feeds 2 feeds; 1 fails');
});

test('who manages the server adds a feed, which takes its time: acknowledged at once, answered to them alone', async () => {
  const { discord, ada, feeds } = await desk();
  feeds.slownessMs = 700;
  ada.command(sources({ feeds: 'add', feed: `<${FEED}>` }));
  const [added] = await settled(() => discord.messages, 1);
  expect(added).toMatchObject({ via: 'interaction', ephemeral: true });
  expect(shown(added)).toMatch(/^Taken up: The Lake Wire https:\/\/lake\.example\/feed_%28a%29\.xml/);
  expect(await feeds.list()).toHaveLength(3);
  ada.command(sources({ feeds: 'remove', feed: 'https://lake.example/feed_%28a%29.xml' }));
  const [, removed] = await settled(() => discord.messages, 2);
  expect(shown(removed)).toMatch(/^Removed: The Lake Wire\. Its articles stay\./);
  expect(await feeds.list()).toHaveLength(2);
  expect(discord.broken).toEqual([]);
});

test('others are told whom to ask, in a server where the bot is a guest too', async () => {
  const { discord, ada, ben, feeds } = await desk();
  ben.command(sources({ feeds: 'add', feed: FEED }));
  ada.command(sources({ feeds: 'remove', feed: 'Hill Lantern' }), { foreign: true });
  ada.command(sources({ feeds: 'pause', feed: 'Hill Lantern' }), { direct: true });
  const told = (await settled(() => discord.messages, 3)).map(shown);
  for (const one of told) expect(one).toMatch(/^Feeds are shared by all .* they are changed by admins/);
  expect(feeds.asked).toEqual([]);
  expect(await feeds.list()).toMatchObject([{ paused: false }, {}]);
});

test.for([`<${FEED}>`, `[our feed](${FEED.replace('(a)', 'b')})`, `“${FEED}”`])(
  'the address is found in a mention: %s',
  async (typed) => {
    const { discord, ada, feeds } = await desk();
    ada.mention(`brief sources add ${typed}`);
    await settled(() => discord.posts, 1);
    expect(feeds.asked).toEqual([typed.includes('our feed') ? FEED.replace('(a)', 'b') : FEED]);
  },
);

test('a brief says in the message that the channel sees which feeds fail', () => {
  const text = '1 of 2 feeds could not be read: Nova Wire since 12 April 2031 at 04:00 UTC (@everyone).';
  const notices = [{ code: 'source-silent', text }] as const;
  const [parent] = render({ kind: 'brief', brief: { ...brief, notices } });
  expect(shownText(parent.components)).toContain(text);
});

test('feeds are completed by title and by address', async () => {
  const { discord, ada } = await desk();
  const complete = async (value: string) => {
    const before = discord.choices.length;
    ada.autocomplete({ ...sources({ feeds: 'pause' }), focused: { name: 'feed', value } });
    return ((await settled(() => discord.choices, before + 1)).at(-1) ?? []).map(
      (one: { value: unknown }) => one.value,
    );
  };
  expect(await complete('lant')).toEqual(['Hill Lantern']);
  expect(await complete('hill-lantern.ex')).toEqual(['Hill Lantern']);
  expect(await complete('moon')).toEqual([]);
  expect(discord.broken).toEqual([]);
});
