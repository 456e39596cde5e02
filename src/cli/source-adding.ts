import type { Archive } from '../domain/archive.ts';
import type { FeedAdding } from '../domain/feed-desk.ts';
import { DetenteError } from '../errors.ts';
import { type Call, withArchive } from './call.ts';
import { withFeedDesk } from './feed-tools.ts';
import { interruptedCode, onInterrupt } from './interrupt.ts';
import { print, printJson, say } from './output.ts';
import { createNote } from './progress.ts';
import { count, feedJson, foreign, foundWords, nameOf, typed } from './source-words.ts';
import { markSeen, readStarters, type Starter, starterNamed } from './starters.ts';

/** An address and what came of it. */
export interface Tried {
  readonly address: string;
  readonly adding: FeedAdding;
}

/**
 * Tries each, and takes up those that are feeds.
 * @param words addresses, or titles of starters
 * @returns 1 where one was not taken up, 130 where it was interrupted
 */
export async function addSources(call: Call, words: readonly string[]): Promise<number> {
  const addresses = await Promise.all(words.map(addressOf));
  const signal = onInterrupt();
  const tried: Tried[] = [];
  const note = createNote(call.quiet);
  await withArchive(call, (archive) =>
    withFeedDesk(call, archive, async (desk) => {
      for (const address of addresses) {
        if (signal.aborted) break;
        note.show(`${tried.length + 1}/${addresses.length} ${address}`);
        const adding = await desk.add(address, signal);
        tried.push({ address, adding });
        await remember(call, archive, adding);
      }
    }),
  ).finally(note.end);
  printTried(call, tried);
  if (signal.aborted) say('detente: interrupted; what is listed above is done.');
  return signal.aborted ? interruptedCode : codeOf(tried);
}

/**
 * The address that a word stands for: that of the starter of this title, else itself.
 * @throws DetenteError `bad-usage` where it can be neither
 */
export async function addressOf(word: string): Promise<string> {
  const starter = starterNamed(word, await readStarters());
  if (starter !== undefined) return starter.url;
  if (/^\S*[.:]\S*$/.test(word)) return word;
  throw new DetenteError(
    'bad-usage',
    `${JSON.stringify(word)} is neither an address nor a starter: write https://..., or look at "detente source list --starters".`,
  );
}

/** That a starter was found to be a feed is told by the list of starters from then on. */
async function remember(call: Call, archive: Archive, adding: FeedAdding): Promise<void> {
  if (!('feed' in adding) || adding.found === undefined) return;
  await markStarter(call, archive, adding.feed.url);
}

export async function markStarter(call: Call, archive: Archive, url: string): Promise<void> {
  const starter = (await readStarters()).find((one: Starter) => one.url === url);
  if (starter !== undefined) await markSeen(archive, starter, new Date(call.clock.now()).toISOString());
}

/** 1 where one of them is no feed that could be taken up. */
export function codeOf(tried: readonly Tried[]): number {
  return tried.every(({ adding }) => 'feed' in adding) ? 0 : 1;
}

function printTried(call: Call, tried: readonly Tried[]): void {
  if (call.format === 'json') printJson(tried.map((one) => triedJson(one, call.clock.now())));
  else for (const one of tried) for (const line of triedLines(call, one)) print(line);
  for (const { address, adding } of tried) if (!('feed' in adding)) say(`detente: ${whyNot(address, adding)}`);
}

export function triedJson({ address, adding }: Tried, now: number): object {
  if (!('feed' in adding)) return { address, ...adding };
  const { kind, feed, found } = adding;
  return { address, kind, feed: feedJson(feed, now), items: found?.total };
}

/** What became of it; of one that failed nothing, since standard error says that. */
function triedLines({ format }: Call, { adding }: Tried): readonly string[] {
  if ('feed' in adding) return [feedLine(format, adding)];
  if (adding.kind === 'failed') return [];
  return adding.feeds.map((one) => `${foreign(format, one.title ?? 'without a title')}: ${commandFor(one.url)}`);
}

export function feedLine(
  format: Call['format'],
  { kind, feed, found }: Extract<FeedAdding, { feed: unknown }>,
): string {
  const held = found === undefined ? '' : `; it ${foundWords(found)}`;
  return kind === 'known'
    ? `known  ${nameOf(format, feed)}; it is in the archive already`
    : `added  ${nameOf(format, feed)}${held}`;
}

function commandFor(url: string): string {
  return `detente source add ${typed(url)}`;
}

export function whyNot(address: string, adding: Exclude<FeedAdding, { feed: unknown }>): string {
  return adding.kind === 'failed'
    ? `${foreign('text', address)}: ${foreign('text', adding.reason)}`
    : `${foreign('text', address)} is a page that names ${count(adding.feeds.length, 'feed')}: add the one you want`;
}
