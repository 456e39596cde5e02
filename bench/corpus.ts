import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';

const folder = join(import.meta.dirname, '../../shared/eval/realtimeqa-2024q1');

/** False where the articles are not beside the checkout: they carry no licence and are not part of the project. */
export const hasCorpus = existsSync(folder);

/** Every how manieth article goes in, so that a sample has articles of the whole period. Seeded by its size alone. */
const articlesThere = 2451;

/** Writes a sample of the articles as JSON Lines. Gives how many. */
export async function writeSample(path: string, wanted: number): Promise<number> {
  const output = createWriteStream(path);
  const lines = createInterface({ input: createReadStream(join(folder, 'articles.jsonl')) });
  const step = Math.max(1, articlesThere / wanted);
  let seen = 0;
  let written = 0;
  for await (const line of lines) {
    if (seen++ < written * step || written >= wanted) continue;
    written += 1;
    output.write(`${line}\n`);
  }
  output.end();
  await finished(output);
  return written;
}

export async function questions(): Promise<readonly string[]> {
  const text = await readFile(join(folder, 'questions.jsonl'), 'utf8');
  const lines = text.split('\n').filter(Boolean);
  return lines.map((line) => (JSON.parse(line) as { readonly question: string }).question);
}
