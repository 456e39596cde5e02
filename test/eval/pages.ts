import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a tool of the data folder with these words; the last line that it prints. */
export type Scored = (tool: string, words: readonly string[]) => Promise<string>;

interface PageSet {
  readonly name: string;
  readonly what: 'dates' | 'bodies';
  readonly anchors: string;
}

const SETS: readonly PageSet[] = [
  { name: 'publication dates', what: 'dates', anchors: 'htmldate fast .861, extensive .903; goal .88' },
  {
    name: 'bodies',
    what: 'bodies',
    anchors: 'readability.js .947, trafilatura .958, the best Rust port .970; goal .960',
  },
];

/** One measure of pages: its name, the figure, and what others reach on the same set. */
export type PageFigure = readonly [name: string, figure: string, anchors: string];

/**
 * Dates and bodies of the labelled pages, whole and in two halves: rules were written with the failures of the first half
 * in view, never with those of the second, which so tells whether they hold elsewhere.
 * @param folder the evaluation data
 */
export async function* pageFigures(folder: string, scored: Scored): AsyncGenerator<PageFigure> {
  const html = join(folder, 'eval/html');
  const halves = await mkdtemp(join(tmpdir(), 'detente-pages-'));
  try {
    for (const { name, what, anchors } of SETS) {
      const labels = join(html, `${what}.json`);
      const score = (gold: string) => scored('score_pages.py', [what, gold, '--folder', html]);
      yield [name, await score(labels), anchors];
      for (const [half, rows] of await halvesOf(labels)) {
        const file = join(halves, `${what}.json`);
        await writeFile(file, JSON.stringify(rows));
        yield [`${name}, ${half} half (${rows.length})`, await score(file), ''];
      }
    }
  } finally {
    await rm(halves, { recursive: true, force: true });
  }
}

async function halvesOf(labels: string): Promise<readonly (readonly [string, readonly unknown[]])[]> {
  const rows = JSON.parse(await readFile(labels, 'utf8')) as { readonly file: string }[];
  const isSecond = ({ file }: { readonly file: string }): boolean =>
    (createHash('sha256').update(file).digest()[0] ?? 0) % 2 === 1;
  return [
    ['first', rows.filter((row) => !isSecond(row))],
    ['second', rows.filter(isSecond)],
  ];
}

const HEADING = '## Web pages';

/** The section of docs/quality.md. */
export function pageSection(figures: readonly PageFigure[], day: string): string {
  return [
    HEADING,
    '',
    `Measured on ${day} with \`npm run eval -- --data ../shared --only pages --write\`: 384 pages in many languages with`,
    'the day they were published, 62 with the text of their article, taken in by `detente ingest` as a feed brings them.',
    'A body counts by shingles of four words, as in the public benchmark of article extraction. Rules come from how',
    'publishers mark up pages; while they were written, failures of the first half alone were looked at.',
    '',
    '| measure | figure | others |',
    '| --- | --- | --- |',
    ...figures.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}
