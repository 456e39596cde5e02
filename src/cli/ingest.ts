import { countSources, readSources } from '../ingest/sources.ts';
import { type IngestReport, takeIn } from '../intake.ts';
import { type Call, withArchive } from './call.ts';
import { print, printJson, say } from './output.ts';
import { createProgress } from './progress.ts';
import { oneLine } from './table.ts';

const interrupted = 130;

/** Takes in what the paths hold. Interrupted, it ends with the batch it is at: what is stored is stored whole. */
export async function ingest(call: Call, paths: readonly string[]): Promise<number> {
  const watched = process.stderr.isTTY && !call.quiet && !paths.includes('-');
  const progress = createProgress(watched ? await countSources(paths) : 0, call.quiet);
  const interrupt = new AbortController();
  // Once: the second Ctrl+C ends the process as it always does.
  const onInterrupt = () => interrupt.abort();
  process.once('SIGINT', onInterrupt);
  const report = await withArchive(call, (archive) =>
    takeIn(archive, readSources(paths, { stdin: process.stdin }), {
      onProgress: progress.show,
      signal: interrupt.signal,
    }),
  ).finally(() => {
    progress.end();
    process.off('SIGINT', onInterrupt);
  });
  printReport(call, report);
  if (!interrupt.signal.aborted) return 0;
  say('detente: interrupted; what is counted above is stored. Run the same command again to go on.');
  return interrupted;
}

function printReport(call: Call, { added, known, updated, rejected }: IngestReport): void {
  if (call.format === 'json') printJson({ schema: 'detente.ingest/1', added, known, updated, rejected });
  else {
    print(`${added} added, ${known} known, ${updated} updated, ${rejected.length} rejected`);
    for (const { path, reason } of rejected) print(`- ${oneLine(path)}: ${oneLine(reason)}`);
  }
}
