import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Archive } from '../domain/archive.ts';
import type { FeedAdding, FeedDesk } from '../domain/feed-desk.ts';
import { DetenteError, reasonOf } from '../errors.ts';
import { type ListedFeed, type OpmlReading, readOpml, writeOpml } from '../feeds/opml.ts';
import { Lanes } from '../schedule/lanes.ts';
import { type Call, withArchive, withStored } from './call.ts';
import { withFeedDesk } from './feed-tools.ts';
import { interruptedCode, onInterrupt } from './interrupt.ts';
import { print, printJson, say } from './output.ts';
import { createNote } from './progress.ts';
import { codeOf, feedLine, type Tried, triedJson, whyNot } from './source-adding.ts';
import { count } from './source-words.ts';

/** Feeds that are tried at once: a server that does not answer holds up only its own. */
const WIDTH = 6;

/**
 * Takes up the feeds of an OPML file; one that fails stops no other.
 * @param file its path, `-` for standard input
 * @returns 1 where one was not taken up, 130 where it was interrupted
 */
export async function importSources(
  call: Call,
  file: string,
  { untested = false }: { readonly untested?: boolean },
): Promise<number> {
  const { feeds, left } = await listIn(file);
  const signal = onInterrupt();
  const tried = await withArchive(call, async (archive) => {
    const took = await (untested ? takeUp(call, archive, feeds) : tryAll(call, archive, feeds, signal));
    return [...took, ...left.map(failed)];
  });
  printImported(call, tried);
  if (!signal.aborted) return codeOf(tried);
  say('detente: interrupted; run the same command again to go on.');
  return interruptedCode;
}

/** @throws DetenteError `bad-input` where it cannot be read, is no list of feeds, or names none */
async function listIn(file: string): Promise<OpmlReading> {
  const read = readOpml(await bytesOf(file));
  const { feeds, left, rejected } = read;
  if (rejected !== undefined) throw new DetenteError('bad-input', `${file}: ${rejected}`);
  if (feeds.length + left.length > 0) return read;
  throw new DetenteError('bad-input', `${file} names no feeds: an OPML file has outlines with xmlUrl`);
}

function failed({ address, reason }: OpmlReading['left'][number]): Tried {
  return { address, adding: { kind: 'failed', reason } };
}

async function bytesOf(file: string): Promise<Buffer> {
  if (file === '-') return buffer(process.stdin);
  try {
    return await readFile(file);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new DetenteError('bad-input', `cannot read ${file}: ${missing ? 'no such file' : reasonOf(error)}`, {
      cause: error,
    });
  }
}

/** In the order of the list, whichever is done first. */
async function tryAll(
  call: Call,
  archive: Archive,
  listed: readonly ListedFeed[],
  signal: AbortSignal,
): Promise<readonly Tried[]> {
  const note = createNote(call.quiet);
  const tried: (Tried | undefined)[] = listed.map(() => undefined);
  let done = 0;
  await withFeedDesk(call, archive, async (desk) => {
    const lanes = new Lanes(WIDTH);
    for (const [at, { url }] of listed.entries())
      lanes.add('feeds', async () => {
        if (signal.aborted) return;
        tried[at] = { address: url, adding: await added(desk, url, signal) };
        note.show(`${++done}/${listed.length} ${url}`);
      });
    await lanes.settled();
  }).finally(note.end);
  return tried.filter((one) => one !== undefined);
}

async function added(desk: FeedDesk, url: string, signal: AbortSignal): Promise<FeedAdding> {
  try {
    return await desk.add(url, signal);
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

/** As they stand in the list: the first poll shows what they are. */
async function takeUp(call: Call, { feeds }: Archive, listed: readonly ListedFeed[]): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  const now = call.clock.now();
  for (const one of listed) {
    const isNew = await feeds.add({ ...one, addedAt: now, nextAt: now });
    const feed = await feeds.get(one.url);
    if (feed !== undefined) tried.push({ address: one.url, adding: { kind: isNew ? 'added' : 'known', feed } });
  }
  return tried;
}

function printImported(call: Call, tried: readonly Tried[]): void {
  if (call.format === 'json') printJson(tried.map((one) => triedJson(one, call.clock.now())));
  else
    for (const { address, adding } of tried)
      print('feed' in adding ? feedLine(call.format, adding) : `failed ${whyNot(address, adding)}`);
  const of = (kind: string) => tried.filter(({ adding }) => adding.kind === kind).length;
  const failed = tried.length - of('added') - of('known');
  if (call.format !== 'json') print(`${of('added')} added, ${of('known')} known, ${failed} failed`);
  if (failed > 0)
    say(`detente: ${failed} of ${count(tried.length, 'feed')} ${failed === 1 ? 'was' : 'were'} not taken up`);
}

/**
 * @param path of the file; standard output where it is left out, or `-`
 * @throws DetenteError `bad-input` where the file is there already, or cannot be written
 */
export async function exportSources(
  call: Call,
  path: string | undefined,
  { force = false }: { readonly force?: boolean },
): Promise<void> {
  const file = path === '-' ? undefined : path;
  const feeds = await withStored(call, (archive) => archive.feeds.list());
  const opml = writeOpml(feeds);
  if (file !== undefined) await write(file, opml, force);
  if (call.format === 'json') printJson({ feeds: feeds.length, ...(file === undefined ? { opml } : { file }) });
  else print(file === undefined ? opml : `${count(feeds.length, 'feed')} written to ${file}`);
}

async function write(file: string, text: string, force: boolean): Promise<void> {
  try {
    await writeFile(file, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new DetenteError(
      'bad-input',
      isThere ? `${file} is there already: --force writes over it` : `cannot write ${file}: ${reasonOf(error)}`,
      { cause: error },
    );
  }
}
