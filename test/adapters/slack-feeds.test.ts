import { expect, test } from 'vitest';
import { createRender } from '../../adapters/slack/render.ts';
import { brief } from '../contract/replies.ts';
import { FeedsInMemory, failingAt, feedAt } from '../desk-feeds.ts';
import { deskInSlack, settled } from '../slack/desk.ts';
import { hazardsIn, linksIn, shownText } from '../slack/reading.ts';
import { BOT } from '../slack/slack-server.ts';

const now = Date.parse('2024-01-29T08:00:00Z');
const FEED = 'https://lake.example/feed.xml';
const works = feedAt(now, 'Hill Lantern');
const nasty = failingAt(now, '<!channel> @here <https://evil.example|safe> https://evil.example/x', 3, '<@U1> *why*');

const shown = (one: { readonly body: { readonly blocks: object[] } } | undefined) => shownText(one?.body.blocks ?? []);

async function desk(environment: Readonly<Record<string, string>> = {}) {
  const feeds = new FeedsInMemory(now, [works, { ...nasty, url: 'https://nasty.example/feed' }]);
  feeds.trials.set(FEED, { kind: 'feed', url: FEED, title: 'The Lake Wire', items: [], total: 0 });
  const under = await deskInSlack({ environment, parts: { feeds } });
  return { ...under, feeds };
}

test('the feeds are listed for everybody, each with its own address as the only link, and nothing pings', async () => {
  const { slack, ben } = await desk();
  await ben.command('/brief sources feeds');
  const [list] = await settled(() => slack.whispers, 1);
  expect(shown(list)).toMatch(/Hill Lantern https:\/\/hill-lantern\.example\/feed\.xml: works, last new item on/);
  expect(shown(list)).toMatch(/fails since 29 January 2024 at 05:00 UTC: <@U1> \*why\*; 300 of 400 items taken in/);
  expect(linksIn(list?.body.blocks ?? [])).toEqual(['https://nasty.example/feed', works.url]);
  expect(hazardsIn(list?.body ?? {}, () => true)).toEqual([]);
  expect(slack.broken).toEqual([]);
});

test('beneath the articles stands one line about the feeds, with the command as it is called here', async () => {
  const { slack, ada } = await desk({ SLACK_COMMAND_PREFIX: 'desk-' });
  await ada.command('/desk-brief sources');
  await settled(() => slack.whispers, 1);
  expect(slack.whispers.map(shown).join(' ')).toContain('/desk-brief sources feeds 2 feeds; 1 fails');
});

test('an admin adds a feed, which takes its time: acknowledged at once, answered to the admin alone', async () => {
  const { slack, ada, feeds } = await desk();
  feeds.slownessMs = 700;
  expect(await ada.command(`/brief sources add ${FEED}`)).toBeLessThan(3_000);
  const [added] = await settled(() => slack.whispers, 1);
  expect(shown(added)).toMatch(/^Taken up: The Lake Wire https:\/\/lake\.example\/feed\.xml It holds no items now\./);
  expect(shown(added)).toContain('/brief sources remove https://lake.example/feed.xml');
  expect(slack.posts).toEqual([]);
  expect(await feeds.list()).toHaveLength(3);
  expect(slack.broken).toEqual([]);
});

test('others are told whom to ask', async () => {
  const { slack, ben, feeds } = await desk();
  await ben.command(`/brief sources add ${FEED}`);
  await ben.command('/brief sources remove Hill Lantern');
  const told = (await settled(() => slack.whispers, 2)).map(shown);
  for (const one of told) expect(one).toMatch(/^Feeds are shared by all .* they are changed by admins/);
  expect(feeds.asked).toEqual([]);
  expect(await feeds.list()).toHaveLength(2);
});

test.for([
  ['bare', FEED],
  ['wrapped', `<${FEED}>`],
  ['named', `<${FEED}|our own feed>`],
] as const)('an address that Slack hands over %s is found in a mention', async ([, typed]) => {
  const { slack, ada, feeds } = await desk();
  await ada.mention(`brief sources add ${typed}`);
  const [added] = await settled(() => slack.posts, 1);
  expect(shown(added)).toMatch(/^Taken up: The Lake Wire/);
  expect(feeds.asked).toEqual([FEED]);
});

test('signs that Slack writes as entities are signs again', async () => {
  const { slack, ada, feeds } = await desk();
  await ada.command('/brief sources add https://lake.example/f?a=1&amp;b=2');
  await settled(() => slack.whispers, 1);
  expect(feeds.asked).toEqual(['https://lake.example/f?a=1&b=2']);
});

test('a brief says in the message that the channel sees which feeds fail', async () => {
  const text = '1 of 2 feeds could not be read: Nova Wire since 12 April 2031 at 04:00 UTC (<!channel>).';
  const notices = [{ code: 'source-silent', text }] as const;
  const [parent] = createRender()({ kind: 'brief', brief: { ...brief, notices } });
  expect(shownText(parent.blocks)).toContain(text);
});

test('the home tab and the greeting tell of the feeds', async () => {
  const { slack, ada } = await desk();
  await ada.event({ type: 'app_home_opened', user: slack.ada, channel: slack.direct, tab: 'home', event_ts: '1.1' });
  const [home] = await settled(() => slack.called('views.publish'), 1);
  expect(shownText(home?.body.view.blocks)).toMatch(/Feeds: 2; 1 fails; last polled well on .* fails since 29 January/);
  const joined = { type: 'member_joined_channel', channel: slack.channel, team: slack.team, inviter: slack.ada };
  await ada.event({ ...joined, user: BOT.user }, 'Ev-bot');
  const [greeting] = await settled(() => slack.posts, 1);
  expect(shown(greeting)).toContain('new ones come from 2 feeds');
  expect(slack.broken).toEqual([]);
});
