/**
 * Prints one line per quality measure: `npm run eval -- --data <folder> [--only pages] [--write]`, a folder with labelled
 * articles, the sentences to code, and the tools that score them through the command line alone (Python 3). `--write`
 * puts the lines into docs/quality.md.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { withSection } from '../../bench/figures.ts';
import { answerLines } from './answers.ts';
import { modelUnderTest } from './model.ts';
import { type PageFigure, pageFigures, pageSection } from './pages.ts';
import { tensionLine } from './tension.ts';

const { data, only, write } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared' },
    /** `pages` alone takes two minutes, everything a quarter of an hour. */
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
}).values;
const folder = resolve(data);
if (!existsSync(join(folder, 'tools'))) {
  console.error(`no tools folder in ${data}: give the folder of the evaluation data with --data`);
  process.exit(1);
}
if (only !== undefined && only !== 'pages') {
  console.error(`--only ${only} is none of: pages`);
  process.exit(1);
}

const articles = ['--articles', join(folder, 'articles')];
const second = join(import.meta.dirname, '../fixtures/second-crisis');
const secondArticles = ['--articles', join(second, 'articles')];
const secondBrief = [
  '--dates',
  '2025-03-08,2025-03-13,2025-03-16,2025-03-20',
  '--situation',
  'Kenya–Somalia',
  ...secondArticles,
];
const secondLabels = ['--events', join(second, 'events.json'), '--contradictions', join(second, 'contradictions.json')];
const secondShown = ['--shown', 'C01,C02,C03,C04', '--silent', 'C05,C06,C07,C08'];
const secondFurniture = ['--forbidden-dates', '2018,2019,2022,2023,2024'];

const measures: readonly (readonly [string, string, readonly string[]])[] = [
  ['questions', 'score_questions.py', [join(folder, 'gold/questions.json'), ...articles]],
  ['questions, second crisis', 'score_questions.py', [join(second, 'questions.json'), ...secondArticles]],
  ['events', 'score_events.py', [join(folder, 'gold/events.json'), ...articles]],
  ['events, second crisis', 'score_events.py', [join(second, 'events.json'), ...secondArticles]],
  ['brief', 'check_brief.py', ['--dates', '2024-01-19,2024-01-29', ...articles]],
  ['brief, second crisis', 'check_brief.py', [...secondBrief, ...secondLabels, ...secondShown, ...secondFurniture]],
  ['coding', 'score_coding.py', [join(folder, 'eval/plover-train.jsonl')]],
];

/** What a language model can change; measured without one and with one. */
const wordedMeasures = ['questions', 'questions, second crisis', 'brief', 'brief, second crisis'];

const quality = join(import.meta.dirname, '../../docs/quality.md');
const lines: (readonly [string, string])[] = [];
const today = new Date().toISOString().slice(0, 10);
if (only === undefined) await measureAll();
const pages: PageFigure[] = [];
for await (const figure of pageFigures(folder, scored)) {
  console.log(`pages, ${figure[0]}: ${figure[1]}`);
  pages.push(figure);
}
if (write) {
  const document = only === undefined ? page() : await readFile(quality, 'utf8');
  await writeFile(quality, withSection(document, pageSection(pages, today)));
}

async function measureAll(): Promise<void> {
  await using model = await modelUnderTest();
  for (const [name, tool, words] of measures) {
    tell(name, await scored(tool, words));
    if (wordedMeasures.includes(name))
      tell(`${name}, with ${model.name}`, await scored(tool, [...words, '--product', model.folder]));
  }
  tell('what the model was asked', model.told());
  tell(
    'tension, against the labels',
    await tensionLine(
      join(folder, 'articles'),
      join(folder, 'gold/events.json'),
      ['Iran', 'Pakistan'],
      ['2024-01-16', '2024-01-18', '2024-01-19', '2024-01-29'],
    ),
  );
  for await (const [name, figure] of answerLines(folder)) tell(name, figure);
}

/** The last line that a tool prints. */
async function scored(tool: string, words: readonly string[]): Promise<string> {
  const done = spawn('python3', ['-B', join(folder, 'tools', tool), ...words]);
  const failed = new Promise<string>((told) => done.on('error', ({ message }) => told(message)));
  const [said, wrong] = await Promise.all([text(done.stdout), text(done.stderr)]);
  const last = [said, wrong].map((one) => one.trim().split('\n').at(-1)).find((line) => line !== '');
  return last ?? (await failed);
}

function tell(name: string, figure: string): void {
  console.log(`${name}: ${figure}`);
  lines.push([name, figure]);
}

function page(): string {
  const rows = lines.map(([name, figure]) => `| ${name} | ${figure} |`);
  return [
    '# Quality',
    '',
    `Measured on ${today} with \`npm run eval -- --data ../shared --write\`. Nothing in the project is`,
    'trained on or made for this data; the second crisis (`test/fixtures/second-crisis/`) was labelled before any code was',
    'run on it, and is worked on, so that it is no test of the unseen any more.',
    '',
    '| measure | figure |',
    '| --- | --- |',
    ...rows,
    '',
    'Key events are those that a brief must not miss; "twice" are events told apart that the labels tell as one; a brief',
    'fails the check that wants at most three `movers`, since ours holds every event with a share, so that the shares add up.',
    '',
  ].join('\n');
}
