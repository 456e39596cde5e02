import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readPage } from '../src/ingest/html.ts';
import { percentile, ratio, rounded, type Section } from './figures.ts';

const folder = join(import.meta.dirname, '../../shared/eval/html');
/** Pages read before anything is timed: until then the engine compiles. */
const WARM_UP = 40;

/** False where the pages are not beside the checkout: they carry no licence and are not part of the project. */
export const hasPages = existsSync(folder);

/** Milliseconds a page: text, dates, title, outlet, author, against what finds the text alone. */
export async function pagesSection(): Promise<Section> {
  const files = [...(await filesOf('dates.json')), ...(await filesOf('bodies.json'))];
  const pages = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  const now = Date.now();
  const ours = (markup: string) => readPage(markup, now, 'https://news.example/article');
  for (const markup of pages.slice(0, WARM_UP)) {
    await ours(markup);
    bare(markup);
  }
  const [own, peer] = [[] as number[], [] as number[]];
  for (const markup of pages) {
    own.push(await took(() => ours(markup)));
    peer.push(await took(() => bare(markup)));
  }
  const row = (name: string, times: readonly number[]) => [
    name,
    ...[0.5, 0.99].map((share) => rounded(percentile(times, share))),
    ratio(sum(times), sum(peer)),
  ];
  return {
    heading: 'Web pages',
    about: `Milliseconds a page, ${pages.length} pages in turn; p50 under 25 and p99 under 250 are the goal.`,
    headings: ['', 'p50', 'p99', 'time of all against readability with linkedom'],
    rows: [row('text, dates, title, outlet, author', own), row('readability with linkedom: text and title', peer)],
  };
}

async function filesOf(labels: string): Promise<readonly string[]> {
  const rows = JSON.parse(await readFile(join(folder, labels), 'utf8')) as { readonly file: string }[];
  return rows.map(({ file }) => file);
}

function bare(markup: string): void {
  try {
    new Readability(parseHTML(markup).document as never).parse();
  } catch {
    // The peer throws at a few pages; the time up to there counts.
  }
}

async function took(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
