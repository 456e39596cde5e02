import { formatInstant } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import type { FeedAdding, FeedTrial, TriedItem } from '../domain/feed-desk.ts';
import { type FeedState, feedAddress, feedFault, feedName, feedState, quietSince } from '../domain/feed-health.ts';
import type { FeedsStatus } from '../domain/status.ts';
import type { Block, Run } from './block.ts';
import { firstWords, inert, safeUrl } from './inert.ts';
import { words } from './sentence.ts';

/** More than anybody reads in a chat. */
const MOST_FEEDS = 30;

/** What somebody should look after comes first. */
const order: readonly FeedState[] = ['failing', 'silent', 'unpolled', 'works', 'paused'];

/** Every feed with its address and how it is, in plain words. */
export function feedBlocks(feeds: readonly Feed[], now: number, mayTend: boolean): Block[] {
  const rank = (feed: Feed) => order.indexOf(feedState(feed, now));
  const shown = feeds.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_FEEDS);
  const more = feeds.length - shown.length;
  return [
    { kind: 'heading', text: 'Feeds' },
    ...(feeds.length === 0 ? [line('There are none yet.')] : []),
    ...shown.map((feed): Block => ({ kind: 'item', runs: feedRuns(feed, now) })),
    ...(more > 0 ? [line(`and ${more} more, which "detente source list" shows`)] : []),
    ...(mayTend ? tending(feeds.length) : []),
  ];
}

function feedRuns(feed: Feed, now: number): Run[] {
  const share = feed.seen === 0 ? '' : `; ${feed.taken} of ${counted(feed.seen, 'item')} taken in`;
  return [words(`${feedName(feed)} `, true), ...addressRuns(feed.url), words(`: ${stateWords(feed, now)}${share}`)];
}

/** How a feed is, in plain words without a full stop. */
export function stateWords(feed: Feed, now: number): string {
  switch (feedState(feed, now)) {
    case 'paused':
      return 'paused';
    case 'unpolled':
      return 'not yet polled';
    case 'failing':
      return `fails since ${moment(feed.failingSince ?? feed.polledAt ?? now)}: ${feedFault(feed)}`;
    case 'silent':
      return `can be read, but brings nothing new since ${moment(quietSince(feed))}`;
    case 'works':
      return feed.newsAt === undefined ? 'works, nothing new yet' : `works, last new item on ${moment(feed.newsAt)}`;
  }
}

function tending(count: number): Block[] {
  const add: Block = { kind: 'entry', usage: '/brief sources add <address>', summary: 'tests a feed and takes it up' };
  const others = ['pause', 'resume', 'remove'].map(
    (action): Block => ({
      kind: 'entry',
      usage: `/brief sources ${action} <title or address>`,
      summary: doing[action] ?? '',
    }),
  );
  return count === 0 ? [add] : [add, ...others];
}

const doing: Readonly<Record<string, string>> = {
  pause: 'fetches nothing from it for now',
  resume: 'goes on with it',
  remove: 'forgets it; its articles stay',
};

/** Items of a feed that are told when it is taken up. */
const MOST_ITEMS = 5;
const MOST_CHOICES = 10;

/** What an address turned out to be. */
export function addingBlocks(adding: FeedAdding): Block[] {
  switch (adding.kind) {
    case 'failed':
      return [line(`Nothing was taken up: ${adding.reason}.`)];
    case 'choice':
      return choiceBlocks(adding.feeds);
    case 'known':
      return [
        named(adding.feed.paused ? 'There already, and paused: ' : 'There already: ', adding.feed),
        ...foundBlocks(adding.found),
      ];
    case 'added':
      return [named('Taken up: ', adding.feed), ...foundBlocks(adding.found), ...undoing(adding.feed)];
  }
}

function choiceBlocks(feeds: Extract<FeedTrial, { kind: 'choice' }>['feeds']): Block[] {
  const entries = feeds.slice(0, MOST_CHOICES).flatMap(({ url, title = '' }): Block[] => {
    const address = typable(url);
    if (address === undefined) return [];
    return [{ kind: 'entry', usage: `/brief sources add ${address}`, summary: firstOf(title) || '(without a title)' }];
  });
  const more = feeds.length - MOST_CHOICES;
  return [
    line(`That is a page, and it names ${counted(feeds.length, 'feed')}. Nothing was taken up yet: choose one.`),
    ...entries,
    ...(more > 0 ? [line(`and ${more} more`)] : []),
  ];
}

