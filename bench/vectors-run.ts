/** One ingest, in a process of its own, with vectors made beside it or without: `vectors-run.ts ARTICLES.jsonl on|off`. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { openSqliteArchive } from '../src/archive/sqlite-archive.ts';
import { encoderOf, findEncoder } from '../src/cli/encoder.ts';
import type { SentenceEncoder } from '../src/domain/encoder.ts';
import { embedMissing } from '../src/embedding.ts';
import { readSources } from '../src/ingest/sources.ts';
import { takeIn } from '../src/intake.ts';
import { storedAs } from '../src/search/late-interaction.ts';

/** Long enough for a rate, short enough for a bench. */
const LEAST_MS = 45_000;

const [articles = '', mode = 'off'] = process.argv.slice(2);
const archive = await openSqliteArchive(':memory:');
const encoder = encoderOf(await findEncoder({ vectors: mode === 'on' ? 'auto' : 'off' }));

const delay = monitorEventLoopDelay({ resolution: 10 });
const ending = new AbortController();
const began = performance.now();
delay.enable();
const background = encoder === undefined ? undefined : embedAll(encoder, ending.signal);
await takeIn(archive, readSources([articles]));
delay.disable();
if (background !== undefined) await setTimeout(Math.max(0, LEAST_MS - (performance.now() - began)));
ending.abort();
await background;
console.log(
  JSON.stringify({
    ...(encoder === undefined ? { sentences: 0, bytes: 0 } : await stored(encoder)),
    ms: performance.now() - began,
    ingestDelay: delay.percentile(99) / 1e6,
    megabytes: Math.round(process.memoryUsage.rss() / 2 ** 20),
  }),
);
await encoder?.close();
await archive.close();

/** Over and over: articles come in all the time. */
async function embedAll(one: SentenceEncoder, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) if ((await embedMissing(archive, one, { signal })) === 0) await setTimeout(50);
}

async function stored(one: SentenceEncoder): Promise<{ readonly sentences: number; readonly bytes: number }> {
  let sentences = 0;
  let bytes = 0;
  for (const { id } of await archive.articles.outline()) {
    // Nothing is stored under this name, so every passage of the article is missing.
    const passages = await archive.vectors.missing('no model', id);
    const packed = (await archive.vectors.get(storedAs(one), passages)).filter((body) => body !== undefined);
    sentences += packed.length;
    bytes += packed.reduce((sum, body) => sum + body.length, 0);
  }
  return { sentences, bytes };
}
