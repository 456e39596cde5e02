/**
 * Takes the articles of COUNT addresses into an archive, one by one, from an instant on. A third of them have the same
 * text in every process, a third a text of NAME's own, a third the same text at an address of NAME's own.
 * Run as a process of its own: PATH NAME COUNT INSTANT.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { takeIn } from '../../src/intake.ts';

const [path = '', name = '', count = '', instant = ''] = process.argv.slice(2);
const archive = await openSqliteArchive(path);
await sleep(Math.max(0, Number(instant) - Date.now()));
const report = { added: 0, known: 0, updated: 0, rejected: 0 };
for (let at = 0; at < Number(count); at += 1) {
  const { added, known, updated, rejected } = await takeIn(archive, items(at));
  report.added += added;
  report.known += known;
  report.updated += updated;
  report.rejected += rejected.length;
}
console.info(JSON.stringify(report));
await archive.close();

async function* items(at: number) {
  const place = at % 3 === 2 ? `${name}.example` : 'gazette.example';
  const told = at % 3 === 1 ? `Norway offered to host a ${name} round. ` : '';
  const text = `${told}Round ${at}: Norway and Sweden held talks in Oslo on Tuesday.`;
  const draft = { title: `Round ${at}`, text, bodyStart: 0, language: 'en', publishedAt: '2031-05-06' };
  yield { path: `${at}`, draft: { ...draft, url: `https://${place}/${at}` } };
}
