import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { percentile, ratio, rounded, type Section } from './figures.ts';

const runs = 10;
const cli = join(import.meta.dirname, '../src/cli.ts');
/** As `npm run detente` starts it. */
const cache = ['--import', pathToFileURL(join(import.meta.dirname, '../src/compile-cache.mjs')).href];

/** A question from the shell to its end, against a Node that does nothing: at most eight times as long is the goal. */
export function coldSection(folder: string): Section {
  const archive = join(folder, 'sample.sqlite');
  run([cli, 'ingest', join(import.meta.dirname, '../samples'), '--archive', archive]);
  const commands: Record<string, readonly string[]> = {
    '`node -e 0`': ['-e', '0'],
    '`detente --version`': [...cache, cli, '--version'],
    '`detente search`': [...cache, cli, 'search', 'mediation', '--archive', archive],
    '`detente ask`': [...cache, cli, 'ask', 'who offered mediation?', '--archive', archive],
    '`detente brief`': [...cache, cli, 'brief', '--date', '2024-01-29', '--archive', archive],
  };
  const took = inTurns(commands);
  const bare = percentile(took.get('`node -e 0`') ?? [], 0.5);
  return {
    heading: 'Cold start',
    about: `Each command ${runs} times in turn, on the sample, the compile cache filled by a run before; medians.`,
    headings: ['', 'ms', 'against `node -e 0`'],
    rows: [...took].map(([name, ms]) => [name, rounded(percentile(ms, 0.5)), ratio(percentile(ms, 0.5), bare)]),
  };
}

/** In turns, so that what else the machine does falls on all of them. The first turn does not count. */
function inTurns(commands: Readonly<Record<string, readonly string[]>>): Map<string, number[]> {
  const took = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]));
  for (let turn = 0; turn <= runs; turn++)
    for (const [name, args] of Object.entries(commands)) {
      const ms = run(args);
      if (turn > 0) took.get(name)?.push(ms);
    }
  return took;
}

function run(args: readonly string[]): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} exited ${status}: ${stderr}`);
  return performance.now() - began;
}
