import { existsSync } from 'node:fs';
import type { Archive } from '../domain/archive.ts';
import type { ModelFound } from '../domain/model.ts';
import { countSources, readSources, type SourceItem } from '../ingest/sources.ts';
import { type IngestReport, type ReadByModel, takeIn } from '../intake.ts';
import { silentLogger } from '../logger.ts';
import { type Call, withArchive } from './call.ts';
import { print, printJson, say } from './output.ts';
import { createProgress } from './progress.ts';
import { oneLine } from './table.ts';

/** 128 and the number of SIGINT, as shells count. */
const interruptedCode = 130;

/** Takes in what the paths hold. Interrupted, it ends with the batch it is at: what is stored is stored whole. */
export async function ingest(call: Call, paths: readonly string[]): Promise<number> {
  const watched = process.stderr.isTTY && !call.quiet && !paths.includes('-');
  const progress = createProgress(watched ? await countSources(paths) : 0, call.quiet);
  const interrupt = new AbortController();
  // Once: the second Ctrl+C ends the process as it always does.
  process.once('SIGINT', () => interrupt.abort());
  const { signal } = interrupt;
  const items = until(signal, readSources(paths, { stdin: process.stdin, now: call.clock.now() }));
  const options = { onProgress: progress.show, signal };
  const report = await withArchive(call, async (archive) => {
    const found = await eventModel(call, archive);
    const report = await takeIn(archive, items, { ...options, ...(found?.kind === 'ready' && { model: found.model }) });
    return found?.kind === 'absent' ? { ...report, byModel: unreadBy(found.reason, report) } : report;
  }).finally(progress.end);
  printReport(call, report);
  if (!signal.aborted) return sayMissing(paths);
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

/** The items up to the interrupt, also where the next one never comes: standard input may stay open for good. */
async function* until(signal: AbortSignal, items: AsyncIterable<SourceItem>): AsyncGenerator<SourceItem> {
  const interrupted = new Promise<undefined>((done) => signal.addEventListener('abort', () => done(undefined)));
  const iterator = items[Symbol.asyncIterator]();
  while (!signal.aborted) {
    const next = await Promise.race([iterator.next(), interrupted]);
    if (next === undefined || next.done) return;
    yield next.value;
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
