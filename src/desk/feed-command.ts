import type { ChatRequest } from '../domain/chat.ts';
import type { Feed } from '../domain/feed.ts';
import type { FeedAdding, FeedDesk } from '../domain/feed-desk.ts';
import { feedAddress, feedFault, feedName } from '../domain/feed-health.ts';
import { inert } from '../domain/inert.ts';
import type { Reply } from '../domain/reply.ts';
import type { FeedRequest } from './brief-request.ts';
import type { BotParts } from './desk.ts';
import { feedNamed } from './named-feed.ts';
import { mayTendFeeds, whoMayTendFeeds } from './permission.ts';
import { notice } from './plain-replies.ts';
import { placeOf } from './status.ts';
import { addressIn, hostOf, unwrapped } from './typed-address.ts';

/** A server may be slow; nobody in a chat waits for longer. In milliseconds. */
const ADD_MS = 20_000;

/** What is given up has this long to say how far it came. */
const GRACE_MS = 1_000;

const NONE = 'No feeds can be read here: articles come in by `detente ingest`.';

/** What `/brief sources feeds`, `add`, `pause`, `resume` and `remove` ask for. */
export async function feedCommand(parts: BotParts, request: ChatRequest, asked: FeedRequest): Promise<Reply> {
  const { feeds } = parts;
  if (feeds === undefined) return notice(NONE);
  const settings = await parts.archive.desk.settings(placeOf(request.conversation));
  const mayTend = mayTendFeeds(parts, request, settings['managers']);
  if (asked.action === 'feeds') return listed(parts, feeds, asked.name, mayTend);
  if (!mayTend) return notice(whoMayTendFeeds(parts));
  if (asked.action === 'add') return added(parts, request, feeds, asked.name);
  // what cannot be taken back by one word is not done by half a name
  const feed = await feedNamed(feeds, asked.name, asked.action !== 'remove');
  if (typeof feed === 'string') return notice(feed);
  note(parts, request, asked.action, feed);
  return asked.action === 'remove' ? removed(feeds, feed) : paused(feeds, feed, asked.action === 'pause');
}

async function listed(parts: BotParts, feeds: FeedDesk, name: string, mayTend: boolean): Promise<Reply> {
  const feed = name === '' ? undefined : await feedNamed(feeds, name, true);
  if (typeof feed === 'string') return notice(feed);
  const shown = feed === undefined ? await feeds.list() : [feed];
  return { kind: 'feeds', feeds: shown, now: parts.clock.now(), mayTend };
}

async function added(parts: BotParts, request: ChatRequest, feeds: FeedDesk, typed: string): Promise<Reply> {
  const address = addressIn(typed);
  if (address === undefined)
    return notice(`"${shown(typed)}" is no address: write it like https://www.example.org/feed.xml.`);
  const adding = await triedInTime(feeds, address);
  if (typeof adding === 'string') return notice(adding);
  if (adding.kind === 'failed') return notice(`Nothing was taken up: ${feedFault(adding)}.`);
  if (adding.kind === 'added') note(parts, request, 'add', adding.feed);
  return { kind: 'adding', adding };
}

/** What stands behind a question mark of an address may be somebody's key, and no log's business. */
function note({ logger }: BotParts, { conversation }: ChatRequest, action: string, { url }: Feed): void {
  const [feed] = url.split('?', 1);
  logger.info({ adapter: conversation.adapter, action, feed }, 'feeds were changed in a chat');
}

/** What the address turned out to be, or in words that it took too long. */
async function triedInTime(feeds: FeedDesk, address: string): Promise<FeedAdding | string> {
  const givenUp = new AbortController();
  const timer = setTimeout(() => givenUp.abort(), ADD_MS);
  const late = Promise.withResolvers<'late'>();
  const end = setTimeout(() => late.resolve('late'), ADD_MS + GRACE_MS);
  try {
    const adding = await Promise.race([feeds.add(address, givenUp.signal), late.promise]);
    if (adding === 'late') return `${lateWords(address)} /brief sources feeds shows whether it was taken up.`;
    return adding.kind === 'failed' && givenUp.signal.aborted ? `${lateWords(address)} Nothing was taken up.` : adding;
  } catch (error) {
    if (!givenUp.signal.aborted) throw error;
    return `${lateWords(address)} Nothing was taken up.`;
  } finally {
    clearTimeout(timer);
    clearTimeout(end);
  }
}

function lateWords(address: string): string {
  return `${hostOf(address) || 'The server'} did not answer in full within ${ADD_MS / 1000} seconds, and I wait no longer.`;
}

async function removed(feeds: FeedDesk, feed: Feed): Promise<Reply> {
  if (!(await feeds.remove(feed.url))) return notice(gone(feed));
  const isWhole = feedAddress(feed.url) === feed.url;
  const undoing = isWhole ? `To undo it: /brief sources add ${feed.url}` : 'To undo it, add its whole address again.';
  return notice(`Removed: ${feedName(feed)}. Its articles stay. ${undoing}`);
}

async function paused(feeds: FeedDesk, feed: Feed, pause: boolean): Promise<Reply> {
  if (feed.paused === pause) return notice(`${feedName(feed)} is ${pause ? 'paused already' : 'not paused'}.`);
  if (!(await feeds.pause(feed.url, pause))) return notice(gone(feed));
  const address = feedAddress(feed.url);
  return pause
    ? notice(`Paused: ${feedName(feed)}. Nothing is fetched from it. To go on: /brief sources resume ${address}`)
    : notice(`Goes on: ${feedName(feed)} is polled again. To pause it: /brief sources pause ${address}`);
}

function gone(feed: Feed): string {
  return `${feedName(feed)} is no feed here any more: somebody removed it meanwhile.`;
}

/** As much of what was typed as tells what is meant. */
function shown(typed: string): string {
  return inert(unwrapped(typed)).slice(0, 100);
}
