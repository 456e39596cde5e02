import { existsSync } from 'node:fs';
import { countSources, readSources, type SourceItem } from '../ingest/sources.ts';
import { type IngestReport, takeIn } from '../intake.ts';
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
  const report = await withArchive(call, (archive) => takeIn(archive, items, options)).finally(progress.end);
  printReport(call, report);
  if (!signal.aborted) return sayMissing(paths);
  say('detente: interrupted; what is counted above is stored. Run the same command again to go on.');
  process.stdin.destroy();
  return interruptedCode;
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

function printReport(call: Call, { added, known, updated, rejected, unread }: IngestReport): void {
  if (call.format === 'json') printJson({ schema: 'detente.ingest/1', added, known, updated, rejected });
  else {
    print(`${added} added, ${known} known, ${updated} updated, ${rejected.length} rejected`);
    for (const { path, reason } of [...rejected, ...unread]) print(`- ${oneLine(path)}: ${oneLine(reason)}`);
  }
}
