import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { readArticle } from '../src/events/extract.ts';
import { percentile, ratio, rounded, type Section } from './figures.ts';

const ROUNDS = 5;

/** Articles read for events against the tagger's bare parse of the same texts: sentences and parts of speech. */
export function extractionSection(texts: readonly string[]): Section {
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const parse = (text: string) => void nlp.readDoc(text).tokens().out(nlp.its.pos);
  const read = (text: string) => void readArticle({ id: 'bench', text, bodyStart: 0, language: 'en' });
  for (const text of texts.slice(0, 20)) {
    parse(text);
    read(text);
  }
  const times = Array.from({ length: ROUNDS }, () => [took(texts, parse), took(texts, read)] as const);
  const [bare, ours] = [0, 1].map((at) =>
    percentile(
      times.map((pair) => pair[at] as number),
      0.5,
    ),
  ) as [number, number];
  return {
    heading: 'Events',
    about: `${texts.length} articles, in turn ${ROUNDS} times, medians.`,
    headings: ['', 'ms', "speed against wink-nlp's own parse"],
    rows: [
      ['wink-nlp: sentences, parts of speech', rounded(bare), '1 x'],
      ['events extracted', rounded(ours), ratio(bare, ours)],
    ],
  };
}

function took(texts: readonly string[], work: (text: string) => void): number {
  const began = performance.now();
  for (const text of texts) work(text);
  return performance.now() - began;
}
