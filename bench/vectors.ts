import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ratio, rounded, type Section } from './figures.ts';

interface VectorRun {
  readonly sentences: number;
  readonly ms: number;
  readonly bytes: number;
  readonly ingestDelay: number;
  readonly megabytes: number;
}

/**
 * The same articles taken in without and with vectors made in the background, each in a process of its own.
 * @param articles a file of JSON Lines
 */
export function vectorSection(articles: string): Section {
  const [lexical, vectors] = ['off', 'on'].map((mode) => runOf(articles, mode)) as [VectorRun, VectorRun];
  const row = (name: string, run: VectorRun) => [
    name,
    String(run.sentences),
    run.sentences === 0 ? '' : rounded((1000 * run.sentences) / run.ms),
    run.sentences === 0 ? '' : rounded(run.bytes / run.sentences),
    rounded(run.ingestDelay),
    String(run.megabytes),
  ];
  return {
    heading: 'Vectors',
    about: `Token vectors made in a thread while articles go in: ${vectors.megabytes - lexical.megabytes} MB more memory (${ratio(vectors.megabytes, lexical.megabytes)}).`,
    headings: [
      '',
      'sentences encoded',
      'sentences/s',
      'bytes a sentence',
      'event-loop delay of the ingest, p99 ms',
      'MB',
    ],
    rows: [row('ingest alone', lexical), row('ingest with vectors', vectors)],
  };
}

function runOf(articles: string, mode: string): VectorRun {
  const script = fileURLToPath(new URL('./vectors-run.ts', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [script, articles, mode], { encoding: 'utf8' })) as VectorRun;
}