function named(lead: string, feed: Feed): Block {
  return { kind: 'line', runs: [words(lead), words(`${feedName(feed)} `, true), ...addressRuns(feed.url)] };
}

function undoing({ url }: Feed): Block[] {
  const address = typable(url);
  return address === undefined
    ? []
    : [{ kind: 'entry', usage: `/brief sources remove ${feedAddress(address)}`, summary: 'undoes it' }];
}

/** Commands are cut where they are longer than platforms show: one with half an address would do something else. */
function typable(url: string): string | undefined {
  const address = safeUrl(url);
  return address === undefined || address.length > 500 ? undefined : address;
}

/** How much it holds, and what would become of the first few items. */
function foundBlocks(found: Extract<FeedTrial, { kind: 'feed' }> | undefined): Block[] {
  if (found === undefined) return [];
  if (found.total === 0) return [line('It holds no items now.')];
  const first = found.items.slice(0, MOST_ITEMS);
  const taken = first.filter(({ verdict }) => verdict === 'new').length;
  const of = first.length < found.total ? ` Of the first ${first.length},` : '';
  return [
    line(
      `It holds ${counted(found.total, 'item')}.${of} ${taken} would be taken in${of === '' ? '.' : ':'}`.replace(
        '  ',
        ' ',
      ),
    ),
    ...first.map((one) => item(itemWords(one))),
  ];
}

function itemWords({ title = '', verdict, reason = '' }: TriedItem): string {
  const why = inert(reason) === '' ? '' : ` (${firstOf(reason)})`;
  return `${firstOf(title) || '(without a title)'}: ${verdicts[verdict]}${verdict === 'new' ? '' : why}`;
}

const verdicts: Readonly<Record<TriedItem['verdict'], string>> = {
  new: 'would be taken in',
  known: 'is in the archive already',
  refused: 'would not be taken in',
  waiting: 'would be looked at again later',
};

/** "12 feeds; 2 fail; 1 paused", in the fewest words. */
export function feedsWords(status: FeedsStatus): string {
  return [counted(status.total, 'feed'), ...troubleWords(status)].join('; ');
}

function troubleWords({ failing, silent, paused }: FeedsStatus): string[] {
  return [
    ...(failing > 0 ? [`${failing} ${failing === 1 ? 'fails' : 'fail'}`] : []),
    ...(silent > 0 ? [`${silent} silent`] : []),
    ...(paused > 0 ? [`${paused} paused`] : []),
  ];
}

/** How the feeds are, in a status. */
export function feedsStatusBlocks(status: FeedsStatus): Block[] {
  const lead = words('Feeds: ', true);
  if (status.total === 0) return [{ kind: 'line', runs: [lead, words('none; /brief sources add takes one up')] }];
  const said = [String(status.total), ...troubleWords(status), ...lastWords(status)].join('; ');
  const more = status.failing - status.faults.length;
  return [
    { kind: 'line', runs: [lead, words(said)] },
    ...status.faults.map(({ name, since, reason }) =>
      item(`${name} fails since ${formatInstant(since, 'UTC')}: ${reason}`),
    ),
    ...(more > 0 ? [item(`and ${more} more that fail: /brief sources feeds`)] : []),
  ];
}

function lastWords({ lastSuccess, lastNews }: FeedsStatus): string[] {
  return [
    ...(lastSuccess === undefined ? [] : [`last polled well on ${formatInstant(lastSuccess, 'UTC')}`]),
    ...(lastNews === undefined ? [] : [`last new item on ${formatInstant(lastNews, 'UTC')}`]),
  ];
}

/** Its own address; its words alone where not all of it is shown, or none of http(s) can be made of it. */
function addressRuns(url: string): Run[] {
  const address = safeUrl(url);
  const shown = feedAddress(address ?? url);
  return [address === shown ? { kind: 'link', url: address } : words(shown)];
}

const MOST_TITLE = 150;

function firstOf(text: string): string {
  const { text: first, cut } = firstWords(inert(text), MOST_TITLE);
  return cut ? `${first} …` : first;
}

function moment(at: number): string {
  return formatInstant(new Date(at).toISOString(), 'UTC');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function item(text: string): Block {
  return { kind: 'item', runs: [words(text)] };
}

function line(text: string): Block {
  return { kind: 'line', runs: [words(text)] };
}
