/** Ages an archive once it is told to on stdin, and prints how many articles went. Run as a process of its own: PATH DAY. */
import { once } from 'node:events';
import { ageArticles } from '../../src/ageing.ts';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';

const [path = '', before = ''] = process.argv.slice(2);
const archive = await openSqliteArchive(path);
console.info('ready');
await once(process.stdin, 'data');
process.stdin.destroy();
const { articles } = await ageArticles(archive, before);
console.info(articles);
await archive.close();
