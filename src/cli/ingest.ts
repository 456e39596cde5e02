import { existsSync } from 'node:fs';
import type { Archive } from '../domain/archive.ts';
import type { ModelFound } from '../domain/model.ts';
import { countSources, readSources, type SourceItem } from '../ingest/sources.ts';
import { type IngestReport, type ReadByModel, takeIn } from '../intake.ts';
import { silentLogger } from '../logger.ts';
import { type Call, dayIn, withArchive } from './call.ts';
import { interruptedCode, onInterrupt } from './interrupt.ts';
import { isLink } from './linked-pages.ts';
import { print, printJson, say } from './output.ts';
import { createProgress } from './progress.ts';
import { count } from './source-words.ts';
import { oneLine } from './table.ts';

/** Takes in what paths and links hold. Interrupted, it ends with the batch it is at: what is stored is stored whole. */
export async function ingest(call: Call, given: readonly string[]): Promise<number> {
  const [links, paths] = [given.filter(isLink), given.filter((one) => !isLink(one))];
  const watched = process.stderr.isTTY && !call.quiet && !paths.includes('-');
  const progress = createProgress(watched ? links.length + (await countSources(paths)) : 0, call.quiet);
  const signal = onInterrupt();
  const items = until(signal, itemsOf(call, paths, links, signal));
  const options = { onProgress: progress.show, signal, today: dayIn('UTC', call.clock) };
  const report = await withArchive(call, async (archive) => {
    const found = await eventModel(call, archive);
    const report = await takeIn(archive, items, { ...options, ...(found?.kind === 'ready' && { model: found.model }) });
    return found?.kind === 'absent' ? { ...report, byModel: unreadBy(found.reason, report) } : report;
  }).finally(progress.end);
  printReport(call, report);
  if (!signal.aborted) return Math.max(sayMissing(paths), sayRejected(links, report));
  say('detente: interrupted; what is counted above is stored. Run the same command again to go on.');
  process.stdin.destroy();
  return interruptedCode;
}

/** The model that reads events too, or why it does not; undefined where nobody wants one. */
async function eventModel(call: Call, archive: Archive): Promise<ModelFound | undefined> {
  if (call.model?.events !== true) return undefined;
  const { languageModel } = await import('./language-model.ts');
  // why it does not read is said once, with the count
  return languageModel(call, { archive, logger: silentLogger, clock: call.clock });
}

function unreadBy(reason: string, { added, updated }: IngestReport): ReadByModel {
  return { read: 0, of: added + updated, reason };
}

/** A bad file among many is no failure; a path that someone wrote down and that is not there is one. */
function sayMissing(paths: readonly string[]): number {
  const missing = paths.filter((path) => path !== '-' && !existsSync(path));
  for (const path of missing) say(`detente: no file or folder at ${path}`);
  return missing.length > 0 ? 1 : 0;
}

/** The same holds for a link that somebody wrote down; why it was not taken in stands in the report. */
function sayRejected(links: readonly string[], { rejected }: IngestReport): number {
  const bad = rejected.filter(({ path }) => links.includes(path)).length;
  if (bad > 0) say(`detente: ${bad} of ${count(links.length, 'link')} ${bad === 1 ? 'was' : 'were'} not taken in`);
  return bad > 0 ? 1 : 0;
}

async function* itemsOf(
  call: Call,
  paths: readonly string[],
  links: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<SourceItem> {
  yield* readSources(paths, { stdin: process.stdin, now: call.clock.now() });
  if (links.length === 0) return;
  const [{ feedTools }, { readLinks }] = await Promise.all([import('./feed-tools.ts'), import('./linked-pages.ts')]);
  const tools = feedTools(call);
  try {
    yield* readLinks(tools, links, call.clock, signal);
  } finally {
    await tools.close();
  }
}

/** The items up to the interrupt, also where the next one never comes: standard input may stay open for good. */
async function* until(signal: AbortSignal, items: AsyncIterable<SourceItem>): AsyncGenerator<SourceItem> {
  const interrupted = new Promise<undefined>((done) => signal.addEventListener('abort', () => done(undefined)));
  const iterator = items[Symbol.asyncIterator]();
  try {
    while (!signal.aborted) {
      const next = await Promise.race([iterator.next(), interrupted]);
      if (next === undefined || next.done) return;
      yield next.value;
    }
  } finally {
    // nobody waits for what the items hold open: the next one may never come
    void iterator.return?.()?.catch(() => {});
  }
}

function printReport(call: Call, { added, known, updated, rejected, unread, byModel }: IngestReport): void {
  if (call.format === 'json') {
    const modelRead = byModel && { modelRead: byModel.read };
    printJson({ schema: 'detente.ingest/1', added, known, updated, rejected, ...modelRead });
  } else {
    print(`${added} added, ${known} known, ${updated} updated, ${rejected.length} rejected`);
    for (const { path, reason } of [...rejected, ...unread]) print(`- ${oneLine(path)}: ${oneLine(reason)}`);
    if (byModel !== undefined && byModel.of > 0) print(wordsOf(byModel));
  }
}

function wordsOf({ read, of, reason }: ReadByModel): string {
  const count = `the language model read ${read} of ${of} ${of === 1 ? 'article' : 'articles'}`;
  return reason === undefined ? count : `${count}: ${oneLine(reason)}`;
}
