/**
 * Prints one line per quality measure: `npm run eval -- --data <folder>`, a folder with labelled articles, the sentences
 * to code, and the tools that score them through the command line alone (Python 3).
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { data } = parseArgs({ options: { data: { type: 'string', default: '../shared' } } }).values;
const folder = resolve(data);
if (!existsSync(join(folder, 'tools'))) {
  console.error(`no tools folder in ${data}: give the folder of the evaluation data with --data`);
  process.exit(1);
}

const articles = ['--articles', join(folder, 'articles')];
const measures: readonly (readonly [string, string, readonly string[]])[] = [
  ['questions', 'score_questions.py', [join(folder, 'gold/questions.json'), ...articles]],
  ['events', 'score_events.py', [join(folder, 'gold/events.json'), ...articles]],
  ['brief', 'check_brief.py', ['--dates', '2024-01-19,2024-01-29', ...articles]],
  ['coding', 'score_coding.py', [join(folder, 'eval/plover-train.jsonl')]],
  [
    'page dates',
    'score_pages.py',
    ['dates', join(folder, 'eval/html/dates.json'), '--folder', join(folder, 'eval/html')],
  ],
  [
    'page bodies',
    'score_pages.py',
    ['bodies', join(folder, 'eval/html/bodies.json'), '--folder', join(folder, 'eval/html')],
  ],
];

for (const [name, tool, words] of measures) {
  const done = spawnSync('python3', ['-B', join(folder, 'tools', tool), ...words], { encoding: 'utf8' });
  const said = `${done.stdout ?? ''}`.trim().split('\n').at(-1);
  console.log(`${name}: ${said || done.error?.message || `${done.stderr}`.trim().split('\n').at(-1) || 'no figure'}`);
}
