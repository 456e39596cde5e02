/** One ingest in a process of its own, so that its memory is its own: `ingest-run.ts ARTICLES.jsonl ARCHIVE COUNT`. */
import { openSqliteArchive } from '../src/archive/sqlite-archive.ts';
import { readSources } from '../src/ingest/sources.ts';
import { takeIn } from '../src/intake.ts';

const [articles = '', path = '', count = '0'] = process.argv.slice(2);
const points = 10;
const megabytes: number[] = [];

const archive = await openSqliteArchive(path);
const began = performance.now();
await takeIn(archive, readSources([articles]), {
  onProgress: (seen) => {
    if (seen >= ((megabytes.length + 1) * Number(count)) / points)
      megabytes.push(Math.round(process.memoryUsage.rss() / 2 ** 20));
  },
});
const ms = performance.now() - began;
const passages = await archive.reindex();
const reindexMs = performance.now() - began - ms;
await archive.close();
console.log(JSON.stringify({ ms, passages, reindexMs, megabytes }));
