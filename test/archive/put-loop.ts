/**
 * Puts articles into an archive one by one, and after each a delivery of the same name, until it is killed or has put
 * as many as told; prints the name once both are acknowledged. Run as a process of its own: PATH PREFIX COUNT.
 */
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { mention, readArticle } from './articles.ts';

const [path = '', prefix = '', count = ''] = process.argv.slice(2);
// written at the end of a process else, which those that are killed never reach
flushCompileCache();
const archive = await openSqliteArchive(path);
for (let i = 0; i < Number(count); i += 1) {
  const read = readArticle({ id: `${prefix}-${i}`, title: 'Truce', text: `Round ${i} of ${prefix}. `.repeat(40) });
  const mentions = read.passages.map(({ start }) => mention(read.article, start, { actors: [prefix] }));
  await archive.articles.put([{ ...read, mentions, fingerprint: [i, i + 1, i + 2] }]);
  await archive.outbox.open([
    {
      conversation: { adapter: 'slack', workspace: 'T', channel: read.article.id },
      ...{ definition: 'de-escalation', situation: '', date: '2031-05-08', revision: '', key: read.article.id },
      ...{ state: 'waiting', dueAt: i, nextAt: i, openedAt: i },
    },
  ]);
  writeSync(1, `${read.article.id}\n`);
}
await archive.close();
