import { readFileSync } from 'node:fs';
import type { Archive } from '../../src/domain/archive.ts';
import type { SentenceEncoder } from '../../src/domain/encoder.ts';
import { searchPassages } from '../../src/search/passages.ts';
import { fold } from '../../src/text/words.ts';

interface Evidenced {
  readonly q: string;
  readonly evidence?: readonly { readonly text: string }[];
}

/** Of the questions with evidence: how many find a sentence that holds it first, and among the first three. */
export async function retrievalFigures(archive: Archive, path: string, encoder?: SentenceEncoder) {
  const { questions } = JSON.parse(readFileSync(path, 'utf8')) as { readonly questions: readonly Evidenced[] };
  const figures = { questions: 0, first: 0, inThree: 0 };
  for (const { q, evidence = [] } of questions.filter((one) => (one.evidence ?? []).length > 0)) {
    const hits = await searchPassages(archive, q, { limit: 3, encoder });
    const holds = hits.map(({ quote }) => evidence.some(({ text }) => isPartOf(text, quote)));
    figures.questions += 1;
    if (holds[0]) figures.first += 1;
    if (holds.includes(true)) figures.inThree += 1;
  }
  return figures;
}

function isPartOf(text: string, quote: string): boolean {
  return spaced(quote).includes(spaced(text));
}

function spaced(text: string): string {
  return fold(text).replace(/\s+/g, ' ');
}
