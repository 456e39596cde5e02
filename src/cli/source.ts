import type { Archive } from '../domain/archive.ts';
import { formatInstant } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import { DetenteError } from '../errors.ts';
import { type Call, withStored } from './call.ts';
import { withFeedDesk } from './feed-tools.ts';
import { print, printJson } from './output.ts';
import { feedJson, feedLines, foreign, nameOf } from './source-words.ts';
import { readStarters, startersSeen } from './starters.ts';

export interface ListOptions {
  readonly starters?: boolean;
  readonly addresses?: boolean;
}

/** Shows the feeds of the archive, or those that come with the program. */
export async function listSources(call: Call, { starters, addresses }: ListOptions): Promise<void> {
  if (starters) return listStarters(call, addresses ?? false);
  const feeds = await withStored(call, (archive) => archive.feeds.list());
  if (addresses) return printAddresses(call, feeds);
  const now = call.clock.now();
  if (call.format === 'json') return printJson(feeds.map((feed) => feedJson(feed, now)));
  if (feeds.length === 0)
    print('no feeds: "detente source add ADDRESS" takes one up, "detente source list --starters" shows some');
  for (const line of feeds.flatMap((feed) => feedLines(call.format, feed, now))) print(line);
}

function printAddresses({ format }: Call, feeds: readonly { readonly url: string }[]): void {
  const addresses = feeds.map(({ url }) => url);
  if (format === 'json') printJson(addresses);
  else for (const address of addresses) print(address);
}

async function listStarters(call: Call, addresses: boolean): Promise<void> {
  const starters = await readStarters();
  if (addresses) return printAddresses(call, starters);
  const [feeds, seen] = await withStored(call, async (archive) => [
    new Set((await archive.feeds.list()).map(({ url }) => url)),
    await startersSeen(archive),
  ]);
  const listed = starters.map((one) => ({ ...one, seenAt: seen[one.url], added: feeds.has(one.url) }));
  if (call.format === 'json') return printJson(listed);
  for (const one of listed) print(`${nameOf(call.format, one)}\n  ${starterState(one)}`);
}

function starterState({ seenAt, added }: { readonly seenAt: string | undefined; readonly added: boolean }): string {
  const seen = seenAt === undefined ? 'not yet fetched' : `fetched on ${formatInstant(seenAt, 'UTC')}`;
  return added ? `added; ${seen}` : seen;
}

/** @throws DetenteError `not-found` where there is no such feed */
export async function removeSource(call: Call, name: string): Promise<void> {
  await withStored(call, async (archive) => {
    const { url, title } = await need(call, archive, name);
    await archive.feeds.remove(url);
    if (call.format === 'json') printJson({ url, removed: true });
    else print(`removed ${nameOf(call.format, { url, ...(title !== undefined && { title }) })}; its articles stay`);
  });
}

/** @throws DetenteError `not-found` where there is no such feed */
export async function pauseSource(call: Call, name: string, paused: boolean): Promise<void> {
  await withStored(call, async (archive) => {
    const { url } = await need(call, archive, name);
    const now = call.clock.now();
    await archive.feeds.pause(url, paused, now);
    const feed = await need(call, archive, url);
    if (call.format === 'json') printJson(feedJson(feed, now));
    else for (const line of feedLines(call.format, feed, now)) print(line);
  });
}

/** @throws DetenteError `not-found` where there is no such feed */
export async function need(call: Call, archive: Archive, name: string): Promise<Feed> {
  const feed = await withFeedDesk(call, archive, (desk) => desk.find(name));
  if (feed !== undefined) return feed;
  throw new DetenteError('not-found', `no feed is called ${foreign('text', name)}: "detente source list" shows all`);
}
