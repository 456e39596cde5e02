/** `npm run bench [-- --articles N] [--events N,N] [--only pages] [--write]`: ratios against named peers, measured in the same run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSqliteArchive } from '../src/archive/sqlite-archive.ts';
import { encoderOf, findEncoder } from '../src/cli/encoder.ts';
import { askSection } from './ask.ts';
import { miniSearch } from './asked.ts';
import { coldSection } from './cold-start.ts';
import { completionSection } from './completion.ts';
import { hasCorpus, questions, writeSample } from './corpus.ts';
import { deliveriesSection } from './deliveries.ts';
import { discord } from './discord.ts';
import { extractionSection } from './extraction.ts';
import { type Section, sectionText, withSection } from './figures.ts';
import { ingestSection, memorySection, runIngest } from './ingest.ts';
import { ledgerSection } from './ledger.ts';
import { modelSection } from './models.ts';
import { hasPages, pagesSection } from './pages.ts';
import { passagesOf } from './passages.ts';
import { respondingSection } from './responding.ts';
import { scheduleSection } from './schedule.ts';
import { searchSection } from './search.ts';
import { slack } from './slack.ts';
import { vectorSection } from './vectors.ts';

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '400' },
    /** Sizes of the ledger at which one more article and a brief are timed. */
    events: { type: 'string', default: '1000,10000' },
    /** `pages` alone takes a minute, everything a quarter of an hour; written in the place of its old section. */
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
/** Questions that are answered, and articles that get vectors: each sentence costs about 10 ms. */
const QUESTIONS = 60;
const FEW = 500;

const articles = Number(options.articles);
const folder = mkdtempSync(join(tmpdir(), 'detente-bench-'));
const sections: string[] = [];

try {
  if (hasPages) show(await pagesSection());
  else console.log('pages are left out: ../shared/eval is absent\n');
  if (options.only === undefined) await benchAll();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (options.write) await writePage();

async function benchAll(): Promise<void> {
  if (hasCorpus) await benchArchive();
  else console.log('ingest and search are left out: ../shared/eval is absent\n');
  show(await ledgerSection(folder, options.events.split(',').map(Number)));
  show(coldSection(folder));
  show(scheduleSection());
  show(await deliveriesSection(folder));
  show(await modelSection());
  show(await respondingSection(slack));
  show(await respondingSection(discord));
}

async function benchArchive(): Promise<void> {
  const source = join(folder, 'articles.jsonl');
  const count = await writeSample(source, articles);
  const path = join(folder, 'archive.sqlite');
  const run = runIngest(source, path, count);
  const archive = await openSqliteArchive(path);
  const stored = await archive.articles.list();
  const passages = passagesOf(stored);
  show(ingestSection(run, passages, folder));
  show(memorySection(run));
  show(extractionSection(stored.slice(0, 150).map(({ text }) => text)));
  const [asked, peer] = [await questions(), miniSearch(passages)];
  show(await searchSection(archive, passages, asked, peer));
  const found = await findEncoder({ vectors: 'auto' });
  if (found.kind === 'absent') console.log(`answers by words alone: ${found.reason}\n`);
  const encoder = encoderOf(found);
  show(await askSection(archive, passages, asked.slice(0, QUESTIONS), { encoder, peer }));
  await encoder?.close();
  await archive.close();
  show(await completionSection(path));
  const some = join(folder, 'some.jsonl');
  await writeSample(some, Math.min(articles, FEW));
  show(vectorSection(some));
}

function show(section: Section): void {
  const text = sectionText(section);
  console.log(text);
  sections.push(text);
}

async function writePage(): Promise<void> {
  const docs = join(import.meta.dirname, '../docs');
  await mkdir(docs, { recursive: true });
  const file = join(docs, 'benchmarks.md');
  const document = options.only === undefined ? page() : withSection(await readFile(file, 'utf8'), sections.join('\n'));
  await writeFile(file, document);
}

function page(): string {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `Node ${process.versions.node}, ${availableParallelism()} cores`;
  const head = [
    '# Benchmarks',
    '',
    `Measured on ${day} with \`npm run bench -- --articles ${articles} --write\` (${machine}). Read the ratios: the peers`,
    'ran in the same run on the same machine.',
  ].join('\n');
  return [head, ...sections].join('\n\n').trimEnd().concat('\n');
}
